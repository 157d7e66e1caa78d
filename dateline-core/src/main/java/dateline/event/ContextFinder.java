package dateline.event;

import dateline.data.Resource;
import dateline.language.Analysis;
import dateline.language.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * PLOVER contexts of an article, by key words. A context needs two hits of which at least one names
 * it on its own, or four hits.
 */
final class ContextFinder {

  private record Keyword(List<String> words, String context, int weight) {}

  /** Sum of weights that makes a context; tuned by eye on the project's own examples. */
  private static final int ENOUGH = 3;

  private final Map<String, List<Keyword>> byFirst = new HashMap<>();

  ContextFinder() {
    for (String[] row : Resource.table("event/contexts.tsv")) {
      add(row[0], row[1], 2);
      add(row[0], row.length > 2 ? row[2] : "", 1);
    }
  }

  private void add(String context, String phrases, int weight) {
    for (String phrase : phrases.split(",")) {
      List<String> words = List.of(phrase.trim().split(" "));
      if (!words.get(0).isEmpty()) {
        byFirst
            .computeIfAbsent(words.get(0), key -> new ArrayList<>())
            .add(new Keyword(words, context, weight));
      }
    }
  }

  /** Contexts in alphabetical order. */
  List<String> find(Analysis analysis, Lemmas lemmas) {
    List<String> words = new ArrayList<>(analysis.tokens().size());
    for (Token token : analysis.tokens()) {
      words.add(lemmas.of(token.lower(), token.pos()));
    }
    Map<String, Integer> sums = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      for (Keyword keyword : byFirst.getOrDefault(words.get(i), List.of())) {
        int end = i + keyword.words().size();
        if (end <= words.size() && words.subList(i, end).equals(keyword.words())) {
          sums.merge(keyword.context(), keyword.weight(), Integer::sum);
        }
      }
    }
    return sums.entrySet().stream()
        .filter(e -> e.getValue() >= ENOUGH)
        .map(Map.Entry::getKey)
        .toList();
  }
}
