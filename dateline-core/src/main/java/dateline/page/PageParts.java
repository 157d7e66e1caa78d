package dateline.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The elements of a page that hold its facts, from one walk; each list in page order.
 *
 * @param properties elements of microdata ({@code itemprop})
 * @param times elements that are meant for a stamp
 */
record PageParts(
    List<Element> metas,
    List<Element> links,
    List<Element> scripts,
    List<Element> properties,
    List<Element> times) {

  static PageParts of(Document document) {
    PageParts parts =
        new PageParts(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Node node = document; node != null; node = ShortText.next(node, document)) {
      if (node instanceof Element element) {
        switch (element.normalName()) {
          case "meta" -> parts.metas.add(element);
          case "link" -> parts.links.add(element);
          case "script" -> parts.scripts.add(element);
          case "time", "abbr" -> parts.times.add(element);
          default -> {
            if (element.hasClass("dt-published")) {
              parts.times.add(element);
            }
          }
        }
        if (element.hasAttr("itemprop")) {
          parts.properties.add(element);
        }
      }
    }
    return parts;
  }

  /** The address that the page says is its own; empty when it says none. */
  List<Element> canonical() {
    return links.stream()
        .filter(link -> link.attr("rel").strip().equalsIgnoreCase("canonical"))
        .toList();
  }
}
