package dateline.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes names comparable: lower case, without diacritics, one blank between words. */
public final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Folding() {}

  public static String of(String name) {
    if (name.chars().allMatch(Folding::isPlain)) {
      return name.toLowerCase(Locale.ROOT); // most words of most texts
    }
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return BLANKS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(int letter) {
    return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
  }
}
