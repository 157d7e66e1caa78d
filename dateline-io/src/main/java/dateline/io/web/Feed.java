package dateline.io.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a feed lists: RSS 0.9 to 2.0, Atom 1.0, JSON Feed 1.1, and sitemaps with or without the news
 * extension. Damaged XML is read as far as it goes. A document type is passed over: no entity is
 * expanded and nothing is fetched.
 *
 * @param entries each address once, in the feed's order
 * @param feeds addresses of further feeds: the sitemaps of a sitemap index
 */
public record Feed(List<Entry> entries, List<String> feeds) {

  /** Most that is taken from one feed; sitemaps may have so many. */
  private static final int MAX_ENTRIES = 50_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  public Feed {
    entries = List.copyOf(entries);
    feeds = List.copyOf(feeds);
  }

  /**
   * A page that a feed names.
   *
   * @param url absolute, http or https
   * @param changed when it was published or last changed, as the feed writes it
   */
  public record Entry(String url, @Nullable String changed) {}

  /**
   * @param base the feed's own address
   * @throws IOException when there is no feed in it
   */
  public static Feed parse(byte[] bytes, URI base) throws IOException {
    int first = 0;
    while (first < bytes.length && (bytes[first] <= ' ')) {
      first++; // blanks and the byte-order mark, whose bytes are negative
    }
    return first < bytes.length && bytes[first] == '{' ? json(bytes, base) : xml(bytes, base);
  }

  /** Addresses of the feeds that an OPML file lists. */
  public static List<String> opml(byte[] bytes) throws IOException {
    List<String> feeds = new ArrayList<>();
    for (Element outline : document(bytes, "").select("outline[xmlUrl]")) {
      feeds.add(outline.attr("xmlUrl").strip());
    }
    if (feeds.isEmpty()) {
      throw new IOException("there is no outline with an xmlUrl in it");
    }
    return List.copyOf(feeds);
  }

  private static Feed json(byte[] bytes, URI base) throws IOException {
    Collected found = new Collected(base);
    for (JsonNode item : JSON.readTree(bytes).path("items")) {
      String changed = item.path("date_modified").asText(item.path("date_published").asText(""));
      found.add(item.path("url").asText(item.path("external_url").asText("")), changed);
    }
    return new Feed(found.entries(), List.of());
  }

  private static Feed xml(byte[] bytes, URI base) throws IOException {
    Document document = document(bytes, base.toString());
    if (document.selectFirst("rss, feed, urlset, sitemapindex, *|RDF") == null) {
      throw new IOException("there is no RSS, Atom, JSON Feed or sitemap in it");
    }
    Collected found = new Collected(base);
    for (Element item : document.getElementsByTag("item")) {
      found.add(text(item, "link", "guid"), text(item, "pubDate", "dc:date"));
    }
    for (Element entry : document.getElementsByTag("entry")) {
      found.add(alternate(entry), text(entry, "updated", "published"));
    }
    for (Element url : document.getElementsByTag("url")) {
      found.add(text(url, "loc"), text(url, "news:publication_date", "lastmod"));
    }
    Collected further = new Collected(base);
    for (Element sitemap : document.getElementsByTag("sitemap")) {
      further.add(text(sitemap, "loc"), "");
    }
    return new Feed(found.entries(), further.entries().stream().map(Entry::url).toList());
  }

  private static Document document(byte[] bytes, String base) throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(bytes), null, base, Parser.xmlParser());
  }

  /** The text of the first child of these names that has some. */
  private static String text(Element of, String... names) {
    for (String name : names) {
      for (Element found : of.getElementsByTag(name)) {
        if (!found.text().isBlank()) {
          return found.text().strip();
        }
      }
    }
    return "";
  }

  private static String alternate(Element entry) {
    for (Element link : entry.getElementsByTag("link")) {
      String relation = link.attr("rel");
      if (relation.isEmpty() || relation.equals("alternate")) {
        return link.attr("href");
      }
    }
    return "";
  }

  /** Entries by address; an address that is none is left out. */
  private static final class Collected {

    private final URI base;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Collected(URI base) {
      this.base = base;
    }

    void add(String address, String changed) {
      if (address.isBlank() || entries.size() >= MAX_ENTRIES) {
        return;
      }
      try {
        URI url = base.resolve(address.strip().replace(" ", "%20"));
        if (CheckedClient.isWeb(url)) {
          entries.putIfAbsent(
              url.toString(), new Entry(url.toString(), changed.isBlank() ? null : changed));
        }
      } catch (IllegalArgumentException e) {
        return; // no address
      }
    }

    List<Entry> entries() {
      return List.copyOf(entries.values());
    }
  }
}
