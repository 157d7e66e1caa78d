package dateline.event;

import dateline.model.PloverType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trigger tables.
 *
 * @param words lemmas; of a verb the verb comes first, of a noun the head noun comes last
 * @param constraints all must hold
 * @param type null when the row says that this is no event
 * @param operator for rows that only change what they govern (PLAN, STOP …), else null
 * @param order position in its table: of equally specific rows the later one wins
 */
record TriggerEntry(
    List<String> words,
    List<Constraint> constraints,
    @Nullable PloverType type,
    @Nullable String operator,
    @Nullable String mode,
    @Nullable String cameo,
    Frame frame,
    int order) {

  /** Whether the row itself tells the clause's auxiliaries: "will not allow" is a refusal. */
  boolean isModal() {
    return constraints.stream()
        .flatMap(constraint -> constraint.alternatives().stream())
        .anyMatch(condition -> condition.kind() == Constraint.Kind.AUXILIARY);
  }

  /** More words and narrower constraints come first. */
  int specificity() {
    int sum = 4 * words.size();
    for (Constraint constraint : constraints) {
      sum += constraint.weight();
    }
    return sum;
  }
}
