package dateline.story;

import dateline.model.PloverType;
import dateline.story.Digest.Deed;
import java.time.LocalDate;

/** Plain words for what clusters are made by. */
final class Labels {

  private Labels() {}

  static String deed(Deed deed) {
    return noun(deed.type()) + " on " + LocalDate.ofEpochDay(deed.day()) + ", " + deed.label();
  }

  private static String noun(PloverType type) {
    return switch (type) {
      case AGREE -> "an agreement";
      case CONSULT -> "a meeting";
      case SUPPORT -> "support";
      case CONCEDE -> "a concession";
      case COOPERATE -> "cooperation";
      case AID -> "aid";
      case RETREAT -> "a withdrawal";
      case REQUEST -> "a request";
      case ACCUSE -> "an accusation";
      case REJECT -> "a refusal";
      case THREATEN -> "a threat";
      case SANCTION -> "sanctions";
      case PROTEST -> "a protest";
      case MOBILIZE -> "a mobilisation";
      case COERCE -> "an arrest or other coercion";
      case ASSAULT -> "an attack";
    };
  }
}
