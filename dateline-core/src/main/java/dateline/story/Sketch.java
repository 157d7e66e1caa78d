package dateline.story;

import java.util.Arrays;
import java.util.List;

/**
 * A text as the hashes of its runs of {@value #RUN} words: the {@value #KEPT} smallest are kept ("k
 * minimum values", Bar-Yossef et al. 2002), so two sketches tell what share of the shorter text is
 * in the longer one. Exact for texts of at most {@value #KEPT} different runs, else within about 4
 * points.
 *
 * @param hashes ascending
 * @param size how many different runs the text has
 */
record Sketch(int[] hashes, int size) {

  /** Words in a run: four words in a row are seldom the same by chance. */
  static final int RUN = 4;

  static final int KEPT = 128;

  /** Fewer runs tell nothing. */
  private static final int LEAST = 8;

  static Sketch of(List<String> words) {
    int runs = Math.max(0, words.size() - RUN + 1);
    int[] hashes = new int[runs];
    for (int i = 0; i < runs; i++) {
      hashes[i] = (int) run(words, i, RUN);
    }
    Arrays.sort(hashes);
    int distinct = 0;
    for (int i = 0; i < runs; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return new Sketch(Arrays.copyOf(hashes, Math.min(distinct, KEPT)), distinct);
  }

  /** The hash of the run of so many words that begins at a word. */
  static long run(List<String> words, int from, int length) {
    long hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = Words.mix(hash * 31 + Words.hash(words.get(i)));
    }
    return hash;
  }

  /**
   * The share of the shorter text's runs that the other has too, 0 to 1; 0 when one is too short to
   * tell.
   */
  double containment(Sketch other) {
    if (size < LEAST || other.size < LEAST) {
      return 0;
    }
    int limit = Math.min(limit(), other.limit());
    int mine = upTo(limit);
    int others = other.upTo(limit);
    int both = 0;
    int j = 0;
    for (int i = 0; i < mine; i++) {
      while (j < others && other.hashes[j] < hashes[i]) {
        j++;
      }
      if (j < others && other.hashes[j] == hashes[i]) {
        both++;
      }
    }
    return (double) both / Math.max(1, Math.min(mine, others));
  }

  /** Every run with a hash up to this is in the sketch. */
  private int limit() {
    return size > hashes.length ? hashes[hashes.length - 1] : Integer.MAX_VALUE;
  }

  private int upTo(int limit) {
    int at = Arrays.binarySearch(hashes, limit);
    return at < 0 ? -at - 1 : at + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch
        && size == sketch.size
        && Arrays.equals(hashes, sketch.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(hashes) + size;
  }
}
