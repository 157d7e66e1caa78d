package dateline.language;

import java.util.List;

/**
 * The encoder's view of attribution, one row a token of {@link Analysis#tokens()}.
 *
 * @param roles log-probabilities in the order of {@link #LABELS}; empty when no model has read the
 *     text
 * @param links for each token, candidate anchors with their scores: {@code links[i]} lists pairs
 *     (anchor token, score) of the same window, best first
 */
public record RoleScores(float[][] roles, Link[][] links) {

  /** What a word can be in an attribution. */
  public static final List<String> LABELS =
      List.of("O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT");

  public static final RoleScores NONE = new RoleScores(new float[0][], new Link[0][]);

  /** An anchor that a token may belong to. */
  public record Link(int anchor, float score) {}

  public boolean isEmpty() {
    return roles.length == 0;
  }
}
