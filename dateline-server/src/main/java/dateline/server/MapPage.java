package dateline.server;

import dateline.store.Findings.Histogram;
import dateline.store.Findings.Kind;
import dateline.store.Findings.Spot;
import dateline.store.Query;
import dateline.store.RecordStore;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where events happened, drawn without any other machine. Precision is shown for what it is: a
 * country's events shade the country, a region's are a ring, only a city's or a place's are a dot.
 */
public final class MapPage {

  private final RecordStore store;

  MapPage(RecordStore store) {
    this.store = store;
  }

  /** A part of the world: left, top, width and height in the drawing's units. */
  enum View {
    WORLD("The world", 130, 0, 1760, 850),
    EUROPE("Europe", 900, 90, 360, 200),
    MIDDLE_EAST("Middle East and Caucasus", 1120, 190, 300, 190),
    AFRICA("Africa", 860, 260, 520, 480),
    ASIA("Asia and Oceania", 1240, 130, 700, 640),
    AMERICAS("The Americas", 180, 80, 720, 860);

    private final String title;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    View(String title, int left, int top, int width, int height) {
      this.title = title;
      this.left = left;
      this.top = top;
      this.width = width;
      this.height = height;
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static View of(@Nullable String code) {
      for (View view : values()) {
        if (view.code().equals(code)) {
          return view;
        }
      }
      return WORLD;
    }

    /** How much larger than in the world's view things are drawn. */
    double zoom() {
      return Math.min((double) WORLD.width / width, (double) WORLD.height / height);
    }
  }

  /** A country, its path, and how many events are known to be in it, but not where. */
  public record Country(
      String code, String name, String path, long events, String address, int shade) {}

  /**
   * Events that are drawn as one mark.
   *
   * @param sort region, city (a city or a place), or cluster (several of them)
   */
  public record Mark(
      String sort, double x, double y, double radius, long events, String title, String address) {}

  /** A link to another part of the world. */
  public record Part(String title, String address, boolean on) {}

  void show(Context context) {
    Question question = new Question("events", Question.of(context).parts());
    Query query = question.query(store.reviews()::namesOf);
    List<Spot> spots = store.findings().spots(query);
    Histogram histogram = store.findings().histogram(Kind.EVENTS, query);
    View view = View.of(context.queryParam("view"));
    List<Mark> marks = marks(spots, view, question);
    long total = store.events(query.limit(0)).total();
    long placed = spots.stream().mapToLong(Spot::events).sum();
    Web.answer(
        context,
        "map.jte",
        Web.map(
            "question", question,
            "view", view.code(),
            "viewBox", view.left + " " + view.top + " " + view.width + " " + view.height,
            "zoom", view.zoom(),
            "parts", parts(question, view),
            "countries", countries(spots, question),
            "marks", marks,
            "spots", spots.stream().limit(40).toList(),
            "placed", placed,
            "total", total,
            "bars", Bars.of(histogram, question, "/map")),
        Web.map(
            "question", question.shown(),
            "total", total,
            "placed", placed,
            "spots", spots,
            "histogram", histogram));
  }

  private static List<Part> parts(Question question, View on) {
    List<Part> parts = new ArrayList<>();
    for (View view : View.values()) {
      parts.add(new Part(view.title, question.at("/map") + "&view=" + view.code(), view == on));
    }
    return parts;
  }

  private static List<Country> countries(List<Spot> spots, Question question) {
    Map<String, Long> events = new HashMap<>();
    for (Spot spot : spots) {
      if (spot.precision().equals("country") && spot.country() != null) {
        events.merge(spot.country(), spot.events(), Long::sum);
      }
    }
    long most = events.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<Country> countries = new ArrayList<>();
    Outlines.countries()
        .forEach(
            (code, path) -> {
              long count = events.getOrDefault(code, 0L);
              String name = Words.country(code);
              countries.add(
                  new Country(
                      code,
                      name,
                      path,
                      count,
                      question.with("place", name).at("/search"),
                      count == 0 ? 0 : (int) Math.max(1, Math.ceil(4.0 * count / most))));
            });
    return countries;
  }

  private static List<Mark> marks(List<Spot> spots, View view, Question question) {
    // Marks nearer than this would cover each other.
    double cell = 34 / view.zoom();
    Map<String, List<Spot>> cells = new TreeMap<>();
    for (Spot spot : spots) {
      if (spot.precision().equals("country")) {
        continue;
      }
      boolean region = spot.precision().equals("region");
      cells
          .computeIfAbsent(
              (region ? "region " : "point ")
                  + Math.floor(Projection.x(spot.lon(), spot.lat()) / cell)
                  + " "
                  + Math.floor(Projection.y(spot.lat()) / cell),
              key -> new ArrayList<>())
          .add(spot);
    }
    List<Mark> marks = new ArrayList<>();
    cells.forEach(
        (key, together) -> marks.add(mark(key.startsWith("region"), together, view, question)));
    marks.sort(Comparator.comparing(Mark::radius).reversed());
    return marks;
  }

  private static Mark mark(boolean region, List<Spot> together, View view, Question question) {
    long events = together.stream().mapToLong(Spot::events).sum();
    double x = 0;
    double y = 0;
    for (Spot spot : together) {
      x += Projection.x(spot.lon(), spot.lat()) * spot.events() / events;
      y += Projection.y(spot.lat()) * spot.events() / events;
    }
    Spot first = together.get(0);
    String names =
        String.join(", ", together.stream().map(Spot::place).distinct().limit(6).toList());
    return new Mark(
        together.size() > 1 ? "cluster" : region ? "region" : "city",
        rounded(x),
        rounded(y),
        rounded(Math.min(26, 6 + 2.2 * Math.sqrt(events)) / view.zoom() * (region ? 1.4 : 1)),
        events,
        names + ": " + Words.count(events, "event"),
        together.size() > 1 && view == View.WORLD
            ? question.at("/map") + "&view=" + nearest(x, y).code()
            : question.with("place", first.place()).at("/search"));
  }

  /** The smallest part of the world that shows a point. */
  private static View nearest(double x, double y) {
    View nearest = View.WORLD;
    for (View view : View.values()) {
      boolean inside =
          x >= view.left
              && x <= view.left + view.width
              && y >= view.top
              && y <= view.top + view.height;
      if (inside && view.zoom() > nearest.zoom()) {
        nearest = view;
      }
    }
    return nearest;
  }

  private static double rounded(double number) {
    return Math.round(number * 10) / 10.0;
  }
}
