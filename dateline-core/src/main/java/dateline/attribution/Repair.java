package dateline.attribution;

import dateline.attribution.GrammarReader.Attributed;
import dateline.language.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mends what the encoder's decoding leaves undone, by marks and grammar: one source and one cue for
 * each attribution, sources that are missing, quotations that have lost their cue. Linear in the
 * text. One instance mends one text.
 */
final class Repair {

  /** Words between two runs of a source or cue that are one. */
  private static final int GAP = 2;

  private final Sketch sketch;
  private final GrammarReader grammar;
  private final Refinement refinement;

  /** What is mended so far; null where one was merged into another. */
  private final List<@Nullable Parts> mended = new ArrayList<>();

  /** For each token the index of the attribution whose content it is in, or -1. */
  private final int[] contentOf;

  /** For each token the index of the attribution whose cue it is in, or -1. */
  private final int[] cueOf;

  Repair(Sketch sketch, ReportingVerbs verbs) {
    this.sketch = sketch;
    this.grammar = new GrammarReader(sketch, verbs);
    this.refinement = new Refinement(sketch, verbs, grammar);
    this.contentOf = new int[sketch.size()];
    this.cueOf = new int[sketch.size()];
    Arrays.fill(contentOf, -1);
    Arrays.fill(cueOf, -1);
  }

  List<Parts> of(List<Parts> decoded) {
    List<Attributed> byGrammar = grammar.quotations();
    List<Parts> certain = new ArrayList<>(grammar.turns());
    byGrammar.stream().filter(Attributed::signed).map(Attributed::parts).forEach(certain::add);
    for (Parts parts : without(decoded, certain)) {
      add(withOneSource(parts));
    }
    certain.forEach(this::add);
    byGrammar.stream().filter(attributed -> !attributed.signed()).forEach(this::adopt);
    grammar.headlines().stream()
        .filter(headline -> owner(contentOf, headline.content()) < 0)
        .forEach(this::add);
    for (int i = 0; i < mended.size(); i++) {
      settleBare(i);
    }
    List<Parts> found =
        new ArrayList<>(refinement.of(mended.stream().filter(Objects::nonNull).toList()));
    found.addAll(nested());
    return found;
  }

  /** "He said that she had told him it was over": the encoder gives the outer one only. */
  private List<Parts> nested() {
    return grammar.clauses().stream().filter(this::isInside).toList();
  }

  /** Whether all of it lies in one content of indirect speech, and its cue is no other's. */
  private boolean isInside(Parts inner) {
    int first = inner.content().get(0).first();
    Parts outer = contentOf[first] < 0 ? null : mended.get(contentOf[first]);
    if (outer == null || outer.cue().isEmpty() || owner(cueOf, inner.cue()) >= 0) {
      return false;
    }
    return outer.content().stream()
        .anyMatch(
            run ->
                holds(run, inner.cue())
                    && holds(run, inner.source())
                    && holds(run, inner.content()));
  }

  private static boolean holds(Words run, List<Words> all) {
    return all.stream().allMatch(run::contains);
  }

  /** What is left of attributions when the words of others are taken away. */
  private List<Parts> without(List<Parts> parts, List<Parts> others) {
    boolean[] taken = new boolean[sketch.size()];
    for (Parts other : others) {
      for (List<Words> runs : List.of(other.source(), other.cue(), other.content())) {
        runs.forEach(run -> Arrays.fill(taken, run.first(), run.end(), true));
      }
    }
    List<Parts> rest = new ArrayList<>();
    for (Parts own : parts) {
      List<Words> content = free(own.content(), taken);
      if (!content.isEmpty()) {
        rest.add(
            new Parts(
                free(own.source(), taken),
                free(own.cue(), taken),
                content,
                own.continues(),
                own.confidence()));
      }
    }
    return rest;
  }

  private List<Words> free(List<Words> runs, boolean[] taken) {
    List<Words> free = new ArrayList<>();
    for (Words run : runs) {
      int first = run.first();
      for (int i = run.first(); i <= run.end(); i++) {
        if (i == run.end() || taken[i]) {
          if (first < i) {
            free.addAll(sketch.trimmed(new Words(first, i)));
          }
          first = i + 1;
        }
      }
    }
    return free;
  }

  private void add(Parts parts) {
    mended.add(parts);
    mark(parts, mended.size() - 1);
  }

  private void replace(int index, Parts parts) {
    mended.set(index, parts);
    mark(parts, index);
  }

  private void mark(Parts parts, int index) {
    parts.content().forEach(run -> Arrays.fill(contentOf, run.first(), run.end(), index));
    parts.cue().forEach(run -> Arrays.fill(cueOf, run.first(), run.end(), index));
  }

  // ---------------------------------------------------------------- sources and cues

