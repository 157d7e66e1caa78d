package dateline.io.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dateline.PageException;
import dateline.io.Input;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

  private static final Instant MORNING = Instant.parse("2024-03-04T05:06:07Z");
  private static final Duration EVERY = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private final Map<String, String> site = new HashMap<>();
  private final Map<String, String> redirects = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> pages = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private HttpServer server;
  private int failing;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    site.put("/rss", rss("/a", "1", "/b", "1"));
    site.put("/a", "<p>A</p>");
    site.put("/b", "<p>B</p>");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String rss(String... urlsAndDates) {
    StringBuilder rss = new StringBuilder("<rss><channel>");
    for (int i = 0; i < urlsAndDates.length; i += 2) {
      rss.append("<item><link>").append(urlsAndDates[i]).append("</link><pubDate>");
      rss.append(urlsAndDates[i + 1]).append("</pubDate></item>");
    }
    return rss.append("</channel></rss>").toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = site.get(path);
    String etag = '"' + Integer.toHexString(String.valueOf(body).hashCode()) + '"';
    boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    asked.add(path + (same ? " same" : ""));
    try (exchange) {
      if (broken.contains(path)) {
        return; // the connection ends without an answer
      } else if (failing > 0 && !path.equals("/robots.txt")) {
        exchange.getResponseHeaders().add("Retry-After", "7200");
        exchange.sendResponseHeaders(failing, -1);
      } else if (redirects.containsKey(path)) {
        exchange.getResponseHeaders().add("Location", redirects.get(path));
        exchange.sendResponseHeaders(302, -1);
      } else if (body == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (same) {
        exchange.sendResponseHeaders(304, -1);
      } else {
        exchange.getResponseHeaders().add("ETag", etag);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private Watch watch(Duration later, boolean local, String... feeds) throws IOException {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Watch(
        List.of(feeds).stream().map(feed -> root + feed).toList(),
        WatchState.open(folder.resolve("feeds")),
        new Fetcher(Duration.ZERO, local),
        EVERY,
        Clock.fixed(MORNING.plus(later), ZoneOffset.UTC));
  }

  private void round(Duration later, String... feeds) throws IOException {
    round(watch(later, true, feeds));
  }

  private void round(Watch watch) throws IOException {
    asked.clear();
    pages.clear();
    failures.clear();
    for (Iterator<Input> round = watch.round(); round.hasNext(); ) {
      Input input = round.next();
      try {
        pages.add(new String(input.load().bytes(), StandardCharsets.UTF_8));
      } catch (PageException e) {
        failures.add(input.name().replaceAll("http://[^/]*", "") + " " + e.getMessage());
      }
    }
    watch.save();
  }

  @Test
  void fetchesWhatIsNewAndNothingTwice() throws IOException {
    round(Duration.ZERO, "/rss");
    assertThat(pages).containsExactly("<p>A</p>", "<p>B</p>");

    round(EVERY, "/rss");
    assertThat(asked).containsExactly("/robots.txt", "/rss same");

    site.put("/rss", rss("/c", "1", "/a", "2", "/b", "1"));
    site.put("/c", "<p>C</p>");
    round(EVERY.multipliedBy(2), "/rss");
    assertThat(pages).containsExactly("<p>C</p>", "<p>A</p>");
  }

  @Test
  void asksNoFeedBeforeItIsDue() throws IOException {
    round(Duration.ZERO, "/rss");
    round(EVERY.minusSeconds(1), "/rss");

    assertThat(asked).isEmpty();
  }

  @Test
  void aRunThatDidNotSaveIsDoneAgain() throws IOException {
    for (Iterator<Input> round = watch(Duration.ZERO, true, "/rss").round(); round.hasNext(); ) {
      round.next();
    }
    round(Duration.ZERO, "/rss");

    assertThat(pages).hasSize(2);
  }

  @Test
  void whatRobotsForbidsIsNotFetched() throws IOException {
    site.put("/robots.txt", "User-agent: *\nDisallow: /b\n");
    round(Duration.ZERO, "/rss");

    assertThat(pages).containsExactly("<p>A</p>");
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).startsWith("/b ").contains("robots.txt");
    assertThat(asked).doesNotContain("/b");
  }

  @Test
  void aFailingServerIsLeftInPeaceAsLongAsItAsks() throws IOException {
    failing = 503;
    round(Duration.ZERO, "/rss");
    assertThat(failures).containsExactly("/rss the feed answered 503");

    failing = 0;
    round(Duration.ofMinutes(119), "/rss");
    assertThat(asked).isEmpty();
    round(Duration.ofMinutes(121), "/rss");
    assertThat(pages).hasSize(2);
  }

  @Test
  void aPageThatFailsForATimeIsAskedForAgain() throws IOException {
    Watch watch = watch(Duration.ZERO, true, "/rss");
    Iterator<Input> round = watch.round();
    assertThat(round.hasNext()).isTrue(); // the feed and the first page are fetched
    failing = 503;
    while (round.hasNext()) {
      round.next();
    }
    watch.save();
    failing = 0;
    round(EVERY, "/rss");

    assertThat(pages).containsExactly("<p>B</p>");
  }

  @Test
  void aPageThatCantBeReachedIsAskedForAFewTimes() throws IOException {
    broken.add("/b");
    for (int i = 0; i < 5; i++) {
      round(EVERY.multipliedBy(i), "/rss");
      assertThat(asked).contains("/b");
    }
    round(EVERY.multipliedBy(5), "/rss");
    assertThat(asked).containsExactly("/robots.txt", "/rss same");

    broken.clear();
    site.put("/rss", rss("/a", "1", "/b", "2"));
    round(EVERY.multipliedBy(6), "/rss");
    assertThat(pages).containsExactly("<p>B</p>");
  }

  @Test
  void aPageThatIsThereAgainIsFetched() throws IOException {
    broken.add("/b");
    round(Duration.ZERO, "/rss");
    broken.clear();
    round(EVERY, "/rss");

    assertThat(pages).containsExactly("<p>B</p>");
  }

  @Test
  void whatRobotsSaidHoldsForADay() throws Exception {
    URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a");
    AtomicLong nanos = new AtomicLong();
    CheckedClient client = new CheckedClient(socket -> true, Dns.SYSTEM);
    Fetcher fetcher = new Fetcher(client, Duration.ZERO, nanos::get);
    fetcher.get(page, null, null, 1000);
    site.put("/robots.txt", "User-agent: *\nDisallow: /a\n");
    nanos.addAndGet(Duration.ofHours(23).toNanos());
    assertThat(fetcher.get(page, null, null, 1000).status()).isEqualTo(200);
    nanos.addAndGet(Duration.ofHours(2).toNanos());

    assertThatThrownBy(() -> fetcher.get(page, null, null, 1000)).hasMessageContaining("forbids");
  }

  @Test
  void followsRedirectionsAndIndexesButNotInCircles() throws IOException {
    redirects.put("/a", "/b");
    redirects.put("/x", "/x");
    site.put("/index", "<sitemapindex><sitemap><loc>/map</loc></sitemap></sitemapindex>");
    site.put("/map", "<urlset><url><loc>/a</loc></url><url><loc>/x</loc></url></urlset>");
    round(Duration.ZERO, "/index");

    assertThat(pages).containsExactly("<p>B</p>");
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).contains("redirected more than");
  }

  @Test
  void addressesOfTheOwnMachineAreRefusedUnlessAllowed() throws IOException {
    round(watch(Duration.ZERO, false, "/rss"));

    assertThat(asked).isEmpty();
    assertThat(failures.get(0)).contains("not of the public web");
  }
}
