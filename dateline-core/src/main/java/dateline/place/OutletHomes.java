package dateline.place;

import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Place;
import dateline.place.Outlets.Home;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns from many articles where their publications are at home: the town, else the first-level
 * division, else the country, where most of their datelines are. A publication is known by its name
 * and by the host of its address. The same articles in any order give the same homes. Not
 * thread-safe.
 */
public final class OutletHomes {

  /** Fewer datelines say nothing of a paper's home. */
  private static final int FEWEST = 5;

  /** A wire service files from everywhere; a local paper from where it is. */
  private static final double SHARE = 0.5;

  /**
   * A home with what it was learned from.
   *
   * @param datelines those that lie in it
   * @param of all of the outlet whose place is known
   */
  public record Learned(Home home, int datelines, int of) {}

  /** Names of the same place, from the finest, as {@code outlets.tsv} writes them. */
  private record Names(@Nullable String town, @Nullable String division, String country) {

    private @Nullable String at(int level) {
      return switch (level) {
        case 0 -> town;
        case 1 -> division;
        default -> country;
      };
    }
  }

  private static final int LEVELS = 3;

  private final Gazetteer gazetteer;
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> divisions = new HashMap<>();
  private final Map<String, List<Names>> datelines = new TreeMap<>();

  /**
   * @param gazetteer the one that the articles were read with
   */
  public OutletHomes(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (GazetteerEntry entry : EmbeddedGazetteer.load().entries()) {
      if (entry.country() != null && entry.kind() == PlaceKind.COUNTRY) {
        countries.put(entry.country(), entry.name());
      } else if (entry.country() != null && entry.kind() == PlaceKind.STATE) {
        divisions.put(entry.country() + "." + entry.region(), entry.name());
      }
    }
  }

  /** Counts an article's dateline, where its place is known. */
  public void take(ArticleRecord record) {
    Place place = filedAt(record);
    Names names = place == null ? null : names(place);
    if (names == null) {
      return;
    }
    for (String outlet : outlets(record)) {
      datelines.computeIfAbsent(outlet, o -> new ArrayList<>()).add(names);
    }
  }

  private static Set<String> outlets(ArticleRecord record) {
    Set<String> outlets = new LinkedHashSet<>();
    if (record.article().outlet() != null) {
      outlets.add(record.article().outlet());
    }
    String uri = record.source().uri();
    String host = uri == null ? null : Outlets.host(uri);
    if (host != null) {
      outlets.add(host);
    }
    return outlets;
  }

  private static @Nullable Place filedAt(ArticleRecord record) {
    Article.Dateline line = record.article().dateline();
    return line == null || line.place() == null
        ? null
        : record.places().stream()
            .filter(place -> place.id().equals(line.place()))
            .findFirst()
            .orElse(null);
  }

  /** Null for a place of no country, or that this gazetteer lacks. */
  private @Nullable Names names(Place place) {
    GazetteerEntry entry =
        gazetteer.lookup(PlaceNames.fold(place.name())).stream()
            .map(Candidate::entry)
            .filter(row -> row.id().equals(place.gazetteer()))
            .findFirst()
            .orElse(null);
    String country = entry == null ? null : countries.get(entry.country());
    if (entry == null || country == null) {
      return null;
    }
    String division = divisions.get(entry.country() + "." + entry.region());
    String container = division == null ? country : division;
    boolean town = entry.kind() == PlaceKind.CITY;
    return new Names(
        town ? entry.name() + ", " + container : null,
        division == null ? null : division + ", " + country,
        country);
  }

  /** The homes that are plain, in the order of the outlets' names. */
  public List<Learned> homes() {
    List<Learned> homes = new ArrayList<>();
    datelines.forEach(
        (outlet, places) -> {
          Learned home = places.size() < FEWEST ? null : home(outlet, places);
          if (home != null) {
            homes.add(home);
          }
        });
    return homes;
  }

  private static @Nullable Learned home(String outlet, List<Names> places) {
    for (int level = 0; level < LEVELS; level++) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Names names : places) {
        String name = names.at(level);
        if (name != null) {
          counts.merge(name, 1, Integer::sum);
        }
      }
      for (Map.Entry<String, Integer> count : counts.entrySet()) {
        if (count.getValue() > SHARE * places.size()) {
          return new Learned(new Home(outlet, count.getKey()), count.getValue(), places.size());
        }
      }
    }
    return null;
  }
}
