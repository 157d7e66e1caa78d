package dateline.cli;

import java.util.Arrays;

/**
 * Words with their looks, wrapped into lines. What is added is made safe for a terminal: control
 * characters and marks that turn the direction of writing become blanks or vanish, so that no page
 * can steer the terminal that shows it. Not thread-safe.
 */
final class InkedText {

  private final StringBuilder text = new StringBuilder();
  private byte[] inks = new byte[64];

  InkedText add(String words) {
    return add(words, Ink.PLAIN);
  }

  InkedText add(String words, int ink) {
    for (int i = 0; i < words.length(); i++) {
      add(words.charAt(i), ink);
    }
    return this;
  }

  /** Adds one UTF-16 unit. */
  void add(char c, int ink) {
    if (isSteering(c)) {
      return;
    }
    if (text.length() == inks.length) {
      inks = Arrays.copyOf(inks, inks.length * 2);
    }
    inks[text.length()] = (byte) ink;
    text.append(Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c);
  }

  private static boolean isSteering(char c) {
    return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * Writes the words in lines.
   *
   * @param first what stands before the first line
   * @param rest what stands before the others
   * @param width of a line in characters, what stands before it included
   * @param coloured whether looks are written as ANSI sequences
   */
  void wrap(StringBuilder out, String first, String rest, int width, boolean coloured) {
    String before = first;
    int at = skipBlanks(0);
    do {
      int end = lineEnd(at, Math.max(16, width - before.length()));
      out.append(before);
      write(out, at, end, coloured);
      out.append('\n');
      before = rest;
      at = skipBlanks(end);
    } while (at < text.length());
  }

  private int skipBlanks(int at) {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** Where the line that begins at {@code at} ends: before a blank if it can be. */
  private int lineEnd(int at, int width) {
    int end = at;
    int lastBlank = -1;
    int columns = 0;
    while (end < text.length() && columns <= width) {
      int c = text.codePointAt(end);
      if (c == ' ') {
        lastBlank = end;
      }
      columns += columns(c);
      end += Character.charCount(c);
    }
    if (columns <= width) {
      return trimmed(at, text.length());
    }
    return lastBlank > at ? trimmed(at, lastBlank) : text.offsetByCodePoints(end, -1);
  }

  private int trimmed(int at, int end) {
    int trimmed = end;
    while (trimmed > at && text.charAt(trimmed - 1) == ' ') {
      trimmed--;
    }
    return trimmed;
  }

  /** Columns that a terminal gives a character: none for combining marks, two for wide ones. */
  private static int columns(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** East Asian wide characters and emoji, by block (Unicode Standard Annex 11). */
  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115f
        || c >= 0x2e80 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe6f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0x1f300 && c <= 0x1faff
        || c >= 0x20000 && c <= 0x3fffd;
  }

  private void write(StringBuilder out, int from, int to, boolean coloured) {
    int ink = Ink.PLAIN;
    for (int i = from; i < to; i++) {
      if (coloured && inks[i] != ink) {
        ink = inks[i];
        out.append(Ink.begin(ink));
      }
      out.append(text.charAt(i));
    }
    if (ink != Ink.PLAIN) {
      out.append(Ink.begin(Ink.PLAIN));
    }
  }
}
