package dateline.attribution;

import dateline.language.RoleScores;
import dateline.language.RoleScores.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decodes what the encoder says of attribution: the best sequence of roles in which a run goes on
 * only from itself, then each run to the anchor (first word of a cue, or of a source or content
 * without one) that its words point to. The same as {@code training/README.md}, "Decoding", but for
 * links: of each word only the best few are known here.
 */
final class RoleReader {

  /** Labels in the order of {@link RoleScores#roles()}: B odd, I even, O zero. */
  private static final int LABELS = 7;

  private static final int SOURCE = 0;
  private static final int CUE = 1;
  private static final int CONTENT = 2;

  private static final int B_CONTENT = 5;
  private static final int I_CONTENT = 6;
  private static final double BARRED = -1e9;

  /** Tokens between the marks of the shortest quotation that is taken as a whole. */
  private static final int SHORTEST = 3;

  /** Share of its words that must be content for all of it to be. */
  private static final double SETTLED = 0.5;

  /** Log-probability of a link that is not among a word's best. */
  private static final double FAR = -8;

  /**
   * A source also serves a second cue whose score is within this of the best (tuned on PolNeAR's
   * development part, training/decode.py).
   */
  private static final double SHARED = -1.4;

  /** A run of words with one role. */
  private record Run(int role, Words words) {}

  /** The runs that share an anchor. */
  private static final class Group {
    private final List<List<Words>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private boolean sharesSource;

    List<Words> all(int role) {
      return parts.get(role);
    }
  }

  private final Sketch sketch;
  private final RoleScores scores;
  private final float[][] roles;

  RoleReader(Sketch sketch) {
    this.sketch = sketch;
    this.scores = sketch.analysis.roles();
    this.roles = scores.roles().clone();
    for (Quotation quotation : sketch.quotations.all()) {
      if (quotation.inside() >= SHORTEST) {
        settle(quotation.words());
      }
    }
  }

  /** A quotation is content as a whole or not: most of its words decide. */
  private void settle(Words words) {
    double content = 0;
    for (int i = words.first(); i < words.end(); i++) {
      content += Math.exp(roles[i][B_CONTENT]) + Math.exp(roles[i][I_CONTENT]);
    }
    if (content >= SETTLED * (words.end() - words.first())) {
      for (int i = words.first(); i < words.end(); i++) {
        float[] own = new float[LABELS];
        Arrays.fill(own, (float) BARRED);
        boolean first = i == words.first();
        own[B_CONTENT] = first ? roles[i][B_CONTENT] : (float) BARRED;
        own[I_CONTENT] = first ? roles[i][I_CONTENT] : 0;
        roles[i] = own;
      }
    }
  }

  /** In the order of their anchors. */
  List<Parts> read() {
    int[] tags = tags();
    List<Run> runs = runs(tags);
    Map<Integer, Group> groups = new TreeMap<>();
    boolean[] startsCue = new boolean[tags.length];
    for (Run run : runs) {
      groups.put(run.words().first(), new Group());
      startsCue[run.words().first()] = run.role() == CUE;
    }
    for (Run run : runs) {
      pieces(run).forEach(piece -> link(piece, groups, startsCue));
    }
    List<Parts> found = new ArrayList<>();
    for (Group group : groups.values()) {
      if (!group.parts.get(CONTENT).isEmpty()) {
        found.add(
            new Parts(
                group.all(SOURCE),
                group.all(CUE),
                Sketch.union(group.all(CONTENT)),
                group.sharesSource,
                confidence(group, tags)));
      }
    }
    return found;
  }

  /** A run of content, cut where sentences meet outside quotations: each may have its own cue. */
  private List<Run> pieces(Run run) {
    if (run.role() != CONTENT) {
      return List.of(run);
    }
    List<Run> pieces = new ArrayList<>();
    int first = run.words().first();
    for (int i = first + 1; i < run.words().end(); i++) {
      if (startsPiece(i)) {
        pieces.add(new Run(CONTENT, new Words(first, i)));
        first = i;
      }
    }
    pieces.add(new Run(CONTENT, new Words(first, run.words().end())));
    return pieces;
  }

  private boolean startsPiece(int i) {
    Quotation own = sketch.quotations.around(i);
    return sketch.sentence(i).firstToken() == i
        && (own == null || own.words().first() == i && !own.resumes());
  }

  private void link(Run run, Map<Integer, Group> groups, boolean[] startsCue) {
    Map<Integer, Double> anchors = anchors(run, groups);
    int best = run.words().first();
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Integer, Double> entry : anchors.entrySet()) {
      boolean nearer =
          Math.abs(entry.getKey() - run.words().first()) <= Math.abs(best - run.words().first());
      if (entry.getValue() > bestScore || entry.getValue() == bestScore && nearer) {
        best = entry.getKey();
        bestScore = entry.getValue();
      }
    }
    add(run, groups, best);
    if (run.role() == SOURCE) {
      for (Map.Entry<Integer, Double> entry : anchors.entrySet()) {
        int anchor = entry.getKey();
        if (anchor != best && startsCue[anchor] && entry.getValue() > bestScore + SHARED) {
          add(run, groups, anchor);
          groups.computeIfPresent(Math.max(anchor, best), (k, group) -> sharing(group));
        }
      }
    }
  }

  private static Group sharing(Group group) {
    group.sharesSource = true;
    return group;
  }

  private static void add(Run run, Map<Integer, Group> groups, int anchor) {
    Group group = groups.get(anchor);
    if (group != null) {
      group.parts.get(run.role()).add(run.words());
    }
  }

  /** Mean score of each anchor that some word of the run points to. */
  private Map<Integer, Double> anchors(Run run, Map<Integer, Group> groups) {
    Map<Integer, Double> sums = new LinkedHashMap<>();
    for (int i = run.words().first(); i < run.words().end(); i++) {
      for (Link link : scores.links()[i]) {
        if (groups.containsKey(link.anchor())) {
          sums.merge(link.anchor(), link.score() - FAR, Double::sum);
        }
      }
    }
    int length = run.words().end() - run.words().first();
    Map<Integer, Double> means = new TreeMap<>();
    sums.forEach((anchor, sum) -> means.put(anchor, sum / length + FAR));
    return means;
  }

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
    int[] tags = new int[words];
    int at = bestFrom(best, -1);
    for (int i = words - 1; i >= 0; i--) {
      tags[i] = at;
      at = back[i][at];
    }
    return tags;
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

  private static List<Run> runs(int[] tags) {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < tags.length) {
      int end = i + 1;
      if (tags[i] > 0) {
        int inner = tags[i] % 2 == 0 ? tags[i] : tags[i] + 1;
        while (end < tags.length && tags[end] == inner) {
          end++;
        }
        runs.add(new Run((inner - 1) / 2, new Words(i, end)));
      }
      i = end;
    }
    return runs;
  }

  /** Mean probability of the words' roles. */
  private double confidence(Group group, int[] tags) {
    double sum = 0;
    int count = 0;
    for (int role : new int[] {SOURCE, CUE, CONTENT}) {
      for (Words words : group.all(role)) {
        for (int i = words.first(); i < words.end(); i++) {
          sum += Math.exp(roles[i][tags[i]]);
          count++;
        }
      }
    }
    return Math.min(1, sum / count);
  }
}
