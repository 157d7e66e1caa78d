package dateline.place;

import dateline.language.Analysis;
import dateline.model.Place;
import dateline.model.Place.Precision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the toponyms of an article and the places that they name. Thread-safe; the same text, hints
 * and gazetteer give the same places.
 */
public final class PlaceFinder {

  private final ToponymFinder toponyms;
  private final ToponymResolver resolver;

  private final Outlets outlets;

  private PlaceFinder(ToponymFinder toponyms, ToponymResolver resolver, Outlets outlets) {
    this.toponyms = toponyms;
    this.resolver = resolver;
    this.outlets = outlets;
  }

  public static PlaceFinder create(Gazetteer gazetteer) {
    return create(gazetteer, Outlets.NONE);
  }

  public static PlaceFinder create(Gazetteer gazetteer, Outlets outlets) {
    return new PlaceFinder(
        new ToponymFinder(gazetteer), new ToponymResolver(Tuning.load()), outlets);
  }

  /**
   * Every toponym, one place each, in text order, with ids {@code p1}, {@code p2} …; a toponym that
   * nothing is known of has no country and no point.
   */
  public List<Place> find(Analysis analysis, PlaceHints hints) {
    List<Toponym> found = toponyms.find(analysis, hints.dateline());
    List<Resolution> resolutions = resolver.resolve(analysis, found, hints, home(hints));
    List<Place> places = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      places.add(place("p" + (i + 1), analysis, found.get(i), resolutions.get(i)));
    }
    return List.copyOf(places);
  }

  /** The publication's home as told, else the place in its name, else that in its address. */
  private @Nullable Toponym home(PlaceHints hints) {
    Outlets.Home told = outlets.home(hints.outlet(), hints.uri());
    Toponym known = told == null ? null : toponyms.homeOf(told);
    Toponym named =
        known != null || hints.outlet() == null ? known : toponyms.inOutlet(hints.outlet());
    String host = named != null || hints.uri() == null ? null : Outlets.host(hints.uri());
    return host == null ? named : toponyms.inHost(host);
  }

  private static Place place(String id, Analysis analysis, Toponym toponym, Resolution resolution) {
    GazetteerEntry entry = resolution.entry();
    GazetteerEntry where = resolution.where();
    boolean point = resolution.isResolved();
    return new Place(
        id,
        List.of(analysis.span(toponym.range())),
        entry == null ? toponym.surface() : entry.name(),
        where == null ? null : where.country(),
        point && where != null ? where.lat() : null,
        point && where != null ? where.lon() : null,
        precision(resolution),
        entry == null ? null : entry.id(),
        entry != null && entry.disputed() ? entry.alternates() : List.of(),
        where != null && where.disputed(),
        resolution.method(),
        resolution.confidence());
  }

  /**
   * A county at its town's point is known to the region, not to the town; so is what is only taken
   * to lie in the town that the article is about.
   */
  private static @Nullable Precision precision(Resolution resolution) {
    GazetteerEntry entry = resolution.entry();
    GazetteerEntry where = resolution.where();
    if (where == null) {
      return entry == null ? null : entry.kind().precision();
    }
    Precision point = where.kind().precision();
    Precision own =
        entry != null
            ? entry.kind().precision()
            : resolution.method().equals(Resolution.FOCUS) ? Precision.REGION : point;
    return own.compareTo(point) < 0 ? own : point;
  }
}
