package dateline.language;

import java.util.List;

/**
 * The encoder's view of events, one row a token of {@link Analysis#tokens()}. It was trained on
 * sentences that nearly all tell of an event: in running text a sentence needs other evidence
 * before its type means anything (see {@code training/README.md}, "Events").
 *
 * @param types names of the event types: PLOVER's, and {@code STATEMENT} for CAMEO 01 and 02
 * @param participants names of the labels of {@code roles}: {@code O}, B- and I- of source, target,
 *     reciprocal
 * @param trigger how much each token looks like its sentence's main trigger; a logit
 * @param type for each token, a score of each event type, to be summed over a sentence's tokens
 *     weighted by the softmax of their triggers
 * @param roles for each token, the log-probability of each label of the main event's participants
 */
public record EventScores(
    List<String> types,
    List<String> participants,
    float[] trigger,
    float[][] type,
    float[][] roles) {

  public static final EventScores NONE =
      new EventScores(List.of(), List.of(), new float[0], new float[0][], new float[0][]);

  public EventScores {
    types = List.copyOf(types);
    participants = List.copyOf(participants);
  }

  public boolean isEmpty() {
    return trigger.length == 0;
  }
}
