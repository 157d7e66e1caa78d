package dateline.place;

import dateline.language.Analysis;
import dateline.language.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the places that a toponym may stand for.
 *
 * <p>All mentions of a name in one article are one place unless the words beside them say otherwise
 * ("Paris, Texas"). What is named together supports each other: every name spreads its weight over
 * its candidates, candidates gather what falls into their country, their first-level division and
 * their neighbourhood, and are weighed anew, a few rounds long (a mean field). Prominence — a
 * country before a state, a state before a city, a large city before a small one — is where it
 * begins. Linear in the number of candidates; stateless.
 */
final class ToponymResolver {

  private static final int ROUNDS = 4;

  /** Candidates beyond the most prominent ones are never right and cost time. */
  private static final int MOST_CANDIDATES = 80;

  private final Tuning tuning;
  private final Surroundings surroundings = Surroundings.load();

  ToponymResolver(Tuning tuning) {
    this.tuning = tuning;
  }

  /**
   * One resolution a toponym, in the toponyms' order.
   *
   * @param home the place in the publication's name
   */
  List<Resolution> resolve(
      Analysis analysis, List<Toponym> toponyms, PlaceHints hints, @Nullable Toponym home) {
    Map<String, Sense> senses = new LinkedHashMap<>();
    List<Sense> ofToponym = new ArrayList<>();
    for (int i = 0; i < toponyms.size(); i++) {
      Toponym toponym = toponyms.get(i);
      List<Candidate> contained = contained(analysis, toponyms, i);
      String key = toponym.key() + (contained.isEmpty() ? "" : "/" + contained.get(0).entry().id());
      Sense sense = senses.computeIfAbsent(key, k -> new Sense(toponym, contained));
      sense.mentions++;
      if (hints.dateline() != null && hints.dateline().overlaps(toponym.range())) {
        sense.weight += tuning.dateline();
      }
      ofToponym.add(sense);
    }
    if (home != null) {
      senses.computeIfAbsent(home.key(), k -> new Sense(home, List.of())).weight += tuning.home();
    }
    shareContained(senses);
    joinCounties(senses);
    List<Sense> open = List.copyOf(senses.values());
    for (Sense sense : open) {
      sense.weight += Math.min(tuning.mostMentions(), sense.mentions);
      sense.start();
    }
    Surroundings.Told told = surroundings.of(analysis, hints);
    for (int round = 0; round < ROUNDS; round++) {
      relax(open, told);
    }
    List<Resolution> resolutions = new ArrayList<>();
    for (int i = 0; i < toponyms.size(); i++) {
      Resolution resolution = ofToponym.get(i).resolution();
      resolutions.add(
          toponyms.get(i).listed() || resolution.entry() == null
              ? resolution
              : new Resolution(null, resolution.entry(), "within", resolution.confidence()));
    }
    return located(analysis, toponyms, resolutions, hints);
  }

  /** Gives those that have no point the point of what they lie in, or of where the article is. */
  private List<Resolution> located(
      Analysis analysis, List<Toponym> toponyms, List<Resolution> resolutions, PlaceHints hints) {
    Focus focus = new Focus(toponyms, resolutions, hints, tuning);
    List<Resolution> located = new ArrayList<>(resolutions);
    for (int i = 0; i < toponyms.size(); i++) {
      Resolution resolution = resolutions.get(i);
      if (!resolution.isResolved()) {
        Resolution outer = i + 1 < toponyms.size() ? resolutions.get(i + 1) : Resolution.UNRESOLVED;
        GazetteerEntry known = resolution.entry();
        if (known == null
            && outer.isResolved()
            && outer.where() != null
            && isContainer(analysis, toponyms.get(i), toponyms.get(i + 1))) {
          located.set(i, resolution.at(outer.where(), "within", 0.8 * outer.confidence()));
        } else {
          located.set(i, guessed(focus, toponyms.get(i), resolution));
        }
      }
    }
    return located;
  }

  private static Resolution guessed(Focus focus, Toponym toponym, Resolution resolution) {
    GazetteerEntry known = resolution.entry();
    Focus.Guess guess =
        focus.at(toponym.firstToken(), place -> known == null || isTogether(known, place));
    if (guess == null) {
      return resolution;
    }
    return known == null
        ? resolution.at(guess.place(), Resolution.FOCUS, guess.confidence())
        : resolution.at(guess.place(), resolution.method(), resolution.confidence());
  }

  /** In one first-level division; in one country where a division is not known. */
  private static boolean isTogether(GazetteerEntry known, GazetteerEntry place) {
    return known.country() != null
        && known.country().equals(place.country())
        && (known.region() == null || known.region().equals(place.region()));
  }

