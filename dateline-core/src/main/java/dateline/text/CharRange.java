package dateline.text;

/**
 * A half-open stretch {@code [start, end)} of a Java string, in UTF-16 units: for regular
 * expressions and {@code substring}, inside one step only. What leaves a step is a {@link Span}.
 *
 * @param start first unit, 0-based
 * @param end unit after the last, {@code >= start}
 */
public record CharRange(int start, int end) implements Comparable<CharRange> {

  public CharRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "range [" + start + "," + end + ") must have 0 <= start <= end");
    }
  }

  public int length() {
    return end - start;
  }

  public boolean contains(CharRange other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(CharRange other) {
    return start < other.end && other.start < end;
  }

  /** The smallest range that covers both. */
  public CharRange cover(CharRange other) {
    return new CharRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The words at this range. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Text order: by start, the longer one first. */
  @Override
  public int compareTo(CharRange other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(other.end, end);
  }
}
