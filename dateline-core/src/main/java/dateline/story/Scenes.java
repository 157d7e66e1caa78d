package dateline.story;

import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Place;
import dateline.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where an event may have happened: the cities that its own words leave open. */
final class Scenes {

  private Scenes() {}

  /**
   * The event's place when it is a city; else the cities of its sentence; else the city in the
   * article's dateline, for the opening sentence only. In text order, each once.
   */
  static List<Place> cities(ArticleRecord record, Event event) {
    Map<String, Place> cities = new LinkedHashMap<>();
    Span sentence = sentence(record.article(), event.trigger().get(0));
    for (Place place : record.places()) {
      if (place.id().equals(event.place()) && isCity(place)) {
        return List.of(place);
      }
      if (isCity(place) && sentence.contains(place.span().get(0))) {
        cities.putIfAbsent(key(place), place);
      }
    }
    if (cities.isEmpty() && sentence.start() == 0) {
      Article.Dateline line = record.article().dateline();
      record.places().stream()
          .filter(place -> line != null && place.id().equals(line.place()) && isCity(place))
          .forEach(place -> cities.putIfAbsent(key(place), place));
    }
    return List.copyOf(cities.values());
  }

  static Span sentence(Article article, Span words) {
    for (Span sentence : article.sentences()) {
      if (sentence.contains(words)) {
        return sentence;
      }
    }
    return words;
  }

  static boolean isCity(Place place) {
    return place.precision() == Place.Precision.CITY || place.precision() == Place.Precision.PLACE;
  }

  /** The same for the same place. */
  static String key(Place place) {
    return place.gazetteer() != null
        ? place.gazetteer()
        : String.join(" ", Words.of(place.name())) + "/" + place.country();
  }
}
