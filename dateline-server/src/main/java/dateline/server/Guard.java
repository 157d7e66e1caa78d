package dateline.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is answered: who may ask, from where, and how often. Every answer
 * carries the headers that keep hostile text from running.
 */
final class Guard {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final long MINUTE = 60_000;
  private static final int ADDRESSES = 10_000;

  private final ServerSettings settings;
  private final LongSupplier millis;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  /** What an address may still ask: refilled evenly, up to a minute's worth. */
  private static final class Bucket {
    private double left;
    private long at;

    Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }

  Guard(ServerSettings settings, LongSupplier millis) {
    this.settings = settings;
    this.millis = millis;
  }

  void check(Context context) {
    secure(context);
    checkHost(context);
    if (context.path().equals(Operations.HEALTH)) {
      return; // what balances load knows no token, and asks often
    }
    checkRate(context);
    checkToken(context);
    checkOrigin(context);
  }

  private static void secure(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    // Not “no-referrer”: with that, browsers send our own forms without an origin.
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  /** A page of another site that has its name point at this machine is not served. */
  private void checkHost(Context context) {
    String host = context.header("Host");
    if (settings.isLocal() && host != null && !OWN_NAMES.contains(name(host))) {
      throw new HttpResponseException(421, "This server answers to localhost only", Map.of());
    }
  }

  private static String name(String host) {
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  private void checkRate(Context context) {
    if (settings.perMinute() == 0 || context.path().startsWith("/static/")) {
      return;
    }
    double perMilli = (double) settings.perMinute() / MINUTE;
    synchronized (buckets) {
      long now = millis.getAsLong();
      Bucket bucket =
          buckets.computeIfAbsent(context.ip(), ip -> new Bucket(settings.perMinute(), now));
      bucket.left = Math.min(settings.perMinute(), bucket.left + (now - bucket.at) * perMilli);
      bucket.at = now;
      if (bucket.left < 1) {
        long wait = (long) Math.ceil((1 - bucket.left) / perMilli / 1000);
        context.header("Retry-After", Long.toString(Math.max(1, wait)));
        throw new HttpResponseException(
            429, "Too many requests: wait " + Math.max(1, wait) + " seconds", Map.of());
      }
      bucket.left--;
    }
  }

  private void checkToken(Context context) {
    String token = settings.token();
    if (token == null || equal(token, given(context))) {
      return;
    }
    context.header("WWW-Authenticate", "Basic realm=\"Dateline\", charset=\"UTF-8\"");
    throw new HttpResponseException(
        401, "A token is needed: as a bearer token, or as the password with any name", Map.of());
  }

  private static @Nullable String given(Context context) {
    String header = context.header("Authorization");
    if (header == null) {
      return null;
    }
    if (header.startsWith("Bearer ")) {
      return header.substring("Bearer ".length()).strip();
    }
    if (header.startsWith("Basic ")) {
      try {
        byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()).strip());
        String pair = new String(decoded, StandardCharsets.UTF_8);
        return pair.substring(pair.indexOf(':') + 1);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    return null;
  }

  /** In the same time whatever is given. */
  private static boolean equal(String token, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Forms of other sites can't change anything here. */
  private static void checkOrigin(Context context) {
    if (context.method() != HandlerType.POST) {
      return;
    }
    String origin = context.header("Origin");
    String site = context.header("Sec-Fetch-Site");
    boolean foreign =
        site != null && !site.equals("same-origin") && !site.equals("none")
            || origin != null
                && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(context.header("Host"));
    if (foreign) {
      throw new HttpResponseException(403, "Forms of other sites are not taken", Map.of());
    }
  }
}
