package dateline.page;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads HTML pages. */
final class HtmlReader {

  Reading read(String html) {
    Document document = Jsoup.parse(html);
    Paragraphs paragraphs = new Paragraphs();
    for (Element p : document.select(document.select("article p").isEmpty() ? "p" : "article p")) {
      if (!p.text().isBlank()) {
        paragraphs.add(p.text());
      }
    }
    return new Reading(
        document.title().isBlank() ? null : document.title(),
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        paragraphs.text(),
        paragraphs.ranges(),
        null,
        null,
        false,
        List.of(),
        List.of());
  }
}
