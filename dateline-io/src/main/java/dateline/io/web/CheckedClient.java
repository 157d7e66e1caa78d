package dateline.io.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Connects to addresses that are allowed and to no other. Every connection is checked by the
 * address that it really goes to, at the moment it is made: after the name is resolved, after each
 * redirect, whatever the address looked like in the text. Thread-safe.
 */
public final class CheckedClient {

  /** A host that is only numbers, in any of the ways in which some programs read addresses. */
  private static final Pattern NUMERIC =
      Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OkHttpClient client;

  /**
   * @param allowed which addresses may be connected to
   * @param dns how names are resolved
   */
  public CheckedClient(Predicate<InetSocketAddress> allowed, Dns dns) {
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

  /**
   * Sends a request; follows no redirection.
   *
   * @throws IOException when the address is not of the web, can be read in several ways, leads to
   *     what is not allowed, or does not answer in {@code 30 s}
   */
  Response send(URI url, Request.Builder request) throws IOException {
    String host = url.getHost() == null ? "" : url.getHost();
    boolean ambiguous = NUMERIC.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches();
    if (!isWeb(url) || ambiguous) {
      throw new IOException("not an address of the web: " + url);
    }
    try {
      return client.newCall(request.url(url.toString()).build()).execute();
    } catch (IllegalArgumentException e) {
      throw new IOException("not an address of the web: " + url, e);
    }
  }

  /** Whether it is an absolute address of http or https, without a user name. */
  static boolean isWeb(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && url.getHost() != null
        && url.getUserInfo() == null;
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
            throw new IOException(endpoint + " is not of the public web");
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
