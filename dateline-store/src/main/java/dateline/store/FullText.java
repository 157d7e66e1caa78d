package dateline.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person types into a full-text query that can't be wrong: every word and phrase is
 * put in quotation marks, so nothing typed is ever an operator but the bar between alternatives.
 */
public final class FullText {

  /** Before a match in an excerpt: a control character, which no article holds. */
  public static final char MATCH_START = '\u0002';

  /** After it. */
  public static final char MATCH_END = '\u0003';

  private final List<Group> groups = new ArrayList<>(List.of(new Group()));

  /**
   * A word or a phrase.
   *
   * @param begun whether it stands for all words that begin so
   */
  record Term(String words, boolean begun) {

    /** For FTS5, which takes words apart as it does texts. */
    String quoted() {
      return '"' + words.replace("\0", " ").replace("\"", "\"\"") + '"' + (begun ? "*" : "");
    }
  }

  /** One alternative: all that must occur, and what must not. */
  static final class Group {

    private final Set<Term> wanted = new LinkedHashSet<>();
    private final Set<Term> unwanted = new LinkedHashSet<>();

    Set<Term> wanted() {
      return wanted;
    }

    Set<Term> unwanted() {
      return unwanted;
    }

    private String inWords() {
      return join(" and ", wanted) + (unwanted.isEmpty() ? "" : " but not " + join(", ", unwanted));
    }

    private static String join(String separator, Set<Term> terms) {
      return String.join(separator, terms.stream().map(Term::quoted).toList());
    }
  }

  private FullText() {}

  /** How words are read, for people: {@code "peace" and "valley"* but not "war"}; "" for none. */
  public static String inWords(@Nullable String typed) {
    return String.join(", or ", groups(typed).stream().map(Group::inWords).toList());
  }

  /**
   * A text in which the words that were typed stand between {@link #MATCH_START} and {@link
   * #MATCH_END}.
   */
  public static String marked(String text, @Nullable String typed) {
    List<Group> groups = groups(typed);
    return groups.isEmpty() ? text : Excerpt.whole(text, groups);
  }

  /** The alternatives; none when nothing is asked for. */
  static List<Group> groups(@Nullable String typed) {
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
      String words = typed.substring(phrase ? start + 1 : start, end);
      if (words.equals("OR") && !phrase && !negated) {
        groups.add(new Group());
      } else {
        add(words, negated);
      }
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
    boolean begun = words.endsWith("*");
    (negated ? group.unwanted : group.wanted)
        .add(new Term(begun ? words.substring(0, words.length() - 1) : words, begun));
  }
}
