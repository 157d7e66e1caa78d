package dateline.language;

import java.util.List;

/**
 * What an uncased encoder can't see in a word's pieces: its case, whether it stands in a quotation,
 * whether it opens a paragraph; one number a word. The same as {@code features} in {@code
 * training/data.py}.
 */
final class Features {

  private Features() {}

  /**
   * @param paragraphOf each word's paragraph number
   * @return {@code caseClass * 4 + inQuotation * 2 + opensParagraph} for each word
   */
  static int[] of(List<String> words, int[] paragraphOf) {
    int[] features = new int[words.size()];
    boolean open = false;
    for (int i = 0; i < features.length; i++) {
      boolean first = i == 0 || paragraphOf[i] != paragraphOf[i - 1];
      open &= !first;
      boolean before = open;
      open = openAfter(words.get(i), open);
      features[i] = caseClass(words.get(i)) * 4 + (before || open ? 2 : 0) + (first ? 1 : 0);
    }
    return features;
  }

  private static boolean openAfter(String word, boolean open) {
    return switch (word) {
      case "\"", "''" -> !open;
      case "“", "„", "«", "``" -> true;
      case "”", "‟", "»" -> false;
      default -> open;
    };
  }

  /** 0 no letter, 1 lower, 2 Title, 3 UPPER, 4 mixed, 5 one upper-case letter, 6 digits. */
  static int caseClass(String word) {
    int letters = 0;
    int upper = 0;
    boolean startsUpper = false;
    boolean digit = false;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int codePoint = word.codePointAt(i);
      if (Character.isLetter(codePoint)) {
        if (Character.isUpperCase(codePoint)) {
          upper++;
          startsUpper |= letters == 0;
        }
        letters++;
      }
      digit |= Character.isDigit(codePoint);
    }
    if (letters == 0) {
      return digit ? 6 : 0;
    }
    if (upper == 0) {
      return 1;
    }
    if (letters == 1) {
      return 5;
    }
    if (upper == letters) {
      return 3;
    }
    return startsUpper && upper == 1 ? 2 : 4;
  }
}
