package dateline.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. In order: byte order mark, the transport's charset, the page's own
 * declaration, strict UTF-8, a guess from the bytes. A declaration loses to bytes that are valid
 * UTF-8 with at least one character beyond ASCII: text in another charset hardly ever is.
 *
 * <p>Labels mean what browsers take them for (WHATWG Encoding, section 4.2): latin-1 is
 * windows-1252, GB2312 is GB18030. Bad bytes become U+FFFD, they never fail.
 */
final class Charsets {

  /** Where a page declares its charset; browsers look at 1,024 bytes, real pages need more. */
  private static final int DECLARATION_WINDOW = 8_192;

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<meta[^>]{1,200}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})|<\\?xml[^>]{1,100}?encoding\\s*=\\s*[\"']([\\w:.-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("utf8", "utf-8"),
          Map.entry("utf-16", "utf-16le"),
          Map.entry("unicode", "utf-8"));

  /**
   * @param charset the name that was used, lower case
   * @param guessed whether nothing declared it
   */
  record Decoded(String text, String charset, boolean guessed) {}

  private Charsets() {}

  static Decoded decode(byte[] bytes, @Nullable String given) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8, false);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE, false);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE, false);
    }
    Charset declared = charset(given);
    if (declared == null) {
      declared = declared(bytes);
    }
    if (declared != null && declared.name().startsWith("UTF-16")) {
      return decode(bytes, 0, declared, false);
    }
    Charset wide = CharsetGuess.utf16(bytes);
    if (wide != null) {
      return decode(bytes, 0, wide, true);
    }
    String utf8 = strictUtf8(bytes);
    if (utf8 != null) {
      boolean ascii = utf8.length() == bytes.length;
      Charset named = ascii && declared != null ? declared : StandardCharsets.UTF_8;
      return new Decoded(utf8, named.name().toLowerCase(Locale.ROOT), false);
    }
    if (declared != null) {
      return decode(bytes, 0, declared, false);
    }
    return decode(bytes, 0, CharsetGuess.of(bytes), true);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static Decoded decode(byte[] bytes, int from, Charset charset, boolean guessed) {
    String text = new String(bytes, from, bytes.length - from, charset);
    return new Decoded(text, charset.name().toLowerCase(Locale.ROOT), guessed);
  }

  private static @Nullable Charset declared(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, DECLARATION_WINDOW), StandardCharsets.ISO_8859_1);
    Matcher m = DECLARATION.matcher(head);
    while (m.find()) {
      Charset found = charset(m.group(1) != null ? m.group(1) : m.group(2));
      if (found != null) {
        // A declaration that could be read as ASCII can't be in UTF-16 (WHATWG HTML, 13.2.3.2).
        return found.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : found;
      }
    }
    return null;
  }

  /** The charset that a label means, or null when there is none such. */
  static @Nullable Charset charset(@Nullable String label) {
    if (label == null) {
      return null;
    }
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(LABELS.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** The text, or null when some byte is not valid UTF-8. */
  private static @Nullable String strictUtf8(byte[] bytes) {
    // The lenient decoder is many times faster; a replacement character may stand in the page.
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return text;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
