package dateline.event;

import dateline.language.Analysis;
import dateline.language.Cardinals;
import dateline.language.EntityType;
import dateline.language.Sentence;
import dateline.language.Token;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The dependency tree of one sentence (Universal Dependencies, English), by positions in the
 * sentence. Built once per sentence in time linear in its length.
 */
final class Syntax {

  private static final Set<String> QUANTITIES =
      Set.of(
          "dozen",
          "score",
          "hundred",
          "thousand",
          "million",
          "number",
          "series",
          "pair",
          "group",
          "round",
          "lot",
          "handful",
          "majority",
          "couple",
          "some",
          "many",
          "most",
          "several",
          "part",
          "set",
          "string",
          "wave",
          "half",
          "all",
          "each",
          "crowd",
          "member",
          "spate",
          "ton",
          "tonne");

  /** Verbs whose bare participle after a noun is a passive: "ten killed in raid". */
  private static final Set<String> HEADLINE_PASSIVES =
      Set.of(
          "kill",
          "wound",
          "injure",
          "arrest",
          "detain",
          "release",
          "sentence",
          "convict",
          "jail",
          "expel",
          "charge",
          "accuse",
          "shoot",
          "hurt",
          "evacuate",
          "rescue",
          "abduct",
          "kidnap",
          "displace",
          "fine",
          "ban",
          "deport",
          "execute",
          "free",
          "destroy",
          "seize",
          "oust");

  private static final Set<String> MODALS =
      Set.of(
          "will", "would", "can", "could", "may", "might", "shall", "should", "must", "ought",
          "'ll", "'d", "ca", "wo", "need", "dare", "cannot", "sha", "ll", "d");

  private final Analysis analysis;
  private final List<Token> tokens;
  private final int base;
  private final List<List<Integer>> children = new ArrayList<>();
  private final String[] lemmas;
  private final String[] tags;
  private final int[] heads;
  private final String[] relations;

  Syntax(Analysis analysis, Sentence sentence, Lemmas lemmas) {
    this.analysis = analysis;
    this.tokens = analysis.tokens(sentence);
    this.base = sentence.firstToken();
    this.lemmas = new String[tokens.size()];
    this.tags = new String[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      children.add(new ArrayList<>());
      this.tags[i] = tag(tokens.get(i));
      this.lemmas[i] = lemmas.of(tokens.get(i).lower().replace('’', '\''), tags[i]);
    }
    this.heads = new int[tokens.size()];
    this.relations = new String[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      int head = tokens.get(i).isRoot() ? -1 : tokens.get(i).head() - base;
      heads[i] = head < tokens.size() ? head : -1;
      relations[i] = tokens.get(i).relation();
    }
    TreeRepair.apply(tokens, heads, relations);
    for (int i = 0; i < tokens.size(); i++) {
      if (head(i) >= 0) {
        children.get(head(i)).add(i);
      }
    }
  }

  /** The tagger's, but only modal verbs are modals: "threatened to" is no such. */
  private static String tag(Token token) {
    String word = token.lower().replace('’', '\'');
    if (!token.pos().equals("MD") || MODALS.contains(word)) {
      return token.pos();
    }
    return word.endsWith("ed") ? "VBD" : "VB";
  }

  Analysis analysis() {
    return analysis;
  }

  int size() {
    return tokens.size();
  }

  Token token(int i) {
    return tokens.get(i);
  }

  String lemma(int i) {
    return lemmas[i];
  }

  String lower(int i) {
    return tokens.get(i).lower();
  }

  String pos(int i) {
    return tags[i];
  }

  /** Position of the head; -1 for a root, and for the head of a root. */
  int head(int i) {
    return i < 0 ? -1 : heads[i];
  }

  /** The relation with its subtype, "nsubj:pass". */
  String relation(int i) {
    return relations[i];
  }

  /** Whether the relation is one of these, subtypes included unless they are named. */
  boolean is(int i, String... relations) {
    String relation = relation(i);
    for (String wanted : relations) {
      if (relation.equals(wanted)
          || relation.startsWith(wanted) && relation.charAt(wanted.length()) == ':') {
        return true;
      }
    }
    return false;
  }

  /** Dependents in text order. */
  List<Integer> children(int i) {
    return children.get(i);
  }

  /** The first dependent by one of these relations; -1 when there is none. */
  int child(int i, String... relations) {
    for (int child : children.get(i)) {
      if (is(child, relations)) {
        return child;
      }
    }
    return -1;
  }

  boolean hasChild(int i, IntPredicate test) {
    return children.get(i).stream().anyMatch(test::test);
  }

  boolean isVerb(int i) {
    return pos(i).startsWith("VB") || pos(i).equals("MD");
  }

  boolean isNoun(int i) {
    return pos(i).startsWith("NN");
  }

