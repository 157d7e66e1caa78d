package dateline.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the charset of bytes that declare none and are not UTF-8: the East Asian charsets whose
 * pairs decode without a fault to mostly common characters, Cyrillic by the share of its letters,
 * else windows-1252.
 */
final class CharsetGuess {

  private static final int SAMPLE = 65_536;
  private static final int SAMPLE_OF_ZEROS = 4_096;
  private static final String[] EAST_ASIAN = {"gb18030", "windows-31j", "x-windows-949", "big5"};

  private CharsetGuess() {}

  static Charset of(byte[] bytes) {
    byte[] sample = bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes;
    if (isMostlyUtf8(sample)) {
      return StandardCharsets.UTF_8;
    }
    Charset best = Charset.forName("windows-1252");
    double bestScore = cyrillic(sample);
    if (bestScore > 0.4) {
      best = Charset.forName("windows-1251");
    }
    for (String name : EAST_ASIAN) {
      if (Charset.isSupported(name)) {
        double score = eastAsian(new String(sample, Charset.forName(name)));
        if (score > 0.8 && score > bestScore) {
          bestScore = score;
          best = Charset.forName(name);
        }
      }
    }
    return best;
  }

  /** UTF-16 without a mark, by the zero bytes of its ASCII letters; null when it is not that. */
  static @Nullable Charset utf16(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE_OF_ZEROS);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    int half = Math.max(1, length / 2);
    if (odd > half / 2 && even < half / 10) {
      return StandardCharsets.UTF_16LE;
    }
    return even > half / 2 && odd < half / 10 ? StandardCharsets.UTF_16BE : null;
  }

  /** UTF-8 with a few broken bytes: at least twenty valid sequences for each fault. */
  private static boolean isMostlyUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD') {
        bad++;
      } else if (c > 0x7F) {
        good++;
      }
    }
    return good > 20 * bad;
  }

  /** Share of Cyrillic small letters of windows-1251 in the bytes beyond ASCII. */
  private static double cyrillic(byte[] bytes) {
    int high = 0;
    int letters = 0;
    int ascii = 0;
    for (byte b : bytes) {
      int c = b & 0xFF;
      if (c >= 0x80) {
        high++;
        letters += c >= 0xE0 ? 1 : 0;
      } else if (Character.isLetter(c)) {
        ascii++;
      }
    }
    // Western text has single accents among ASCII letters, Cyrillic text has words of high bytes.
    return high == 0 || high * 6 < ascii ? 0 : letters / (double) high;
  }

  /** Share of the characters beyond ASCII that are common in Chinese, Japanese or Korean. */
  private static double eastAsian(String text) {
    int beyond = 0;
    int common = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7F) {
        beyond++;
        boolean kana = c >= 0x3040 && c < 0x3100;
        boolean hangul = c >= 0xAC00 && c < 0xD7A4;
        boolean han = c >= 0x4E00 && c < 0x9FA6;
        boolean mark = c >= 0x3000 && c < 0x3020 || c >= 0xFF00 && c < 0xFF60;
        common += kana || hangul || mark ? 2 : han ? 1 : 0;
      }
    }
    return beyond < 4 ? 0 : Math.min(1.0, common / (double) beyond);
  }
}
