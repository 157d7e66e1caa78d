package dateline.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who stands where around a verb or an event noun: subject, object, possessor, prepositional
 * phrases, through control, coordination, relative clauses and participles. Answers are positions
 * of head nouns, coordinated ones apart; empty when there are none.
 */
final class Roles {

  private static final Set<String> OBJECT_CONTROL =
      Set.of(
          "urge",
          "ask",
          "tell",
          "order",
          "allow",
          "permit",
          "force",
          "encourage",
          "help",
          "invite",
          "press",
          "persuade",
          "call",
          "request",
          "instruct",
          "warn",
          "want",
          "let",
          "enable",
          "compel",
          "authorise",
          "authorize",
          "exhort",
          "implore",
          "advise",
          "expect",
          "direct",
          "command",
          "push",
          "pressure",
          "convince",
          "beg",
          "appeal",
          "accuse");
  private static final Set<String> PERCEPTION =
      Set.of(
          "show",
          "depict",
          "see",
          "hear",
          "watch",
          "film",
          "catch",
          "find",
          "spot",
          "picture",
          "photograph",
          "observe",
          "capture",
          "portray");
  private static final Set<String> SAYING =
      Set.of(
          "say",
          "announce",
          "declare",
          "state",
          "add",
          "report",
          "claim",
          "tell",
          "warn",
          "insist",
          "note",
          "argue",
          "confirm",
          "reiterate",
          "stress",
          "promise",
          "vow",
          "pledge",
          "agree",
          "write",
          "admit",
          "conclude",
          "deny",
          "believe",
          "think",
          "hope",
          "reveal",
          "indicate",
          "repeat",
          "maintain",
          "threaten",
          "acknowledge",
          "suggest",
          "tweet");

  /** Prepositions of more than one word, after which nobody stands who takes part. */
  private static final Set<String> CIRCUMSTANCES =
      Set.of(
          "due to",
          "according to",
          "owing to",
          "thanks to",
          "prior to",
          "subject to",
          "because of",
          "instead of",
          "ahead of",
          "out of",
          "in spite of",
          "in light of",
          "in response to",
          "in addition to",
          "in view of",
          "in terms of",
          "as of",
          "away from",
          "apart from",
          "aside from",
          "as for",
          "such as");

  private static final Set<String> PRONOUNS = Set.of("it", "he", "she", "they", "we", "i");

  private final Syntax syntax;

  Roles(Syntax syntax) {
    this.syntax = syntax;
  }

  /** Who does what the verb says: grammatical subject, or the by-agent of a passive. */
  List<Integer> agents(int verb) {
    if (syntax.isPassive(verb)) {
      return phrases(verb, "by");
    }
    return subjects(verb, 0);
  }

  private List<Integer> subjects(int verb, int depth) {
    if (verb < 0 || depth > 8) {
      return List.of();
    }
    int subject = syntax.child(verb, "nsubj");
    if (subject >= 0) {
      return resolved(verb, subject);
    }
    int head = syntax.head(verb);
    if (head < 0) {
      return List.of();
    }
    if (syntax.is(verb, "acl")) {
      return syntax.isInfinitive(verb)
          ? ownerOf(head, depth)
          : syntax.conjuncts(head).subList(0, 1);
    }
    if (syntax.is(verb, "conj", "xcomp", "advcl", "ccomp") && isPredicate(head)) {
      if (PERCEPTION.contains(syntax.lemma(head)) && syntax.pos(verb).equals("VBG")) {
        List<Integer> seen = objects(head);
        if (!seen.isEmpty() && seen.get(0) > head && seen.get(0) < verb) {
          return seen; // "a video showing people fleeing"
        }
      }
      if (!syntax.is(verb, "conj") && OBJECT_CONTROL.contains(syntax.lemma(head))) {
        List<Integer> controller = objects(head);
        if (!controller.isEmpty() && syntax.isInfinitive(verb)) {
          return controller;
        }
      }
      if (syntax.is(verb, "ccomp")
          && !syntax.isInfinitive(verb)
          && !syntax.pos(verb).equals("VBG")) {
        return List.of();
      }
      return syntax.isPassive(head) && syntax.is(verb, "conj")
          ? passiveSubjects(head)
          : syntax.isPassive(head) && !syntax.is(verb, "conj")
              ? passiveSubjects(head)
              : subjects(head, depth + 1);
    }
    if (syntax.is(verb, "conj") && syntax.isNoun(head)) {
      return subjects(syntax.head(head), depth + 1);
    }
    return List.of();
  }

  /** The grammatical subject of a clause, active or passive. */
  List<Integer> undergoers(int verb) {
    return syntax.isPassive(verb) ? passiveSubjects(verb) : subjects(verb, 0);
  }

  private List<Integer> passiveSubjects(int verb) {
    int object = TriggerFinder.object(syntax, verb);
    return object < 0 ? List.of() : syntax.conjuncts(object);
  }

  /** "the government's decision to send": whose decision. */
  private List<Integer> ownerOf(int noun, int depth) {
    List<Integer> owners = possessors(noun);
    if (!owners.isEmpty()) {
      return owners;
    }
    int head = syntax.head(noun);
    return syntax.is(noun, "obj", "obl") && head >= 0 ? subjects(head, depth + 1) : List.of();
  }

