package dateline.text;

/**
 * A half-open stretch {@code [start, end)} of an article's text, in Unicode code points.
 *
 * <p>This is the unit of everything Dateline publishes. Inside a step, where Java strings and
 * regular expressions count UTF-16 units, use {@link CharRange}; {@link CodePoints} converts.
 *
 * @param start first code point, 0-based
 * @param end code point after the last, {@code >= start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span [" + start + "," + end + ") must have 0 <= start <= end");
    }
  }

  /** Length in code points. */
  public int length() {
    return end - start;
  }

  /** Whether every code point of {@code other} is in this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the two share at least one code point. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Text order: by start, the longer one first. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(other.end, end);
  }
}
