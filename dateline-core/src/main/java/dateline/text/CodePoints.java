package dateline.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Converts between UTF-16 offsets and code-point offsets of one text. Immutable, thread-safe; both
 * directions are O(log n) in the number of characters outside the Basic Multilingual Plane, and
 * O(1) when there are none.
 *
 * <p>A UTF-16 offset inside a surrogate pair is taken as the start of that pair's code point. A
 * lone surrogate counts as one code point, as in {@link String#codePoints()}.
 */
public final class CodePoints {

  private final String text;

  /** UTF-16 offsets of the first unit of every surrogate pair, ascending. */
  private final int[] pairs;

  private CodePoints(String text, int[] pairs) {
    this.text = text;
    this.pairs = pairs;
  }

  public static CodePoints of(String text) {
    int[] found = new int[8];
    int n = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (n == found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        found[n++] = i++;
      }
    }
    return new CodePoints(text, Arrays.copyOf(found, n));
  }

  public String text() {
    return text;
  }

  /** Length of the text in code points. */
  public int length() {
    return text.length() - pairs.length;
  }

  /** UTF-16 offset to code-point offset. */
  public int toCodePoint(int utf16) {
    if (utf16 < 0 || utf16 > text.length()) {
      throw new IllegalArgumentException(
          "offset " + utf16 + " is outside [0," + text.length() + "]");
    }
    // A pair that starts before the offset moves it back by one, also when the offset is between
    // its two units.
    int at = Arrays.binarySearch(pairs, utf16);
    return utf16 - (at >= 0 ? at : -at - 1);
  }

  /** Code-point offset to UTF-16 offset. */
  public int toUtf16(int codePoint) {
    if (codePoint < 0 || codePoint > length()) {
      throw new IllegalArgumentException(
          "code point " + codePoint + " is outside [0," + length() + "]");
    }
    int low = 0;
    int high = pairs.length;
    while (low < high) { // the number of pairs whose code-point offset is below the asked one
      int mid = (low + high) >>> 1;
      if (pairs[mid] - mid < codePoint) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return codePoint + low;
  }

  public Span span(CharRange range) {
    return span(range.start(), range.end());
  }

  /** The span of UTF-16 units {@code [start, end)}. */
  public Span span(int start, int end) {
    return new Span(toCodePoint(start), toCodePoint(end));
  }

  public CharRange range(Span span) {
    return new CharRange(toUtf16(span.start()), toUtf16(span.end()));
  }

  public List<Span> spans(List<CharRange> ranges) {
    List<Span> spans = new ArrayList<>(ranges.size());
    for (CharRange range : ranges) {
      spans.add(span(range));
    }
    return List.copyOf(spans);
  }

  /** The words at a span. */
  public String slice(Span span) {
    return range(span).of(text);
  }

  /** The words at a broken span, its pieces joined by one blank. */
  public String slice(List<Span> spans) {
    StringBuilder joined = new StringBuilder();
    for (Span span : spans) {
      joined.append(joined.isEmpty() ? "" : " ").append(slice(span));
    }
    return joined.toString();
  }
}
