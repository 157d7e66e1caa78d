package dateline.server;

import io.javalin.http.Context;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed, as Atom (RFC 4287) or JSON Feed 1.1.
 *
 * @param atom address of its Atom form
 * @param json address of its JSON form
 * @param page address of the page that shows the same
 */
record Feed(String title, String atom, String json, String page, List<Entry> entries) {

  static final String UNDATED = "1970-01-01T00:00:00Z";

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** An entry. */
  record Entry(
      String address, String title, String text, String updated, @Nullable String author) {}

  /** The beginning of addresses on this server. */
  static String base(Context context) {
    return context.scheme() + "://" + context.host();
  }

  void asAtom(Context context) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "title", title);
      element(xml, "id", atom);
      element(
          xml,
          "updated",
          entries.stream().map(Entry::updated).max(String::compareTo).orElse(UNDATED));
      link(xml, "self", atom);
      link(xml, "alternate", page);
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

  void asJson(Context context) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Entry entry : entries) {
      String author = entry.author() == null ? "unknown outlet" : entry.author();
      items.add(
          Map.of(
              "id", entry.address(),
              "url", entry.address(),
              "title", entry.title(),
              "content_text", entry.text(),
              "date_published", entry.updated(),
              "authors", List.of(Map.of("name", author))));
    }
    context
        .contentType("application/feed+json")
        .result(
            Web.text(
                Web.map(
                    "version",
                    "https://jsonfeed.org/version/1.1",
                    "title",
                    title,
                    "home_page_url",
                    page,
                    "feed_url",
                    json,
                    "items",
                    items)));
  }
}
