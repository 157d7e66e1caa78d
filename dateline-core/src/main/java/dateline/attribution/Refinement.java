package dateline.attribution;

import dateline.attribution.ReportingVerbs.Verb;
import dateline.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Refines attributions by grammar: what attributes nothing goes, whoever is told or thought of is
 * no source, a source is more than its article, and whoever is spoken to is no content. Every rule
 * answers errors that were read by hand (docs/statements.md).
 */
final class Refinement {

  /** "The port, known as the Gate", "Having said that": nobody says anything. */
  private static final Set<String> NO_CUES =
      Set.of(
          "known as",
          "also known as",
          "better known as",
          "so called",
          "having said",
          "that said",
          "that being said");

  /**
   * Of these the passive tells of the subject's own mind or words: "was convinced", "is quoted".
   */
  private static final Set<String> OWN_MIND =
      Set.of(
          "convince",
          "persuade",
          "quote",
          "cite",
          "concern",
          "worry",
          "surprise",
          "disappoint",
          "determine",
          "commit",
          "prepare",
          "inspire",
          "oppose",
          "satisfy",
          "alarm",
          "interest");

  private static final Set<String> BEFORE_NOUNS = Set.of("DT", "JJ", "CD", "PDT", "RB", "PRP$");

  private final Sketch sketch;
  private final ReportingVerbs verbs;
  private final GrammarReader grammar;

  Refinement(Sketch sketch, ReportingVerbs verbs, GrammarReader grammar) {
    this.sketch = sketch;
    this.verbs = verbs;
    this.grammar = grammar;
  }

  List<Parts> of(List<Parts> all) {
    return all.stream()
        .filter(parts -> !isNoCue(parts))
        .map(this::withCue)
        .map(this::withWholeSource)
        .map(this::withoutSubjectOfPassive)
        .map(this::withoutAddressee)
        .toList();
  }

  private boolean isNoCue(Parts parts) {
    return parts.cue().size() == 1 && NO_CUES.contains(text(parts.cue().get(0)));
  }

  private String text(Words words) {
    return IntStream.range(words.first(), words.end())
        .mapToObj(sketch::lower)
        .collect(Collectors.joining(" "));
  }

  /** "The city plans to close it": a known verb alone between source and content is the cue. */
  private Parts withCue(Parts parts) {
    if (!parts.cue().isEmpty() || parts.source().isEmpty()) {
      return parts;
    }
    int from = parts.source().get(parts.source().size() - 1).end();
    int to = parts.content().get(0).first();
    boolean verb = to == from + 1 && verbs.verb(sketch.lower(from)) != null;
    return verb ? with(parts, parts.source(), List.of(new Words(from, to)), null) : parts;
  }

  /** "The" of "The commander ordered …" is the commander. */
  private Parts withWholeSource(Parts parts) {
    if (parts.source().size() != 1 || parts.cue().isEmpty()) {
      return parts;
    }
    Words source = parts.source().get(0);
    boolean beheaded =
        IntStream.range(source.first(), source.end())
            .allMatch(i -> BEFORE_NOUNS.contains(sketch.token(i).pos()));
    int verb = verbOf(parts);
    if (!beheaded || verb < 0) {
      return parts;
    }
    Words whole = grammar.source(verb, sketch.sentence(verb));
    boolean longer = whole != null && whole.contains(source) && isFree(whole, parts);
    return longer ? with(parts, List.of(whole), parts.cue(), null) : parts;
  }

  private static boolean isFree(Words words, Parts parts) {
    return parts.content().stream().noneMatch(words::overlaps)
        && parts.cue().stream().noneMatch(words::overlaps);
  }

  // ---------------------------------------------------------------- passives

