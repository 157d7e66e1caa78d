package dateline.place;

import dateline.language.Analysis;
import dateline.model.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the toponyms of an article and the places that they name. Thread-safe; the same text, hints
 * and gazetteer give the same places.
 */
public final class PlaceFinder {

  private final ToponymFinder toponyms;
  private final ToponymResolver resolver;

  private PlaceFinder(ToponymFinder toponyms, ToponymResolver resolver) {
    this.toponyms = toponyms;
    this.resolver = resolver;
  }

  public static PlaceFinder create(Gazetteer gazetteer) {
    return new PlaceFinder(new ToponymFinder(gazetteer), new ToponymResolver(Tuning.load()));
  }

  /**
   * Every toponym, one place each, in text order, with ids {@code p1}, {@code p2} …; a toponym that
   * nothing is known of has no country and no point.
   */
  public List<Place> find(Analysis analysis, PlaceHints hints) {
    List<Toponym> found = toponyms.find(analysis);
    List<Resolution> resolutions = resolver.resolve(analysis, found, hints);
    List<Place> places = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      places.add(place("p" + (i + 1), analysis, found.get(i), resolutions.get(i)));
    }
    return List.copyOf(places);
  }

  private static Place place(String id, Analysis analysis, Toponym toponym, Resolution resolution) {
    Candidate candidate = resolution.candidate();
    if (candidate == null) {
      return new Place(
          id,
          List.of(analysis.span(toponym.range())),
          toponym.surface(),
          null,
          null,
          null,
          null,
          null,
          List.of(),
          false,
          resolution.method(),
          resolution.confidence());
    }
    GazetteerEntry entry = candidate.entry();
    return new Place(
        id,
        List.of(analysis.span(toponym.range())),
        entry.name(),
        entry.country(),
        entry.hasPoint() ? entry.lat() : null,
        entry.hasPoint() ? entry.lon() : null,
        entry.kind().precision(),
        entry.id(),
        entry.disputed() ? entry.alternates() : List.of(),
        entry.disputed(),
        resolution.method(),
        resolution.confidence());
  }
}
