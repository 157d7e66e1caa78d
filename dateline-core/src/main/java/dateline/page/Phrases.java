package dateline.page;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets of phrases by kind, from a two-column table ({@code kind}, {@code phrase}) of {@code
 * dateline-data}. Immutable and thread-safe.
 */
final class Phrases {

  private final Map<String, Set<String>> byKind = new HashMap<>();
  private final Map<String, List<String>> inOrder = new HashMap<>();

  /** By kind and first character. */
  private final Map<String, Map<Character, List<String>>> byFirst = new HashMap<>();

  private Phrases() {}

  static Phrases load(String path) {
    Phrases phrases = new Phrases();
    Map<String, java.util.LinkedHashSet<String>> read = new java.util.LinkedHashMap<>();
    for (String[] row : Resource.table(path)) {
      read.computeIfAbsent(row[0], kind -> new java.util.LinkedHashSet<>()).add(row[1]);
    }
    read.forEach(
        (kind, all) -> {
          phrases.byKind.put(kind, new HashSet<>(all));
          phrases.inOrder.put(kind, List.copyOf(all));
          phrases.byFirst.put(
              kind, all.stream().collect(Collectors.groupingBy(phrase -> phrase.charAt(0))));
        });
    return phrases;
  }

  /** The phrases of one kind in the order of the file; empty for an unknown kind. */
  List<String> all(String kind) {
    return inOrder.getOrDefault(kind, List.of());
  }

  boolean has(String kind, String phrase) {
    return byKind.getOrDefault(kind, Set.of()).contains(phrase);
  }

  /** Whether a phrase of the kind begins the text (both in lower case). */
  boolean startsWith(String kind, String text) {
    if (text.isEmpty()) {
      return false;
    }
    for (String phrase :
        byFirst.getOrDefault(kind, Map.of()).getOrDefault(text.charAt(0), List.of())) {
      if (text.startsWith(phrase)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lower case, typographic apostrophes made straight, outer punctuation and arrows taken off: the
   * form in which furniture is looked up.
   */
  static String key(String line) {
    String lower = line.toLowerCase(Locale.ROOT).replace('’', '\'');
    int start = 0;
    int end = lower.length();
    while (start < end && isEdge(lower.charAt(start))) {
      start++;
    }
    while (start < end && isEdge(lower.charAt(end - 1))) {
      end--;
    }
    return lower.substring(start, end);
  }

  private static boolean isEdge(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && c != '©';
  }
}
