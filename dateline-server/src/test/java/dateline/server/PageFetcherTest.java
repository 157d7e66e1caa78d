package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dateline.io.web.PublicAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

/** Addresses inside are never connected to, however they are written or come about. */
class PageFetcherTest {

  /** Inside: every kind of address that is not public. */
  private static final List<String> INSIDE =
      List.of(
          "127.0.0.1",
          "127.1.2.3",
          "0.0.0.0",
          "10.0.0.1",
          "10.255.255.255",
          "100.64.0.1",
          "100.127.255.254",
          "169.254.169.254",
          "169.254.0.1",
          "172.16.0.1",
          "172.31.255.254",
          "192.168.0.1",
          "192.168.255.254",
          "192.0.0.1",
          "192.0.2.1",
          "198.18.0.1",
          "198.19.1.1",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "240.0.0.1",
          "255.255.255.255",
          "::1",
          "::",
          "::ffff:127.0.0.1",
          "::ffff:10.0.0.1",
          "::ffff:169.254.169.254",
          "fe80::1",
          "fc00::1",
          "fd00:ec2::254",
          "ff02::1",
          "64:ff9b::7f00:1",
          "64:ff9b::a9fe:a9fe",
          "2002:7f00:1::",
          "2001:db8::1",
          "2001::1",
          "fec0::1");

  private static Set<String> addresses() {
    Set<String> all = new LinkedHashSet<>();
    for (String address : INSIDE) {
      String host = address.contains(":") ? "[" + address + "]" : address;
      for (String form :
          List.of("http://H/", "https://H/", "http://H:80/x?y", "http://H:8080/", "http://H:22/")) {
        all.add(form.replace("H", host));
      }
    }
    for (String host :
        List.of(
            "localhost",
            "LOCALHOST",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "127.1",
            "0",
            "017700000001",
            "127.0.0.1.")) {
      all.add("http://" + host + "/");
      all.add("https://" + host + "/");
    }
    all.addAll(
        List.of(
            "file:///etc/passwd",
            "gopher://127.0.0.1/",
            "ftp://127.0.0.1/",
            "jar:http://127.0.0.1!/",
            "http://user@127.0.0.1/",
            "http://user:x@example.org/",
            "//127.0.0.1/",
            "",
            " ",
            "http://"));
    return all;
  }

  @Test
  void twoHundredWaysInsideMakeNoConnection() throws Exception {
    Set<String> addresses = addresses();
    assertThat(addresses).hasSizeGreaterThanOrEqualTo(200);
    AtomicInteger connected = new AtomicInteger();
    Predicate<InetSocketAddress> only = PublicAddresses.onWebPorts();
    PageFetcher fetcher =
        new PageFetcher(
            socket -> {
              boolean allowed = only.test(socket);
              connected.addAndGet(allowed ? 1 : 0);
              return allowed;
            },
            // Names lead inside too: no name is asked of any other machine here.
            name -> List.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})));
    for (String address : addresses) {
      assertThatThrownBy(() -> fetcher.fetch(address))
          .as(address)
          .isInstanceOf(PageFetcher.Refused.class);
    }
    assertThat(connected).hasValue(0);
  }

  @Test
  void insideIsInsideAndOutsideIsOutside() throws Exception {
    for (String address : INSIDE) {
      assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).as(address).isFalse();
    }
    for (String address :
        List.of("1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700::1111", "172.32.0.1")) {
      assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).as(address).isTrue();
    }
  }

  /** A site on 127.0.0.2, taken for public, and a listener on 127.0.0.1, which is inside. */
  @Test
  void redirectsAndRebindingMakeNoConnectionInsideAndRobotsAreKept() throws Exception {
    HttpServer site = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    int port = site.getAddress().getPort();
    try (ServerSocket inside = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      answer(site, "/robots.txt", 200, "User-agent: *\nDisallow: /private\n", null);
      answer(site, "/page", 200, "<p>Hello</p>", null);
      answer(site, "/private", 200, "<p>Secret</p>", null);
      answer(site, "/to-page", 302, "", "/page");
      answer(site, "/loop", 302, "", "/loop");
      List<String> traps = new ArrayList<>();
      for (String host : List.of("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]")) {
        String trap = "/trap" + traps.size();
        answer(site, trap, 302, "", "http://" + host + ":" + inside.getLocalPort() + "/");
        traps.add(trap);
      }
      site.start();
      AtomicInteger asked = new AtomicInteger();
      Dns rebinding = // the first answer is public, each later one is inside
          name ->
              List.of(
                  InetAddress.getByAddress(
                      name, new byte[] {127, 0, 0, (byte) (asked.getAndIncrement() == 0 ? 2 : 1)}));
      String base = "http://127.0.0.2:" + port;
      PageFetcher fetcher =
          new PageFetcher(
              socket -> socket.getAddress().getHostAddress().equals("127.0.0.2"), rebinding);

      assertThat(new String(fetcher.fetch(base + "/page").bytes(), StandardCharsets.UTF_8))
          .isEqualTo("<p>Hello</p>");
      assertThat(fetcher.fetch(base + "/to-page").url()).endsWith("/page");
      for (String trap : traps) {
        assertThatThrownBy(() -> fetcher.fetch(base + trap))
            .isInstanceOf(PageFetcher.Refused.class);
      }
      assertThatThrownBy(() -> fetcher.fetch(base + "/loop")).hasMessageContaining("redirected");
      assertThatThrownBy(() -> fetcher.fetch(base + "/private")).hasMessageContaining("robots.txt");
      inside.setSoTimeout(200);
      assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    } finally {
      site.stop(0);
    }
  }

  private static void answer(
      HttpServer site, String path, int status, String body, String location) {
    site.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
