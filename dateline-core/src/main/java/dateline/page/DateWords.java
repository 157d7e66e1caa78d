package dateline.page;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Month names of many languages, from {@code page/months.tsv}. */
final class DateWords {

  static final DateWords INSTANCE = new DateWords();

  private final Map<String, Integer> months = new HashMap<>();
  private final String alternatives;

  private DateWords() {
    TreeSet<String> longestFirst =
        new TreeSet<>(
            (a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
    for (String[] row : Resource.table("page/months.tsv")) {
      for (String form : row[2].split(",")) {
        months.put(form, Integer.parseInt(row[0]));
        longestFirst.add(form);
      }
    }
    alternatives = String.join("|", longestFirst);
  }

  /** The month's number, 1 to 12, or null. */
  @Nullable Integer month(String word) {
    return months.get(word.toLowerCase(Locale.ROOT));
  }

  /** All names as a regular expression's alternatives, the longest first. */
  String alternatives() {
    return alternatives;
  }
}
