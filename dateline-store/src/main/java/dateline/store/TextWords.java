package dateline.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as PostgreSQL's {@code tsvector}: words in lower case without diacritics, each with its
 * places and the letter of its column. Made here rather than by PostgreSQL, so that words are the
 * same as in SQLite and do not depend on the server's configuration.
 */
final class TextWords {

  /** Letters of columns in a {@code tsvector}. */
  private static final List<String> COLUMNS = List.of("text", "speaker", "party", "codes");

  /** A {@code tsvector} may have 1 MiB; what a text has beyond this is not found by its words. */
  private static final int MAX_LENGTH = 800_000;

  /** Places beyond this are all counted as this one by PostgreSQL. */
  private static final int LAST_PLACE = 16_383;

  /** A word may have 2,046 bytes. */
  private static final int MAX_WORD = 500;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private TextWords() {}

  /** The letter of a column. */
  static char letter(String column) {
    return (char) ('A' + COLUMNS.indexOf(column));
  }

  /** The words of a text, in order. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String folded = Folding.of(word.group());
      if (!folded.isEmpty()) {
        words.add(folded.length() > MAX_WORD ? folded.substring(0, MAX_WORD) : folded);
      }
    }
    return words;
  }

  /** A literal of type {@code tsvector}. */
  static String vector(String text, String speaker, String party, String codes) {
    Map<String, StringBuilder> places = new LinkedHashMap<>();
    List<String> texts = List.of(codes, text, speaker, party);
    List<String> columns = List.of("codes", "text", "speaker", "party");
    int place = 0;
    int length = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (String word : of(texts.get(i))) {
        place = Math.min(LAST_PLACE, place + 1);
        StringBuilder of = places.computeIfAbsent(word, key -> new StringBuilder());
        length += (of.isEmpty() ? 3 * word.length() + 8 : 0) + 8;
        if (length > MAX_LENGTH) {
          break;
        }
        of.append(of.isEmpty() ? "" : ",").append(place).append(letter(columns.get(i)));
      }
      place++; // a phrase does not run over from one text to the next
    }
    StringBuilder vector = new StringBuilder();
    places.forEach(
        (word, where) -> {
          if (!where.isEmpty()) {
            vector.append('\'').append(word).append("':").append(where).append(' ');
          }
        });
    return vector.toString();
  }
}
