package dateline.event;

import dateline.event.Constraint.Condition;
import dateline.language.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the trigger words of a sentence. */
final class TriggerFinder {

  private static final int REACH = 3; // words between the parts of a verb phrase
  private static final Set<String> PERSONAL =
      Set.of("him", "her", "them", "us", "me", "they", "he", "she", "we", "who", "whom");

  private final TriggerLexicon lexicon;
  private final Set<String> people;

  /**
   * @param people lemmas of nouns for people
   */
  TriggerFinder(TriggerLexicon lexicon, Set<String> people) {
    this.lexicon = lexicon;
    this.people = people;
  }

  /**
   * @param isActor whether a position is in a known actor's mention
   * @return triggers and operators in text order; of nested ones only those not inside a longer one
   */
  List<Trigger> find(Syntax syntax, IntPredicate isActor) {
    List<Trigger> triggers = new ArrayList<>();
    for (int i = 0; i < syntax.size(); i++) {
      Trigger trigger = at(syntax, i, isActor);
      if (trigger != null) {
        triggers.add(trigger);
      }
    }
    return triggers;
  }

  private @Nullable Trigger at(Syntax syntax, int i, IntPredicate isActor) {
    boolean gerund = syntax.pos(i).equals("VBG");
    boolean dependent =
        syntax.is(i, "amod", "compound", "cop", "case", "aux")
            || syntax.isVerb(i) && syntax.child(i, "det") == i - 1 && i > 0; // "the wounded"
    if (dependent && !syntax.pos(i).equals("MD")) {
      return null;
    }
    if (syntax.isVerb(i) || syntax.pos(i).equals("JJ")) {
      Trigger trigger = verb(syntax, i, isActor);
      if (trigger != null || !gerund) {
        return trigger;
      }
    }
    boolean nominal =
        syntax.isNoun(i) || gerund && syntax.is(i, "nsubj", "obj", "obl", "nmod", "root");
    return nominal && !isName(syntax, i) ? noun(syntax, i, isActor) : null;
  }

  private static boolean isName(Syntax syntax, int i) {
    EntityType entity = syntax.token(i).entity();
    boolean capital = Character.isUpperCase(syntax.token(i).text().charAt(0));
    return entity == EntityType.PER
        || entity == EntityType.ORG
        || entity == EntityType.LOC
        || i > 0 && capital && syntax.pos(i).startsWith("NNP");
  }

  private @Nullable Trigger verb(Syntax syntax, int i, IntPredicate isActor) {
    List<TriggerEntry> entries = new ArrayList<>();
    if (!syntax.lower(i).equals(syntax.lemma(i))) {
      entries.addAll(lexicon.verbs(syntax.lower(i))); // "be opposed"
    }
    entries.addAll(lexicon.verbs(syntax.lemma(i)));
    for (TriggerEntry entry : entries) {
      List<Integer> words = verbWords(syntax, i, entry.words());
      if (words == null) {
        continue;
      }
      int object = object(syntax, i, words);
      if (holds(syntax, i, object, entry, isActor)) {
        return new Trigger(entry, i, withObject(words, object, entry), object, -1, null);
      }
    }
    return null;
  }

  /** The object that an entry names is part of its trigger: "imposed … sanctions". */
  private static List<Integer> withObject(List<Integer> words, int object, TriggerEntry entry) {
    boolean named =
        entry.constraints().stream()
            .flatMap(constraint -> constraint.alternatives().stream())
            .anyMatch(c -> c.kind() == Constraint.Kind.OBJECT && isThing(c.words()));
    if (!named || object < 0) {
      return words;
    }
    List<Integer> all = new ArrayList<>(words);
    all.add(object);
    return all.stream().sorted().distinct().toList();
  }

  private static boolean isThing(Set<String> words) {
    return !words.isEmpty() && !words.contains("#who") && !words.contains("people");
  }

