package dateline.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of two contradicting forms of a quote somebody heard who tells it in other words. Such a
 * telling speaks for a form when it has one of the words that the other form lacks there, or has
 * side by side the two between which the other puts something in.
 */
final class Witness {

  /** Two forms that contradict each other: the stems of their words, and where they differ. */
  record Dispute(List<String> ones, List<String> others, List<Wordings.Change> changes) {

    static Dispute of(List<String> one, List<String> other) {
      return new Dispute(stems(one), stems(other), Wordings.changes(one, other));
    }
  }

  private final List<String> told;
  private final Set<String> heard;
  private final Set<String> sources;

  /**
   * @param telling the words of what is told
   * @param sources that tell it
   */
  Witness(List<String> telling, Set<String> sources) {
    this.told = stems(telling);
    this.heard = new HashSet<>(told);
    this.sources = sources;
  }

  Set<String> sources() {
    return sources;
  }

  /** More than 0: for the first form; less: for the other; 0: for neither, or for both. */
  int vote(Dispute dispute) {
    int votes = 0;
    for (Wordings.Change change : dispute.changes()) {
      votes += has(dispute.ones(), change.from(), change.to()) ? 1 : 0;
      votes -= has(dispute.others(), change.otherFrom(), change.otherTo()) ? 1 : 0;
    }
    return votes;
  }

  private boolean has(List<String> form, int from, int to) {
    if (from < to) {
      return form.subList(from, to).stream().anyMatch(heard::contains);
    }
    if (from == 0 || from == form.size()) {
      return false; // at an end, it may have been cut
    }
    for (int at = 0; at + 1 < told.size(); at++) {
      if (told.get(at).equals(form.get(from - 1)) && told.get(at + 1).equals(form.get(from))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> stems(List<String> words) {
    return words.stream().map(Words::stem).toList();
  }
}
