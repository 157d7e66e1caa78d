package dateline.page;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells text from files that are none, by their first bytes and by zero bytes. */
final class BinaryCheck {

  private static final String[] MAGIC = {
    "%PDF-",
    "\u0089PNG",
    "GIF8",
    "\u00ff\u00d8\u00ff",
    "PK\u0003\u0004",
    "\u001f\u008b",
    "\u007fELF",
    "RIFF",
    "\u0000\u0000\u0001\u0000",
    "OggS",
    "ID3",
    "BZh",
    "\u00fd7zXZ",
    "Rar!",
    "wOF"
  };

  private static final int SAMPLE = 65_536;

  private BinaryCheck() {}

  /** Offset of the first byte that shows the bytes are no text, or null when they may be text. */
  static @Nullable Long offset(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    for (String magic : MAGIC) {
      if (head.startsWith(magic)) {
        return 0L;
      }
    }
    int n = Math.min(bytes.length, SAMPLE);
    int controls = 0;
    int zeros = 0;
    long first = -1;
    for (int i = 0; i < n; i++) {
      int b = bytes[i];
      if (b == 0) {
        zeros++;
      } else if (b > 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
        controls++;
        first = first < 0 ? i : first;
      }
    }
    boolean utf16 = zeros > n / 4 && zeros < n * 3 / 4;
    if (controls > n / 10 || zeros > n / 20 && !utf16) {
      return Math.max(0, first);
    }
    return null;
  }
}
