package dateline.attribution;

import dateline.attribution.RoleRuns.Run;
import dateline.language.RoleScores.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what the encoder says of attribution: runs of words with one role, each given to the
 * anchor (first word of a cue, or of a source or content without one) that its words point to most
 * and that is near. Every cue is an anchor of its own: nearly all are one stretch of text.
 *
 * <p>The weights were set on PolNeAR's development part; the encoder knows its training part by
 * heart.
 */
final class RoleReader {

  /** Log-probability of a link that is not among a word's best. */
  private static final double FAR = -8;

  /** What a cue in the same sentence gains, as a log-probability. */
  private static final double CONTENT_NEAR = 2;

  private static final double SOURCE_NEAR = 1;

  /** What every other cue in between costs, up to four of them. */
  private static final double CONTENT_BETWEEN = 1;

  private static final double SOURCE_BETWEEN = 0.3;
  private static final int MOST_BETWEEN = 4;

  /** A source also serves a second cue whose score is within this of the best. */
  private static final double SHARED = -1.4;

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** A cue without a source borrows the one that scores best with it, above this. */
  private static final double BORROWED = -3;

  /** How many words before and after its cue a borrowed source may begin. */
  private static final int BORROWED_BEFORE = 150;

  private static final int BORROWED_AFTER = 60;

  /** Attributions that are less sure are left out: more of them are wrong than right. */
  private static final double LEAST = 0.55;

  private static final double LEAST_PIECE = 0.6;

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
  private final RoleRuns roleRuns;
  private final List<Run> runs;
  private final Map<Integer, Group> groups = new TreeMap<>();

  /** For each token, how many cues start before it. */
  private final int[] cuesBefore;

  private final boolean[] startsCue;

  RoleReader(Sketch sketch) {
    this.sketch = sketch;
    this.roleRuns = new RoleRuns(sketch);
    this.runs = roleRuns.all();
    this.startsCue = new boolean[sketch.size()];
    for (Run run : runs) {
      groups.put(run.first(), new Group());
      startsCue[run.first()] = run.role() == RoleRuns.CUE;
    }
    this.cuesBefore = new int[sketch.size() + 1];
    for (int i = 0; i < sketch.size(); i++) {
      cuesBefore[i + 1] = cuesBefore[i] + (startsCue[i] ? 1 : 0);
    }
  }

  /** In the order of their anchors. */
  List<Parts> read() {
    runs.forEach(this::link);
    borrow();
    List<Parts> found = new ArrayList<>();
    for (Group group : groups.values()) {
      dropUnsure(group);
      double confidence = confidence(group);
      if (group.all(RoleRuns.CONTENT).stream().anyMatch(this::says) && confidence >= LEAST) {
        found.add(
            new Parts(
                group.all(RoleRuns.SOURCE),
                group.all(RoleRuns.CUE),
                Sketch.union(group.all(RoleRuns.CONTENT)),
                group.sharesSource,
                confidence));
      }
    }
    return found;
  }

