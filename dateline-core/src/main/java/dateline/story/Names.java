package dateline.story;

import java.util.List;
import java.util.regex.Pattern;

/** Names of people, made comparable. */
final class Names {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Names() {}

  /** The last word of a name, folded. */
  static String family(String name) {
    List<String> words = Words.of(name);
    return words.isEmpty() ? "" : skeleton(words.get(words.size() - 1));
  }

  /**
   * A name's consonants, in one spelling for sounds that transliterations tell apart: the same for
   * Youssef and Yusuf, Gorbachev and Gorbatchov.
   */
  static String skeleton(String word) {
    String plain = MARKS.matcher(Words.folded(word)).replaceAll("");
    plain =
        plain
            .replace("ə", "a")
            .replace("ı", "i")
            .replace("ł", "l")
            .replace("đ", "d")
            .replace("ø", "o")
            .replace("ß", "ss")
            .replace("tsch", "c")
            .replace("tch", "c")
            .replace("ch", "c")
            .replace("sh", "s")
            .replace("kh", "h")
            .replace("gh", "g")
            .replace("zh", "j")
            .replace("ph", "f")
            .replace("ck", "k")
            .replace("q", "k")
            .replace("w", "v")
            .replace("x", "ks");
    StringBuilder bones = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean vowel = "aeiouy".indexOf(c) >= 0 || c == 'h' && i > 0;
      boolean repeated = !bones.isEmpty() && bones.charAt(bones.length() - 1) == c;
      if (Character.isLetterOrDigit(c) && !repeated && (!vowel || i == 0)) {
        bones.append("aeiouy".indexOf(c) >= 0 ? 'a' : c);
      }
    }
    return bones.toString();
  }
}
