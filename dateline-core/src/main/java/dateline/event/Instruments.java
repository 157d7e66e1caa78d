package dateline.event;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mode of an attack by what it was made with: {@code event/instruments.tsv}. Immutable. */
final class Instruments {

  private static final Set<String> MEANS = Set.of("in", "by", "with", "using");

  private final Map<String, String> modes = new HashMap<>();

  Instruments() {
    for (String[] row : Resource.table("event/instruments.tsv")) {
      for (String word : row[0].split(",")) {
        modes.put(word, row[1]);
      }
    }
  }

  /** Of the subject, or of a phrase with "in", "by" or "with" beside the verb; null for none. */
  @Nullable String of(Syntax syntax, Trigger trigger) {
    for (int child : syntax.children(trigger.clause())) {
      String preposition = syntax.preposition(child);
      boolean means =
          syntax.is(child, "nsubj") && !syntax.isPassive(trigger.clause())
              || syntax.is(child, "obl") && MEANS.contains(preposition);
      String mode = means ? mode(syntax, child) : null;
      if (mode != null) {
        return mode;
      }
    }
    return null;
  }

  /** By the noun with the word before it, else the noun, else a noun that it is joined with. */
  private @Nullable String mode(Syntax syntax, int noun) {
    String pair = noun > 0 ? syntax.lower(noun - 1) + " " + syntax.lemma(noun) : "";
    String mode = modes.getOrDefault(pair, modes.get(syntax.lemma(noun)));
    for (int child : syntax.children(noun)) {
      if (mode == null && syntax.is(child, "compound", "amod") && child < noun) {
        String joined = child > 0 ? syntax.lower(child - 1) + " " + syntax.lemma(child) : "";
        mode = modes.getOrDefault(joined, modes.get(syntax.lemma(child)));
      }
    }
    return mode;
  }
}
