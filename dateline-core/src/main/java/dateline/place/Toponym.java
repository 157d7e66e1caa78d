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
 * @param candidates what it may stand for, or, when it is not {@code listed}, what it may lie in;
 *     empty when no gazetteer has it
 * @param listed whether a gazetteer has the name: "Aleppo" but not "Aleppo University Hospital"
 */
record Toponym(
    int firstToken,
    int endToken,
    CharRange range,
    String surface,
    String key,
    @Nullable PlaceKind kind,
    List<Candidate> candidates,
    boolean listed) {

  Toponym {
    candidates = List.copyOf(candidates);
  }

  boolean isAdjective() {
    return !candidates.isEmpty()
        && candidates.stream().allMatch(candidate -> candidate.form() == NameForm.ADJECTIVE);
  }

  /** Whether every place that it may stand for is a country. */
  boolean isCountry() {
    return !candidates.isEmpty()
        && candidates.stream().allMatch(c -> c.entry().kind() == PlaceKind.COUNTRY);
  }
}
