package dateline.io.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dateline.Dateline;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import okhttp3.Dns;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages as sites ask for it: what robots.txt (RFC 9309) forbids is not fetched, requests to
 * one host wait for each other, what did not change is not sent again. Where it may connect to is
 * the client's to say, at every redirection. Not thread-safe.
 */
public final class Fetcher {

  /** How we call ourselves; robots.txt can name it. */
  public static final String NAME = "dateline";

  private static final int MAX_REDIRECTS = 5;

  /** RFC 9309: at least 500 KiB of robots.txt must be read. */
  private static final int MAX_ROBOTS = 512 << 10;

  private static final Duration MAX_DELAY = Duration.ofSeconds(30);

  /** RFC 9309: what robots.txt said should not be held to be so for longer than a day. */
  private static final Duration ROBOTS_LAST = Duration.ofHours(24);

  /** What a robots.txt that could not be had stands for is asked anew sooner. */
  private static final Duration FAILURE_LASTS = Duration.ofHours(1);

  private final CheckedClient client;
  private final Map<String, Robots> rules = new HashMap<>();
  private final Map<String, Long> lastNanos = new HashMap<>();
  private final Duration pause;
  private final LongSupplier nanos;

  /** What a site allows, and until when that holds. */
  private record Robots(BaseRobotRules rules, long until) {}

  /** A site does not want a page to be fetched; asking again is of no use. */
  static final class ForbiddenException extends IOException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(String message) {
      super(message);
    }
  }

  /**
   * @param client may be shared with other fetchers
   * @param pause between two requests to one host, when its robots.txt does not ask for more
   */
  public Fetcher(CheckedClient client, Duration pause) {
    this(client, pause, System::nanoTime);
  }

  /**
   * @param nanos the time that passes
   */
  Fetcher(CheckedClient client, Duration pause, LongSupplier nanos) {
    this.client = client;
    this.pause = pause;
    this.nanos = nanos;
  }

  /**
   * @param pause likewise
   * @param anywhere whether addresses of the own machine and network are fetched, too
   */
  public Fetcher(Duration pause, boolean anywhere) {
    this(
        new CheckedClient(anywhere ? socket -> true : PublicAddresses.onAnyPort(), Dns.SYSTEM),
        pause);
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
      try (Response response = send(next, etag, lastModified)) {
        String location = response.header("Location");
        if (response.code() / 100 != 3 || response.code() == 304 || location == null) {
          return answer(response, next, maxBytes);
        }
        next = resolve(next, location);
      }
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
      throw new ForbiddenException("robots.txt of " + url.getHost() + " forbids it");
    }
    long asked =
        robots.getCrawlDelay() == BaseRobotRules.UNSET_CRAWL_DELAY ? 0 : robots.getCrawlDelay();
    long wanted = Math.max(pause.toMillis(), Math.min(asked, MAX_DELAY.toMillis()));
    Long last = lastNanos.get(url.getHost());
    long waited = last == null ? Long.MAX_VALUE : (nanos.getAsLong() - last) / 1_000_000;
    if (waited < wanted) {
      Thread.sleep(wanted - waited);
    }
    lastNanos.put(url.getHost(), nanos.getAsLong());
  }

  private BaseRobotRules robots(URI url) throws IOException {
    String site = url.getScheme() + "://" + url.getRawAuthority();
    Robots known = rules.get(site);
    if (known == null || known.until() - nanos.getAsLong() < 0) {
      BaseRobotRules asked = fetchRobots(URI.create(site + "/robots.txt"));
      Duration lasts = asked.isAllowNone() ? FAILURE_LASTS : ROBOTS_LAST;
      known = new Robots(asked, nanos.getAsLong() + lasts.toNanos());
      rules.put(site, known);
    }
    return known.rules();
  }

  /** RFC 9309: where there is none, all is allowed; where the server fails, nothing. */
  private BaseRobotRules fetchRobots(URI url) throws IOException {
    URI next = url;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      try (Response response = send(next, null, null)) {
        String location = response.header("Location");
        int kind = response.code() / 100;
        if (kind == 2) {
          byte[] text = body(response, MAX_ROBOTS);
          return new SimpleRobotRulesParser()
              .parseContent(url.toString(), text, "text/plain", List.of(NAME));
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

  private Response send(URI url, @Nullable String etag, @Nullable String lastModified)
      throws IOException {
    Request.Builder request =
        new Request.Builder()
            .header("User-Agent", NAME + "/" + Dateline.VERSION)
            .header("Accept", "text/html, application/xhtml+xml, application/xml, */*;q=0.8");
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    if (lastModified != null) {
      request.header("If-Modified-Since", lastModified);
    }
    return client.send(url, request);
  }

  private static Answer answer(Response response, URI url, int maxBytes) throws IOException {
    byte[] body = response.code() == 200 ? body(response, maxBytes + 1) : new byte[0];
    if (body.length > maxBytes) {
      throw new IOException("larger than " + maxBytes + " bytes: " + url);
    }
    return new Answer(
        response.code(),
        url,
        body,
        response.header("Content-Type"),
        response.header("ETag"),
        response.header("Last-Modified"),
        response.header("Retry-After"));
  }

  private static byte[] body(Response response, int most) throws IOException {
    ResponseBody body = response.body();
    return body == null ? new byte[0] : body.byteStream().readNBytes(most);
  }
}