  /** Whether there is a word besides articles: "signed a" says nothing. */
  private boolean says(Words content) {
    for (int i = content.first(); i < content.end(); i++) {
      if (sketch.isWord(i) && !ARTICLES.contains(sketch.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** Of content in pieces the unsure ones go, but never the surest. */
  private void dropUnsure(Group group) {
    List<Words> content = group.all(RoleRuns.CONTENT);
    if (content.size() > 1) {
      double most = content.stream().mapToDouble(this::mean).max().orElse(0);
      content.removeIf(words -> mean(words) < Math.min(most, LEAST_PIECE));
    }
  }

  private double mean(Words words) {
    return roleRuns.certainty(words) / (words.end() - words.first());
  }

  private void link(Run run) {
    int own = run.first();
    if (run.role() == RoleRuns.CUE) {
      add(run, own);
      return;
    }
    Map<Integer, Double> scores = scores(run);
    int best = best(scores, own);
    add(run, best);
    if (run.role() == RoleRuns.SOURCE) {
      double enough = scores.getOrDefault(best, FAR) + SHARED;
      scores.forEach(
          (anchor, score) -> {
            if (anchor != best && startsCue[anchor] && score > enough) {
              add(run, anchor);
              sharing(Math.max(anchor, best));
            }
          });
    }
  }

  /** Of equals the nearest, then the later; the run's own first word when nothing is known. */
  private static int best(Map<Integer, Double> scores, int own) {
    int best = own;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Integer, Double> entry : scores.entrySet()) {
      boolean nearer = Math.abs(entry.getKey() - own) <= Math.abs(best - own);
      if (entry.getValue() > bestScore || entry.getValue() == bestScore && nearer) {
        best = entry.getKey();
        bestScore = entry.getValue();
      }
    }
    return best;
  }

  private void add(Run run, int anchor) {
    Group group = groups.get(anchor);
    if (group != null) {
      group.all(run.role()).add(run.words());
    }
  }

  private void sharing(int anchor) {
    Group group = groups.get(anchor);
    if (group != null) {
      group.sharesSource = true;
    }
  }

  /** "He came and said …": cues with content but no source take one that serves another cue. */
  private void borrow() {
    List<Run> sources = runs.stream().filter(run -> run.role() == RoleRuns.SOURCE).toList();
    int from = 0;
    for (Run cue : runs) {
      Group own = groups.get(cue.first());
      boolean lacks =
          cue.role() == RoleRuns.CUE
              && own != null
              && own.all(RoleRuns.SOURCE).isEmpty()
              && !own.all(RoleRuns.CONTENT).isEmpty();
      if (lacks) {
        while (from < sources.size() && sources.get(from).first() < cue.first() - BORROWED_BEFORE) {
          from++;
        }
        Run source = lender(sources.subList(from, sources.size()), cue.first());
        if (source != null) {
          add(source, cue.first());
          sharing(cue.first());
        }
      }
    }
  }

  /** A source after the cue lends only inside the cue's sentence: what follows has its own. */
  private @Nullable Run lender(List<Run> sources, int cue) {
    Run best = null;
    double bestScore = BORROWED;
    int last = Math.min(sketch.sentence(cue).endToken(), cue + BORROWED_AFTER);
    for (Run source : sources) {
      if (source.first() >= last) {
        break;
      }
      double score = scores(source).getOrDefault(cue, Double.NEGATIVE_INFINITY);
      if (score >= bestScore) {
        best = source;
        bestScore = score;
      }
    }
    return best;
  }

  // ---------------------------------------------------------------- scores

  /** Of each anchor that some word of the run points to: the words' mean, and what is near. */
  private Map<Integer, Double> scores(Run run) {
    Map<Integer, Double> sums = new LinkedHashMap<>();
    for (int i = run.first(); i < run.words().end(); i++) {
      for (Link link : sketch.analysis.roles().links()[i]) {
        if (groups.containsKey(link.anchor())) {
          sums.merge(link.anchor(), link.score() - FAR, Double::sum);
        }
      }
    }
    int length = run.words().end() - run.first();
    Map<Integer, Double> scores = new TreeMap<>();
    sums.forEach((anchor, sum) -> scores.put(anchor, sum / length + FAR + nearness(run, anchor)));
    return scores;
  }

  private double nearness(Run run, int anchor) {
    if (!startsCue[anchor]) {
      return 0;
    }
    boolean content = run.role() == RoleRuns.CONTENT;
    int from = sketch.sentence(run.first()).firstToken();
    int to = sketch.sentence(run.words().end() - 1).endToken();
    double near = from <= anchor && anchor < to ? content ? CONTENT_NEAR : SOURCE_NEAR : 0;
    int after = Math.min(anchor + 1, run.words().end());
    int before = Math.max(anchor, run.first());
    int between = after < before ? cuesBefore[before] - cuesBefore[after] : 0;
    return near - (content ? CONTENT_BETWEEN : SOURCE_BETWEEN) * Math.min(MOST_BETWEEN, between);
  }

  /** Mean probability of the words' roles. */
  private double confidence(Group group) {
    double sum = 0;
    int count = 0;
    for (List<Words> part : group.parts) {
      for (Words words : part) {
        sum += roleRuns.certainty(words);
        count += words.end() - words.first();
      }
    }
    return count == 0 ? 0 : Math.min(1, sum / count);
  }
}
