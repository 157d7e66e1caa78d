package dateline.server;

import dateline.store.Hit;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Any search as Atom (RFC 4287) or JSON Feed 1.1, the latest first. */
final class FeedPage {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String UNDATED = "1970-01-01T00:00:00Z";

  private final SearchPage search;

  FeedPage(SearchPage search) {
    this.search = search;
  }

  /** An entry: what a hit is in a feed. */
  private record Entry(
      String address, String title, String text, String updated, @Nullable String author) {}

  private List<Entry> entries(Context context, Question question) {
    List<Entry> entries = new ArrayList<>();
    for (Hit hit : search.hits(question.with("order", "latest")).hits()) {
      HitView view = HitView.of(hit);
      entries.add(
          new Entry(
              base(context) + view.address(),
              view.headline(),
              view.plain(),
              updated(hit),
              hit.article().outlet()));
    }
    return entries;
  }

  private static String updated(Hit hit) {
    LocalDate day = Dates.day(hit.article().published());
    return day == null ? UNDATED : day + "T00:00:00Z";
  }

  private static String base(Context context) {
    return context.scheme() + "://" + context.host();
  }

  private static String title(Question question) {
    String words = String.join(", ", question.chips().stream().map(Question.Chip::words).toList());
    return "Dateline: " + question.in() + (words.isEmpty() ? "" : " – " + words);
  }

  void atom(Context context) {
    Question question = Question.of(context);
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      List<Entry> entries = entries(context, question);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "title", title(question));
      element(xml, "id", base(context) + question.at("/feed.atom"));
      element(
          xml,
          "updated",
          entries.stream().map(Entry::updated).max(String::compareTo).orElse(UNDATED));
      link(xml, "self", base(context) + question.at("/feed.atom"));
      link(xml, "alternate", base(context) + question.at("/search"));
      for (Entry entry : entries) {
        xml.writeStartElement("entry");
        element(xml, "title", entry.title());
        element(xml, "id", entry.address());
        element(xml, "updated", entry.updated());
        link(xml, "alternate", entry.address());
        xml.writeStartElement("author");
        element(xml, "name", entry.author() == null ? "unknown outlet" : entry.author());
        xml.writeEndElement();
        element(xml, "summary", entry.text());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed can't be written", e);
    }
    context.contentType("application/atom+xml").result(text.toString());
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  /** Without the characters that XML 1.0 has no way to write (section 2.2). */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= ' ' && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000)
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  void json(Context context) {
    Question question = Question.of(context);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Entry entry : entries(context, question)) {
      items.add(
          Map.of(
              "id", entry.address(),
              "url", entry.address(),
              "title", entry.title(),
              "content_text", entry.text(),
              "date_published", entry.updated(),
              "authors",
                  List.of(
                      Map.of("name", entry.author() == null ? "unknown outlet" : entry.author()))));
    }
    context
        .contentType("application/feed+json")
        .result(
            Web.text(
                Web.map(
                    "version",
                    "https://jsonfeed.org/version/1.1",
                    "title",
                    title(question),
                    "home_page_url",
                    base(context) + question.at("/search"),
                    "feed_url",
                    base(context) + question.at("/feed.json"),
                    "items",
                    items)));
  }
}
