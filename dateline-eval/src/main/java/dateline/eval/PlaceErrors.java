package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.io.gazetteer.DatelineHome;
import dateline.io.gazetteer.GazetteerImport;
import dateline.io.gazetteer.ImportProgress;
import dateline.language.Analysis;
import dateline.language.Entity;
import dateline.model.Place;
import dateline.pipeline.EnglishNews;
import dateline.pipeline.Subjects;
import dateline.place.Gazetteer;
import dateline.place.GazetteerEntry;
import dateline.text.CharRange;
import dateline.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Every error of places on development data with the shared dump imported, by its cause. */
@Command(
    name = "place-errors",
    mixinStandardHelpOptions = true,
    description = "Places, with the shared dump imported: every error by its cause, as a table.")
final class PlaceErrors implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CORPORA = List.of("gwn_shared", "lgl");

  /** As the scorer has it. */
  private static final double FAR_KM = 161;

  @Mixin private Eval.SharedData shared = new Eval.SharedData();

  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private @Nullable Analysis last;

  /** A place of the gold. */
  private record Gold(Span span, @Nullable String country, double lat, double lon) {}

  @Override
  public Integer call() throws Exception {
    Path gold = shared.folder().resolve("gold/places");
    if (!Files.isDirectory(gold)) {
      System.out.println("place-errors: skipped, there is no development data at " + gold);
      return 0;
    }
    DatelineHome home = new DatelineHome(Path.of("dateline-eval/target/quality/home-geonames"));
    GazetteerImport.run(shared.folder().resolve("gazetteer/geonames"), home, ImportProgress.NONE);
    Dateline dateline = watched(home.gazetteer());
    for (int i = 0; i < CORPORA.size(); i++) {
      for (String line : Files.readAllLines(gold.resolve(CORPORA.get(i) + ".jsonl"))) {
        article(dateline, JSON.readTree(line), i);
      }
    }
    System.out.println("| | GeoWebNews | LGL |\n|---|---|---|");
    for (String sort : List.of("right", "not recognised", "recognised", "no gold place")) {
      counts.entrySet().stream()
          .filter(row -> row.getKey().startsWith(sort))
          .sorted(Comparator.comparingInt(row -> -row.getValue()[0] - row.getValue()[1]))
          .forEach(row -> System.out.println(line(row.getKey(), row.getValue())));
    }
    return 0;
  }

  private static String line(String cause, int[] each) {
    return "| " + cause + " | " + each[0] + " | " + each[1] + " |";
  }

  /** The shipped readers, of which one lets its analysis be seen. */
  private Dateline watched(Gazetteer gazetteer) {
    Subjects s = EnglishNews.subjects(gazetteer);
    return Dateline.open(
        new Subjects(
            s.page(),
            (text, paragraphs, report) -> {
              Analysis analysis = s.analyser().analyse(text, paragraphs, report);
              last = analysis;
              return analysis;
            },
            s.attributions(),
            s.actors(),
            s.times(),
            s.places(),
            s.statements(),
            s.events()));
  }

  private void article(Dateline dateline, JsonNode line, int corpus)
      throws PageException, IOException {
    byte[] text = line.get("text").asText().getBytes(StandardCharsets.UTF_8);
    String published = line.hasNonNull("published") ? line.get("published").asText() : null;
    List<Place> found =
        new ArrayList<>(
            dateline
                .read(
                    new PageInput(
                        null, text, PageInput.Kind.TEXT, null, "utf-8", null, published, null))
                .places());
    Analysis analysis = last;
    if (analysis == null) {
      throw new IOException("the article was not analysed: " + line.get("id"));
    }
    for (JsonNode place : line.get("places")) {
      Gold gold = gold(place);
      Place match = take(found, gold.span());
      add(
          match == null
              ? "not recognised: marked " + mark(analysis, gold.span())
              : cause(gold, match),
          corpus);
    }
    for (Place extra : found) {
      add("no gold place: " + extra(extra, analysis), corpus);
    }
  }

  private void add(@Nullable String cause, int corpus) {
    if (cause != null) {
      counts.computeIfAbsent(cause, c -> new int[CORPORA.size()])[corpus]++;
    }
  }

  private static Gold gold(JsonNode place) {
    boolean point = place.hasNonNull("lat");
    return new Gold(
        new Span(place.get("span").get(0).asInt(), place.get("span").get(1).asInt()),
        place.hasNonNull("country") ? place.get("country").asText() : null,
        point ? place.get("lat").asDouble() : Double.NaN,
        point ? place.get("lon").asDouble() : Double.NaN);
  }

  /** The place that overlaps most, which then is no other's. */
  private static @Nullable Place take(List<Place> found, Span span) {
    Place best = null;
    int most = 0;
    for (Place place : found) {
      Span own = place.span().get(0);
      int common = Math.min(own.end(), span.end()) - Math.max(own.start(), span.start());
      if (common > most) {
        most = common;
        best = place;
      }
    }
    found.remove(best);
    return best;
  }

  /** Null for a place that the gold has no point of. */
  private static @Nullable String cause(Gold gold, Place place) {
    if (Double.isNaN(gold.lat())) {
      return null;
    }
    if (place.lat() == null || place.lon() == null) {
      return "recognised: no point";
    }
    if (GazetteerEntry.km(gold.lat(), gold.lon(), place.lat(), place.lon()) <= FAR_KM) {
      return "right";
    }
    if (place.gazetteer() == null) {
      return "within".equals(place.method())
          ? "recognised: part of a wrongly chosen place"
          : "recognised: unlisted, taken to lie elsewhere";
    }
    if (gold.country() != null
        && place.country() != null
        && !gold.country().equals(place.country())) {
      return "recognised: namesake in another country";
    }
    if (place.country() == null) {
      return "recognised: middle of an area or sea differs";
    }
    return place.precision() == Place.Precision.CITY
        ? "recognised: namesake in the same country"
        : "recognised: namesake or point of a county, state or site";
  }

  private static String extra(Place place, Analysis analysis) {
    if (place.gazetteer() == null) {
      return "unlisted site, street or part";
    }
    return "adjective".equals(place.method())
        ? "adjective"
        : "listed name, marked " + mark(analysis, place.span().get(0));
  }

  private static String mark(Analysis analysis, Span span) {
    CharRange words = analysis.codePoints().range(span);
    for (Entity entity : analysis.entities()) {
      if (entity.range().overlaps(words)) {
        return entity.type().name();
      }
    }
    return "none";
  }
}
