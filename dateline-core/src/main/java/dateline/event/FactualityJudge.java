package dateline.event;

import dateline.data.Resource;
import dateline.model.Event.Factuality;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the text tells an event as having happened, after FactBank (Saurí and Pustejovsky 2009),
 * reduced to five values. Reads auxiliaries, negation and adverbs at the event's own clause, then
 * walks up through the verbs and nouns that govern it. Immutable, thread-safe.
 */
final class FactualityJudge {

  /** Prepositions that make a noun the content of another. */
  private static final Set<String> OF_OR_FOR = Set.of("of", "for", "to", "on");

  private static final Set<String> COMPARED = Set.of("fewer", "less", "longer", "more");

  private final Map<String, Map<String, Factuality>> cues = new HashMap<>();

  FactualityJudge() {
    for (String[] row : Resource.table("event/reporting.tsv")) {
      Factuality value = Factuality.valueOf(row[2].toUpperCase(Locale.ROOT));
      Map<String, Factuality> words = cues.computeIfAbsent(row[1], key -> new HashMap<>());
      for (String word : row[0].split(",")) {
        words.put(word, value);
      }
    }
  }

  private @Nullable Factuality cue(String where, String word) {
    return cues.getOrDefault(where, Map.of()).get(word);
  }

  /**
   * @param governing position of a verb whose own meaning the event's type already tells
   *     ("threatened to attack" is THREATEN): cues from there up only; -1 for none
   */
  Factuality judge(Syntax syntax, Trigger trigger, int governing) {
    Factuality value = Factuality.ACTUAL;
    if (trigger.lightVerb() >= 0 || trigger.isNominal(syntax)) {
      value = atNoun(syntax, trigger.head());
    }
    if (trigger.light() != null) {
      value = outer(value, effect(trigger.light().effect()));
    }
    if (syntax.pos(trigger.head()).equals("MD")) { // "must" speaks of its own clause
      int clause = syntax.head(syntax.head(trigger.head()));
      return clause < 0 ? Factuality.ACTUAL : climb(syntax, clause, Factuality.ACTUAL);
    }
    int at =
        governing >= 0
            ? governing
            : trigger.lightVerb() >= 0 ? trigger.lightVerb() : trigger.head();
    return climb(syntax, at, value);
  }

  private static Factuality effect(TriggerLexicon.Effect effect) {
    return switch (effect) {
      case DO, START, GO, STOP -> Factuality.ACTUAL;
      case NOT -> Factuality.NEGATED;
      case PLAN -> Factuality.PLANNED;
    };
  }

  private Factuality climb(Syntax syntax, int from, Factuality inner) {
    Factuality value = inner;
    int at = from;
    for (int steps = 0; at >= 0 && steps <= syntax.size(); steps++) {
      if (isPredicate(syntax, at)) {
        value = outer(value, atVerb(syntax, at));
      } else if (at != from) {
        value = outer(value, negatedNoun(syntax, at));
      }
      int head = syntax.head(at);
      if (head < 0) {
        break;
      }
      value = outer(value, step(syntax, at, head));
      if (isBarrier(syntax, at)) {
        break;
      }
      at = head;
    }
    return value;
  }

  private static boolean isPredicate(Syntax syntax, int i) {
    return syntax.isVerb(i) || syntax.child(i, "cop", "nsubj") >= 0;
  }

  /**
   * What an outer cue makes of an inner value: negation and hypothesis win over what they govern.
   */
  static Factuality outer(Factuality inner, Factuality outer) {
    if (outer == Factuality.ACTUAL) {
      return inner;
    }
    if (inner == Factuality.ACTUAL || outer == Factuality.NEGATED) {
      return inner == Factuality.NEGATED && outer == Factuality.NEGATED ? Factuality.ACTUAL : outer;
    }
    return outer == Factuality.CONDITIONAL ? outer : inner;
  }

  /** Auxiliaries, negation, adverbs and "if" at a verb. */
  private Factuality atVerb(Syntax syntax, int verb) {
    Factuality value = Factuality.ACTUAL;
    for (int child : syntax.children(verb)) {
      String word = syntax.lower(child).replace('’', '\'');
      Factuality cue = null;
      if (syntax.is(child, "aux")) {
        cue = cue("aux", word);
      } else if (syntax.is(child, "advmod") || syntax.relation(child).equals("det")) {
        cue = cue("adverb", word);
      } else if (syntax.is(child, "nsubj") && isNegatedNoun(syntax, child)) {
        cue = Factuality.NEGATED;
      } else if (syntax.is(child, "advcl")
          && isHypothesis(syntax, child)
          && !isPast(syntax, verb)) {
        cue = Factuality.CONDITIONAL;
      }
      if (cue != null) {
        value = combine(value, cue);
      }
    }
    if (syntax.is(verb, "advcl", "ccomp") && isHypothesis(syntax, verb)) {
      value = Factuality.CONDITIONAL;
    }
    return value;
  }

  /** Cues of one clause: negation wins, then conditional, then what came first. */
  private static Factuality combine(Factuality one, Factuality other) {
    if (one == Factuality.ACTUAL || other == Factuality.NEGATED) {
      return other;
    }
    return other == Factuality.CONDITIONAL && one != Factuality.NEGATED ? other : one;
  }

  private static boolean isPast(Syntax syntax, int verb) {
    return syntax.pos(verb).equals("VBD");
  }

  private boolean isHypothesis(Syntax syntax, int clause) {
    return syntax.hasChild(
        clause,
        c ->
            syntax.is(c, "mark")
                && c < clause
                && cue("before", syntax.lower(c)) == Factuality.CONDITIONAL);
  }

