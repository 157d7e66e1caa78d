package dateline.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person types into an FTS5 query that can't be wrong: every word and phrase is put in
 * quotation marks, so nothing typed is ever an operator but the bar between alternatives.
 */
public final class FullText {

  private final List<Group> groups = new ArrayList<>(List.of(new Group()));

  /** One alternative. */
  private static final class Group {
    private final List<String> wanted = new ArrayList<>();
    private final List<String> unwanted = new ArrayList<>();

    private String query(String column) {
      String all = column + " : (" + String.join(" AND ", wanted) + ")";
      return unwanted.isEmpty()
          ? all
          : "(" + all + ") NOT " + column + " : (" + String.join(" OR ", unwanted) + ")";
    }

    private String inWords() {
      return String.join(" and ", wanted)
          + (unwanted.isEmpty() ? "" : " but not " + String.join(", ", unwanted));
    }
  }

  private FullText() {}

  /**
   * @param column of the index that is looked through
   * @return null when nothing is asked for: no letter or digit outside a {@code -word}
   */
  static @Nullable String query(@Nullable String typed, String column) {
    List<Group> groups = groups(typed);
    return groups.isEmpty()
        ? null
        : String.join(") OR (", groups.stream().map(group -> group.query(column)).toList());
  }

  /** How words are read, for people: {@code "peace" and "valley"* but not "war"}; "" for none. */
  public static String inWords(@Nullable String typed) {
    return String.join(", or ", groups(typed).stream().map(Group::inWords).toList());
  }

  private static List<Group> groups(@Nullable String typed) {
    if (typed == null) {
      return List.of();
    }
    FullText query = new FullText();
    query.parse(typed.replace('“', '"').replace('”', '"').replace('„', '"'));
    return query.groups.stream().filter(group -> !group.wanted.isEmpty()).toList();
  }

  private void parse(String typed) {
    int at = 0;
    while (at < typed.length()) {
      char c = typed.charAt(at);
      if (c == '|') {
        groups.add(new Group());
      }
      if (c == '|' || Character.isWhitespace(c)) {
        at++;
        continue;
      }
      boolean negated = c == '-';
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
        && typed.charAt(end) != '"'
        && typed.charAt(end) != '|') {
      end++;
    }
    return end;
  }

  private void add(String words, boolean negated) {
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    Group group = groups.get(groups.size() - 1);
    String quoted = '"' + words.replace("\0", " ").replace("\"", "\"\"") + '"';
    (negated ? group.unwanted : group.wanted).add(words.endsWith("*") ? quoted + "*" : quoted);
  }
}
