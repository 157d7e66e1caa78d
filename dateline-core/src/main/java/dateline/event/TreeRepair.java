package dateline.event;

import dateline.language.EntityType;
import dateline.language.Token;
import java.util.List;
import java.util.Set;

/**
 * Mends what a parser that picks each word's head on its own gets wrong by the rules of English:
 * second roots, two subjects or objects side by side, objects before their verb. Works on positions
 * of one sentence.
 */
final class TreeRepair {

  /** Tags of finite verbs, and of plain ones that may be. */
  private static final Set<String> FINITE_LIKE = Set.of("VB", "VBD", "VBP", "VBZ");

  private static final Set<String> PREPOSITIONS =
      Set.of("by", "of", "in", "at", "from", "with", "for", "against", "on", "near", "to");
  private static final Set<String> RELATIVE =
      Set.of("who", "which", "that", "whom", "where", "whose", "when");

  /** Within how many words a modal's verb follows it. */
  private static final int MODAL_REACH = 5;

  private final List<Token> tokens;
  private final int[] heads;
  private final String[] relations;

  private TreeRepair(List<Token> tokens, int[] heads, String[] relations) {
    this.tokens = tokens;
    this.heads = heads;
    this.relations = relations;
  }

  /**
   * @param heads position of each token's head, -1 for roots; changed in place
   * @param relations changed in place
   */
  static void apply(List<Token> tokens, int[] heads, String[] relations) {
    new TreeRepair(tokens, heads, relations).apply();
  }