  private Factuality atNoun(Syntax syntax, int noun) {
    Factuality value = Factuality.ACTUAL;
    for (int child : syntax.children(noun)) {
      if (child < noun && syntax.is(child, "amod", "det", "advmod", "neg", "case")) {
        Factuality cue = cue("adjective", syntax.lower(child));
        value = cue == null ? value : combine(value, cue);
      }
    }
    return value;
  }

  private boolean isNegatedNoun(Syntax syntax, int noun) {
    return negatedNoun(syntax, noun) == Factuality.NEGATED;
  }

  private Factuality negatedNoun(Syntax syntax, int noun) {
    boolean none =
        syntax.lower(noun).equals("nobody")
            || syntax.lower(noun).equals("none")
            || syntax.lower(noun).equals("neither")
            || syntax.hasChild(noun, c -> c < noun && isNo(syntax, c))
            || syntax.hasChild(noun, c -> c < noun && syntax.lower(c).equals("neither"));
    return none ? Factuality.NEGATED : Factuality.ACTUAL;
  }

  /** "no soldiers", but not "no fewer than ten soldiers". */
  private static boolean isNo(Syntax syntax, int i) {
    return syntax.lower(i).equals("no")
        && !(i + 1 < syntax.size() && COMPARED.contains(syntax.lower(i + 1)));
  }

  /** What the governor says of the clause or noun below it. */
  private Factuality step(Syntax syntax, int at, int head) {
    if (isDepicted(syntax, at, head)) {
      return Factuality.POSSIBLE;
    }
    boolean clause =
        syntax.is(at, "xcomp", "ccomp", "csubj")
            || syntax.is(at, "advcl") && isComplement(syntax, at, head);
    if (clause || syntax.is(at, "obj", "nsubj:pass")) {
      Factuality cue = cue("verb", phrase(syntax, head));
      if (cue == null) {
        cue = cue("verb", syntax.lemma(head));
      }
      if (cue == null) {
        return Factuality.ACTUAL;
      }
      // Only what denies or plans a thing makes a named event unreal: "condemned the attack" does
      // not.
      return clause
              || cue == Factuality.NEGATED
              || cue == Factuality.PLANNED && !isThing(syntax, head)
          ? cue
          : Factuality.ACTUAL;
    }
    if (syntax.is(at, "acl", "nmod")
        && (!syntax.relation(at).equals("acl:relcl") || syntax.child(at, "mark") >= 0)
        && !syntax.isVerb(head)) {
      boolean complement = syntax.is(at, "acl") || OF_OR_FOR.contains(syntax.preposition(at));
      Factuality cue = complement ? cue("noun", syntax.lemma(head)) : null;
      return cue == null ? Factuality.ACTUAL : cue;
    }
    if (syntax.is(at, "obl") && syntax.preposition(at).equals("without")) {
      return Factuality.NEGATED;
    }
    if (syntax.is(at, "advcl") && syntax.isInfinitive(at)) {
      return Factuality.PLANNED; // "in order to": an aim
    }
    if (syntax.is(at, "advcl")
        && syntax.hasChild(at, c -> syntax.lower(c).equals("without") && c < at)) {
      return Factuality.NEGATED;
    }
    if (syntax.is(at, "obl", "advcl")) {
      String preposition = syntax.preposition(at) + markOf(syntax, at);
      Factuality cue =
          preposition.equals("from") || preposition.equals("against") || preposition.equals("of")
              ? cue("verb", syntax.lemma(head))
              : null;
      return cue == Factuality.NEGATED || cue == Factuality.POSSIBLE && syntax.is(at, "advcl")
          ? cue
          : Factuality.ACTUAL;
    }
    return Factuality.ACTUAL;
  }

  /** "a video that shows people fleeing": what a picture shows is not the outlet's own word. */
  private boolean isDepicted(Syntax syntax, int at, int head) {
    return cue("depicts", syntax.lemma(head)) != null
        && (syntax.is(at, "xcomp", "ccomp", "obj") || syntax.pos(at).equals("VBG"))
        && new Roles(syntax)
            .agents(head).stream().anyMatch(i -> cue("picture", syntax.lemma(i)) != null);
  }

  private static String markOf(Syntax syntax, int clause) {
    int mark = syntax.child(clause, "mark");
    return mark < 0 ? "" : syntax.lower(mark);
  }

  /**
   * "agreed to" and the noun that it takes are about a plan; "offered", "meant" of a thing are not.
   */
  private static boolean isThing(Syntax syntax, int verb) {
    return syntax.lemma(verb).equals("mean")
        || syntax.lemma(verb).equals("set")
        || syntax.lemma(verb).equals("order");
  }

  private boolean isComplement(Syntax syntax, int at, int head) {
    return syntax.isInfinitive(at) && cue("verb", syntax.lemma(head)) != null
        || syntax.pos(at).equals("VBG") && cue("verb", syntax.lemma(head)) == Factuality.NEGATED;
  }

  private static String phrase(Syntax syntax, int verb) {
    int particle = syntax.child(verb, "compound:prt", "compound");
    return particle > verb ? syntax.lemma(verb) + " " + syntax.lower(particle) : syntax.lemma(verb);
  }

  /** Where the walk up ends: an adverbial or relative clause is told in its own right. */
  private static boolean isBarrier(Syntax syntax, int at) {
    if (syntax.is(at, "advcl")) {
      boolean hypothesis =
          syntax.isInfinitive(at) || syntax.child(at, "mark") < 0 && syntax.pos(at).equals("VBG");
      return !hypothesis;
    }
    return syntax.relation(at).equals("acl:relcl")
        || syntax.is(at, "parataxis", "nsubj", "obl", "appos")
        || syntax.is(at, "conj") && syntax.child(at, "nsubj") >= 0
        || syntax.isNoun(at) && !syntax.is(at, "obj", "nmod", "conj");
  }
}
