package dateline.server;

import dateline.store.Folding;
import dateline.store.Hit;
import dateline.store.Hits;
import dateline.store.Query;
import dateline.store.RecordStore;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Two countries or actors: conflict and cooperation between them, month by month. */
public final class PairPage {

  static final int WIDTH = 1000;
  static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int TOP = 20;
  private static final int BOTTOM = 260;

  /** Events that are looked at, the latest ones. */
  private static final int MOST = 20_000;

  /** Events that are listed under their month. */
  private static final int LISTED = 60;

  private final RecordStore store;

  PairPage(RecordStore store) {
    this.store = store;
  }

  /**
   * A month between the two.
   *
   * @param score mean of the events' conflict-cooperation values, -10 to 10
   * @param quads events by quad category
   */
  public record Point(
      String month,
      int events,
      double score,
      Map<String, Integer> quads,
      int x,
      int y,
      int radius) {

    public String scoreInWords() {
      return String.format(Locale.ROOT, "%+.1f", score);
    }
  }

  /** An event between the two. */
  public record Between(String month, String direction, Hit.OfEvent event) {}

  void show(Context context) {
    String one = part(context, "a");
    String other = part(context, "b");
    Question question = new Question("events", Question.of(context).parts());
    List<Between> between =
        one.isEmpty() || other.isEmpty() ? List.of() : between(one, other, question);
    List<Point> points = points(between);
    List<Between> listed = between.stream().limit(LISTED).toList();
    Web.answer(
        context,
        "pair.jte",
        Web.map(
            "one", one,
            "other", other,
            "question", question,
            "points", points,
            "total", between.size(),
            "listed", listed,
            "months", months(points),
            "line", line(points)),
        Web.map("a", one, "b", other, "points", points, "total", between.size(), "events", listed));
  }

  private static String part(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.strip();
  }

  private List<Between> between(String one, String other, Question question) {
    Query query =
        question
            .with("actor", phrase(one) + " " + phrase(other))
            .with("claimed", question.get("claimed").isEmpty() ? "" : question.get("claimed"))
            .query()
            .latest(null)
            .limit(MOST);
    Hits<Hit.OfEvent> hits = store.events(query);
    List<Between> between = new ArrayList<>();
    for (Hit.OfEvent event : hits.hits()) {
      String direction = direction(event, one, other);
      String date = event.date() == null ? event.article().published() : event.date();
      if (direction != null && date != null && date.length() >= 7) {
        between.add(new Between(date.substring(0, 7), direction, event));
      }
    }
    return between;
  }

  private static String phrase(String name) {
    return '"' + name.replace('"', ' ') + '"';
  }

  /** Who acts on whom; null when the two stand on the same side without acting together. */
  private static @Nullable String direction(Hit.OfEvent event, String one, String other) {
    if (is(event.actors(), one) && is(event.recipients(), other)) {
      return one + " → " + other;
    }
    if (is(event.actors(), other) && is(event.recipients(), one)) {
      return other + " → " + one;
    }
    return event.recipients().isEmpty() && is(event.actors(), one) && is(event.actors(), other)
        ? one + " ↔ " + other
        : null;
  }

  private static boolean is(List<Hit.Party> parties, String wanted) {
    String words = Folding.of(wanted);
    return parties.stream()
        .anyMatch(
            party ->
                wanted.equalsIgnoreCase(party.country())
                    || (" " + Folding.of(party.name()) + " ").contains(" " + words + " "));
  }

  private static List<Point> points(List<Between> between) {
    Map<String, List<Hit.OfEvent>> byMonth = new TreeMap<>();
    for (Between each : between) {
      byMonth.computeIfAbsent(each.month(), month -> new ArrayList<>()).add(each.event());
    }
    List<Point> points = new ArrayList<>();
    for (var entry : byMonth.entrySet()) {
      List<Hit.OfEvent> events = entry.getValue();
      double mean = events.stream().mapToDouble(Hit.OfEvent::score).average().orElse(0);
      Map<String, Integer> quads = new LinkedHashMap<>();
      events.forEach(event -> quads.merge(event.quad(), 1, Integer::sum));
      points.add(
          new Point(
              entry.getKey(),
              events.size(),
              mean,
              quads,
              x(entry.getKey(), byMonth),
              y(mean),
              (int) Math.min(22, 5 + 2 * Math.sqrt(events.size()))));
    }
    return points;
  }

  private static int x(String month, Map<String, ?> byMonth) {
    TreeMap<String, ?> sorted = (TreeMap<String, ?>) byMonth;
    long from = index(sorted.firstKey());
    long span = Math.max(1, index(sorted.lastKey()) - from);
    return sorted.size() == 1
        ? WIDTH / 2
        : (int) (LEFT + 30 + (WIDTH - LEFT - 60) * (index(month) - from) / span);
  }

  private static long index(String month) {
    LocalDate day = Dates.day(month);
    return day == null ? 0 : YearMonth.from(day).getYear() * 12L + day.getMonthValue();
  }

  static int y(double score) {
    return (int) (TOP + (BOTTOM - TOP) * (10 - score) / 20);
  }

  /** The months under the drawing: at most eight, so that they can be read. */
  private static List<Point> months(List<Point> points) {
    int step = Math.max(1, (points.size() + 7) / 8);
    List<Point> months = new ArrayList<>();
    for (int i = 0; i < points.size(); i += step) {
      months.add(points.get(i));
    }
    return months;
  }

  private static String line(List<Point> points) {
    StringBuilder line = new StringBuilder();
    points.forEach(point -> line.append(point.x()).append(',').append(point.y()).append(' '));
    return line.toString().strip();
  }
}