  /** A name that is contained once ("Paris, Texas") means that place where it stands alone too. */
  private static void shareContained(Map<String, Sense> senses) {
    Map<String, Sense> contained = new HashMap<>();
    for (Map.Entry<String, Sense> entry : senses.entrySet()) {
      int slash = entry.getKey().indexOf('/');
      if (slash > 0) {
        contained.putIfAbsent(entry.getKey().substring(0, slash), entry.getValue());
      }
    }
    for (Map.Entry<String, Sense> entry : senses.entrySet()) {
      Sense known = contained.get(entry.getKey());
      if (known != null) {
        entry.getValue().follow(known);
      }
    }
  }

  /** Where "Laurel County" is named, "Laurel" may be short for it. */
  private static void joinCounties(Map<String, Sense> senses) {
    for (Map.Entry<String, Sense> entry : senses.entrySet()) {
      Sense county = senses.get(entry.getKey() + " county");
      if (county != null && !entry.getValue().contained) {
        List<Candidate> joined = new ArrayList<>(entry.getValue().candidates);
        joined.addAll(county.candidates);
        entry.getValue().candidates = joined;
      }
    }
  }

  /** The candidates that the next words contain; empty when there are no such words. */
  private static List<Candidate> contained(Analysis analysis, List<Toponym> toponyms, int i) {
    Toponym inner = toponyms.get(i);
    if (inner.candidates().isEmpty()) {
      return List.of();
    }
    Toponym outer = i + 1 < toponyms.size() ? toponyms.get(i + 1) : null;
    if (outer != null && isContainer(analysis, inner, outer)) {
      List<Candidate> inside = inside(inner, outer);
      if (!inside.isEmpty()) {
        return inside;
      }
    }
    return List.of();
  }

  private static boolean isContainer(Analysis analysis, Toponym inner, Toponym outer) {
    int between = outer.firstToken() - inner.endToken();
    if (between < 1 || between > 4) {
      return false;
    }
    List<Token> tokens = analysis.tokens();
    String link = tokens.get(inner.endToken()).lower();
    boolean comma = link.equals(",") && between == 1;
    boolean in =
        (link.equals("in") || link.equals("("))
            && between <= 3
            && onlySmallWords(tokens, inner, outer);
    return comma || in;
  }

  private static boolean onlySmallWords(List<Token> tokens, Toponym inner, Toponym outer) {
    for (int i = inner.endToken() + 1; i < outer.firstToken(); i++) {
      if (tokens.get(i).text().length() < 2
          || Character.isUpperCase(tokens.get(i).text().charAt(0))) {
        return false;
      }
    }
    return true;
  }

  private static List<Candidate> inside(Toponym inner, Toponym outer) {
    List<Candidate> inside = new ArrayList<>();
    for (Candidate container : outer.candidates()) {
      if (container.form() == NameForm.ADJECTIVE) {
        continue;
      }
      for (Candidate candidate : inner.candidates()) {
        if (container.entry().contains(candidate.entry()) && !inside.contains(candidate)) {
          inside.add(candidate);
        }
      }
    }
    return inside;
  }

  private void relax(List<Sense> senses, Surroundings.Told told) {
    Field field = new Field(told);
    for (Sense sense : senses) {
      field.add(sense, 1);
    }
    for (Sense sense : senses) {
      field.add(sense, -1);
      for (int i = 0; i < sense.candidates.size(); i++) {
        GazetteerEntry entry = sense.candidates.get(i).entry();
        sense.scores[i] =
            sense.priors[i]
                + tuning.country() * Math.log1p(field.country(entry))
                + tuning.region() * Math.log1p(field.region(entry))
                + tuning.near() * Math.log1p(field.near(entry));
      }
      sense.normalise();
      field.add(sense, 1);
    }
  }

  /** A name in the article, with the places that it may stand for. */
  private final class Sense {

    private final @Nullable PlaceKind kind;
    private final boolean contained;
    private List<Candidate> candidates;
    private double[] priors = new double[0];
    private double[] scores = new double[0];
    private double[] shares = new double[0];
    private @Nullable Sense followed;
    private int mentions;
    private double weight;

    Sense(Toponym toponym, List<Candidate> contained) {
      this.kind = toponym.kind();
      this.contained = !contained.isEmpty();
      this.candidates = contained.isEmpty() ? toponym.candidates() : contained;
    }

    void follow(Sense known) {
      followed = known;
    }

    void start() {
      List<Candidate> ordered = new ArrayList<>(candidates);
      ordered.sort((a, b) -> Double.compare(prior(b), prior(a)));
      candidates = ordered.subList(0, Math.min(MOST_CANDIDATES, ordered.size()));
      priors = new double[candidates.size()];
      scores = new double[candidates.size()];
      shares = new double[candidates.size()];
      for (int i = 0; i < priors.length; i++) {
        priors[i] = prior(candidates.get(i));
        scores[i] = priors[i];
      }
      normalise();
    }

