package dateline.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words made comparable: lower case, without diacritics, apostrophes or punctuation. */
final class Words {

  /** Words that say little about what is told; their presence in both of two texts is no sign. */
  private static final Set<String> COMMON =
      Set.of(
          ("a about after all also an and any are as at be because been before being both but by"
                  + " can could did do does for from had has have he her here him his how i if in into"
                  + " is it its just me more most must my no nor not of off on only or other our out"
                  + " over own said say says she should so some such than that the their them then"
                  + " there these they this those to too under until up us very was we were what when"
                  + " where which while who whom whose why will with would you your")
              .split(" "));

  private Words() {}

  static String folded(String text) {
    String bare = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    return bare.toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** The words of a text in order, folded. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String folded = folded(text);
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      } else if (!isInsideWord(c)) {
        end(word, words);
      }
    }
    end(word, words);
    return words;
  }

  /** Combining marks and apostrophes don't end a word. */
  private static boolean isInsideWord(int c) {
    return c == '\'' || c == '’' || c == 'ʼ' || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  static boolean isCommon(String word) {
    return COMMON.contains(word);
  }

  /** A word's beginning, without its endings: enough to tell "waited" and "waiting" alike. */
  static String stem(String word) {
    String stem = word;
    for (String ending : ENDINGS) {
      if (stem.length() - ending.length() >= 3 && stem.endsWith(ending)) {
        stem = stem.substring(0, stem.length() - ending.length());
        break;
      }
    }
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static final List<String> ENDINGS = List.of("ing", "ies", "ed", "es", "s", "ly", "y");

  /** 64 bits of a word or of anything else that is written out. */
  static long hash(CharSequence text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** Spreads bits (the finalizer of SplitMix64, Steele et al. 2014). */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