  private void apply() {
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] < 0 && !relations[i].equals("root")) {
        adopt(i);
      }
    }
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] < 0 && isNoun(i)) {
        raiseVerb(i);
        raiseParticiple(i);
      }
    }
    for (int i = 1; i < heads.length; i++) {
      if (tokens.get(i).pos().equals("POS")) {
        possess(i);
      }
      if (tokens.get(i).pos().equals("MD") && !relations[i].equals("aux")) {
        lowerModal(i);
      }
    }
    for (int i = 0; i + 1 < heads.length; i++) {
      String next = tokens.get(i + 1).lower();
      if (tokens.get(i).lower().equals("at") && (next.equals("least") || next.equals("most"))) {
        relations[i] = "advmod"; // "at least twelve" is no place
      }
    }
    for (int i = 1; i < heads.length; i++) {
      if (relations[i].equals("flat") && child(i, "cc") >= 0) {
        coordinate(i);
      }
      if (tokens.get(i).pos().equals("VBG")) {
        lowerParticiple(i);
      }
      if (relations[i].equals("advcl") && isContent(i)) {
        relations[i] = "ccomp";
      }
    }
    for (int verb = 1; verb < heads.length; verb++) {
      if (isVerb(verb) && heads[verb] < 0 && child(verb, "nsubj") < 0) {
        raiseNames(verb);
      }
    }
    for (int i = 0; i < heads.length; i++) {
      mendArgument(i);
    }
    for (int i = 1; i < heads.length; i++) {
      keepInQuotes(i);
    }
    joinNeighbours();
    for (int verb = 0; verb < heads.length; verb++) {
      if (isVerb(verb)) {
        splitObjects(verb);
      }
    }
    for (int i = 1; i < heads.length; i++) {
      joinTitle(i);
    }
  }

  /** A phrase before the end of a quotation is no part of what follows the quotation. */
  private void keepInQuotes(int i) {
    int head = heads[i];
    int first = leftmost(i);
    if (head <= i
        || first < 1
        || !relations[i].equals("obl") && !relations[i].equals("nmod")
        || !hasCase(i)
        || isBelow(first - 1, i)) {
      return;
    }
    for (int k = i + 1; k < head; k++) {
      if (tokens.get(k).pos().equals("''")) {
        attach(i, first - 1, isNoun(first - 1) ? "nmod" : "obl");
        return;
      }
    }
  }

  /** "give Tanzania a grant": of two objects the first is the indirect one. */
  private void splitObjects(int verb) {
    int first = child(verb, "obj");
    int second = first < 0 ? -1 : child(verb, "obj", first);
    if (second > first
        && first > verb
        && !hasCase(first)
        && !hasCase(second)
        && leftmost(second) - 1 >= 0
        && isBelow(leftmost(second) - 1, first)) {
      relations[first] = "iobj";
    }
  }

  /** "journalist Jane Roe": a person's name right behind a noun goes with it. */
  private void joinTitle(int name) {
    int title = leftmost(name) - 1;
    boolean apart =
        tokens.get(name).entity() == EntityType.PER
            && (name == 0
                || tokens.get(name - 1).entity() != EntityType.PER
                || leftmost(name) < name)
            && title >= 0
            && heads[name] >= 0
            && tokens.get(title).pos().equals("NN")
            && !hasCase(name)
            && !relations[name].equals("flat")
            && !relations[name].equals("conj");
    boolean argument =
        relations[name].startsWith("nsubj")
            || Set.of("obj", "obl", "dep", "appos", "nmod").contains(relations[name]);
    if (apart && argument && heads[title] >= 0 && isArgument(title)) {
      attach(name, title, "flat");
    }
  }

  private boolean isArgument(int i) {
    return relations[i].startsWith("nsubj")
        || Set.of("obj", "obl", "nmod", "conj").contains(relations[i]);
  }

  private boolean isNoun(int i) {
    return tokens.get(i).pos().startsWith("NN");
  }

  private boolean isVerb(int i) {
    return tokens.get(i).pos().startsWith("VB");
  }

  private boolean isTime(int i) {
    String word = tokens.get(i).lower();
    return word.endsWith("day")
        || word.equals("week")
        || word.equals("month")
        || word.equals("year")
        || word.equals("night")
        || word.equals("morning")
        || word.equals("evening");
  }

  /** A second root: the possessor of what follows, the name beside a noun, or an object. */
  private void adopt(int orphan) {
    int possessed = possessed(orphan);
    if (possessed >= 0) {
      attach(orphan, possessed, "nmod:poss");
      return;
    }
    int first = leftmost(orphan);
    int before = first - 1;
    if (before >= 0 && isNoun(before) && isNoun(orphan) && heads[before] >= 0) {
      attach(orphan, before, "flat");
      return;
    }
    for (int verb = before; verb >= 0; verb--) {
      if (isVerb(verb) && !isBelow(verb, orphan)) {
        attach(orphan, verb, child(verb, "obj") >= 0 || !isNoun(orphan) ? "dep" : "obj");
        return;
      }
    }
  }

  /** Whose "'s" it is belongs to the noun behind it. */
  private void possess(int mark) {
    int possessor = heads[mark];
    if (possessor < 0 || possessor > mark) {
      return;
    }
    int possessed = possessed(possessor);
    if (relations[possessor].equals("nmod:poss") && !isBehindVerb(possessed, heads[possessor])) {
      return;
    }
    if (possessed > 0 && !isBelow(possessed, possessor)) {
      attach(possessor, possessed, "nmod:poss");
    } else if (possessed > 0 && heads[possessor] >= 0) {
      int above = heads[possessor];
      String relation = relations[possessor];
      heads[possessed] = above;
      relations[possessed] = relation;
      attach(possessor, possessed, "nmod:poss");
    }
  }

  /** "leader Ann Roe and President Max Poe": what follows "and" is no part of the first name. */
  private void coordinate(int name) {
    int first = heads[name];
    int noun = first;
    while (noun >= 0 && (relations[noun].equals("appos") || relations[noun].equals("flat"))) {
      noun = heads[noun];
    }
    if (noun < 0 || child(name, "cc") > name) {
      return;
    }
    attach(name, noun, "conj");
    for (int i = name + 1; i < heads.length; i++) {
      if (heads[i] == first && relations[i].equals("flat")) {
        attach(i, name, "flat");
      }
    }
  }

  /** "denied that soldiers looted": what "that" begins behind a verb is what it says. */
  private boolean isContent(int clause) {
    int verb = heads[clause];
    int mark = child(clause, "mark");
    return verb >= 0
        && isVerb(verb)
        && mark == verb + 1
        && tokens.get(mark).lower().equals("that")
        && child(verb, "ccomp") < 0;
  }

  /** "Jordan's visiting king": a participle between an owner or article and its noun. */
  private void lowerParticiple(int verb) {
    int noun = child(verb, "obj");
    boolean owned =
        verb > 0 && (tokens.get(verb - 1).pos().equals("POS") || child(verb, "det") == verb - 1);
    if (!owned || noun != verb + 1 || heads[verb] < 0) {
      return;
    }
    heads[noun] = heads[verb];
    relations[noun] = relations[verb].equals("dep") ? "obj" : relations[verb];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = heads[i] == verb && i != noun ? noun : heads[i];
    }
    attach(verb, noun, "amod");
  }

  /** "the town's mayor give the farmers": whether a verb parts a noun from a later one. */
  private boolean isBehindVerb(int noun, int later) {
    for (int i = noun + 1; noun >= 0 && i < later; i++) {
      if (isVerb(i) && FINITE_LIKE.contains(tokens.get(i).pos())) {
        return true;
      }
    }
    return false;
  }

  /** A modal that the parser took for a verb of its own goes to the verb behind it. */
  private void lowerModal(int modal) {
    for (int verb = modal + 1; verb < Math.min(heads.length, modal + MODAL_REACH); verb++) {
      if (!tokens.get(verb).pos().equals("VB")) {
        continue;
      }
      if (heads[verb] == modal) {
        heads[verb] = heads[modal];
        relations[verb] = relations[modal];
      }
      for (int i = 0; i < heads.length; i++) {
        heads[i] = heads[i] == modal && i != verb ? verb : heads[i];
      }
      attach(modal, verb, "aux");
      return;
    }
  }

  /** The noun after "'s", when a noun stands before it. */
  private int possessed(int possessor) {
    for (int i = possessor + 1; i < heads.length; i++) {
      if (heads[i] == possessor && tokens.get(i).pos().equals("POS")) {
        for (int noun = i + 1; noun < Math.min(heads.length, i + 5); noun++) {
          if (isNoun(noun) && (noun + 1 == heads.length || !isNoun(noun + 1))) {
            return noun;
          }
        }
      }
    }
    return -1;
  }

  /** "A bombing by the group killed five": a past tense taken for a participle of the root noun. */
  private void raiseVerb(int noun) {
    for (int verb = noun + 1; verb < heads.length; verb++) {
      if (heads[verb] == noun
          && relations[verb].startsWith("acl")
          && tokens.get(verb).pos().equals("VBD")
          && !hasRelative(verb)) {
        int subject = child(verb, "nsubj");
        heads[verb] = -1;
        relations[verb] = "root";
        attach(noun, verb, "nsubj");
        if (subject >= 0) {
          attach(subject, noun, "nmod");
        }
        return;
      }
    }
  }

  /** "A court freed activist Lee": a past tense taken for an attribute of what follows. */
  private void raiseParticiple(int noun) {
    for (int i = 0; i < heads.length; i++) {
      if (isVerb(i) && (heads[i] < 0 || heads[i] == noun)) {
        return;
      }
    }
    for (int verb = noun + 1; verb < heads.length; verb++) {
      int object = heads[verb];
      if (tokens.get(verb).pos().equals("VBN")
          && relations[verb].equals("amod")
          && object > verb
          && !hasCase(object)
          && isBelow(object, noun)) {
        heads[verb] = -1;
        relations[verb] = "root";
        heads[object] = verb;
        relations[object] = "obj";
        attach(noun, verb, "nsubj");
        return;
      }
    }
  }

  private boolean hasRelative(int verb) {
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == verb && RELATIVE.contains(tokens.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private void mendArgument(int i) {
    int verb = heads[i];
    if (relations[i].equals("flat") && verb >= 0 && verb < i && hasPreposition(i)) {
      relations[i] = "nmod"; // "sanctions on North Korea"
    }
    if (verb < 0 || !isVerb(verb) || !isNoun(i)) {
      return;
    }
    boolean core = relations[i].equals("obj") || relations[i].startsWith("nsubj");
    if (core && i > verb && clauseAfterMark(i, verb) >= 0) {
      heads[i] = clauseAfterMark(i, verb);
      relations[i] = "nsubj";
      return;
    }
    if (relations[i].equals("nsubj")
        && i > verb
        && hasSubjectBefore(verb)
        && child(verb, "obj") < 0) {
      relations[i] = "obj";
      return;
    }
    if (relations[i].equals("nsubj") && i < verb && isObjectOfGovernor(i, verb)) {
      heads[i] = heads[verb];
      relations[i] = "obj";
      return;
    }
    if (relations[i].equals("obj")
        && i < verb
        && child(verb, "nsubj") < 0
        && !relations[verb].startsWith("acl")
        && !hasRelative(verb)) {
      relations[i] = "nsubj";
    } else if (relations[i].equals("nsubj") && i < verb && hasPreposition(i)) {
      int before = leftmost(i) - 1;
      if (before >= 0 && isNoun(before) && heads[before] >= 0) {
        boolean free = child(verb, "nsubj", i) < 0;
        attach(i, before, "nmod");
        if (free && !isBelow(verb, before) && heads[before] == verb) {
          relations[before] = "nsubj";
        }
      }
    } else if (relations[i].equals("xcomp")
        && i > verb
        && tokens.get(i).pos().startsWith("NN")
        && child(verb, "obj") < 0
        && child(i, "mark") < 0
        && child(i, "cop") < 0) {
      relations[i] = "obj";
    } else if (relations[i].equals("obl")
        && i > verb
        && !hasCase(i)
        && !isTime(i)
        && child(verb, "obj") < 0) {
      relations[i] = "obj";
    }
  }

  /** "…, Oslo, Lima and Rome signed": names in a row right before a verb are its subject. */
  private void raiseNames(int verb) {
    int last = verb - 1;
    int first = last;
    while (first >= 2 && isName(first) && isLink(first - 1) && isName(first - 2)) {
      first -= 2;
    }
    if (first == last || !isName(last)) {
      return;
    }
    if (isBelow(verb, first)) {
      return;
    }
    for (int i = 0; i + 1 < first; i++) {
      if (heads[i] == first && relations[i].equals("case")) {
        heads[i] = i + 1; // the preposition of what stands before the names
      }
    }
    heads[first] = verb;
    relations[first] = "nsubj";
    for (int name = first + 2; name <= last; name += 2) {
      heads[name] = first;
      relations[name] = "conj";
    }
  }

  private boolean isName(int i) {
    EntityType entity = tokens.get(i).entity();
    return entity == EntityType.LOC || entity == EntityType.ORG || entity == EntityType.PER;
  }

  private boolean isLink(int i) {
    String word = tokens.get(i).lower();
    return word.equals(",") || word.equals("and");
  }

  private boolean hasSubjectBefore(int verb) {
    for (int i = 0; i < verb; i++) {
      if (heads[i] == verb && relations[i].startsWith("nsubj")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "demanded that the mayor resign": the clause whose "that" stands before a noun; -1 for none.
   */
  private int clauseAfterMark(int noun, int governor) {
    for (int mark = governor + 1; mark < noun; mark++) {
      int clause = heads[mark];
      if (relations[mark].equals("mark")
          && clause > noun
          && heads[clause] == governor
          && relations[clause].equals("ccomp")
          && child(clause, "nsubj") < 0) {
        return clause;
      }
    }
    return -1;
  }

  /** "asked NATO to help": what stands between a verb and its infinitive is the verb's object. */
  private boolean isObjectOfGovernor(int noun, int infinitive) {
    int governor = heads[infinitive];
    if (governor < 0 || governor > noun || !isVerb(governor) || child(governor, "obj") >= 0) {
      return false;
    }
    for (int i = noun + 1; i < infinitive; i++) {
      if (tokens.get(i).pos().equals("TO") && heads[i] == infinitive) {
        return !hasCase(noun);
      }
    }
    return false;
  }

  private boolean hasPreposition(int noun) {
    for (int i = 0; i < noun; i++) {
      if (heads[i] == noun
          && relations[i].equals("case")
          && PREPOSITIONS.contains(tokens.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasCase(int noun) {
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == noun && relations[i].equals("case")) {
        return true;
      }
    }
    return false;
  }

  /** "Minister Benjamin", each a subject of one verb: the name goes to the noun. */
  private void joinNeighbours() {
    int last = -1;
    for (int i = 0; i < heads.length; i++) {
      boolean argument = relations[i].startsWith("nsubj") || relations[i].equals("obj");
      if (!argument || !isNoun(i)) {
        continue;
      }
      if (last >= 0
          && heads[last] == heads[i]
          && relations[last].startsWith(relations[i].substring(0, 3))
          && isBelow(leftmost(i) - 1, last)
          && tokens.get(i).entity() == EntityType.PER) {
        attach(i, last, "flat");
      } else {
        last = i;
      }
    }
  }

  private void attach(int i, int head, String relation) {
    if (i != head && !isBelow(head, i)) {
      heads[i] = head;
      relations[i] = relation;
    }
  }

  private boolean isBelow(int i, int ancestor) {
    int at = i;
    for (int steps = 0; at >= 0 && steps <= heads.length; steps++) {
      if (at == ancestor) {
        return true;
      }
      at = heads[at];
    }
    return false;
  }

  /** The first position of what hangs, without a gap, to the left of a token. */
  private int leftmost(int i) {
    int first = i;
    while (first > 0 && isBelow(first - 1, i)) {
      first--;
    }
    return first;
  }

  private int child(int head, String relation) {
    return child(head, relation, -1);
  }

  private int child(int head, String relation, int except) {
    for (int i = 0; i < heads.length; i++) {
      if (i != except && heads[i] == head && relations[i].startsWith(relation)) {
        return i;
      }
    }
    return -1;
  }
}
