package dateline.language;

import dateline.data.Resource;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds where sentences end, by the tokens of one paragraph: at full stops, question and
 * exclamation marks and what closes after them, not at abbreviations, initials and times. Looks a
 * few tokens ahead only, so it is linear. Immutable and thread-safe.
 */
public final class SentenceSplitter {

  private static final String CLOSERS = "”’»)]}";
  private static final Set<String> SPEECH =
      Set.of(
          "said",
          "says",
          "asked",
          "asks",
          "wrote",
          "added",
          "replied",
          "told",
          "shouted",
          "yelled",
          "tweeted",
          "answered",
          "responded",
          "exclaimed",
          "cried",
          "demanded",
          "wondered");

  private enum Abbreviation {
    TITLE,
    BEFORE_NUMBER,
    ANY
  }

  private final Map<String, Abbreviation> abbreviations;
  private final Set<String> starters;

  private SentenceSplitter(Map<String, Abbreviation> abbreviations, Set<String> starters) {
    this.abbreviations = abbreviations;
    this.starters = starters;
  }

  public static SentenceSplitter load() {
    Map<String, Abbreviation> abbreviations = new HashMap<>();
    for (String[] row : Resource.table("language/abbreviations.tsv")) {
      abbreviations.put(
          row[0].toLowerCase(Locale.ROOT),
          Abbreviation.valueOf(row[1].toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    Set<String> starters = new HashSet<>();
    for (String[] row : Resource.table("language/starters.tsv")) {
      starters.add(row[0]);
    }
    return new SentenceSplitter(abbreviations, starters);
  }

  /**
   * @param text the text that the tokens are in
   * @param tokens the tokens of one paragraph, in order
   * @return for each sentence, in order, the index after its last token; the last is {@code
   *     tokens.size()}; empty when there are no tokens
   */
  public List<Integer> ends(String text, List<CharRange> tokens) {
    List<Integer> ends = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int end = at + 1;
      if (mayEnd(tokens.get(at).of(text))) {
        end = closed(text, tokens, at + 1);
        if (end == tokens.size() || endsHere(text, tokens, at, end)) {
          ends.add(end);
        }
      }
      at = end;
    }
    if (!tokens.isEmpty() && (ends.isEmpty() || ends.get(ends.size() - 1) < tokens.size())) {
      ends.add(tokens.size());
    }
    return ends;
  }

  private static boolean mayEnd(String token) {
    char last = token.charAt(token.length() - 1);
    return last == '.' || last == '!' || last == '?' || last == '…' || last == '。';
  }

  /** Index after the marks that close a quotation or bracket right here. */
  private static int closed(String text, List<CharRange> tokens, int from) {
    int at = from;
    while (at < tokens.size() && closes(text, tokens, at)) {
      at++;
    }
    return at;
  }

  private static boolean closes(String text, List<CharRange> tokens, int at) {
    String token = tokens.get(at).of(text);
    boolean close = tokens.get(at).start() == tokens.get(at - 1).end();
    if (token.length() == 1 && CLOSERS.indexOf(token.charAt(0)) >= 0) {
      return close || token.equals("”") || token.equals("»");
    }
    boolean straight = token.equals("\"") || token.equals("'") || token.equals("''");
    boolean beforeWord =
        at + 1 < tokens.size() && tokens.get(at + 1).start() == tokens.get(at).end();
    return straight && close && !(beforeWord && startsWord(tokens.get(at + 1).of(text)));
  }

  private static boolean startsWord(String token) {
    return Character.isLetterOrDigit(token.codePointAt(0));
  }

  /** Whether the sentence of the final mark {@code last} ends before the token {@code next}. */
  private boolean endsHere(String text, List<CharRange> tokens, int last, int next) {
    String mark = tokens.get(last).of(text);
    String follower = tokens.get(next).of(text);
    if (!mayStart(follower)) {
      return false;
    }
    boolean apart = tokens.get(next).start() > tokens.get(next - 1).end();
    if (mark.equals(".")) {
      return apart || Character.isUpperCase(follower.codePointAt(0)) || isOpening(follower);
    }
    if (mark.endsWith("!") || mark.endsWith("?")) {
      return !(next > last + 1 && isSpeechClause(text, tokens, next));
    }
    if (mark.startsWith("..") || mark.startsWith("…")) {
      return apart && !follower.equals("I");
    }
    return next > last + 1 || endsAfter(mark, firstWord(text, tokens, next));
  }

  private static boolean mayStart(String token) {
    int first = token.codePointAt(0);
    if (Character.isLetter(first)) {
      return !Character.isLowerCase(first);
    }
    return Character.isDigit(first) || isOpening(token) || "@#$€£[(•".indexOf(first) >= 0;
  }

  private static boolean isOpening(String token) {
    return token.equals("''") || "“‘\"'«„``".contains(token);
  }

  /** “Why?” Khan asked: up to four names or a pronoun, then a verb of speech. */
  private static boolean isSpeechClause(String text, List<CharRange> tokens, int from) {
    for (int at = from; at < Math.min(from + 5, tokens.size()); at++) {
      String token = tokens.get(at).of(text);
      if (SPEECH.contains(token)) {
        return at > from;
      }
      if (Character.isLowerCase(token.codePointAt(0)) && token.length() > 3) {
        return false;
      }
    }
    return false;
  }

  private static String firstWord(String text, List<CharRange> tokens, int from) {
    int at = from;
    while (at + 1 < tokens.size() && isOpening(tokens.get(at).of(text))) {
      at++;
    }
    return tokens.get(at).of(text);
  }

  /** Whether a sentence may end after an abbreviation, seeing the next word. */
  private boolean endsAfter(String abbreviation, String follower) {
    String form = abbreviation.substring(0, abbreviation.length() - 1).toLowerCase(Locale.ROOT);
    boolean starter = starters.contains(follower.toLowerCase(Locale.ROOT));
    Abbreviation known = abbreviations.get(form);
    if (known == Abbreviation.TITLE || form.length() == 1 && known == null) {
      return false;
    }
    if (known == Abbreviation.BEFORE_NUMBER) {
      return starter && !Character.isDigit(follower.codePointAt(0));
    }
    return starter;
  }
}
