package dateline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether two printed forms of a quote contradict each other: words changed, put in or dropped
 * inside what both have. A cut, at either end or of a whole clause, contradicts nothing, unless it
 * takes the first word and that is a hedge.
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

  /** Words that, standing first, say how sure all that follows is: to drop one is no mere cut. */
  private static final Set<String> HEDGES =
      Set.of(
          ("allegedly apparently certainly clearly hardly hopefully likely maybe never obviously"
                  + " perhaps possibly presumably probably reportedly seldom supposedly surely"
                  + " undoubtedly unfortunately")
              .split(" "));

  /** Words of one form, and those of the other in their place; half-open. */
  record Change(int from, int to, int otherFrom, int otherTo) {}

  static Wordings of(List<String> one, List<String> other) {
    List<int[]> matches = WordDiff.matches(one, other);
    if (matches.size() < COMPARABLE * Math.min(one.size(), other.size()) || matches.isEmpty()) {
      return OTHER;
    }
    return changes(one, other, matches).isEmpty() ? AGREE : CONTRADICT;
  }

  /** Where the forms contradict each other. */
  static List<Change> changes(List<String> one, List<String> other) {
    return changes(one, other, WordDiff.matches(one, other));
  }

  private static List<Change> changes(List<String> one, List<String> other, List<int[]> matches) {
    List<Change> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (int[] match : matches) {
      boolean edge = i == 0 && j == 0;
      if (isChange(match[0] - i, match[1] - j, edge)
          || edge && isHedge(one.subList(0, match[0]), other.subList(0, match[1]))) {
        changes.add(new Change(i, match[0], j, match[1]));
      }
      i = match[0] + 1;
      j = match[1] + 1;
    }
    if (isChange(one.size() - i, other.size() - j, true)) {
      changes.add(new Change(i, one.size(), j, other.size()));
    }
    return changes;
  }

  /** Whether one form begins with a hedge that the other leaves out. */
  private static boolean isHedge(List<String> ones, List<String> others) {
    return ones.size() + others.size() == 1
        && HEDGES.contains(ones.isEmpty() ? others.get(0) : ones.get(0));
  }

  /** Whether a gap of so many words in one and so many in the other is a change. */
  private static boolean isChange(int ones, int others, boolean edge) {
    int fewer = Math.min(ones, others);
    int more = Math.max(ones, others);
    return more > 0 && more <= CHANGE && (fewer > 0 || !edge);
  }
}
