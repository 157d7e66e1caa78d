package dateline.actor;

import dateline.model.Actor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An actor while its mentions are being gathered. Confined to one thread. */
final class Figure {

  /**
   * A mention by its tokens.
   *
   * @param head token that the others depend on
   */
  record Mention(Figure figure, int start, int end, int head, Actor.Form form) {}

  final List<Mention> mentions = new ArrayList<>();

  /** Last words of its titles and descriptions, for "the minister". */
  final Set<String> offices = new LinkedHashSet<>();

  /** Every word of its titles and descriptions. */
  final Set<String> epithets = new LinkedHashSet<>();

  /** Folded words of its fullest proper name; empty when it is only described. */
  List<String> nameWords = List.of();

  String name = "";
  Actor.Kind kind;
  @Nullable String country;
  List<String> sectors = List.of();
  @Nullable String role;
  @Nullable Person person;
  char gender = FirstNames.UNKNOWN;
  boolean plural;

  /** Whether a title or description in the text has coded it, which a lexicon's date can't undo. */
  private boolean codedByText;

  Figure(Actor.Kind kind) {
    this.kind = kind;
  }

  Mention add(int start, int end, int head, Actor.Form form) {
    Mention mention = new Mention(this, start, end, head, form);
    mentions.add(mention);
    return mention;
  }

  boolean isPerson() {
    return kind == Actor.Kind.PERSON;
  }

  boolean isNamed() {
    return !nameWords.isEmpty();
  }

  /** Takes over what a phrase tells of it; the first role in the text stays. */
  void learn(ActorCode code, @Nullable String printedRole) {
    if (printedRole != null && !codedByText) {
      role = printedRole;
      sectors = code.sectors().isEmpty() ? sectors : code.sectors();
      codedByText = true;
    } else if (sectors.isEmpty()) {
      sectors = code.sectors();
    }
    if (country == null) {
      country = code.country();
    }
  }

  void learnGender(char other) {
    if (gender == FirstNames.UNKNOWN && (other == 'm' || other == 'f')) {
      gender = other;
    }
  }

  boolean mayBe(char other) {
    return other == FirstNames.UNKNOWN || gender == FirstNames.UNKNOWN || gender == other;
  }
}