  private boolean isPredicate(int i) {
    return syntax.isVerb(i) || syntax.child(i, "nsubj", "cop") >= 0;
  }

  /** Relative pronouns to their antecedents; "it", "he" … to who says so, inside one sentence. */
  private List<Integer> resolved(int verb, int subject) {
    int antecedent = TriggerFinder.relative(syntax, verb, subject);
    if (antecedent != subject) {
      return List.of(antecedent);
    }
    if (PRONOUNS.contains(syntax.lower(subject))) {
      List<Integer> speakers = speakers(verb);
      if (!speakers.isEmpty()) {
        return speakers;
      }
    }
    return syntax.conjuncts(subject);
  }

  /** The subject of the verb of saying that governs a clause; empty when there is none. */
  List<Integer> speakers(int verb) {
    int at = verb;
    for (int steps = 0; at >= 0 && steps < syntax.size(); steps++) {
      int head = syntax.head(at);
      if (head < 0) {
        break;
      }
      if (syntax.is(at, "ccomp", "advcl", "parataxis", "acl")
          && syntax.isVerb(head)
          && !syntax.relation(at).equals("acl:relcl")) {
        int subject = syntax.child(head, "nsubj");
        if (subject >= 0 && !syntax.isPronoun(subject)) {
          return syntax.conjuncts(subject);
        }
      }
      at = head;
    }
    int said = syntax.child(verb, "parataxis"); // "it will go, Syria said"
    if (said >= 0 && SAYING.contains(syntax.lemma(said))) {
      int subject = syntax.child(said, "nsubj");
      if (subject >= 0 && !syntax.isPronoun(subject)) {
        return syntax.conjuncts(subject);
      }
    }
    return List.of();
  }

  /** Whether a word is the subject of a verb of saying. */
  boolean isSpeaker(int word) {
    int verb = syntax.head(word);
    return verb >= 0 && syntax.is(word, "nsubj") && SAYING.contains(syntax.lemma(verb));
  }

  /** Whom the verb affects: direct object or passive subject. */
  List<Integer> objects(int verb) {
    int object = TriggerFinder.object(syntax, verb);
    return object < 0 ? List.of() : syntax.conjuncts(object);
  }

  List<Integer> indirectObjects(int verb) {
    int object = syntax.child(verb, "iobj");
    return object < 0 ? List.of() : syntax.conjuncts(object);
  }

  /** Nominals that depend on a word by a preposition, nearest first, with the coordinated ones. */
  List<Integer> phrases(int governor, String preposition) {
    List<Integer> found = new ArrayList<>();
    for (int child : syntax.children(governor)) {
      if (syntax.is(child, "obl", "nmod") && introduces(child, preposition) && !isTime(child)) {
        found.addAll(syntax.conjuncts(child));
        if (preposition.equals("between")) {
          continue;
        }
        break;
      }
    }
    return found;
  }

  private boolean introduces(int nominal, String preposition) {
    String words = syntax.preposition(nominal);
    return words.equals(preposition)
        || words.endsWith(" " + preposition) && !CIRCUMSTANCES.contains(words);
  }

  private boolean isTime(int nominal) {
    return syntax.relation(nominal).equals("obl:tmod") || TIMES.contains(syntax.lemma(nominal));
  }

  /**
   * @param word in lower case
   */
  static boolean isTimeWord(String word) {
    return TIMES.contains(word);
  }

  private static final Set<String> TIMES =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan.",
          "feb.",
          "aug.",
          "sept.",
          "oct.",
          "nov.",
          "dec.",
          "day",
          "week",
          "month",
          "year",
          "weekend",
          "night",
          "evening",
          "morning",
          "afternoon",
          "hour",
          "minute",
          "time",
          "today",
          "yesterday",
          "tomorrow",
          "decade",
          "century",
          "moment",
          "condition",
          "addition",
          "response",
          "bid",
          "effort",
          "order",
          "part",
          "place",
          "charge",
          "suspicion",
          "basis",
          "sake",
          "term");

  /** Possessors of a noun, and names and nationalities that modify it. */
  List<Integer> possessors(int noun) {
    List<Integer> found = new ArrayList<>();
    for (int child : syntax.children(noun)) {
      if (syntax.relation(child).equals("nmod:poss") && !syntax.pos(child).equals("PRP$")) {
        found.addAll(syntax.conjuncts(child));
      }
    }
    if (found.isEmpty()) {
      for (int child : syntax.children(noun)) {
        if (child < noun
            && syntax.is(child, "amod", "compound", "nmod")
            && syntax.isName(child)
            && !syntax.is(child, "case")
            && syntax.preposition(child).isEmpty()) {
          found.addAll(syntax.conjuncts(child));
        }
      }
    }
    return found;
  }

  /** The subject of a verb's complement clause. */
  List<Integer> complementSubjects(int verb) {
    for (int clause : syntax.children(verb)) {
      int subject =
          clause > verb && syntax.is(clause, "ccomp", "xcomp", "advcl", "acl", "parataxis")
              ? syntax.child(clause, "nsubj")
              : -1;
      if (subject > verb) {
        return syntax.conjuncts(subject);
      }
    }
    return List.of();
  }
}
