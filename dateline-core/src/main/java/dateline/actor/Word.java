package dateline.actor;

import dateline.language.Tokenizer;
import dateline.text.CharRange;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a phrase, made for look-up: hyphens and possessive endings are taken off and kept as
 * marks.
 *
 * @param text as printed
 * @param key lower case, without accents, full stops or apostrophes
 * @param token index of the token that it comes from
 * @param possessive whether "'s" or an apostrophe follows
 * @param hyphen whether a hyphen joins it to the next word
 */
record Word(String text, String key, int token, boolean possessive, boolean hyphen) {

  private static final String APOSTROPHES = "'’ʼ";
  private static final String HYPHENS = "-‐‑";

  /** The words of a whole text. */
  static List<Word> of(String text, Tokenizer tokenizer) {
    List<CharRange> tokens = tokenizer.tokenize(text, new CharRange(0, text.length()));
    return ofTokens(tokens.stream().map(range -> range.of(text)).toList());
  }

  /** The words of a row of tokens. */
  static List<Word> ofTokens(List<String> tokens) {
    List<Word> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (isHyphen(token)) {
        markLast(words, false);
      } else if (isPossessive(token) && !words.isEmpty()) {
        markLast(words, true);
      } else {
        addParts(words, token, i);
      }
    }
    return words;
  }

  private static boolean isHyphen(String token) {
    return token.length() == 1 && HYPHENS.indexOf(token.charAt(0)) >= 0;
  }

  private static boolean isPossessive(String token) {
    return APOSTROPHES.indexOf(token.charAt(0)) >= 0
        && (token.length() == 1 || token.substring(1).equalsIgnoreCase("s"));
  }

  private static void markLast(List<Word> words, boolean possessive) {
    if (!words.isEmpty()) {
      Word last = words.remove(words.size() - 1);
      words.add(
          new Word(
              last.text,
              last.key,
              last.token,
              last.possessive || possessive,
              last.hyphen || !possessive));
    }
  }

  private static void addParts(List<Word> words, String token, int index) {
    int from = 0;
    for (int i = 1; i < token.length() - 1; i++) {
      if (HYPHENS.indexOf(token.charAt(i)) >= 0) {
        words.add(
            new Word(token.substring(from, i), key(token.substring(from, i)), index, false, true));
        from = i + 1;
      }
    }
    String rest = token.substring(from);
    words.add(new Word(rest, key(rest), index, false, false));
  }

  /** The form under which a word is looked up. */
  static String key(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = text.charAt(i) < 128;
    }
    String folded = plain ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        key.append(fold(c));
      } else if (folded.length() == 1 || c == '&' || c == '+') {
        key.append(c);
      }
    }
    return key.isEmpty() ? text : key.toString().toLowerCase(Locale.ROOT);
  }

  /** Letters that decomposition leaves whole. */
  private static char fold(char c) {
    return switch (c) {
      case 'ı', 'İ' -> 'i';
      case 'ø', 'Ø' -> 'o';
      case 'ł', 'Ł' -> 'l';
      case 'đ', 'Đ' -> 'd';
      case 'ə', 'Ə' -> 'a';
      default -> c;
    };
  }

  boolean isCapitalised() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** Whether every letter is a capital, and there is one. */
  boolean isAllCapitals() {
    return isCapitalised() && text.equals(text.toUpperCase(Locale.ROOT));
  }

  boolean isLetters() {
    return Character.isLetter(text.codePointAt(0));
  }
}