  private @Nullable Trigger noun(Syntax syntax, int i, IntPredicate isActor) {
    for (TriggerEntry entry : lexicon.nouns(syntax.lemma(i))) {
      List<Integer> words = nounWords(syntax, i, entry.words());
      if (words == null || !holds(syntax, i, -1, entry, isActor)) {
        continue;
      }
      if (entry.type() == null) {
        return null;
      }
      return withLightVerb(syntax, new Trigger(entry, i, words, -1, -1, null));
    }
    return null;
  }

  private Trigger withLightVerb(Syntax syntax, Trigger noun) {
    int phrase = noun.head();
    int head = syntax.head(phrase);
    if (head >= 0 && syntax.is(phrase, "nmod") && syntax.counted(head) == phrase) {
      phrase = head; // "a series of attacks"
      head = syntax.head(head);
    }
    if (head >= 0 && syntax.is(phrase, "conj") && syntax.isNoun(head)) {
      phrase = head;
      head = syntax.head(head);
    }
    if (head < 0) {
      return noun;
    }
    boolean participle = syntax.is(head, "acl");
    for (TriggerLexicon.LightVerb light : lexicon.lightVerbs(syntax.lemma(head))) {
      List<Integer> words = verbWords(syntax, head, light.words());
      if (words == null || participle) {
        continue;
      }
      boolean governs =
          syntax.is(phrase, "obj")
              || syntax.relation(phrase).equals("nsubj:pass")
              || light.words().size() > 1 && syntax.is(phrase, "obl");
      if (governs) {
        List<Integer> all = new ArrayList<>(noun.words());
        all.addAll(words);
        return new Trigger(
            noun.entry(), noun.head(), all.stream().sorted().distinct().toList(), -1, head, light);
      }
    }
    return noun;
  }

  /** Positions of a verb phrase's words, or null when they are not all there. */
  private static @Nullable List<Integer> verbWords(Syntax syntax, int verb, List<String> phrase) {
    boolean be = phrase.get(0).equals("be") && phrase.size() > 1;
    if (be && !syntax.pos(verb).equals("JJ") && syntax.child(verb, "cop", "aux") < 0) {
      return null;
    }
    if (!be && syntax.pos(verb).equals("JJ")) {
      return null;
    }
    List<Integer> words = new ArrayList<>(List.of(verb));
    int at = verb;
    for (String word : phrase.subList(be ? 2 : 1, phrase.size())) {
      int next = next(syntax, verb, at, word);
      if (next < 0) {
        return null;
      }
      words.add(next);
      at = next;
    }
    boolean time = at != verb && syntax.is(at, "case") && isTime(syntax, syntax.head(at));
    return time ? null : words;
  }

  /** "called on Friday": no object. */
  private static boolean isTime(Syntax syntax, int noun) {
    return noun >= 0 && Roles.isTimeWord(syntax.lower(noun));
  }

  private static int next(Syntax syntax, int verb, int from, String word) {
    for (int i = from + 1; i < Math.min(syntax.size(), from + 2 + REACH); i++) {
      if (syntax.lemma(i).equals(word) || syntax.lower(i).equals(word)) {
        boolean close = i == from + 1;
        boolean ours = syntax.head(i) == verb || syntax.head(i) == from;
        return close || ours || syntax.is(i, "case") && syntax.head(syntax.head(i)) == verb
            ? i
            : -1;
      }
    }
    return -1;
  }

  private static @Nullable List<Integer> nounWords(Syntax syntax, int noun, List<String> phrase) {
    int first = noun - phrase.size() + 1;
    if (first < 0) {
      return null;
    }
    List<Integer> words = new ArrayList<>();
    for (int k = 0; k < phrase.size(); k++) {
      if (!syntax.lemma(first + k).equals(phrase.get(k))
          && !syntax.lower(first + k).equals(phrase.get(k))) {
        return null;
      }
      words.add(first + k);
    }
    return words;
  }

  /** The object that a verb phrase takes, as position of its head noun; -1 when there is none. */
  private static int object(Syntax syntax, int verb, List<Integer> words) {
    int particle = words.get(words.size() - 1);
    if (particle != verb) {
      int governed = syntax.head(particle);
      if (syntax.is(particle, "case") && governed > particle) {
        return governed;
      }
    }
    return object(syntax, verb);
  }

