package dateline.language;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** English words for the numbers below a hundred, from {@code time/words.tsv}. Thread-safe. */
public final class Cardinals {

  private static final int HUNDRED = 100;
  private static final Map<String, Integer> VALUES = new HashMap<>();
  private static final Map<Integer, String> WORDS = new HashMap<>();

  static {
    for (String[] row : Resource.table("time/words.tsv")) {
      if (row[1].equals("DIGIT") || row[1].equals("TENS")) {
        VALUES.put(row[0], Integer.valueOf(row[2]));
        WORDS.put(Integer.valueOf(row[2]), row[0]);
      }
    }
  }

  private Cardinals() {}

  /**
   * @param word in lower case: "seven", "thirty", "thirty-seven"
   * @return null when it is no number below a hundred
   */
  public static @Nullable Integer value(String word) {
    Integer whole = VALUES.get(word);
    int hyphen = word.indexOf('-');
    if (whole != null || hyphen < 0) {
      return whole;
    }
    Integer tens = VALUES.get(word.substring(0, hyphen));
    Integer ones = VALUES.get(word.substring(hyphen + 1));
    if (tens == null || ones == null || tens < 20 || tens % 10 != 0 || ones < 1 || ones > 9) {
      return null;
    }
    return tens + ones;
  }

  /**
   * @param number not negative; from 100 on it is written in figures
   */
  public static String words(int number) {
    if (number >= HUNDRED) {
      return Integer.toString(number);
    }
    String whole = WORDS.get(number);
    return whole != null ? whole : WORDS.get(number / 10 * 10) + "-" + WORDS.get(number % 10);
  }
}
