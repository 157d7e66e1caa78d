package dateline.page;

import dateline.data.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of an article. English shows by the share of its commonest words, which is
 * fast; anything else is asked of OpenNLP's detector (103 languages), whose model is loaded when it
 * is first needed. What a page declares counts only where its text is too short to tell.
 */
final class Languages {

  private static final int SAMPLE = 3_000;

  /** Enough for OpenNLP's detector, whose time grows with the text. */
  private static final int DETECTED = 1_000;

  private static final int SHORTEST = 60;

  /** English news has 30 to 45 % of these words; no other language passes 12 %. */
  private static final double ENGLISH = 0.2;

  private static final double SURE = 0.5;

  /**
   * Emoji and the like: OpenNLP shrinks runs with a case-blind back reference, which in Java 17
   * reads past the end of a text that ends in one.
   */
  private static final Pattern BEYOND = Pattern.compile("[\\x{10000}-\\x{10FFFF}\\ud800-\\udfff]");

  private static final String MODEL = "/langdetect-183.bin";

  private static final Set<String> COMMON = new HashSet<>();
  private static final Map<String, String> TWO_LETTERS = new HashMap<>();

  static {
    for (String[] row : Resource.table("page/english-words.tsv")) {
      COMMON.add(row[0]);
    }
    for (String code : Locale.getISOLanguages()) {
      TWO_LETTERS.putIfAbsent(Locale.forLanguageTag(code).getISO3Language(), code);
    }
    TWO_LETTERS.put("cmn", "zh");
    TWO_LETTERS.put("pes", "fa");
    TWO_LETTERS.put("ekk", "et");
    TWO_LETTERS.put("lvs", "lv");
    TWO_LETTERS.put("plt", "mg");
    TWO_LETTERS.put("zlm", "ms");
  }

  private Languages() {}

  /**
   * @param declared what the page says, or null
   * @return ISO 639-1, ISO 639-3 where that has no shorter code, or null when it can't be told
   */
  static @Nullable String of(String text, @Nullable String declared) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    if (sample.length() < SHORTEST) {
      return declared != null ? declared : isEnglish(sample) ? "en" : null;
    }
    if (isEnglish(sample)) {
      return "en";
    }
    Language best =
        Detector.INSTANCE.predict(sample.substring(0, Math.min(DETECTED, sample.length())));
    if (best.getConfidence() < SURE && declared != null) {
      return declared;
    }
    return TWO_LETTERS.getOrDefault(best.getLang(), best.getLang());
  }

  private static boolean isEnglish(String text) {
    int common = 0;
    int all = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inWord =
          i < lower.length() && (Character.isLetter(lower.charAt(i)) || lower.charAt(i) == '\'');
      if (!inWord) {
        all += i > start ? 1 : 0;
        common += i > start && COMMON.contains(lower.substring(start, i)) ? 1 : 0;
        start = i + 1;
      }
    }
    return all > 4 && common >= ENGLISH * all;
  }

  /** OpenNLP's detector, loaded once. */
  private static final class Detector {
    static final Detector INSTANCE = new Detector();

    private final LanguageDetectorModel model;

    private Detector() {
      try (InputStream in = Languages.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException("the language model " + MODEL + " is missing");
        }
        model = new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("can't read the language model " + MODEL, e);
      }
    }

    Language predict(String text) {
      return new LanguageDetectorME(model).predictLanguage(BEYOND.matcher(text).replaceAll(" "));
    }
  }
}
