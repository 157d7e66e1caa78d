package dateline.attribution;

import dateline.language.RoleScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of words with one role: the best sequence of the encoder's labels in which a run goes on
 * only from itself, quotations settled as a whole beforehand.
 */
final class RoleRuns {

  static final int SOURCE = 0;
  static final int CUE = 1;
  static final int CONTENT = 2;

  /** Labels in the order of {@link RoleScores#LABELS}: B odd, I even, O zero. */
  private static final int LABELS = 7;

  private static final int B_CUE = 3;
  private static final int I_CUE = 4;
  private static final int B_CONTENT = 5;
  private static final int I_CONTENT = 6;
  private static final double BARRED = -1e9;

  /** Tokens between the marks of the shortest quotation that is taken as a whole. */
  private static final int SHORTEST = 3;

  /** Share of its words that must be content for all of a quotation to be. */
  private static final double SETTLED = 0.5;

  /** A quotation with a word that is a cue as surely as this has attributions of its own inside. */
  private static final double SURE_CUE = 0.6;

  /** A run of words with one role. */
  record Run(int role, Words words) {

    int first() {
      return words.first();
    }
  }

  private final Sketch sketch;
  private final float[][] roles;
  private final int[] tags;

  RoleRuns(Sketch sketch) {
    this.sketch = sketch;
    this.roles = sketch.analysis.roles().roles().clone();
    for (Quotation quotation : sketch.quotations.all()) {
      if (quotation.inside() >= SHORTEST && isContent(quotation.words())) {
        settle(quotation.words());
      }
    }
    this.tags = tags();
  }

  /** In text order; cut where sentences meet, content only outside quotations. */
  List<Run> all() {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < tags.length) {
      int end = i + 1;
      if (tags[i] > 0) {
        int inner = tags[i] % 2 == 0 ? tags[i] : tags[i] + 1;
        while (end < tags.length && tags[end] == inner && !startsPiece(end, inner)) {
          end++;
        }
        runs.add(new Run((inner - 1) / 2, new Words(i, end)));
      }
      i = end;
    }
    return runs;
  }

  /** Each sentence outside quotations may have a cue of its own. */
  private boolean startsPiece(int i, int inner) {
    if (sketch.sentence(i).firstToken() != i) {
      return false;
    }
    if (inner != I_CONTENT) {
      return true;
    }
    Quotation own = sketch.quotations.around(i);
    return own == null || own.words().first() == i && !own.resumes();
  }

  /** Sum of the probabilities of the words' roles. */
  double certainty(Words words) {
    double sum = 0;
    for (int i = words.first(); i < words.end(); i++) {
      sum += Math.min(1, Math.exp(roles[i][tags[i]]));
    }
    return sum;
  }

  // ---------------------------------------------------------------- quotations as a whole

  /** A quotation is content as a whole or not: most of its words decide. */
  private boolean isContent(Words words) {
    double content = 0;
    for (int i = words.first(); i < words.end(); i++) {
      content += Math.exp(roles[i][B_CONTENT]) + Math.exp(roles[i][I_CONTENT]);
      if (Math.exp(roles[i][B_CUE]) + Math.exp(roles[i][I_CUE]) > SURE_CUE) {
        return false;
      }
    }
    return content >= SETTLED * (words.end() - words.first());
  }

  private void settle(Words words) {
    for (int i = words.first(); i < words.end(); i++) {
      float[] own = new float[LABELS];
      Arrays.fill(own, (float) BARRED);
      boolean first = i == words.first();
      own[B_CONTENT] = first ? roles[i][B_CONTENT] : (float) BARRED;
      own[I_CONTENT] = first ? roles[i][I_CONTENT] : 0;
      roles[i] = own;
    }
  }

  // ---------------------------------------------------------------- the best sequence

  /** The best path; I-X follows only B-X and I-X. Of equals the lower label. */
  private int[] tags() {
    int words = roles.length;
    byte[][] back = new byte[words][LABELS];
    double[] best = new double[LABELS];
    for (int i = 0; i < words; i++) {
      double[] next = new double[LABELS];
      for (int label = 0; label < LABELS; label++) {
        boolean inner = label > 0 && label % 2 == 0;
        int from = i == 0 ? 0 : bestFrom(best, inner ? label : -1);
        double barred = i == 0 && inner ? BARRED : 0;
        back[i][label] = (byte) from;
        next[label] = (i == 0 ? 0 : best[from]) + barred + roles[i][label];
      }
      best = next;
    }
    int[] path = new int[words];
    int at = bestFrom(best, -1);
    for (int i = words - 1; i >= 0; i--) {
      path[i] = at;
      at = back[i][at];
    }
    return path;
  }

  /**
   * @param inner the I label that is to follow; -1 when any label may come before
   */
  private static int bestFrom(double[] best, int inner) {
    int from = inner < 0 ? 0 : inner - 1;
    for (int label = from + 1; label < LABELS; label++) {
      if ((inner < 0 || label == inner) && best[label] > best[from]) {
        from = label;
      }
    }
    return from;
  }
}
