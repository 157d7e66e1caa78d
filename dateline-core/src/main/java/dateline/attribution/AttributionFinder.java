package dateline.attribution;

import dateline.language.Analysis;
import dateline.language.RoleScores;
import dateline.model.Attribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds who says what: direct and indirect speech, belief, knowledge and wish, each with source,
 * cue and content (after PARC 3.0 and PolNeAR). Thread-safe.
 */
public final class AttributionFinder {

  private final ReportingVerbs verbs;

  private AttributionFinder(ReportingVerbs verbs) {
    this.verbs = verbs;
  }

  public static AttributionFinder create() {
    return new AttributionFinder(ReportingVerbs.load());
  }

  /** In the order of their first words. */
  public List<Attribution> find(Analysis analysis) {
    if (analysis.tokens().isEmpty()) {
      return List.of();
    }
    Sketch sketch = new Sketch(analysis);
    List<Parts> parts = new ArrayList<>(read(sketch));
    parts.addAll(new NestedReader(sketch, verbs).of(parts));
    parts.sort(Comparator.comparingInt(AttributionFinder::firstWord));
    return new Structure(sketch, verbs).of(parts);
  }

  private List<Parts> read(Sketch sketch) {
    RoleScores roles = sketch.analysis.roles();
    return roles.isEmpty()
        ? new GrammarReader(sketch, verbs).read()
        : new Repair(sketch, verbs).of(new RoleReader(sketch).read());
  }

  private static int firstWord(Parts parts) {
    int first = parts.content().get(0).first();
    if (!parts.cue().isEmpty()) {
      first = Math.min(first, parts.cue().get(0).first());
    }
    boolean shared = parts.continues() || parts.source().isEmpty();
    return shared ? first : Math.min(first, parts.source().get(0).first());
  }
}
