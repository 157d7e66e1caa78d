package dateline.place;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Map;

/**
 * The resolver's numbers, read from {@code place/tuning.tsv}, where each has its origin beside it.
 *
 * <p>Priors are on the scale of a city's log10 of people: a city of a million has 6.
 */
record Tuning(
    double countryPrior,
    double areaPrior,
    double statePrior,
    double countyPrior,
    double sitePrior,
    double feature,
    double listedState,
    double capital,
    double alternate,
    double alias,
    double told,
    double country,
    double region,
    double near,
    double stateNamed,
    double dateline,
    double mostMentions,
    double surroundings,
    double home,
    double sharpness) {

  static Tuning load() {
    Map<String, Double> values = new HashMap<>();
    for (String[] row : Resource.table("place/tuning.tsv")) {
      values.put(row[0], Double.parseDouble(row[1]));
    }
    return of(values);
  }

  static Tuning of(Map<String, Double> values) {
    return new Tuning(
        value(values, "country-prior"),
        value(values, "area-prior"),
        value(values, "state-prior"),
        value(values, "county-prior"),
        value(values, "site-prior"),
        value(values, "feature-prior"),
        value(values, "listed-state"),
        value(values, "capital"),
        value(values, "alternate"),
        value(values, "alias"),
        value(values, "told"),
        value(values, "country"),
        value(values, "region"),
        value(values, "near"),
        value(values, "state-named"),
        value(values, "dateline"),
        value(values, "most-mentions"),
        value(values, "surroundings"),
        value(values, "home"),
        value(values, "sharpness"));
  }

  private static double value(Map<String, Double> values, String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("place/tuning.tsv lacks " + name);
    }
    return value;
  }
}
