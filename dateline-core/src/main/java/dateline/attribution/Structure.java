package dateline.attribution;

import dateline.attribution.ReportingVerbs.Verb;
import dateline.model.Attribution;
import dateline.model.Statement.Kind;
import dateline.model.Statement.Type;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the parts of attributions their structure: kind by the marks, type by the cue, what goes on
 * from what, what stands inside what, who is spoken to and where.
 */
final class Structure {

  private static final Set<String> GOING_ON =
      Set.of("add", "continue", "note", "conclude", "stress", "reiterate", "repeat", "explain");

  private final Sketch sketch;
  private final ReportingVerbs verbs;
  private final Circumstances circumstances;

  Structure(Sketch sketch, ReportingVerbs verbs) {
    this.sketch = sketch;
    this.verbs = verbs;
    this.circumstances = new Circumstances(sketch, verbs);
  }

  /** In the given order, which is that of the text. */
  List<Attribution> of(List<Parts> parts) {
    List<Attribution> attributions = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Parts own = parts.get(i);
      attributions.add(
          new Attribution(
              kind(own),
              type(own),
              spans(own.source()),
              spans(own.cue()),
              spans(own.content()),
              continued(parts, i),
              parent(parts, i),
              spans(circumstances.addressee(own)),
              spans(circumstances.venue(own)),
              own.confidence()));
    }
    return attributions;
  }

  private List<Span> spans(List<Words> words) {
    return words.stream()
        .map(run -> sketch.analysis.span(sketch.analysis.range(run.first(), run.end())))
        .toList();
  }

  private Kind kind(Parts parts) {
    boolean inside = parts.content().stream().anyMatch(sketch::hasQuoted);
    boolean outside = parts.content().stream().anyMatch(sketch::hasUnquoted);
    return !inside ? Kind.INDIRECT : outside ? Kind.MIXED : Kind.DIRECT;
  }

  /** By the first verb of the cue that the lexicon knows, else the first word; communication. */
  private Type type(Parts parts) {
    Type byWord = null;
    for (Words words : parts.cue()) {
      for (int i = words.first(); i < words.end(); i++) {
        Verb verb = verbs.verb(sketch.lower(i));
        String pos = sketch.token(i).pos();
        if (verb != null && (pos.isEmpty() || pos.startsWith("VB"))) {
          return verb.type();
        }
        if (byWord == null) {
          Type noun = verbs.noun(sketch.lower(i));
          byWord = noun == null && verb != null ? verb.type() : noun;
        }
      }
    }
    return byWord == null ? Type.COMMUNICATION : byWord;
  }

  /** The statement before, when this one goes on from it: same sentence, same source. */
  private @Nullable Integer continued(List<Parts> parts, int index) {
    Parts own = parts.get(index);
    if (index == 0 || own.cue().isEmpty()) {
      return null;
    }
    Parts before = parts.get(index - 1);
    if (before.cue().isEmpty()) {
      return null;
    }
    int cue = own.cue().get(0).first();
    int cueBefore = before.cue().get(0).first();
    boolean near = sketch.sentence(cue).index() == sketch.sentence(cueBefore).index();
    boolean participle = sketch.lower(own.cue().get(0).end() - 1).endsWith("ing");
    boolean sameSource = own.source().isEmpty() || own.source().equals(before.source());
    boolean goesOn = own.continues() || participle || isGoingOn(own);
    return near && sameSource && goesOn && cue > cueBefore ? index - 1 : null;
  }

  private boolean isGoingOn(Parts parts) {
    Verb verb = verbs.verb(sketch.lower(parts.cue().get(0).end() - 1));
    return verb != null && GOING_ON.contains(verb.lemma());
  }

  /** The smallest statement whose content holds this one's cue and content. */
  private @Nullable Integer parent(List<Parts> parts, int index) {
    Parts own = parts.get(index);
    if (own.cue().isEmpty()) {
      return null;
    }
    // Statements are in text order, so the one around this one is among the few before it.
    for (int i = index - 1; i >= Math.max(0, index - 6); i--) {
      if (holds(parts.get(i).content(), own.cue().get(0))
          && holds(parts.get(i).content(), own.content().get(0))) {
        return i;
      }
    }
    return null;
  }

  private static boolean holds(List<Words> content, Words words) {
    return content.stream().anyMatch(run -> run.contains(words));
  }
}
