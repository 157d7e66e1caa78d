package dateline.event;

import dateline.language.Analysis;
import dateline.language.EventScores;
import dateline.language.Sentence;
import dateline.model.PloverType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the encoder takes for the main event of a sentence. It learned on sentences that nearly all
 * tell of one, so it says which event, not whether there is any.
 *
 * @param type null when it takes the sentence for a mere statement (CAMEO 01 and 02)
 * @param probability of the type
 * @param trigger position in the sentence of the word that tells it
 * @param sources words for who does it; those of targets are too often wrong to be read
 */
record MainEvent(@Nullable PloverType type, double probability, int trigger, List<Words> sources) {

  /**
   * Words of one side.
   *
   * @param first position in the sentence
   * @param last position of the last word
   */
  record Words(int first, int last) {}

  /** Null when no model has read the text for events. */
  static @Nullable MainEvent of(Analysis analysis, Sentence sentence) {
    EventScores scores = analysis.events();
    if (scores.isEmpty() || sentence.endToken() == sentence.firstToken()) {
      return null;
    }
    int first = sentence.firstToken();
    double[] weights = new double[sentence.endToken() - first];
    int trigger = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = scores.trigger()[first + i];
      trigger = weights[i] > weights[trigger] ? i : trigger;
    }
    softmax(weights);
    double[] types = new double[scores.types().size()];
    for (int i = 0; i < weights.length; i++) {
      for (int t = 0; t < types.length; t++) {
        types[t] += weights[i] * scores.type()[first + i][t];
      }
    }
    softmax(types);
    int best = 0;
    for (int t = 1; t < types.length; t++) {
      best = types[t] > types[best] ? t : best;
    }
    PloverType type = type(scores.types().get(best));
    double probability = types[best];
    if (isYielding(type)) {
      probability = 0;
      for (int t = 0; t < types.length; t++) {
        probability += isYielding(type(scores.types().get(t))) ? types[t] : 0;
      }
    }
    return new MainEvent(type, probability, trigger, sides(scores, sentence, "source"));
  }

  /** CONCEDE or RETREAT: some of the sentences that the encoder learned on tell only that. */
  private static boolean isYielding(@Nullable PloverType type) {
    return type == PloverType.CONCEDE || type == PloverType.RETREAT;
  }

  /** Whether an event is of the main event's type, as far as the encoder can tell. */
  boolean agrees(PloverType other) {
    return other == type || isYielding(other) && isYielding(type);
  }

  private static void softmax(double[] values) {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      max = Math.max(max, value);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(values[i] - max);
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
  }

  private static @Nullable PloverType type(String name) {
    for (PloverType type : PloverType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }

  /** Runs of a side's labels; an I- after anything else begins one. */
  private static List<Words> sides(EventScores scores, Sentence sentence, String side) {
    List<Words> found = new ArrayList<>();
    int begin = scores.participants().indexOf("B-" + side);
    int inside = scores.participants().indexOf("I-" + side);
    int at = sentence.firstToken();
    while (at < sentence.endToken()) {
      int label = best(scores.roles()[at]);
      if (label != begin && label != inside) {
        at++;
        continue;
      }
      int start = at;
      at++;
      while (at < sentence.endToken() && best(scores.roles()[at]) == inside) {
        at++;
      }
      int first = start - sentence.firstToken();
      found.add(new Words(first, first + at - start - 1));
    }
    return found;
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