  /**
   * A verb's logical object: direct object, passive subject, or the noun that a participle or
   * relative clause modifies.
   */
  static int object(Syntax syntax, int verb) {
    int passive = -1;
    for (int child : syntax.children(verb)) {
      if (syntax.is(child, "obj")) {
        return relative(syntax, verb, child);
      }
      if (syntax.relation(child).equals("nsubj:pass") && syntax.isPassive(verb)) {
        passive = child;
      }
    }
    if (passive >= 0) {
      return relative(syntax, verb, passive);
    }
    boolean reduced = syntax.is(verb, "acl") && syntax.head(verb) >= 0;
    if (reduced && syntax.isPassive(verb)) {
      return syntax.head(verb);
    }
    if (syntax.isPassive(verb)) {
      int subject = syntax.child(verb, "nsubj");
      if (subject >= 0) {
        return relative(syntax, verb, subject);
      }
      if (syntax.is(verb, "conj")
          && syntax.head(verb) >= 0
          && syntax.isPassive(syntax.head(verb))) {
        return object(syntax, syntax.head(verb));
      }
    }
    if (syntax.relation(verb).equals("acl:relcl")
        && syntax.child(verb, "nsubj") >= 0
        && !isRelative(syntax, syntax.child(verb, "nsubj"))) {
      return syntax.head(verb); // "the village they attacked"
    }
    if (syntax.is(verb, "conj")
        && syntax.head(verb) >= 0
        && syntax.isVerb(syntax.head(verb))
        && sharesObject(syntax, syntax.head(verb), verb)) {
      return object(syntax, syntax.head(verb));
    }
    // "attacked and killed five": the object hangs on the later verb
    for (int child : syntax.children(verb)) {
      if (syntax.is(child, "conj") && syntax.isVerb(child) && child - verb <= 3) {
        int shared = syntax.child(child, "obj");
        if (shared >= 0 && syntax.child(child, "nsubj") < 0) {
          return shared;
        }
      }
    }
    return -1;
  }

  private static boolean sharesObject(Syntax syntax, int first, int second) {
    int shared = syntax.child(first, "obj");
    return shared > second;
  }

  private static boolean isRelative(Syntax syntax, int i) {
    return syntax.pos(i).startsWith("W") || syntax.lower(i).equals("that");
  }

  /** The antecedent of a relative pronoun, else the position itself. */
  static int relative(Syntax syntax, int verb, int argument) {
    if (!isRelative(syntax, argument)) {
      return argument;
    }
    int clause = verb;
    for (int steps = 0; clause >= 0 && steps < syntax.size(); steps++) {
      if (syntax.is(clause, "acl") && syntax.head(clause) >= 0) {
        return syntax.head(clause);
      }
      clause = syntax.is(clause, "conj", "xcomp", "ccomp") ? syntax.head(clause) : -1;
    }
    return argument;
  }