  private Parts withOneSource(Parts parts) {
    List<Words> cue = joined(parts.cue(), null);
    if (cue.isEmpty()) {
      return parts;
    }
    Words near = cue.get(0);
    List<Words> source = joined(parts.source(), near);
    if (source.isEmpty()) {
      Words found = subject(near);
      boolean free = found != null && parts.content().stream().noneMatch(found::overlaps);
      source = free ? List.of(found) : source;
    }
    return new Parts(source, cue, parts.content(), parts.continues(), parts.confidence());
  }

  private @Nullable Words subject(Words cue) {
    for (int i = cue.end() - 1; i >= cue.first(); i--) {
      if (sketch.token(i).pos().startsWith("VB")) {
        Words found = grammar.source(i, sketch.sentence(i));
        return found != null && !found.overlaps(cue) ? found : null;
      }
    }
    return null;
  }

  /**
   * Of several runs the one nearest to the cue, or the first, with those of its sentence that a
   * word or two part from it, unless the cue stands between: nearly every source and cue is one
   * stretch of text.
   */
  private List<Words> joined(List<Words> runs, @Nullable Words cue) {
    if (runs.isEmpty()) {
      return runs;
    }
    Words one =
        cue == null
            ? runs.get(0)
            : runs.stream().min(Comparator.comparingInt(run -> distance(run, cue))).get();
    for (Words run : runs) {
      Words both = new Words(Math.min(one.first(), run.first()), Math.max(one.end(), run.end()));
      if (distance(run, one) <= GAP
          && sketch.sentence(run.first()) == sketch.sentence(one.first())
          && (cue == null || !both.overlaps(cue))) {
        one = both;
      }
    }
    return List.of(one);
  }

  private static int distance(Words a, Words b) {
    return Math.max(a.first() - b.end(), b.first() - a.end());
  }

  // ---------------------------------------------------------------- quotations

  /** Gives a quotation that grammar attributes to the attribution that has its cue, or adds it. */
  private void adopt(Attributed attributed) {
    Parts quoted = attributed.parts();
    int holder = owner(contentOf, quoted.content());
    int sharesCue = owner(cueOf, quoted.cue());
    Parts held = holder < 0 ? null : mended.get(holder);
    if (held == null) {
      if (sharesCue < 0) {
        add(quoted);
      }
    } else if (held.cue().isEmpty() && !quoted.source().isEmpty()) {
      if (sharesCue < 0) {
        List<Words> source = held.source().isEmpty() ? quoted.source() : held.source();
        replace(holder, new Parts(source, quoted.cue(), held.content(), false, held.confidence()));
      } else if (sharesCue != holder) {
        merge(holder, sharesCue);
      }
    } else if (attributed.close() && sharesCue != holder) {
      move(quoted, holder, held, sharesCue);
    }
  }

  /** Takes a quotation from the attribution that holds it to the one whose cue is next to it. */
  private void move(Parts quoted, int holder, Parts held, int sharesCue) {
    Words words = quoted.content().get(0);
    Parts kept = sharesCue < 0 ? null : mended.get(sharesCue);
    List<Words> rest = new ArrayList<>();
    held.content()
        .forEach(
            run -> Sketch.minus(run, words).forEach(left -> rest.addAll(sketch.trimmed(left))));
    if (!rest.isEmpty()) {
      replace(
          holder, new Parts(held.source(), held.cue(), rest, held.continues(), held.confidence()));
    } else if (kept != null) {
      mended.set(holder, null);
    } else {
      return;
    }
    if (kept == null) {
      add(quoted);
    } else {
      replace(sharesCue, kept.with(quoted.content()));
    }
  }

  private static int owner(int[] owners, List<Words> words) {
    for (Words run : words) {
      for (int i = run.first(); i < run.end(); i++) {
        if (owners[i] >= 0) {
          return owners[i];
        }
      }
    }
    return -1;
  }

  /** Adds one attribution's content to another's. */
  private void merge(int from, int into) {
    Parts gone = mended.get(from);
    Parts kept = mended.get(into);
    if (gone == null || kept == null) {
      return;
    }
    mended.set(from, null);
    replace(into, kept.with(gone.content()));
  }

  /** Content with neither source nor cue goes on from the statement right before it, or goes. */
  private void settleBare(int index) {
    Parts bare = mended.get(index);
    if (bare == null || !bare.cue().isEmpty() || !bare.source().isEmpty()) {
      return;
    }
    int before = statementBefore(bare.content().get(0).first());
    if (before >= 0 && before != index) {
      merge(index, before);
    } else {
      mended.set(index, null);
    }
  }

  /** The attribution that the sentence before belongs to, when a quotation opens this sentence. */
  private int statementBefore(int first) {
    Sentence own = sketch.sentence(first);
    Quotation quotation = sketch.quotations.around(first);
    if (own.firstToken() != first || quotation == null || own.index() == 0) {
      return -1;
    }
    Sentence before = sketch.analysis.sentences().get(own.index() - 1);
    if (before.paragraph() != own.paragraph() && !quotation.resumes()) {
      return -1;
    }
    return owner(contentOf, List.of(new Words(before.firstToken(), before.endToken())));
  }
}
