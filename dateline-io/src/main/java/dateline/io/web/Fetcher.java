package dateline.io.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dateline.Dateline;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages as sites ask for it: what robots.txt (RFC 9309) forbids is not fetched, requests to
 * one host wait for each other, what did not change is not sent again. Every address, and every
 * redirection, must be of the public web. Not thread-safe.
 */
public final class Fetcher {

  /** How we call ourselves; robots.txt can name it. */
  public static final String NAME = "dateline";

  private static final int MAX_REDIRECTS = 5;

  /** RFC 9309: at least 500 KiB of robots.txt must be read. */
  private static final int MAX_ROBOTS = 512 << 10;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MAX_DELAY = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, BaseRobotRules> rules = new HashMap<>();
  private final Map<String, Long> lastNanos = new HashMap<>();
  private final Duration pause;
  private final boolean anywhere;

  /**
   * @param pause between two requests to one host, when its robots.txt does not ask for more
   * @param anywhere whether addresses of the own machine and network are fetched, too
   */
  public Fetcher(Duration pause, boolean anywhere) {
    this.pause = pause;
    this.anywhere = anywhere;
    // An address that was checked is the one that is connected to: Java remembers it so long.
    java.security.Security.setProperty("networkaddress.cache.ttl", "300");
  }

  /**
   * What came back.
   *
   * @param url after redirections
   * @param body empty when {@code status} is not 200
   */
  public record Answer(
      int status,
      URI url,
      byte[] body,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable String retryAfter) {

    public boolean isNew() {
      return status == 200;
    }

    /** Not changed since. */
    public boolean isSame() {
      return status == 304;
    }

    /** The charset of the content type. */
    public @Nullable String charset() {
      if (contentType == null) {
        return null;
      }
      int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
      return at < 0 ? null : contentType.substring(at + 8).split(";")[0].replace("\"", "").strip();
    }
  }

  /**
   * @param etag of the answer that the caller has, or null
   * @param lastModified likewise
   * @param maxBytes of the body, unpacked
   * @throws IOException when it can't or must not be fetched
   */
  public Answer get(URI url, @Nullable String etag, @Nullable String lastModified, int maxBytes)
      throws IOException, InterruptedException {
    URI next = url;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      allow(next);
      HttpResponse<InputStream> response = send(next, etag, lastModified);
      String location = header(response, "Location");
      if (response.statusCode() / 100 != 3 || response.statusCode() == 304 || location == null) {
        return answer(response, next, maxBytes);
      }
      response.body().close();
      next = resolve(next, location);
    }
    throw new IOException("redirected more than " + MAX_REDIRECTS + " times: " + url);
  }

  private static URI resolve(URI from, String location) throws IOException {
    try {
      return from.resolve(location.strip().replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new IOException("redirected to what is no address: " + location, e);
    }
  }

  private void allow(URI url) throws IOException, InterruptedException {
    BaseRobotRules robots = robots(url);
    if (!robots.isAllowed(url.toString())) {
      throw new IOException("robots.txt of " + url.getHost() + " forbids it");
    }
    long asked =
        robots.getCrawlDelay() == BaseRobotRules.UNSET_CRAWL_DELAY ? 0 : robots.getCrawlDelay();
    long wanted = Math.max(pause.toMillis(), Math.min(asked, MAX_DELAY.toMillis()));
    Long last = lastNanos.get(url.getHost());
    long waited = last == null ? Long.MAX_VALUE : (System.nanoTime() - last) / 1_000_000;
    if (waited < wanted) {
      Thread.sleep(wanted - waited);
    }
    lastNanos.put(url.getHost(), System.nanoTime());
  }

  private BaseRobotRules robots(URI url) throws IOException, InterruptedException {
    String site = url.getScheme() + "://" + url.getRawAuthority();
    BaseRobotRules known = rules.get(site);
    if (known == null) {
      known = fetchRobots(URI.create(site + "/robots.txt"));
      rules.put(site, known);
    }
    return known;
  }

  /** RFC 9309: where there is none, all is allowed; where the server fails, nothing. */
  private BaseRobotRules fetchRobots(URI url) throws IOException, InterruptedException {
    URI next = url;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse<InputStream> response = send(next, null, null);
      try (InputStream body = response.body()) {
        String location = header(response, "Location");
        int kind = response.statusCode() / 100;
        if (kind == 2) {
          return new SimpleRobotRulesParser()
              .parseContent(
                  url.toString(), body.readNBytes(MAX_ROBOTS), "text/plain", List.of(NAME));
        }
        if (kind != 3 || location == null) {
          return new SimpleRobotRules(
              kind == 5 ? RobotRulesMode.ALLOW_NONE : RobotRulesMode.ALLOW_ALL);
        }
        next = resolve(next, location);
      }
    }
    return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
  }

  private HttpResponse<InputStream> send(
      URI url, @Nullable String etag, @Nullable String lastModified)
      throws IOException, InterruptedException {
    if (!anywhere) {
      Addresses.check(url);
    } else if (!Addresses.isWeb(url)) {
      throw new IOException("not an address of the web: " + url);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("User-Agent", NAME + "/" + Dateline.VERSION)
            .header("Accept-Encoding", "gzip");
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    if (lastModified != null) {
      request.header("If-Modified-Since", lastModified);
    }
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  private static Answer answer(HttpResponse<InputStream> response, URI url, int maxBytes)
      throws IOException {
    byte[] body = {};
    try (InputStream in = response.body()) {
      if (response.statusCode() == 200) {
        boolean packed = "gzip".equalsIgnoreCase(header(response, "Content-Encoding"));
        body = (packed ? new GZIPInputStream(in) : in).readNBytes(maxBytes + 1);
      }
    }
    if (body.length > maxBytes) {
      throw new IOException("larger than " + (maxBytes >> 20) + " MiB: " + url);
    }
    return new Answer(
        response.statusCode(),
        url,
        body,
        header(response, "Content-Type"),
        header(response, "ETag"),
        header(response, "Last-Modified"),
        header(response, "Retry-After"));
  }

  private static @Nullable String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }
}