    private double prior(Candidate candidate) {
      GazetteerEntry entry = candidate.entry();
      double prior =
          switch (entry.kind()) {
            case COUNTRY -> tuning.countryPrior() + Math.log10(entry.population() + 10.0);
            case AREA, WATER -> ofOurs(candidate) ? tuning.areaPrior() : tuning.feature();
            case STATE -> tuning.statePrior() - (ofOurs(candidate) ? 0 : tuning.listedState());
            case COUNTY -> kind == PlaceKind.COUNTY ? tuning.statePrior() : tuning.countyPrior();
            case SITE -> ofOurs(candidate) ? tuning.sitePrior() : tuning.feature();
            case CITY ->
                Math.log10(entry.population() + 10.0) + (entry.capital() ? tuning.capital() : 0);
          };
      double form =
          switch (candidate.form()) {
            case NAME -> 0;
            case ALTERNATE -> -tuning.alternate();
            case ALIAS -> -tuning.alias();
            default -> 0;
          };
      double told = kind != null && entry.kind() == kind ? tuning.told() : 0;
      return prior + form + told;
    }

    private boolean ofOurs(Candidate candidate) {
      return candidate.form() != NameForm.LISTED && candidate.form() != NameForm.ALTERNATE;
    }

    void normalise() {
      double best = Double.NEGATIVE_INFINITY;
      for (double score : scores) {
        best = Math.max(best, score);
      }
      double sum = 0;
      for (int i = 0; i < scores.length; i++) {
        shares[i] = Math.exp(tuning.sharpness() * (scores[i] - best));
        sum += shares[i];
      }
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= sum;
      }
    }

    Resolution resolution() {
      if (followed != null) {
        return followed.resolution();
      }
      if (candidates.isEmpty()) {
        return Resolution.UNRESOLVED;
      }
      int best = 0;
      int first = 0;
      for (int i = 1; i < scores.length; i++) {
        best = scores[i] > scores[best] ? i : best;
        first = priors[i] > priors[first] ? i : first;
      }
      Candidate chosen = candidates.get(best);
      double confidence = Math.max(0.3, Math.min(0.98, shares[best]));
      if (contained) {
        return Resolution.of(chosen.entry(), "containment", Math.max(0.95, confidence));
      }
      if (chosen.form() == NameForm.ADJECTIVE) {
        return Resolution.of(chosen.entry(), "adjective", confidence);
      }
      String method = candidates.size() == 1 ? "unique" : best == first ? "prominence" : "context";
      return Resolution.of(chosen.entry(), method, confidence);
    }
  }

  /** How much of what the article names lies where. */
  private final class Field {

    private final Map<String, Double> countries = new HashMap<>();
    private final Map<String, Double> regions = new HashMap<>();
    private final Map<Long, Double> cells = new HashMap<>();

    Field(Surroundings.Told told) {
      told.countries().forEach((country, n) -> countries.put(country, tuning.surroundings() * n));
      told.regions().forEach((region, n) -> regions.put(region, tuning.surroundings() * n));
    }

    void add(Sense sense, int sign) {
      if (sense.followed != null) {
        return;
      }
      for (int i = 0; i < sense.shares.length; i++) {
        double mass = sign * sense.weight * sense.shares[i];
        if (Math.abs(mass) < 1e-4) {
          continue;
        }
        GazetteerEntry entry = sense.candidates.get(i).entry();
        if (entry.country() != null) {
          countries.merge(entry.country(), mass, Double::sum);
          if (entry.region() != null) {
            double part = entry.kind() == PlaceKind.STATE ? tuning.stateNamed() : 1;
            regions.merge(entry.country() + "." + entry.region(), part * mass, Double::sum);
          }
        }
        if (entry.hasPoint()
            && (entry.kind() == PlaceKind.CITY
                || entry.kind() == PlaceKind.COUNTY
                || entry.kind() == PlaceKind.SITE)) {
          cells.merge(cell(entry.lat(), entry.lon()), mass, Double::sum);
        }
      }
    }

    double country(GazetteerEntry entry) {
      return entry.country() == null
          ? 0
          : Math.max(0, countries.getOrDefault(entry.country(), 0.0));
    }

    double region(GazetteerEntry entry) {
      return entry.country() == null || entry.region() == null
          ? 0
          : Math.max(0, regions.getOrDefault(entry.country() + "." + entry.region(), 0.0));
    }

    /** What lies in the same or a neighbouring cell of one degree: within about 150 km. */
    double near(GazetteerEntry entry) {
      if (!entry.hasPoint() || entry.kind() == PlaceKind.COUNTRY) {
        return 0;
      }
      double sum = 0;
      for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
          sum += cells.getOrDefault(cell(entry.lat() + y, entry.lon() + x), 0.0);
        }
      }
      return Math.max(0, sum);
    }

    private static long cell(double lat, double lon) {
      return (long) Math.floor(lat) * 1000 + (long) Math.floor(lon);
    }
  }
}
