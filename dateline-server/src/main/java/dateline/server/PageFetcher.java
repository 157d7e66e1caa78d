package dateline.server;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page that a user names, and nothing that isn't public. Every connection is checked by
 * the address that it really goes to, at the moment it is made: after the name is resolved, after
 * each redirect, whatever the address looked like in the text. robots.txt is kept (RFC 9309).
 */
final class PageFetcher {

  private static final String AGENT = "dateline";
  private static final int REDIRECTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 10_000_000;

  /** RFC 9309, section 2.5: at least 500 kibibytes of a robots.txt are read. */
  private static final int ROBOTS_BYTES = 512_000;

  private final OkHttpClient client;

  /** A fetched page. */
  record Page(byte[] bytes, String url, @Nullable String charset) {}

  /** Why there is no page; the message is for the user. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * @param allowed which addresses may be connected to
   * @param dns how names are resolved
   */
  PageFetcher(Predicate<InetSocketAddress> allowed, Dns dns) {
    client =
        new OkHttpClient.Builder()
            .dns(name -> List.copyOf(dns.lookup(name)))
            .socketFactory(new CheckedSockets(allowed))
            .proxy(Proxy.NO_PROXY)
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .callTimeout(PATIENCE)
            .build();
  }

  static PageFetcher ofPublicPages() {
    return new PageFetcher(new PublicAddresses(), Dns.SYSTEM);
  }

  /**
   * @throws Refused when the address is not http(s) or not public, robots.txt says no, or no page
   *     comes of it
   */
  Page fetch(String address) throws Refused {
    HttpUrl url = HttpUrl.parse(address.strip());
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
        throw new Refused("Only http and https addresses without a user name are fetched");
      }
      checkHost(url.host());
      checkRobots(url);
      try (Response response = get(url)) {
        String next = response.header("Location");
        if (!response.isRedirect() || next == null) {
          return page(response, url);
        }
        url = url.resolve(next);
      } catch (IOException e) {
        throw new Refused("The page can't be fetched: " + e.getMessage());
      }
    }
    throw new Refused("The page redirects more than " + REDIRECTS + " times");
  }

  /**
   * Numbers that programs read differently (octal, hexadecimal, fewer parts) are not guessed at.
   */
  private static void checkHost(String host) throws Refused {
    boolean number = host.matches("(?i)[0-9.]+|.*\\b0x[0-9a-f]+.*");
    if (number && !host.matches("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})")) {
      throw new Refused("The address is not a name and not a plain number");
    }
  }

  private Response get(HttpUrl url) throws IOException {
    return client
        .newCall(
            new Request.Builder()
                .url(url)
                .header("User-Agent", AGENT + "/" + dateline.Dateline.VERSION)
                .header("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8")
                .build())
        .execute();
  }

  private void checkRobots(HttpUrl url) throws Refused {
    HttpUrl robots = url.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build();
    try (Response response = get(robots)) {
      if (response.code() >= 500) {
        throw new Refused("The site’s robots.txt can't be read, so nothing of it is fetched");
      }
      if (response.isSuccessful()) {
        BaseRobotRules rules =
            new SimpleRobotRulesParser()
                .parseContent(
                    robots.toString(),
                    bytes(response, ROBOTS_BYTES, false),
                    "text/plain",
                    List.of(AGENT));
        if (!rules.isAllowed(url.toString())) {
          throw new Refused("The site’s robots.txt asks not to fetch this page");
        }
      }
    } catch (IOException e) {
      throw new Refused("The site can't be reached: " + e.getMessage());
    }
  }

  private static Page page(Response response, HttpUrl url) throws Refused, IOException {
    if (!response.isSuccessful()) {
      throw new Refused("The site answers " + response.code());
    }
    ResponseBody body = response.body();
    MediaType type = body == null ? null : body.contentType();
    if (type != null && !type.type().equals("text") && !type.subtype().contains("html")) {
      throw new Refused(
          "The address leads to no page, but to " + type.type() + "/" + type.subtype());
    }
    Charset charset = type == null ? null : type.charset(null);
    return new Page(
        bytes(response, MOST_BYTES, true), url.toString(), charset == null ? null : charset.name());
  }

  private static byte[] bytes(Response response, int most, boolean whole)
      throws IOException, Refused {
    ResponseBody body = response.body();
    if (body == null) {
      return new byte[0];
    }
    try (InputStream in = body.byteStream()) {
      byte[] bytes = in.readNBytes(most);
      if (whole && in.read() >= 0) {
        throw new Refused("The page is larger than " + most / 1_000_000 + " MB");
      }
      return bytes;
    }
  }

  /** Sockets that look at the address when they connect. */
  private static final class CheckedSockets extends SocketFactory {

    private final Predicate<InetSocketAddress> allowed;

    CheckedSockets(Predicate<InetSocketAddress> allowed) {
      this.allowed = allowed;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          if (!(endpoint instanceof InetSocketAddress address) || !allowed.test(address)) {
            throw new IOException("the address is not a public one");
          }
          super.connect(endpoint, timeout);
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
          connect(endpoint, 0);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException("sockets are made unconnected");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException("sockets are made unconnected");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException("sockets are made unconnected");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException("sockets are made unconnected");
    }
  }
}
