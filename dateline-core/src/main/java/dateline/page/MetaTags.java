package dateline.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The values of a page's meta elements by field, the most trusted names first. */
final class MetaTags {

  private static final Phrases NAMES = Phrases.load("page/meta-names.tsv");
  private static final int LONGEST = 1_000;

  private final Map<String, List<String>> values = new HashMap<>();

  private MetaTags() {}

  static MetaTags of(PageParts parts) {
    MetaTags tags = new MetaTags();
    for (Element meta : parts.metas()) {
      String content = JsonLd.plain(meta.attr("content"));
      if (content != null && content.length() < LONGEST) {
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
          String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
          if (!name.isEmpty()) {
            tags.values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(content);
          }
        }
      }
    }
    return tags;
  }

  /** All values of a field ("published"), in order of trust, then of the page. */
  List<String> all(String field) {
    List<String> found = new ArrayList<>();
    for (String name : NAMES.all(field)) {
      found.addAll(values.getOrDefault(name, List.of()));
    }
    return found;
  }

  /** The values of each name of a field that the page has, in order of trust. */
  List<List<String>> byName(String field) {
    return NAMES.all(field).stream().map(name -> values.getOrDefault(name, List.of())).toList();
  }

  /** The most trusted value of a field, or null. */
  @Nullable String first(String field) {
    List<String> all = all(field);
    return all.isEmpty() ? null : all.get(0);
  }

  /** The first value of one name, or null. */
  @Nullable String named(String name) {
    List<String> found = values.get(name);
    return found == null ? null : found.get(0);
  }
}
