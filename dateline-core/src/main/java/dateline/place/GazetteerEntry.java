package dateline.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a gazetteer.
 *
 * @param id {@code source:id}, such as {@code geonames:276781} or {@code dateline:LBN.beirut}
 * @param name display name; neutral where disputed
 * @param country ISO 3166-1 alpha-3 ({@code XKX} for Kosovo); null for seas and regions of several
 * @param region code of the first-level division inside the country, as its gazetteer gives it;
 *     null when unknown
 * @param lat degrees north, WGS 84; NaN when the gazetteer has no point
 * @param lon degrees east; NaN likewise
 * @param population people; 0 when unknown
 * @param capital whether it is a country's capital
 * @param alternates every other name, adjectives and codes left out
 * @param disputed whether more than one party claims it
 */
public record GazetteerEntry(
    String id,
    PlaceKind kind,
    String name,
    @Nullable String country,
    @Nullable String region,
    double lat,
    double lon,
    long population,
    boolean capital,
    List<String> alternates,
    boolean disputed) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  public GazetteerEntry {
    alternates = List.copyOf(alternates);
  }

  public boolean hasPoint() {
    return !Double.isNaN(lat);
  }

  /** Great-circle distance; infinite when one of the two has no point. */
  public double kmTo(GazetteerEntry other) {
    if (!hasPoint() || !other.hasPoint()) {
      return Double.POSITIVE_INFINITY;
    }
    return km(lat, lon, other.lat, other.lon);
  }

  /** Great-circle distance of points given in degrees, on a ball of the earth's mean radius. */
  public static double km(double lat, double lon, double otherLat, double otherLon) {
    double dLat = Math.toRadians(otherLat - lat);
    double dLon = Math.toRadians(otherLon - lon);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(otherLat))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  /** Whether another place lies in this country or state, going by its codes. */
  public boolean contains(GazetteerEntry other) {
    if (country == null || !country.equals(other.country) || id.equals(other.id)) {
      return false;
    }
    return kind == PlaceKind.COUNTRY
        || (kind == PlaceKind.STATE
            && other.kind != PlaceKind.COUNTRY
            && region != null
            && region.equals(other.region));
  }
}
