package dateline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where an article is, at each of its words: the towns that it names weigh the more the nearer they
 * stand. A street or a village that no gazetteer has is taken to lie there. Immutable.
 */
final class Focus {

  /** Towns that stand this many tokens away weigh half. */
  private static final double HALF = 40;

  /** For the country, which changes less often than the town. */
  private static final double FAR = 200;

  /** The place must have this share of all that is named of its kind. */
  private static final double LEAST_SHARE = 0.25;

  /** What is found so is a guess with a reason, never more. */
  private static final double LEAST = 0.3;

  private static final double MOST = 0.6;

  private record Named(int token, GazetteerEntry entry, double weight) {}

  private final List<Named> named = new ArrayList<>();

  Focus(List<Toponym> toponyms, List<Resolution> resolutions, PlaceHints hints, Tuning tuning) {
    for (int i = 0; i < toponyms.size(); i++) {
      Toponym toponym = toponyms.get(i);
      Resolution resolution = resolutions.get(i);
      if (resolution.isResolved() && resolution.where() != null) {
        boolean opens = hints.dateline() != null && hints.dateline().overlaps(toponym.range());
        double weight = resolution.confidence() * (opens ? 1 + tuning.dateline() : 1);
        named.add(new Named(toponym.firstToken(), resolution.where(), weight));
      }
    }
  }

  /** A guess: the place, and how sure it is. */
  record Guess(GazetteerEntry place, double confidence) {}

  /**
   * The town, else the state, else the country where the article is at a word.
   *
   * @param allowed which places are considered
   */
  @Nullable Guess at(int token, Predicate<GazetteerEntry> allowed) {
    String country = country(token, allowed);
    for (PlaceKind kind : List.of(PlaceKind.CITY, PlaceKind.STATE, PlaceKind.COUNTRY)) {
      Guess guess =
          best(
              token,
              entry ->
                  entry.kind() == kind
                      && country != null
                      && country.equals(entry.country())
                      && allowed.test(entry));
      if (guess != null) {
        return guess;
      }
    }
    return null;
  }

  /** The country that most of what is named around a word lies in. */
  private @Nullable String country(int token, Predicate<GazetteerEntry> allowed) {
    Map<String, Double> weights = new HashMap<>();
    @Nullable String best = null;
    double most = 0;
    for (Named place : named) {
      String country = place.entry.country();
      if (country != null && allowed.test(place.entry)) {
        double weight = place.weight * FAR / (FAR + Math.abs(place.token - token));
        double sum = weights.merge(country, weight, Double::sum);
        if (sum > most) {
          most = sum;
          best = country;
        }
      }
    }
    return best;
  }

  private @Nullable Guess best(int token, Predicate<GazetteerEntry> allowed) {
    Map<String, Double> weights = new HashMap<>();
    double all = 0;
    @Nullable GazetteerEntry best = null;
    double most = 0;
    for (Named place : named) {
      if (allowed.test(place.entry)) {
        double weight = place.weight * HALF / (HALF + Math.abs(place.token - token));
        all += weight;
        double sum = weights.merge(place.entry.id(), weight, Double::sum);
        if (sum > most) {
          most = sum;
          best = place.entry;
        }
      }
    }
    return best == null || most < LEAST_SHARE * all
        ? null
        : new Guess(best, LEAST + (MOST - LEAST) * most / all);
  }
}
