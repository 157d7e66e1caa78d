package dateline.io.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which addresses may be fetched: of the public web only, so that a feed can't reach into a
 * network.
 */
final class Addresses {

  /** A host that is only numbers, in any of the ways in which some programs read addresses. */
  private static final Pattern NUMERIC =
      Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private Addresses() {}

  /** Whether it is an absolute address of http or https. */
  static boolean isWeb(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && url.getHost() != null
        && url.getUserInfo() == null;
  }

  /**
   * Looks the host up.
   *
   * @throws IOException when it is unknown or any of its addresses is not of the public web
   */
  static void check(URI url) throws IOException {
    String host = url.getHost() == null ? "" : url.getHost();
    boolean ambiguous = NUMERIC.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches();
    if (!isWeb(url) || ambiguous) {
      throw new IOException("not an address of the web: " + url);
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!isPublic(address)) {
          throw new IOException(
              host + " is " + address.getHostAddress() + ", which is not of the public web");
        }
      }
    } catch (UnknownHostException e) {
      throw new IOException("there is no host " + host, e);
    }
  }

  /** Not loopback, link-local, private, shared, multicast, reserved or a tunnel to one of these. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublic(bytes, 0) : isPublic6(bytes);
  }

  /** IPv4, after IANA's registry of special-purpose addresses. */
  private static boolean isPublic(byte[] bytes, int at) {
    int a = bytes[at] & 0xff;
    int b = bytes[at + 1] & 0xff;
    int c = bytes[at + 2] & 0xff;
    return a != 0
        && a != 10
        && a != 127
        && a < 224
        && !(a == 100 && b >= 64 && b < 128)
        && !(a == 169 && b == 254)
        && !(a == 172 && b >= 16 && b < 32)
        && !(a == 192 && b == 168)
        && !(a == 192 && b == 0 && (c == 0 || c == 2))
        && !(a == 198 && (b == 18 || b == 19))
        && !(a == 198 && b == 51 && c == 100)
        && !(a == 203 && b == 0 && c == 113);
  }

  /** IPv6: global unicast, 2000::/3, without documentation, Teredo and 6to4 of private ones. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    if (first == 0x0064 && second == 0xff9b) {
      return isPublic(bytes, 12); // NAT64
    }
    if (first == 0x2002) {
      return isPublic(bytes, 2); // 6to4
    }
    return first >> 13 == 1 && !(first == 0x2001 && (second == 0 || second == 0x0db8));
  }
}