  private boolean holds(
      Syntax syntax, int i, int object, TriggerEntry entry, IntPredicate isActor) {
    for (Constraint constraint : entry.constraints()) {
      boolean any = false;
      for (Condition condition : constraint.alternatives()) {
        any |= holds(syntax, i, object, condition, isActor);
      }
      if (!any) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(
      Syntax syntax, int i, int object, Condition condition, IntPredicate isActor) {
    return switch (condition.kind()) {
      case OBJECT -> object >= 0 && matches(syntax, object, condition.words(), isActor);
      case NOT_OBJECT ->
          condition.words().isEmpty()
              ? object < 0
              : object < 0 || !matches(syntax, object, condition.words(), isActor);
      case PREPOSITION -> hasPhrase(syntax, i, object, condition, isActor);
      case CLAUSE -> hasClause(syntax, i, condition);
      case NEAR -> isNear(syntax, i, condition.words());
      case AUXILIARY -> hasAuxiliary(syntax, i, condition.words());
      case BEFORE -> isAfter(syntax, i, condition.words());
    };
  }

  private boolean matches(Syntax syntax, int noun, Set<String> words, IntPredicate isActor) {
    if (words.isEmpty()) {
      return true;
    }
    for (int one : syntax.conjuncts(noun)) {
      int head = syntax.counted(one);
      if (isOneOf(syntax, head, words) || isOneOf(syntax, one, words)) {
        return true;
      }
      if (words.contains("#who") && isWho(syntax, head, isActor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(Syntax syntax, int noun, Set<String> words) {
    if (words.contains(syntax.lemma(noun)) || words.contains(syntax.lower(noun))) {
      return true;
    }
    StringBuilder before = new StringBuilder(syntax.lemma(noun));
    for (int k = noun - 1; k >= Math.max(0, noun - 2); k--) {
      before.insert(0, syntax.lower(k) + "_");
      if (words.contains(before.toString())) {
        return true;
      }
    }
    StringBuilder after = new StringBuilder(syntax.lemma(noun));
    for (int k = noun + 1; k <= Math.min(syntax.size() - 1, noun + 2); k++) {
      after.append('_').append(syntax.lemma(k));
      if (words.contains(after.toString())) {
        return true;
      }
    }
    return false;
  }

  private boolean isWho(Syntax syntax, int noun, IntPredicate isActor) {
    return syntax.isName(noun)
        || isActor.test(noun)
        || PERSONAL.contains(syntax.lower(noun))
        || people.contains(syntax.lemma(noun));
  }

  private boolean hasPhrase(
      Syntax syntax, int i, int object, Condition condition, IntPredicate isActor) {
    for (int governor : new int[] {i, object}) {
      if (governor < 0) {
        continue;
      }
      for (int child : syntax.children(governor)) {
        if (syntax.is(child, "obl", "nmod", "advcl", "xcomp", "advmod")
            && !Roles.isTimeWord(syntax.lower(child))
            && introduces(syntax, child, condition.key())
            && matches(syntax, child, condition.words(), isActor)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean introduces(Syntax syntax, int nominal, String preposition) {
    return syntax.hasChild(
        nominal,
        c -> syntax.is(c, "case", "mark") && c < nominal && syntax.lower(c).equals(preposition));
  }

  private static boolean hasClause(Syntax syntax, int i, Condition condition) {
    int clause = clause(syntax, i, condition.key());
    return clause >= 0
        && (condition.words().isEmpty() || condition.words().contains(syntax.lemma(clause)));
  }

  /**
   * The verb of an infinitive ("inf"), gerund ("ing") or finite ("that") clause under a verb; -1.
   */
  static int clause(Syntax syntax, int verb, String sort) {
    for (int child : syntax.children(verb)) {
      if (child < verb) {
        continue;
      }
      boolean found =
          switch (sort) {
            case "inf" ->
                syntax.is(child, "xcomp", "ccomp", "advcl", "acl") && syntax.isInfinitive(child);
            case "ing" ->
                syntax.is(child, "xcomp", "ccomp", "advcl", "obj")
                    && syntax.pos(child).equals("VBG")
                    && syntax.child(child, "mark") < 0;
            default -> syntax.is(child, "ccomp") && !syntax.isInfinitive(child);
          };
      if (found) {
        return child;
      }
    }
    return -1;
  }

  private static boolean hasAuxiliary(Syntax syntax, int i, Set<String> words) {
    boolean argument = syntax.isNoun(i) && syntax.child(i, "cop") < 0 && syntax.head(i) >= 0;
    int predicate = argument ? syntax.head(i) : i;
    return syntax.hasChild(
        predicate,
        c -> syntax.is(c, "aux", "advmod") && words.contains(syntax.lower(c).replace('’', '\'')));
  }

  /** Whether a word stands before a position and no semicolon between them. */
  private static boolean isAfter(Syntax syntax, int i, Set<String> words) {
    for (int k = i - 1; k >= 0 && !syntax.lower(k).equals(";"); k--) {
      if (words.contains(syntax.lower(k))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNear(Syntax syntax, int i, Set<String> words) {
    for (int k = Math.max(0, i - 2); k <= Math.min(syntax.size() - 1, i + 4); k++) {
      if (k != i && (words.contains(syntax.lower(k)) || words.contains(syntax.lemma(k)))) {
        return true;
      }
    }
    return false;
  }
}
