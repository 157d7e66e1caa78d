package dateline.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person types into an FTS5 query that can't be wrong: every word and phrase is put in
 * quotation marks, so nothing typed is ever an operator.
 */
final class FullText {

  private final List<String> wanted = new ArrayList<>();
  private final List<String> unwanted = new ArrayList<>();

  private FullText() {}

  /**
   * @return null when nothing is asked for: no letter or digit outside a {@code -word}
   */
  static @Nullable String query(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    FullText query = new FullText();
    query.parse(typed.replace('“', '"').replace('”', '"').replace('„', '"'));
    if (query.wanted.isEmpty()) {
      return null;
    }
    String all = String.join(" AND ", query.wanted);
    return query.unwanted.isEmpty()
        ? all
        : "(" + all + ") NOT (" + String.join(" OR ", query.unwanted) + ")";
  }

  private void parse(String typed) {
    int at = 0;
    while (at < typed.length()) {
      if (Character.isWhitespace(typed.charAt(at))) {
        at++;
        continue;
      }
      boolean negated = typed.charAt(at) == '-';
      int start = negated ? at + 1 : at;
      boolean phrase = start < typed.length() && typed.charAt(start) == '"';
      int end = phrase ? typed.indexOf('"', start + 1) : endOfWord(typed, start);
      if (end < 0) {
        end = typed.length();
      }
      add(typed.substring(phrase ? start + 1 : start, end), negated);
      at = Math.max(end + (phrase ? 1 : 0), at + 1);
    }
  }

  private static int endOfWord(String typed, int start) {
    int end = start;
    while (end < typed.length()
        && !Character.isWhitespace(typed.charAt(end))
        && typed.charAt(end) != '"') {
      end++;
    }
    return end;
  }

  private void add(String words, boolean negated) {
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    String quoted = '"' + words.replace("\0", " ").replace("\"", "\"\"") + '"';
    (negated ? unwanted : wanted).add(words.endsWith("*") ? quoted + "*" : quoted);
  }
}
