package dateline.time;

import dateline.data.Resource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What zone a place keeps its time by, to within an hour, from {@code time/zones.tsv}; when zones
 * move their clocks is the Java platform's knowledge. Immutable and thread-safe.
 */
public final class Zones {

  private static final double WESTERNMOST = -180;

  private final Map<String, NavigableMap<Double, ZoneId>> byCountry = new HashMap<>();

  private Zones() {}

  public static Zones load() {
    Zones zones = new Zones();
    for (String[] row : Resource.table("time/zones.tsv")) {
      double from = row[2].isEmpty() ? WESTERNMOST : Double.parseDouble(row[2]);
      zones
          .byCountry
          .computeIfAbsent(row[0], country -> new TreeMap<>())
          .put(from, ZoneId.of(row[1]));
    }
    return zones;
  }

  /**
   * @param country ISO 3166-1 alpha-3
   * @param lon degrees east
   * @return null when the country has no zone here
   */
  public @Nullable ZoneId at(String country, double lon) {
    NavigableMap<Double, ZoneId> stripes = byCountry.get(country);
    Map.Entry<Double, ZoneId> stripe = stripes == null ? null : stripes.floorEntry(lon);
    return stripe == null ? null : stripe.getValue();
  }
}
