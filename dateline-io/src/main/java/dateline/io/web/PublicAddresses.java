package dateline.io.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Tells addresses of the public internet from those inside: loopback, private, link-local (cloud
 * metadata is there), shared, reserved, and IPv6 forms of any of them. After the IANA registries of
 * special-purpose addresses (RFC 6890) and RFC 6598, 4193, 6052, 3056, 4380.
 */
public final class PublicAddresses {

  private PublicAddresses() {}

  /** Public addresses on any port: where an operator names the sites. */
  public static Predicate<InetSocketAddress> onAnyPort() {
    return socket -> socket.getAddress() != null && isPublic(socket.getAddress());
  }

  /** Public addresses on the ports of the web: where any user may name a page. */
  public static Predicate<InetSocketAddress> onWebPorts() {
    return onAnyPort().and(socket -> socket.getPort() == 80 || socket.getPort() == 443);
  }

  public static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? isPublic4(bytes)
        : address instanceof Inet6Address && isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    return !(a == 0
        || a == 10
        || a == 127
        || a == 100 && b >= 64 && b < 128
        || a == 169 && b == 254
        || a == 172 && b >= 16 && b < 32
        || a == 192 && b == 168
        || a == 192 && b == 0 && (c == 0 || c == 2)
        || a == 192 && b == 88 && c == 99
        || a == 198 && (b == 18 || b == 19)
        || a == 198 && b == 51 && c == 100
        || a == 203 && b == 0 && c == 113
        || a >= 224);
  }

  /** Only 2000::/3 is given out; of it, not what wraps an IPv4 address or is for documents. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    if (first == 0x64 && second == 0xff9b) { // NAT64: the last four bytes are the address
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    return (first & 0xe000) == 0x2000
        && first != 0x2002
        && !(first == 0x2001 && (second == 0 || second == 0xdb8 || second < 0x200));
  }
}