  /**
   * "He is considered a rebel", "Asked about it, she …": the subject is spoken to or of, and the
   * source is whoever stands after "by", or nobody.
   */
  private Parts withoutSubjectOfPassive(Parts parts) {
    int verb = passive(parts);
    if (verb < 0) {
      return parts;
    }
    Words subject = subjectOf(verb);
    boolean wrong = parts.source().stream().anyMatch(run -> isOf(run, subject, verb));
    return wrong ? with(parts, agent(verb, parts), parts.cue(), null) : parts;
  }

  /** The verb of a cue in the passive of which the subject can't be the source; -1 for others. */
  private int passive(Parts parts) {
    int at = verbOf(parts);
    if (at < 0 || !sketch.token(at).pos().equals("VBN") && !sketch.lower(at).endsWith("ed")) {
      return -1;
    }
    Verb verb = verbs.verb(sketch.lower(at));
    if (verb == null || OWN_MIND.contains(verb.lemma())) {
      return -1;
    }
    boolean auxiliary = has(at, "aux:pass");
    boolean fronted =
        verb.takes("addressee")
            && !has(at, "aux")
            && sketch.token(at).relation().startsWith("advcl");
    return auxiliary || fronted ? at : -1;
  }

  private boolean has(int verb, String relation) {
    return sketch.syntax.children(verb).stream()
        .anyMatch(child -> child.relation().equals(relation));
  }

  private @Nullable Words subjectOf(int verb) {
    for (Token child : sketch.syntax.children(verb)) {
      if (child.relation().startsWith("nsubj")) {
        return sketch.syntax.extent(child.index());
      }
    }
    return null;
  }

  /** Whether a source is the verb's subject; of a fronted participle, whatever follows it. */
  private static boolean isOf(Words source, @Nullable Words subject, int verb) {
    return subject == null ? source.first() > verb : source.overlaps(subject);
  }

  private List<Words> agent(int verb, Parts parts) {
    for (Token child : sketch.syntax.children(verb)) {
      Words extent = sketch.syntax.extent(child.index());
      boolean by = child.relation().startsWith("obl") && sketch.lower(extent.first()).equals("by");
      if (by && extent.end() > extent.first() + 1) {
        Words source = new Words(extent.first() + 1, extent.end());
        if (isFree(source, parts)) {
          return List.of(source);
        }
      }
    }
    return List.of();
  }

  // ---------------------------------------------------------------- who is spoken to

  /** "lawmakers" of "warned lawmakers that …" is no content. */
  private Parts withoutAddressee(Parts parts) {
    int verb = verbOf(parts);
    Words first = parts.content().get(0);
    Verb known = verb < 0 ? null : verbs.verb(sketch.lower(verb));
    if (known == null || !known.takes("addressee") || first.first() != verb + 1) {
      return parts;
    }
    int at = first.first();
    while (at < first.end() && isPhrase(at)) {
      at++;
    }
    boolean cut = at > first.first() && at + 1 < first.end() && sketch.lower(at).equals("that");
    if (!cut) {
      return parts;
    }
    List<Words> content = new ArrayList<>(parts.content());
    content.set(0, new Words(at, first.end()));
    return with(parts, parts.source(), parts.cue(), content);
  }

  private boolean isPhrase(int i) {
    String pos = sketch.token(i).pos();
    return !sketch.lower(i).equals("that")
        && !sketch.quotations.isInside(i)
        && (pos.startsWith("NN")
            || pos.startsWith("PRP")
            || Set.of("DT", "JJ", "CD", "POS", "IN", "CC").contains(pos));
  }

  // ---------------------------------------------------------------- parts

  /** The last verb of the cue; -1 when it has none. */
  private int verbOf(Parts parts) {
    for (Words words : parts.cue()) {
      for (int i = words.end() - 1; i >= words.first(); i--) {
        if (sketch.token(i).pos().startsWith("VB")) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Parts with(
      Parts parts, List<Words> source, List<Words> cue, @Nullable List<Words> content) {
    return new Parts(
        source,
        cue,
        content == null ? parts.content() : content,
        parts.continues(),
        parts.confidence());
  }
}
