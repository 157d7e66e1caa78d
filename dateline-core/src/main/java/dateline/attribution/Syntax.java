package dateline.attribution;

import dateline.language.Analysis;
import dateline.language.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dependents and extents of every token of a tagged text, worked out once in linear time. */
final class Syntax {

  private final Analysis analysis;
  private final int[] firstChild;
  private final int[] nextSibling;
  private final int[] left;
  private final int[] right;

  Syntax(Analysis analysis) {
    this.analysis = analysis;
    int n = analysis.tokens().size();
    firstChild = new int[n];
    nextSibling = new int[n];
    left = new int[n];
    right = new int[n];
    Arrays.fill(firstChild, -1);
    Arrays.fill(nextSibling, -1);
    int[] open = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      left[i] = i;
      right[i] = i + 1;
      int head = head(i);
      if (head != i) {
        nextSibling[i] = firstChild[head];
        firstChild[head] = i;
        open[head]++;
      }
    }
    spread(open);
  }

  /** Widens every head to its dependents, leaves first. */
  private void spread(int[] open) {
    int[] ready = new int[open.length];
    int size = 0;
    for (int i = 0; i < open.length; i++) {
      if (open[i] == 0) {
        ready[size++] = i;
      }
    }
    for (int k = 0; k < size; k++) {
      int i = ready[k];
      int head = head(i);
      if (head != i) {
        left[head] = Math.min(left[head], left[i]);
        right[head] = Math.max(right[head], right[i]);
        if (--open[head] == 0) {
          ready[size++] = head;
        }
      }
    }
  }

  private int head(int token) {
    int head = analysis.tokens().get(token).head();
    return head < 0 ? token : head;
  }

  /** A token's dependents, in text order. */
  List<Token> children(int token) {
    List<Token> children = new ArrayList<>();
    for (int child = firstChild[token]; child >= 0; child = nextSibling[child]) {
      children.add(analysis.tokens().get(child));
    }
    return children;
  }

  /** From the first to the last word that depends on a token. */
  Words extent(int token) {
    return new Words(left[token], right[token]);
  }
}
