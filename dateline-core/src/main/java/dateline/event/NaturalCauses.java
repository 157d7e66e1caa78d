package dateline.event;

import java.util.List;
import java.util.Set;

/**
 * What does harm without anybody's doing: quakes, floods, disease, accidents. PLOVER codes what
 * political actors do, so "the earthquake destroyed the town" is no event.
 */
final class NaturalCauses {

  /** Prepositions after which a passive or a noun names what did the harm. */
  private static final Set<String> BY = Set.of("by", "in", "from", "of", "because of", "due to");

  private final Set<String> words;

  /**
   * @param words lemmas of what nature does
   */
  NaturalCauses(Set<String> words) {
    this.words = words;
  }

  /** Whether nature, and nobody else, does what a trigger says. */
  boolean act(Syntax syntax, Roles roles, Trigger trigger) {
    int clause = trigger.isNominal(syntax) ? trigger.head() : trigger.clause();
    List<Integer> agents = trigger.isNominal(syntax) ? List.of() : roles.agents(clause);
    if (!agents.isEmpty()) {
      return agents.stream().allMatch(agent -> isNature(syntax, agent));
    }
    boolean undergone = trigger.isNominal(syntax) || syntax.isPassive(clause);
    return undergone
        && syntax.hasChild(
            clause, child -> BY.contains(syntax.preposition(child)) && isNature(syntax, child));
  }

  /** Not in a figure: "a wave of attacks", "an outbreak of violence". */
  private boolean isNature(Syntax syntax, int noun) {
    return words.contains(syntax.lemma(noun))
        && !syntax.hasChild(
            noun,
            child ->
                syntax.preposition(child).equals("of")
                    && syntax.pos(child).startsWith("NN")
                    && !syntax.pos(child).startsWith("NNP")
                    && !words.contains(syntax.lemma(child)));
  }
}
