package dateline.attribution;

import dateline.attribution.ReportingVerbs.Verb;
import dateline.language.Token;
import dateline.model.Statement.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims inside claims, by grammar: in what somebody says, a verb of communication with its own
 * subject and a clause that "that" begins ("… that the army had denied that soldiers fired").
 */
final class NestedReader {

  private static final double CONFIDENCE = 0.7;
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never");

  private final Sketch sketch;
  private final ReportingVerbs verbs;

  NestedReader(Sketch sketch, ReportingVerbs verbs) {
    this.sketch = sketch;
    this.verbs = verbs;
  }

  /** Those that stand inside the given ones and are none of them. */
  List<Parts> of(List<Parts> outer) {
    if (!sketch.analysis.isTagged()) {
      return List.of();
    }
    Set<Integer> known = new HashSet<>();
    for (Parts parts : outer) {
      for (Words cue : parts.cue()) {
        for (int i = cue.first(); i < cue.end(); i++) {
          known.add(i);
        }
      }
    }
    List<Parts> nested = new ArrayList<>();
    for (Parts parts : outer) {
      for (Words run : parts.content()) {
        for (int i = run.first(); i < run.end(); i++) {
          Parts inner = known.contains(i) ? null : at(i, run);
          if (inner != null) {
            nested.add(inner);
            known.add(i);
          }
        }
      }
    }
    return nested;
  }

  private @Nullable Parts at(int cue, Words run) {
    Verb verb = sketch.token(cue).pos().startsWith("VB") ? verbs.verb(sketch.lower(cue)) : null;
    if (verb == null || verb.type() != Type.COMMUNICATION) {
      return null;
    }
    Words source = null;
    Words content = null;
    boolean finite = Set.of("VBD", "VBZ", "VBP").contains(sketch.token(cue).pos());
    for (Token child : sketch.syntax.children(cue)) {
      if (NEGATIONS.contains(child.lower()) || child.pos().equals("MD")) {
        return null;
      }
      finite |= child.relation().equals("aux");
      if (child.relation().equals("nsubj") && child.index() < cue) {
        source = within(sketch.syntax.extent(child.index()), run);
      } else if (isClause(child, cue)) {
        content = within(sketch.syntax.extent(child.index()), run);
      }
    }
    return finite && source != null && content != null && content.first() > cue
        ? new Parts(
            List.of(source), List.of(new Words(cue, cue + 1)), List.of(content), false, CONFIDENCE)
        : null;
  }

  private boolean isClause(Token child, int cue) {
    return child.index() > cue
        && (child.relation().equals("ccomp") || child.relation().equals("advcl"))
        && sketch.syntax.children(child.index()).stream()
            .anyMatch(mark -> mark.relation().equals("mark") && mark.lower().equals("that"));
  }

  /** The words of an extent that lie in a run, without marks at the end; null when none do. */
  private @Nullable Words within(Words extent, Words run) {
    int first = Math.max(extent.first(), run.first());
    int end = Math.min(extent.end(), run.end());
    while (end > first && !sketch.isWord(end - 1)) {
      end--;
    }
    return end > first ? new Words(first, end) : null;
  }
}
