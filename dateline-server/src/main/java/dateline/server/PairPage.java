package dateline.server;

import dateline.model.Event;
import dateline.store.Findings.Month;
import dateline.store.Findings.Pair;
import dateline.store.Folding;
import dateline.store.Hit;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two countries or actors: conflict and cooperation between them, month by month. */
public final class PairPage {

  /** The quad categories, as the table has them. */
  public static final List<String> QUADS =
      Stream.of(Event.Quad.values()).map(Event.Quad::code).toList();

  static final int WIDTH = 1000;
  static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int TOP = 20;
  private static final int BOTTOM = 260;

  /** Events between names that are looked at, the latest ones; between countries all are. */
  private static final int MOST = 20_000;

  /** Events between countries among which those to list are looked for. */
  private static final int MOST_LISTED = 180;

  /** Events that are listed under their month. */
  private static final int LISTED = 60;

  /** Pairs that are offered where none is asked for. */
  private static final int SUGGESTED = 12;

  private final RecordStore store;

  PairPage(RecordStore store) {
    this.store = store;
  }

  /**
   * A month between the two.
   *
   * @param score mean of the events' conflict-cooperation values, -10 to 10
   * @param quads events by quad category
   * @param address where the month's events are listed
   */
  public record Point(
      String month,
      int events,
      double score,
      Map<String, Integer> quads,
      int x,
      int y,
      int radius,
      String address) {

    public String scoreInWords() {
      return String.format(Locale.ROOT, "%+.1f", score).replace('-', '−');
    }
  }

  /** An event between the two. */
  public record Between(String month, String direction, Hit.OfEvent event) {}

  void show(Context context) {
    String one = Web.typed(context, "a");
    String other = Web.typed(context, "b");
    Question question = new Question("events", Question.of(context).parts());
    boolean asked = !one.isEmpty() && !other.isEmpty();
    boolean countries = isCountry(one) && isCountry(other);
    Query query = question.with("actor", phrase(one) + " " + phrase(other)).query().latest(null);
    List<Between> between =
        asked ? between(one, other, query.limit(countries ? MOST_LISTED : MOST)) : List.of();
    List<Month> months =
        !asked
            ? List.of()
            : countries ? store.findings().between(one, other, question.query()) : months(between);
    List<Between> listed = between.stream().limit(LISTED).toList();
    Set<String> shown = listed.stream().map(Between::month).collect(Collectors.toSet());
    List<Point> points =
        points(
            months,
            month ->
                shown.contains(month)
                    ? "#m-" + month
                    : question.between(month).at("/pair")
                        + "&a="
                        + Question.encode(one)
                        + "&b="
                        + Question.encode(other));
    int total = points.stream().mapToInt(Point::events).sum();
    List<Pair> pairs = points.isEmpty() ? store.findings().pairs(SUGGESTED) : List.of();
    Web.answer(
        context,
        "pair.jte",
        Web.map(
            "one", one,
            "other", other,
            "question", question,
            "points", points,
            "total", total,
            "listed", listed,
            "months", ticks(points),
            "pairs", pairs,
            "line", line(points)),
        Web.map(
            "a", one,
            "b", other,
            "points", points,
            "total", total,
            "events", listed,
            "pairs", pairs));
  }

  private List<Between> between(String one, String other, Query query) {
    List<Between> between = new ArrayList<>();
    for (Hit.OfEvent event : store.events(query).hits()) {
      String direction = direction(event, one, other);
      String date = event.date() == null ? event.article().published() : event.date();
      if (direction != null && date != null && date.length() >= 7) {
        between.add(new Between(date.substring(0, 7), direction, event));
      }
    }
    return between;
  }

  private static List<Month> months(List<Between> between) {
    Map<String, Month> months = new TreeMap<>();
    for (Between each : between) {
      Hit.OfEvent event = each.event();
      months.merge(
          each.month() + event.quad(),
          new Month(each.month(), event.quad(), 1, event.score()),
          (a, b) -> new Month(a.month(), a.quad(), a.events() + 1, a.score() + b.score()));
    }
    return List.copyOf(months.values());
  }

  private static String phrase(String name) {
    return '"' + name.replace('"', ' ') + '"';
  }

  /** Who acts on whom; null when the two stand on the same side without acting together. */
  private static @Nullable String direction(Hit.OfEvent event, String one, String other) {
    if (is(event.actors(), one) && is(event.recipients(), other)) {
      return named(one) + " → " + named(other);
    }
    if (is(event.actors(), other) && is(event.recipients(), one)) {
      return named(other) + " → " + named(one);
    }
    return event.recipients().isEmpty()
            && !one.equalsIgnoreCase(other)
            && is(event.actors(), one)
            && is(event.actors(), other)
        ? named(one) + " ↔ " + named(other)
        : null;
  }

  private static String named(String nameOrCode) {
    return isCountry(nameOrCode) ? Words.country(nameOrCode) : nameOrCode;
  }

  /** Whether it is the code of a country that has a name. */
  private static boolean isCountry(String nameOrCode) {
    return !Words.country(nameOrCode).equals(nameOrCode.toUpperCase(Locale.ROOT));
  }

  private static boolean is(List<Hit.Party> parties, String wanted) {
    String words = Folding.of(wanted);
    return parties.stream()
        .anyMatch(
            party ->
                wanted.equalsIgnoreCase(party.country())
                    || (" " + Folding.of(party.name()) + " ").contains(" " + words + " "));
  }

  private static List<Point> points(List<Month> months, UnaryOperator<String> address) {
    TreeMap<String, List<Month>> byMonth = new TreeMap<>();
    months.forEach(
        month -> byMonth.computeIfAbsent(month.month(), key -> new ArrayList<>()).add(month));
    List<Point> points = new ArrayList<>();
    byMonth.forEach(
        (month, parts) -> {
          Map<String, Integer> quads = new LinkedHashMap<>();
          parts.forEach(part -> quads.put(part.quad(), part.events()));
          int events = parts.stream().mapToInt(Month::events).sum();
          double mean = parts.stream().mapToDouble(Month::score).sum() / events;
          points.add(
              new Point(
                  month,
                  events,
                  mean,
                  quads,
                  x(month, byMonth),
                  y(mean),
                  (int) Math.min(22, 5 + 2 * Math.sqrt(events)),
                  address.apply(month)));
        });
    return points;
  }

  private static int x(String month, TreeMap<String, ?> sorted) {
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
  private static List<Point> ticks(List<Point> points) {
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
