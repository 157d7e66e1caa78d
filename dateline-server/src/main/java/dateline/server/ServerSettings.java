package dateline.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached.
 *
 * @param host address to bind to
 * @param port 0 for any free one
 * @param token what a caller must know; may be null only when bound to loopback
 * @param perMinute requests that one address may make in a minute; 0: any number
 * @param fetch whether pages may be read by their web address
 */
public record ServerSettings(
    String host, int port, @Nullable String token, int perMinute, boolean fetch) {

  private static final int SHORTEST_TOKEN = 12;

  public ServerSettings {
    if (token == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "a token is needed to serve on " + host + ", where other machines can reach it");
    }
    if (token != null && token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "the token must have at least " + SHORTEST_TOKEN + " characters");
    }
  }

  /** For this machine only. */
  public static ServerSettings local(int port) {
    return new ServerSettings("127.0.0.1", port, null, 600, false);
  }

  boolean isLocal() {
    return isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
