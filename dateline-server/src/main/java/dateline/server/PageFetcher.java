package dateline.server;

import dateline.io.web.CheckedClient;
import dateline.io.web.Fetcher;
import dateline.io.web.PublicAddresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/** Fetches a page that a user names, and nothing that isn't public. robots.txt is kept. */
final class PageFetcher {

  private static final int MOST_BYTES = 10_000_000;

  private final CheckedClient client;

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
    client = new CheckedClient(allowed, dns);
  }

  static PageFetcher ofPublicPages() {
    return new PageFetcher(PublicAddresses.onWebPorts(), Dns.SYSTEM);
  }

  /**
   * @throws Refused when the address is not http(s) or not public, robots.txt says no, or no page
   *     comes of it
   */
  Page fetch(String address) throws Refused {
    Fetcher.Answer answer;
    try {
      answer =
          new Fetcher(client, Duration.ZERO)
              .get(URI.create(address.strip()), null, null, MOST_BYTES);
    } catch (IllegalArgumentException e) {
      throw new Refused("Only http and https addresses without a user name are fetched");
    } catch (IOException e) {
      throw new Refused("The page can't be fetched: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("The server is stopping");
    }
    if (!answer.isNew()) {
      throw new Refused("The site answers " + answer.status());
    }
    String type = answer.contentType() == null ? "text/" : answer.contentType();
    if (!type.startsWith("text/") && !type.toLowerCase(Locale.ROOT).contains("html")) {
      throw new Refused("The address leads to no page, but to " + type);
    }
    return new Page(answer.body(), answer.url().toString(), answer.charset());
  }
}
