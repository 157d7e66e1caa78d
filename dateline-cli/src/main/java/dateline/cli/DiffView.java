package dateline.cli;

import dateline.diff.ArticleDiff;
import dateline.diff.Change;
import dateline.diff.DiffSummary;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Differences for a person. */
final class DiffView {

  /** So much of an item's words and of a value is shown. */
  private static final int SHOWN = 80;

  /** Signs of what became of something. */
  private static final Map<String, String> SIGNS =
      Map.of("added", "+", "removed", "-", "changed", "~");

  private DiffView() {}

  static String of(ArticleDiff diff) {
    StringBuilder text = new StringBuilder();
    text.append(diff.article()).append("  ").append(diff.what()).append('\n');
    for (Change change : diff.changes()) {
      text.append("  ").append(SIGNS.get(change.what())).append(' ').append(change.in());
      text.append(' ').append(change.type()).append("  ").append(cut(change.words())).append('\n');
      change
          .fields()
          .forEach(
              (name, values) ->
                  text.append("      ")
                      .append(name)
                      .append(": ")
                      .append(cut(values.before()))
                      .append(" → ")
                      .append(cut(values.after()))
                      .append('\n'));
    }
    return text.toString();
  }

  private static String cut(@Nullable String value) {
    if (value == null) {
      return "none";
    }
    String line = value.replaceAll("\\s+", " ");
    int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }

  /**
   * @param same articles that were not compared, for nothing touched them
   */
  static String summary(DiffSummary summary, long same) {
    Map<String, Long> articles = summary.articles();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Articles: %,d added, %,d removed, %,d changed, %,d the same.%n",
            articles.getOrDefault("added", 0L),
            articles.getOrDefault("removed", 0L),
            articles.getOrDefault("changed", 0L),
            articles.getOrDefault("same", 0L) + same));
    summary
        .items()
        .forEach(
            (sort, counts) -> {
              if (!sort.equals("article")) {
                text.append(sort).append(": ").append(counts(counts)).append('\n');
                summary
                    .types()
                    .getOrDefault(sort, Map.of())
                    .forEach(
                        (type, each) ->
                            text.append("  ")
                                .append(type)
                                .append(": ")
                                .append(counts(each))
                                .append('\n'));
              }
              Map<String, Long> fields = summary.fields().getOrDefault(sort, Map.of());
              if (!fields.isEmpty()) {
                text.append("  fields of ")
                    .append(sort)
                    .append(": ")
                    .append(most(fields))
                    .append('\n');
              }
            });
    return text.toString();
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String most(Map<String, Long> fields) {
    return fields.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
