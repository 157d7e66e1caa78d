package dateline.time;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times that start from another time of the text: the next day, two days later, that year. */
final class NarrativeRecipes {

  private final CalendarRecipes calendar;

  NarrativeRecipes(CalendarRecipes calendar) {
    this.calendar = calendar;
  }

  Map<String, Recipe> recipes() {
    return Map.ofEntries(
        Map.entry("relative", (m, s, t) -> relative(m, s)),
        Map.entry("relative-part", (m, s, t) -> relativePart(m, s)),
        Map.entry("that", (m, s, t) -> that(m, s)),
        Map.entry("that-year", (m, s, t) -> thatYear(s)),
        Map.entry("later", (m, s, t) -> later(m, s)),
        Map.entry("year-before", (m, s, t) -> yearBefore(s)),
        Map.entry("quarter", (m, s, t) -> quarter(m, s)),
        Map.entry("quarter-code", (m, s, t) -> quarterCode(m, s)),
        Map.entry("quarter-now", (m, s, t) -> quarterNow(m, s)),
        Map.entry("year-period", (m, s, t) -> yearPeriod(m, s)),
        Map.entry("quarter-ended", (m, s, t) -> quarterEnded(m, s, t)),
        Map.entry("weekend", (m, s, t) -> weekend(s, t)),
        Map.entry("half", (m, s, t) -> half(m, s)));
  }

  /** "the next day", "the previous year". */
  private Resolution relative(Match match, Story story) {
    Point last = story.lastOrToday();
    if (last == null) {
      return Resolution.UNKNOWN;
    }
    String unit = match.has(Kind.UNIT) ? match.value(Kind.UNIT) : "D";
    if (unit.equals("DE")) {
      Point decade = last.as(Grain.DECADE).plus(match.rule().number(), Grain.DECADE);
      return Resolution.from(story.lastOrTodayId(), decade);
    }
    return DeicticRecipes.shifted(last, story.lastOrTodayId(), unit, match.rule().number());
  }

  private Resolution relativePart(Match match, Story story) {
    Point last = story.lastOrToday();
    String part = "T" + match.value(Kind.PART);
    return last == null || last.grain() != Grain.DAY
        ? Resolution.value("XXXX-XX-XX" + part)
        : Resolution.from(
            story.lastOrTodayId(), last.plus(match.rule().number(), Grain.DAY).at(part));
  }

  /** "that year", "the same day", "later that month", "the end of the year". */
  private Resolution that(Match match, Story story) {
    Point last = story.lastOrToday();
    Grain grain = Grain.of(match.value(Kind.UNIT));
    return last == null || last.grain().compareTo(grain) < 0
        ? Resolution.UNKNOWN
        : Resolution.from(story.lastOrTodayId(), last.as(grain));
  }

  private Resolution thatYear(Story story) {
    Point here = story.here();
    return here == null ? Resolution.UNKNOWN : Resolution.from(story.hereId(), here.as(Grain.YEAR));
  }

