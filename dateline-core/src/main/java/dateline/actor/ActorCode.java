package dateline.actor;

import dateline.model.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a phrase means, in PLOVER's terms.
 *
 * @param country ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC; null when the
 *     phrase tells none
 * @param sectors PLOVER sectors, the primary first; empty when none is told (a bare country)
 * @param method what decided: {@code person}, {@code role}, {@code body}, {@code country}, {@code
 *     capital}, {@code city}, {@code people}, {@code pronoun}, or {@code unknown}
 * @param confidence 0 to 1
 */
public record ActorCode(
    @Nullable String country, List<String> sectors, String method, double confidence) {

  static final ActorCode UNKNOWN = new ActorCode(null, List.of(), "unknown", 0);

  public ActorCode {
    sectors = List.copyOf(sectors);
    confidence = Confidence.of(confidence);
  }

  public boolean isUnknown() {
    return country == null && sectors.isEmpty();
  }
}
