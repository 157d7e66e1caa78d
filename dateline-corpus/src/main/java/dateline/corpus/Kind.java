package dateline.corpus;

import dateline.model.PloverType;
import java.util.List;
import java.util.Locale;

/** What can happen, the event that it is in PLOVER, and what people talk about afterwards. */
enum Kind {
  ATTACK(PloverType.ASSAULT, "violence", "Interior Minister", "police chief"),
  BOMBING(PloverType.ASSAULT, "violence", "Mayor", "Interior Minister"),
  PROTEST(PloverType.PROTEST, "protest", "union leader", "opposition politician"),
  ARREST(PloverType.COERCE, "politics", "Prime Minister", "Interior Minister"),
  ACCORD(PloverType.AGREE, "politics", "President", "Foreign Minister"),
  TALKS(PloverType.CONSULT, "politics", "Foreign Minister", "President"),
  AID(PloverType.AID, "politics", "Foreign Minister", "Prime Minister"),
  REJECT(PloverType.REJECT, "politics", "Prime Minister", "Foreign Minister"),
  DEPLOY(PloverType.MOBILIZE, "politics", "Defence Minister", "army spokesman"),
  ACCUSE(PloverType.ACCUSE, "politics", "Foreign Minister", "President"),
  SANCTION(PloverType.SANCTION, "politics", "Prime Minister", "Foreign Minister");

  /** What happens anywhere; the others happen between rivals only. */
  static final List<Kind> ANYWHERE =
      List.of(ATTACK, BOMBING, PROTEST, ARREST, ACCORD, TALKS, AID, REJECT, DEPLOY);

  /** What rivals do in the first, the second and the last third of the time. */
  static final List<List<Kind>> OF_RIVALS =
      List.of(
          List.of(ACCUSE, REJECT, SANCTION, ACCUSE),
          List.of(REJECT, TALKS, ACCUSE, TALKS),
          List.of(TALKS, ACCORD, AID, ACCORD));

  final PloverType type;
  final String topic;
  final String firstSpeaker;
  final String secondSpeaker;

  Kind(PloverType type, String topic, String firstSpeaker, String secondSpeaker) {
    this.type = type;
    this.topic = topic;
    this.firstSpeaker = firstSpeaker;
    this.secondSpeaker = secondSpeaker;
  }

  /** Whether people die, so that numbers differ and suspects are sought. */
  boolean deadly() {
    return this == ATTACK || this == BOMBING;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
