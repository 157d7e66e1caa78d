package dateline.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each stretch of a text stands in the source that it was read from: runs of equal
 * characters, and runs of the text that the source spells otherwise ({@code &amp;} for {@code &}).
 * Runs ascend in the text; what the text adds (the line break between two paragraphs) and what the
 * source has besides (markup, furniture) is in no run. Offsets are code points, half-open.
 * Immutable and thread-safe; a look-up is O(log n + pieces).
 */
public final class Alignment {

  private final int[] textStart;
  private final int[] textEnd;
  private final int[] sourceStart;
  private final int[] sourceEnd;

  private Alignment(int[] textStart, int[] textEnd, int[] sourceStart, int[] sourceEnd) {
    this.textStart = textStart;
    this.textEnd = textEnd;
    this.sourceStart = sourceStart;
    this.sourceEnd = sourceEnd;
  }

  /** The alignment of a text that is its own source. */
  public static Alignment identity(int length) {
    return new Alignment(new int[] {0}, new int[] {length}, new int[] {0}, new int[] {length});
  }

  /**
   * The stretches of the source that hold the words of a span, in the text's order: adjacent ones
   * are joined, markup between words divides them. A run that the source spells otherwise is given
   * whole. Empty when nothing of the span comes from the source.
   */
  public List<Span> toSource(Span span) {
    List<Span> pieces = new ArrayList<>();
    int i = Arrays.binarySearch(textStart, span.start());
    i = i >= 0 ? i : Math.max(0, -i - 2);
    for (; i < textStart.length && textStart[i] < span.end(); i++) {
      if (textEnd[i] > span.start()) {
        add(pieces, piece(i, span));
      }
    }
    return List.copyOf(pieces);
  }

  private Span piece(int run, Span span) {
    if (textEnd[run] - textStart[run] != sourceEnd[run] - sourceStart[run]) {
      return new Span(sourceStart[run], sourceEnd[run]);
    }
    int shift = sourceStart[run] - textStart[run];
    return new Span(
        Math.max(textStart[run], span.start()) + shift, Math.min(textEnd[run], span.end()) + shift);
  }

  private static void add(List<Span> pieces, Span piece) {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).contains(piece)) {
      return;
    }
    if (last >= 0 && pieces.get(last).end() == piece.start()) {
      pieces.set(last, new Span(pieces.get(last).start(), piece.end()));
    } else {
      pieces.add(piece);
    }
  }

  /** Builds an alignment from runs in UTF-16 units, ascending in the text. */
  public static final class Builder {

    private final CodePoints text;
    private final CodePoints source;
    private final List<int[]> runs = new ArrayList<>();

    public Builder(String text, String source) {
      this.text = CodePoints.of(text);
      this.source = CodePoints.of(source);
    }

    /** Adds a run; one that goes on where the last one of its kind ended makes that one longer. */
    public void add(CharRange inText, CharRange inSource) {
      int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      boolean equal = inText.length() == inSource.length();
      if (last != null
          && equal
          && last[1] - last[0] == last[3] - last[2]
          && last[1] == inText.start()
          && last[3] == inSource.start()) {
        last[1] = inText.end();
        last[3] = inSource.end();
      } else if (inText.length() > 0) {
        runs.add(new int[] {inText.start(), inText.end(), inSource.start(), inSource.end()});
      }
    }

    public Alignment build() {
      int[][] columns = new int[4][runs.size()];
      int n = 0;
      for (int[] run : runs) {
        columns[0][n] = text.toCodePoint(run[0]);
        columns[1][n] = text.toCodePoint(run[1]);
        columns[2][n] = source.toCodePoint(run[2]);
        columns[3][n] = source.toCodePoint(run[3]);
        n += columns[1][n] > columns[0][n] ? 1 : 0; // not for the first half of a pair
      }
      return new Alignment(
          Arrays.copyOf(columns[0], n),
          Arrays.copyOf(columns[1], n),
          Arrays.copyOf(columns[2], n),
          Arrays.copyOf(columns[3], n));
    }
  }
}
