package dateline.cli;

/**
 * How words look on a terminal: sets of these bits are added together. Colours are the terminal's
 * own eight, so they follow its theme.
 */
final class Ink {

  static final int PLAIN = 0;
  static final int BOLD = 1;
  static final int DIM = 1 << 1;
  static final int UNDERLINE = 1 << 2;

  private static final int COLOUR_SHIFT = 3;

  static final int GREEN = 2 << COLOUR_SHIFT;
  static final int YELLOW = 3 << COLOUR_SHIFT;
  static final int MAGENTA = 5 << COLOUR_SHIFT;
  static final int CYAN = 6 << COLOUR_SHIFT;

  /** What is attributed to someone. */
  static final int STATEMENT = CYAN;

  /** Who it is attributed to. */
  static final int SOURCE = BOLD;

  /** The words that attribute. */
  static final int CUE = UNDERLINE;

  static final int EVENT = MAGENTA | BOLD;
  static final int PLACE = GREEN;
  static final int TIME = YELLOW;

  private Ink() {}

  /** Both looks; the colour of the second wins. */
  static int over(int below, int above) {
    int attributes = BOLD | DIM | UNDERLINE;
    int colour = above >> COLOUR_SHIFT == 0 ? below : above;
    return (below | above) & attributes | colour & ~attributes;
  }

  /** The ANSI sequence that begins a look; it first ends any other. */
  static String begin(int ink) {
    StringBuilder codes = new StringBuilder("\u001b[0");
    codes.append((ink & BOLD) == 0 ? "" : ";1");
    codes.append((ink & DIM) == 0 ? "" : ";2");
    codes.append((ink & UNDERLINE) == 0 ? "" : ";4");
    int colour = ink >> COLOUR_SHIFT;
    return codes.append(colour == 0 ? "" : ";3" + colour).append('m').toString();
  }
}
