package dateline.language;

/**
 * The encoder's view of attribution, one row a token of {@link Analysis#tokens()}.
 *
 * @param roles log-probabilities of the labels {@code O, B/I-SOURCE, B/I-CUE, B/I-CONTENT} in the
 *     order of the model's label list; empty when no model has read the text
 * @param links for each token, candidate anchors with their scores: {@code links[i]} lists pairs
 *     (anchor token, score) of the same window, best first
 */
public record RoleScores(float[][] roles, Link[][] links) {

  public static final RoleScores NONE = new RoleScores(new float[0][], new Link[0][]);

  /** An anchor that a token may belong to. */
  public record Link(int anchor, float score) {}

  public boolean isEmpty() {
    return roles.length == 0;
  }
}