  boolean isPronoun(int i) {
    return pos(i).equals("PRP")
        || pos(i).equals("WP")
        || pos(i).equals("DT")
        || pos(i).equals("WDT");
  }

  boolean isName(int i) {
    return tokens.get(i).entity() != EntityType.NONE && tokens.get(i).entity() != EntityType.MISC;
  }

  /** The noun and those coordinated with it, in text order. */
  List<Integer> conjuncts(int noun) {
    List<Integer> all = new ArrayList<>(List.of(noun));
    for (int child : children.get(noun)) {
      if (is(child, "conj") && !isVerbal(child) || isListed(noun, child)) {
        all.addAll(conjuncts(child));
      } else if (is(child, "flat")) { // "Minister John Doe and the mayor"
        all.addAll(conjuncts(child).stream().filter(c -> c != child).toList());
      }
    }
    return all;
  }

  /** "Chad, Sudan agree": two countries side by side are two, as headlines have it. */
  boolean isListed(int noun, int beside) {
    Nationalities countries = Nationalities.shared();
    return beside == noun + 2
        && is(beside, "appos", "nmod", "flat", "dep")
        && lower(noun + 1).equals(",")
        && countries.at(this, noun) != null
        && countries.at(this, beside) != null;
  }

  private boolean isVerbal(int i) {
    return isVerb(i) && child(i, "nsubj", "obj", "aux") >= 0;
  }

  /** The preposition that introduces a nominal, in lower case ("because of" joined), or "". */
  String preposition(int nominal) {
    StringBuilder words = new StringBuilder();
    for (int child : children.get(nominal)) {
      if (is(child, "case") && child < nominal && !pos(child).equals("POS")) {
        words.append(words.isEmpty() ? "" : " ").append(lower(child));
      }
    }
    return words.toString();
  }

  /** "dozens of people" is about people: the noun that a quantity counts, else the noun itself. */
  int counted(int noun) {
    if (QUANTITIES.contains(lemma(noun))
        || Cardinals.value(lower(noun)) != null
        || pos(noun).equals("CD")) {
      for (int child : children.get(noun)) {
        if (is(child, "nmod") && preposition(child).equals("of")) {
          return child;
        }
      }
    }
    return noun;
  }

  boolean isPassive(int verb) {
    if (child(verb, "aux:pass") >= 0) {
      return true;
    }
    boolean subject =
        hasChild(verb, c -> relation(c).equals("nsubj:pass"))
            || is(verb, "root", "conj", "ccomp", "parataxis");
    if (!pos(verb).equals("VBN") || isFollowedByParty(verb) || isPerfect(verb)) {
      return false;
    }
    if (subject) {
      boolean by = hasChild(verb, c -> preposition(c).equals("by") && !pos(c).startsWith("VB"));
      return by || child(verb, "obj") < 0 && HEADLINE_PASSIVES.contains(lemma(verb));
    }
    boolean clause = is(verb, "acl") && !relation(verb).equals("acl:relcl");
    return (clause || is(verb, "amod", "root", "advcl", "conj"))
        && !isPerfect(verb)
        && child(verb, "obj") < 0;
  }

  /** "called for", "clashed with": a past tense taken for a participle. */
  private boolean isFollowedByParty(int verb) {
    return child(verb, "aux") < 0
        && is(verb, "root", "ccomp", "conj", "parataxis")
        && verb + 1 < size()
        && Set.of("for", "on", "upon", "with", "against").contains(lower(verb + 1));
  }

  private boolean isPerfect(int verb) {
    return hasChild(verb, c -> is(c, "aux") && lemma(c).equals("have"))
        || is(verb, "conj")
            && head(verb) >= 0
            && (isPerfect(head(verb)) || pos(head(verb)).equals("VBD"));
  }

  /** Whether the verb is an infinitive with "to". */
  boolean isInfinitive(int verb) {
    return hasChild(verb, c -> pos(c).equals("TO") && c < verb);
  }

  /** First and last position of everything below a token. */
  int[] extent(int i) {
    return extent(i, c -> true);
  }

  /** First and last position of a token and what stands below it, as far as the test lets. */
  int[] extent(int i, IntPredicate keep) {
    int[] extent = {i, i};
    for (int child : children.get(i)) {
      if (keep.test(child)) {
        int[] part = extent(child, keep);
        extent[0] = Math.min(extent[0], part[0]);
        extent[1] = Math.max(extent[1], part[1]);
      }
    }
    return extent;
  }

  /** Whether {@code i} is {@code ancestor} or stands below it. */
  boolean isBelow(int i, int ancestor) {
    int at = i;
    for (int steps = 0; at >= 0 && steps <= size(); steps++) {
      if (at == ancestor) {
        return true;
      }
      at = head(at);
    }
    return false;
  }

  CharRange range(int first, int last) {
    return new CharRange(tokens.get(first).start(), tokens.get(last).end());
  }
}
