package dateline.event;

import dateline.text.CharRange;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a participant, from its head noun. */
final class Phrases {

  private static final Set<String> ATTACHED =
      Set.of(
          "of", "in", "from", "at", "near", "for", "'s", "between", "among", "against", "within",
          "outside");

  /** Prepositions that go with what stands behind its verb: "a request by the mayor". */
  private static final Set<String> ATTACHED_TO_OBJECT = Set.of("with", "by", "to", "on");

  private static final Set<String> OF_VERBS =
      Set.of(
          "accuse", "convict", "acquit", "suspect", "clear", "strip", "warn", "notify", "inform",
          "remind", "deprive", "assure");

  private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
  private static final Set<String> PLACING = Set.of("in", "near", "at");

  private Phrases() {}

  /**
   * The noun phrase with determiner, modifiers, names in apposition and prepositional phrases;
   * without coordinated phrases, relative clauses and what follows them.
   */
  static CharRange of(Syntax syntax, int head) {
    boolean[] ours = new boolean[syntax.size()];
    mark(syntax, head, ours);
    int[] extent = {head, head};
    while (extent[0] > 0 && ours[extent[0] - 1]) {
      extent[0]--;
    }
    while (extent[1] + 1 < ours.length && ours[extent[1] + 1]) {
      extent[1]++;
    }
    joinHyphens(syntax, extent);
    extent[1] = withPlace(syntax, head, extent[1]);
    while (extent[1] > head
        && syntax.is(extent[1], "punct")
        && !syntax.lower(extent[1]).equals(")")) {
      extent[1]--;
    }
    while (extent[0] < head && syntax.is(extent[0], "punct", "case", "cc")) {
      extent[0]++;
    }
    if (extent[0] > 0
        && Set.of("least", "most").contains(syntax.lower(extent[0]))
        && syntax.lower(extent[0] - 1).equals("at")) {
      extent[0]--; // "at least twelve"
    }
    return syntax.range(extent[0], extent[1]);
  }

  /** A name that the tokeniser took apart at its hyphens is one. */
  private static void joinHyphens(Syntax syntax, int[] extent) {
    while (extent[1] + 2 < syntax.size() && isHyphen(syntax, extent[1] + 1)) {
      extent[1] += 2;
    }
    while (extent[0] > 1 && isHyphen(syntax, extent[0] - 1)) {
      extent[0] -= 2;
    }
  }

  private static boolean isHyphen(Syntax syntax, int i) {
    return syntax.lower(i).equals("-")
        && syntax.token(i).start() == syntax.token(i - 1).end()
        && syntax.token(i).end() == syntax.token(i + 1).start();
  }

  private static void mark(Syntax syntax, int head, boolean[] ours) {
    ours[head] = true;
    for (int child : syntax.children(head)) {
      if (belongs(syntax, head, child)) {
        markAll(syntax, child, ours);
      } else if (syntax.is(child, "punct")) {
        ours[child] = true; // commas and brackets between the parts
      }
    }
  }

  private static void markAll(Syntax syntax, int from, boolean[] ours) {
    ours[from] = true;
    syntax.children(from).stream()
        .filter(child -> !syntax.relation(child).equals("acl:relcl"))
        .filter(child -> !(syntax.is(from, "flat") && syntax.is(child, "conj", "cc")))
        .forEach(child -> markAll(syntax, child, ours));
  }

  /**
   * "a base in Mosul", also where the parser hangs the phrase on the verb: of what stands right
   * behind a noun, "in", "near" and "at" go with it.
   */
  private static int withPlace(Syntax syntax, int head, int last) {
    int verb = syntax.head(head);
    int preposition = last + 1;
    if (verb < 0
        || verb > head
        || syntax.pos(head).startsWith("NNP")
        || hasName(syntax, head)
        || preposition >= syntax.size()
        || !PLACING.contains(syntax.lower(preposition))) {
      return last;
    }
    int place = syntax.head(preposition);
    boolean beside =
        place > preposition && syntax.is(place, "obl", "nmod") && syntax.head(place) == verb;
    return beside
            && !syntax.hasChild(place, c -> syntax.is(c, "acl", "conj"))
            && isPlace(syntax, place)
        ? syntax.extent(place)[1]
        : last;
  }

  /** "the president, John Doe": a place behind a person's name is the event's. */
  private static boolean hasName(Syntax syntax, int noun) {
    return syntax.hasChild(noun, c -> syntax.is(c, "flat", "appos"));
  }

  private static boolean isPlace(Syntax syntax, int noun) {
    return syntax.isName(noun) || syntax.hasChild(noun, syntax::isName);
  }

  private static boolean isObject(Syntax syntax, int noun) {
    return syntax.is(noun, "obj") && syntax.head(noun) < noun;
  }

  /** "accused the army of torture": of what is not whom. */
  private static boolean isChargedWith(Syntax syntax, int object) {
    int verb = syntax.head(object);
    return verb >= 0 && verb < object && OF_VERBS.contains(syntax.lemma(verb));
  }

  /** "websites in May", "for a third time": when, not who. */
  private static boolean isTime(Syntax syntax, int noun, String preposition) {
    return !preposition.isEmpty()
        && !preposition.equals("of")
        && (Roles.isTimeWord(syntax.lower(noun))
            || syntax.lower(noun).equals("may")
            || YEAR.matcher(syntax.lower(noun)).matches());
  }

  private static boolean belongs(Syntax syntax, int head, int child) {
    if (syntax.isListed(head, child)) {
      return false;
    }
    if (syntax.is(child, "det", "amod", "nummod", "compound", "flat", "nmod:poss", "fixed")) {
      return true;
    }
    if (syntax.is(child, "nmod")) {
      String preposition = syntax.preposition(child);
      if (isTime(syntax, child, preposition)) {
        return false;
      }
      if (preposition.equals("of") && isChargedWith(syntax, head)) {
        return false;
      }
      return child < head
          || preposition.isEmpty()
          || ATTACHED.contains(preposition)
          || isObject(syntax, head) && ATTACHED_TO_OBJECT.contains(preposition);
    }
    if (syntax.is(child, "advmod")) {
      return child < head;
    }

    if (syntax.is(child, "appos")) {
      return true;
    }
    return syntax.is(child, "acl")
        && !syntax.relation(child).equals("acl:relcl")
        && child == head + 1
        && syntax.pos(child).equals("VBN")
        && syntax.hasChild(child, c -> syntax.preposition(c).equals("by"));
  }
}
