package dateline.event;

import dateline.text.CharRange;
import java.util.Set;

/** The words of a participant, from its head noun. */
final class Phrases {

  private static final Set<String> ATTACHED =
      Set.of(
          "of", "in", "from", "at", "near", "for", "'s", "between", "among", "against", "within",
          "outside");

  private Phrases() {}

  /**
   * The noun phrase with determiner, modifiers, names in apposition and prepositional phrases;
   * without coordinated phrases, relative clauses and what follows them.
   */
  static CharRange of(Syntax syntax, int head) {
    int[] extent = {head, head};
    for (int child : syntax.children(head)) {
      if (belongs(syntax, head, child)) {
        int[] part = syntax.extent(child);
        extent[0] = Math.min(extent[0], part[0]);
        extent[1] = Math.max(extent[1], part[1]);
      }
    }
    while (extent[1] > head
        && syntax.is(extent[1], "punct")
        && !syntax.lower(extent[1]).equals(")")) {
      extent[1]--;
    }
    while (extent[0] < head && syntax.is(extent[0], "punct", "case", "cc")) {
      extent[0]++;
    }
    return syntax.range(extent[0], extent[1]);
  }

  private static boolean belongs(Syntax syntax, int head, int child) {
    if (syntax.is(child, "det", "amod", "nummod", "compound", "flat", "nmod:poss", "fixed")) {
      return true;
    }
    if (syntax.is(child, "nmod")) {
      String preposition = syntax.preposition(child);
      return child < head || preposition.isEmpty() || ATTACHED.contains(preposition);
    }
    if (syntax.is(child, "advmod")) {
      return child < head;
    }
    if (syntax.is(child, "appos")) {
      return true;
    }
    return syntax.is(child, "acl")
        && !syntax.relation(child).equals("acl:relcl")
        && child > head
        && syntax.pos(child).startsWith("VB")
        && !syntax.isInfinitive(child)
        && !syntax.lower(child - 1).equals(",");
  }
}
