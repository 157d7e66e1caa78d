package dateline.server;

import dateline.store.Hit;
import dateline.store.Hits;
import dateline.store.Query;
import dateline.store.RecordStore;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When events happened against when they were reported. */
public final class TimelinePage {

  static final int WIDTH = 1000;
  private static final int LEFT = 130;
  private static final int RIGHT = 20;
  private static final int TOP = 10;
  private static final int BOTTOM = 30;
  private static final int STRIPE = 60;

  /** Size of a dot, with the gap to the next. */
  private static final int DOT = 11;

  private static final int TICKS = 5;
  private static final int SHOWN = 400;

  private final RecordStore store;

  TimelinePage(RecordStore store) {
    this.store = store;
  }

  /** An event in the drawing, in units from the left and top. */
  public record Dot(
      int x, int y, boolean conflict, boolean claimed, String title, String address) {}

  /** A day on the axis. */
  public record Tick(int at, String day, String anchor) {}

  /** A stripe of the drawing: events that were reported so much later, or ahead. */
  public record Stripe(int y, String name, int events) {}

  /** The drawing. */
  public record Chart(List<Dot> dots, List<Tick> ticks, List<Stripe> stripes, int height) {}

  /** An event in the list. */
  public record Line(String day, String lag, Hit.OfEvent event) {}

  private record Dated(Hit.OfEvent event, LocalDate happened, LocalDate reported) {}

  void show(Context context) {
    Question question = new Question("events", Question.of(context).parts());
    Query query =
        question.query(store.reviews()::namesOf).latest(question.get("after")).limit(SHOWN);
    Hits<Hit.OfEvent> hits = store.events(query);
    List<Dated> dated = new ArrayList<>();
    for (Hit.OfEvent event : hits.hits()) {
      LocalDate happened = Dates.day(event.date());
      LocalDate reported = Dates.day(event.article().published());
      if (happened != null && reported != null) {
        dated.add(new Dated(event, happened, reported));
      }
    }
    dated.sort(Comparator.comparing(Dated::happened).reversed());
    List<Line> lines =
        dated.stream()
            .map(each -> new Line(String.valueOf(each.event().date()), lag(each), each.event()))
            .toList();
    int undated = hits.hits().size() - dated.size();
    Web.answer(
        context,
        "timeline.jte",
        Web.map(
            "question",
            question,
            "total",
            hits.total(),
            "lines",
            lines,
            "undated",
            undated,
            "chart",
            chart(dated, Links.of(context))),
        Web.map(
            "question",
            question.shown(),
            "total",
            hits.total(),
            "undated",
            undated,
            "events",
            lines));
  }

  private static long days(Dated event) {
    return ChronoUnit.DAYS.between(event.happened(), event.reported());
  }

  private static String lag(Dated event) {
    long days = days(event);
    if (days == 0) {
      return "reported the same day";
    }
    String count = Words.count(Math.abs(days), "day");
    return days > 0 ? "reported " + count + " later" : "reported " + count + " ahead";
  }

  private static @Nullable Chart chart(List<Dated> dated, Links links) {
    if (dated.isEmpty()) {
      return null;
    }
    LocalDate from =
        dated.stream().map(Dated::reported).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate to = dated.stream().map(Dated::reported).max(Comparator.naturalOrder()).orElseThrow();
    Scale scale = new Scale(from, to);
    Map<Lag, Integer> counts = new EnumMap<>(Lag.class);
    dated.forEach(each -> counts.merge(Lag.of(days(each)), 1, Integer::sum));
    Map<Lag, Integer> tops = new EnumMap<>(Lag.class);
    List<Stripe> stripes = new ArrayList<>();
    counts.forEach(
        (lag, count) -> {
          int top = TOP + stripes.size() * STRIPE;
          tops.put(lag, top);
          stripes.add(new Stripe(top, lag.words, count));
        });
    Map<String, Integer> stacked = new HashMap<>();
    List<Dot> dots = new ArrayList<>();
    for (Dated each : dated) {
      Lag lag = Lag.of(days(each));
      // Dots that would lie on each other are stacked, as high as the stripe is.
      int column = (scale.at(each.reported()) - LEFT) / DOT;
      int height = stacked.merge(lag + " " + column, 1, Integer::sum) - 1;
      Hit.OfEvent event = each.event();
      dots.add(
          new Dot(
              LEFT + column * DOT + DOT / 2,
              tops.getOrDefault(lag, TOP) + STRIPE - DOT / 2 - 3 - DOT * (height % (STRIPE / DOT)),
              event.quad().endsWith("conflict"),
              event.assertedBy() != null,
              event.date() + " " + event.type() + ", " + lag(each) + ": " + event.sentence(),
              links.to(HitView.reader(event.article()) + "#" + event.id())));
    }
    return new Chart(dots, scale.ticks(), stripes, TOP + STRIPE * stripes.size() + BOTTOM);
  }

  /** How long after an event its report came. */
  private enum Lag {
    ANNOUNCED("ahead of it", Long.MIN_VALUE),
    SAME("the same day", 0),
    DAY("a day later", 1),
    WEEK("within a week", 2),
    MONTH("within a month", 8),
    YEAR("within a year", 32),
    LONG("years later", 367);

    private final String words;
    private final long fromDays;

    Lag(String words, long fromDays) {
      this.words = words;
      this.fromDays = fromDays;
    }

    static Lag of(long days) {
      Lag found = ANNOUNCED;
      for (Lag lag : values()) {
        if (days >= lag.fromDays) {
          found = lag;
        }
      }
      return found;
    }
  }

  /** Days laid out from left to right. */
  private record Scale(LocalDate from, LocalDate to) {

    int at(LocalDate day) {
      long whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
      return (int) (LEFT + (WIDTH - RIGHT - LEFT) * ChronoUnit.DAYS.between(from, day) / whole);
    }

    List<Tick> ticks() {
      long whole = ChronoUnit.DAYS.between(from, to);
      int steps = (int) Math.min(TICKS, whole);
      if (steps == 0) {
        return List.of(new Tick(at(from), from.toString(), ""));
      }
      List<Tick> ticks = new ArrayList<>();
      for (int i = 0; i <= steps; i++) {
        LocalDate day = from.plusDays(whole * i / steps);
        ticks.add(new Tick(at(day), day.toString(), i == 0 ? "" : i == steps ? "end" : "middle"));
      }
      return ticks;
    }
  }
}