  /** "two days later", "a year earlier". */
  private Resolution later(Match match, Story story) {
    int sign = match.rule().number();
    String unit = match.has(Kind.UNIT) ? match.value(Kind.UNIT) : match.value(Kind.UNITS);
    Integer n = Lengths.whole(match);
    Point quarter = story.quarter();
    boolean business = !story.narrative() && sign < 0 && unit.equals("Y");
    if (business && quarter != null && n != null) {
      return Resolution.from(story.quarterId(), quarter.plus(-n, Grain.YEAR));
    }
    Point last = business ? story.here() : story.lastOrToday();
    if (n == null || last == null) {
      return Resolution.value(sign < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    return DeicticRecipes.shifted(last, story.lastOrTodayId(), unit, sign * n);
  }

  /** "the year-ago quarter": the quarter last mentioned, a year before. */
  private Resolution yearBefore(Story story) {
    Point quarter = story.quarter();
    if (quarter != null) {
      return Resolution.from(story.quarterId(), quarter.plus(-1, Grain.YEAR));
    }
    Point here = story.here();
    return here == null
        ? Resolution.UNKNOWN
        : Resolution.from(story.hereId(), here.as(Grain.YEAR).plus(-1, Grain.YEAR));
  }

  /** "third-quarter", "the second quarter of 1990". */
  private Resolution quarter(Match match, Story story) {
    int quarter = match.number(Kind.ORD, 1);
    if (quarter < 1 || quarter > 4) {
      return Resolution.UNKNOWN;
    }
    Integer year = CalendarRecipes.year(match);
    if (year != null) {
      return Resolution.absolute(Point.quarter(year, quarter));
    }
    Point here = story.here();
    if (here == null) {
      return Resolution.value("XXXX-Q" + quarter);
    }
    if (match.has(Kind.DEIXIS)) {
      return Resolution.from(
          story.hereId(), Point.quarter(here.year() + match.number(Kind.DEIXIS, 0), quarter));
    }
    return Resolution.from(story.hereId(), nearest(here, quarter));
  }

  /** "Q3 2012", "Q3", "H1 2012". */
  private static Resolution quarterCode(Match match, Story story) {
    int number = match.number(Kind.DIGITS, 0);
    boolean half = match.lexemes().form(match.first()).equals("h");
    if (number < 1 || number > (half ? 2 : 4)) {
      return Resolution.UNKNOWN;
    }
    Integer year = CalendarRecipes.year(match);
    if (year != null) {
      return Resolution.absolute(half ? Point.half(year, number) : Point.quarter(year, number));
    }
    Point here = story.here();
    return here == null
        ? Resolution.value("XXXX-Q" + number)
        : Resolution.from(story.hereId(), nearest(here, number));
  }

  /** The quarter that business news of a day means: ended at most three quarters ago. */
  private static Point nearest(Point today, int quarter) {
    Point same = Point.quarter(today.year(), quarter);
    int ahead = quarter - (today.month() + 2) / 3;
    return ahead > 1 ? same.plus(-1, Grain.YEAR) : same;
  }

  /** "the quarter", "the latest period", "last year's quarter". */
  private Resolution quarterNow(Match match, Story story) {
    Point quarter = story.quarter();
    int years = match.says("last") ? -1 : 0;
    if (quarter != null) {
      return Resolution.from(story.quarterId(), quarter.plus(years, Grain.YEAR));
    }
    Point here = story.here();
    if (here == null) {
      return Resolution.UNKNOWN;
    }
    Point ended = match.says("current") ? here : here.plus(-1, Grain.QUARTER);
    return Resolution.from(story.hereId(), ended.as(Grain.QUARTER).plus(years, Grain.YEAR));
  }

  /** "the 1988 period": that year's part when a quarter is spoken of. */
  private Resolution yearPeriod(Match match, Story story) {
    Integer year = CalendarRecipes.year(match);
    if (year == null) {
      return Resolution.UNKNOWN;
    }
    Point quarter = story.quarter();
    return quarter == null
        ? Resolution.absolute(Point.year(year))
        : Resolution.from(story.quarterId(), quarter.plus(year - quarter.year(), Grain.YEAR));
  }

  /** "the quarter ended Sept. 30": the calendar's quarter that is over by then. */
  private Resolution quarterEnded(Match match, Story story, Tense tense) {
    Point end = calendar.calendar(match, story, tense).point();
    if (end == null) {
      return Resolution.UNKNOWN;
    }
    Point quarter = end.plus(8, Grain.DAY).plus(-1, Grain.QUARTER).as(Grain.QUARTER);
    return Resolution.from(story.hereId(), quarter);
  }

  /** "the weekend": the last one; on a weekend itself and when the clause looks ahead, this one. */
  private static Resolution weekend(Story story, Tense tense) {
    Point here = story.here();
    if (here == null) {
      return Resolution.UNKNOWN;
    }
    boolean done = here.start().getDayOfWeek().getValue() < 6 && tense != Tense.FUTURE;
    Point weekend = here.as(Grain.WEEKEND).plus(done ? -1 : 0, Grain.WEEKEND);
    return Resolution.from(story.hereId(), weekend);
  }

  private Resolution half(Match match, Story story) {
    int half = match.number(Kind.ORD, match.says("last") || match.says("latter") ? 2 : 1);
    if (half > 2) {
      return Resolution.UNKNOWN;
    }
    Integer year = CalendarRecipes.year(match);
    if (year != null) {
      return Resolution.absolute(Point.half(year, half));
    }
    Point here = story.here();
    @Nullable String anchor = story.hereId();
    return here == null
        ? Resolution.UNKNOWN
        : Resolution.from(anchor, Point.half(here.year() + match.number(Kind.DEIXIS, 0), half));
  }
}
