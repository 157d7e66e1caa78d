package dateline.attribution;

/**
 * A run of tokens {@code [first, end)}, by their indexes in the analysis.
 *
 * @param first index of the first token
 * @param end index after the last, {@code > first}
 */
record Words(int first, int end) implements Comparable<Words> {

  Words {
    if (first < 0 || end <= first) {
      throw new IllegalArgumentException("words [" + first + "," + end + ")");
    }
  }

  boolean contains(int token) {
    return first <= token && token < end;
  }

  boolean contains(Words other) {
    return first <= other.first && other.end <= end;
  }

  boolean overlaps(Words other) {
    return first < other.end && other.first < end;
  }

  @Override
  public int compareTo(Words other) {
    return first != other.first
        ? Integer.compare(first, other.first)
        : Integer.compare(other.end, end);
  }
}
