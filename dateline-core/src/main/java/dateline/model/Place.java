package dateline.model;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A toponym and the place that it names.
 *
 * @param span the toponym's words
 * @param name display name; neutral where disputed
 * @param country ISO 3166-1 alpha-3; null when in none or unresolved
 * @param lat degrees north, WGS 84; null when unresolved
 * @param lon degrees east
 * @param precision of the point: a street that is known to lie in a city has {@code CITY}, one that
 *     is only taken to lie where the article is {@code REGION}
 * @param gazetteer {@code source:id} of the row, such as {@code geonames:276781} or {@code
 *     dateline:karabakh}; null when no gazetteer has the name
 * @param alsoKnownAs every other name, both sides' names of a disputed place among them
 * @param disputed whether more than one party claims it
 * @param method how it was resolved
 */
public record Place(
    String id,
    List<Span> span,
    String name,
    @Nullable String country,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable Precision precision,
    @Nullable String gazetteer,
    List<String> alsoKnownAs,
    boolean disputed,
    @Nullable String method,
    double confidence) {

  public Place {
    span = List.copyOf(span);
    alsoKnownAs = List.copyOf(alsoKnownAs);
    confidence = Confidence.of(confidence);
  }

  /** How exact the point is; a country's point is not a dot in its capital. */
  public enum Precision implements Coded {
    COUNTRY,
    REGION,
    CITY,
    PLACE
  }
}
