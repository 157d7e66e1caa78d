package dateline.event;

import dateline.model.PloverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Brings together the words of one sentence that tell one event: "an attack that killed five". */
final class SentenceMerger {

  private static final Set<String> WHEN = Set.of("when", "after", "as", "while");

  private final Syntax syntax;

  SentenceMerger(Syntax syntax) {
    this.syntax = syntax;
  }

  List<Candidate> merge(List<Candidate> candidates) {
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates) {
      int same = -1;
      for (int i = 0; i < kept.size() && same < 0; i++) {
        if (isSame(kept.get(i), candidate)) {
          same = i;
        }
      }
      if (same < 0) {
        kept.add(candidate);
      } else {
        kept.set(same, join(kept.get(same), candidate));
      }
    }
    return kept;
  }

  private boolean isSame(Candidate one, Candidate other) {
    if (one.type() != other.type()) {
      return false;
    }
    return isLinked(one.trigger(), other.trigger())
        || isLinked(other.trigger(), one.trigger())
        || tellsHow(one, other);
  }

  /** "five were killed when a bomb went off": the victims, and how. */
  private boolean tellsHow(Candidate victims, Candidate deed) {
    int clause = deed.trigger().clause();
    int mark = syntax.is(clause, "advcl") ? syntax.child(clause, "mark", "advmod") : -1;
    return victims.type() == PloverType.ASSAULT
        && victims.actors().isEmpty()
        && syntax.head(clause) == victims.trigger().clause()
        && syntax.isPassive(victims.trigger().clause())
        && mark >= 0
        && WHEN.contains(syntax.lower(mark))
        && !deed.actors().isEmpty();
  }

  /** Whether one trigger is an argument or adverbial of the other's clause. */
  private boolean isLinked(Trigger outer, Trigger inner) {
    int at = inner.clause();
    for (int steps = 0; steps < 3 && at >= 0; steps++) {
      int head = syntax.head(at);
      boolean link =
          syntax.is(at, "nsubj", "obj", "obl", "nmod", "xcomp")
              || syntax.is(at, "advcl", "acl") && syntax.pos(at).equals("VBG")
              || syntax.relation(at).equals("acl:relcl") && syntax.isNoun(outer.head())
              || syntax.is(at, "conj") && syntax.child(at, "nsubj") < 0;
      if (!link) {
        return false;
      }
      if (head == outer.clause() || head == outer.head()) {
        return true;
      }
      at = head;
    }
    return false;
  }

  private Candidate join(Candidate one, Candidate other) {
    if (tellsHow(one, other)) {
      return one.withParticipants(
              other.actors(), one.recipients().isEmpty() ? other.recipients() : one.recipients())
          .withMode(one.mode() == null ? other.mode() : one.mode());
    }
    boolean nominal = one.trigger().isNominal(one.syntax()) && one.trigger().lightVerb() < 0;
    Candidate main = nominal && !other.trigger().isNominal(other.syntax()) ? other : one;
    Candidate rest = main == one ? other : one;
    return main.withParticipants(
        main.actors().isEmpty() ? rest.actors() : main.actors(),
        main.recipients().isEmpty() && !main.trigger().entry().frame().reciprocal()
            ? rest.recipients()
            : main.recipients());
  }
}
