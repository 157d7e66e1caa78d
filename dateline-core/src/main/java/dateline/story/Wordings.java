package dateline.story;

import java.util.List;

/**
 * Whether two printed forms of a quote contradict each other: words changed, put in or dropped
 * inside what both have. A cut, at either end or of a whole clause, contradicts nothing.
 */
enum Wordings {
  /** They have too little in common: other words, perhaps another translation. */
  OTHER,
  /** The one is the other, or a cut of it. */
  AGREE,
  /** In what both have, some words differ. */
  CONTRADICT;

  /** Of the shorter form, so many words must be in the other, in order. */
  private static final double COMPARABLE = 0.6;

  /** As many words in a row may be changed; more are a cut, or another translation. */
  private static final int CHANGE = 3;

  static Wordings of(List<String> one, List<String> other) {
    List<int[]> matches = WordDiff.matches(one, other);
    if (matches.size() < COMPARABLE * Math.min(one.size(), other.size()) || matches.isEmpty()) {
      return OTHER;
    }
    int i = 0;
    int j = 0;
    for (int[] match : matches) {
      boolean edge = i == 0 && j == 0;
      if (isChange(match[0] - i, match[1] - j, edge)) {
        return CONTRADICT;
      }
      i = match[0] + 1;
      j = match[1] + 1;
    }
    return isChange(one.size() - i, other.size() - j, true) ? CONTRADICT : AGREE;
  }

  /** Whether a gap of so many words in one and so many in the other is a change. */
  private static boolean isChange(int ones, int others, boolean edge) {
    int fewer = Math.min(ones, others);
    int more = Math.max(ones, others);
    return more > 0 && more <= CHANGE && (fewer > 0 || !edge);
  }
}
