package dateline.event;

import java.util.List;

/**
 * Where an event's sides stand: slots in order of preference, {@code subj}, {@code obj}, {@code
 * iobj}, {@code poss}, {@code comp} (subject of the complement clause), {@code emb} (the recipient
 * of the complement clause), {@code speaker} (who says so), or a preposition.
 *
 * @param reciprocal whether both sides are actors
 * @param weak whether the trigger alone, without a participant, is no event
 */
record Frame(List<String> actors, List<String> recipients, boolean reciprocal, boolean weak) {

  private static final Frame VERB =
      new Frame(
          List.of("subj"),
          List.of("obj", "against", "on", "at", "to", "with", "from", "into", "in", "for"),
          false,
          false);

  /** Reads {@code subj>obj,on}, {@code subj&with}, {@code by,poss>of ?}; "" is a verb's default. */
  static Frame parse(String words) {
    if (words.isBlank()) {
      return VERB;
    }
    boolean weak = words.endsWith("?");
    String sides = weak ? words.substring(0, words.length() - 1).trim() : words.trim();
    boolean reciprocal = sides.contains("&");
    String[] parts = sides.split("[&>]", 2);
    return new Frame(slots(parts[0]), slots(parts.length > 1 ? parts[1] : ""), reciprocal, weak);
  }

  private static List<String> slots(String part) {
    return part.isBlank() ? List.of() : List.of(part.trim().split(","));
  }
}
