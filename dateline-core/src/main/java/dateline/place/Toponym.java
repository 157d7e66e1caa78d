package dateline.place;

import dateline.text.CharRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mention of a place, not yet resolved.
 *
 * @param firstToken index of its first token
 * @param endToken index after its last token
 * @param range its words, UTF-16 units
 * @param surface its words
 * @param key what was looked up
 * @param kind the kind that the words themselves tell ("Laurel County", "Idlib province"); null
 *     when they don't
 * @param candidates what it may stand for; empty when no gazetteer has it
 */
record Toponym(
    int firstToken,
    int endToken,
    CharRange range,
    String surface,
    String key,
    @Nullable PlaceKind kind,
    List<Candidate> candidates) {

  Toponym {
    candidates = List.copyOf(candidates);
  }

  boolean isAdjective() {
    return !candidates.isEmpty()
        && candidates.stream().allMatch(candidate -> candidate.form() == NameForm.ADJECTIVE);
  }
}
