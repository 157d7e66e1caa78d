package dateline.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days, months, seasons and years by name; a year that isn't said is inferred. */
final class CalendarRecipes {

  /** Months by which a narrative may step back; a longer step means the next year. */
  private static final int STEP_BACK = 7;

  /** Before a month that a clause looks ahead to: "by March". */
  private static final Set<String> BOUNDS = WordLists.of("bounds");

  private final Holidays holidays;

  CalendarRecipes(Holidays holidays) {
    this.holidays = holidays;
  }

  Map<String, Recipe> recipes() {
    return Map.ofEntries(
        Map.entry("calendar", this::calendar),
        Map.entry("calendar-of", this::calendarOf),
        Map.entry("figures", (m, s, t) -> figures(m)),
        Map.entry("figures-clock", (m, s, t) -> figuresClock(m)),
        Map.entry("iso-week", (m, s, t) -> isoWeek(m)),
        Map.entry("day-again", (m, s, t) -> dayAgain(m, s)),
        Map.entry("year-again", (m, s, t) -> yearAgain(m, s)),
        Map.entry("decade", (m, s, t) -> decade(m)),
        Map.entry("century", (m, s, t) -> century(m)),
        Map.entry("century-of", (m, s, t) -> centuryOf(m, s)),
        Map.entry("week-of", this::weekOf));
  }

  Resolution calendar(Match match, Story story, Tense tense) {
    Integer year = year(match);
    if (year != null) {
      Point line = story.line();
      boolean old = match.has(Kind.SHORT) && line != null && story.narrative();
      int century = old && line != null ? Math.floorDiv(line.year(), 100) * 100 : 0;
      return inYear(match, old ? century + year % 100 : year, null);
    }
    return match.has(Kind.MONTH) || match.has(Kind.SEASON) || match.has(Kind.HOLIDAY)
        ? inferred(match, story, tense)
        : Resolution.UNKNOWN;
  }

  /** "in January last year", "August of that year". */
  private Resolution calendarOf(Match match, Story story, Tense tense) {
    if (match.rule().word().equals("near")) {
      return lastOrNext(match, story);
    }
    if (match.has(Kind.DEIXIS)) {
      Point here = story.here();
      return here == null
          ? withoutYear(match)
          : inYear(match, here.year() + match.number(Kind.DEIXIS, 0), story.hereId());
    }
    Point last = story.lastOrToday();
    return last == null ? withoutYear(match) : inYear(match, last.year(), story.lastOrTodayId());
  }

  /** "last Oct. 23": before the day, "next May 9": after it. */
  private Resolution lastOrNext(Match match, Story story) {
    Point here = story.here();
    if (here == null) {
      return withoutYear(match);
    }
    int way = match.number(Kind.DEIXIS, 0);
    Point same = point(match, here.year());
    boolean wrong =
        same != null
            && (way < 0 && same.start().isAfter(here.start())
                || way > 0 && same.start().isBefore(here.start()));
    return inYear(match, wrong ? here.year() + way : here.year(), story.hereId());
  }

  /** The year that is said; null when none is. Years before Christ are 0 and below. */
  static @Nullable Integer year(Match match) {
    String figures = match.has(Kind.YEAR) ? match.value(Kind.YEAR) : "";
    if (figures.isEmpty() && match.has(Kind.ERA)) {
      figures = match.value(Kind.DIGITS);
    }
    if (figures.isEmpty()) {
      String two = match.value(Kind.SHORT);
      return two.isEmpty() ? null : Reader.century(Integer.parseInt(two));
    }
    int year = Integer.parseInt(figures);
    return match.value(Kind.ERA).equals("BC") ? 1 - year : year;
  }

  private Resolution inYear(Match match, int year, @Nullable String anchor) {
    Point point = point(match, year);
    return point == null ? Resolution.UNKNOWN : Resolution.from(anchor, point);
  }

  /** The point that a match names in a year; null when the year lacks that day. */
  private @Nullable Point point(Match match, int year) {
    if (match.has(Kind.HOLIDAY)) {
      return Point.day(holidays.date(match.value(Kind.HOLIDAY), year));
    }
    if (match.has(Kind.SEASON)) {
      return Point.season(year, match.value(Kind.SEASON));
    }
    if (!match.has(Kind.MONTH)) {
      return Point.year(year);
    }
    int month = match.number(Kind.MONTH, 1);
    int day = dayOfMonth(match);
    if (day == 0) {
      return Point.month(year, month);
    }
    if (day > java.time.Month.of(month).maxLength()) {
      return null;
    }
    boolean leap = month == 2 && day == 29 && !Year.isLeap(year);
    return leap ? null : Point.day(LocalDate.of(year, month, day));
  }

  /** 0 when no day is said. */
  static int dayOfMonth(Match match) {
    return match.has(Kind.DAY) ? match.number(Kind.DAY, 0) : match.number(Kind.ORD, 0);
  }

  private Resolution inferred(Match match, Story story, Tense tense) {
    Point here = story.here();
    if (here == null) {
      return withoutYear(match);
    }
    int year =
        story.narrative() || story.today() == null
            ? narrativeYear(match, story.line() == null ? here : story.line())
            : newsYear(match, here, tense);
    return inYear(match, year, story.hereId());
  }

  /** The last mentioned year, or the next when the story would step back by most of a year. */
  private int narrativeYear(Match match, Point last) {
    Point same = point(match, last.year());
    boolean fine = last.grain().compareTo(Grain.MONTH) >= 0;
    if (same == null) {
      return last.year() + 1;
    }
    if (!fine || same.grain() == Grain.SEASON) {
      return last.year();
    }
    return last.month() - same.month() > STEP_BACK ? last.year() + 1 : last.year();
  }

  /** The nearest year; for a month or season the last one unless the clause looks ahead. */
  private int newsYear(Match match, Point today, Tense tense) {
    int year = today.year();
    Point same = point(match, year);
    if (same == null) {
      return year;
    }
    if (same.grain() == Grain.DAY) {
      long days = same.start().toEpochDay() - today.start().toEpochDay();
      int ahead = tense == Tense.PAST ? 60 : 183;
      int behind = tense == Tense.FUTURE ? 120 : 300;
      return days > ahead ? year - 1 : days < -behind ? year + 1 : year;
    }
    int months = same.month() - today.month();
    boolean bound = BOUNDS.contains(match.lexemes().form(match.first() - 1));
    if (tense == Tense.FUTURE || bound) {
      return months < (bound ? -6 : -1) ? year + 1 : year;
    }
    int ahead = tense == Tense.PAST ? 0 : 2;
    return months > ahead ? year - 1 : months < ahead - 11 ? year + 1 : year;
  }

  private static Resolution withoutYear(Match match) {
    if (match.has(Kind.SEASON)) {
      return Resolution.value("XXXX-" + match.value(Kind.SEASON));
    }
    if (!match.has(Kind.MONTH)) {
      return Resolution.value("XXXX");
    }
    int day = dayOfMonth(match);
    String month = "XXXX-" + match.value(Kind.MONTH);
    return Resolution.value(day == 0 ? month : month + "-" + Reader.twoDigits(day));
  }

  private static Resolution figures(Match match) {
    return Resolution.absolute(Point.day(LocalDate.parse(match.value(Kind.FIGURES))));
  }

  private static Resolution figuresClock(Match match) {
    Point day = Point.day(LocalDate.parse(match.value(Kind.FIGURES)));
    return Resolution.absolute(day.at("T" + match.value(Kind.CLOCK) + DeicticRecipes.zone(match)));
  }

  /** "2020-W47"; unknown when the year lacks that week. */
  private static Resolution isoWeek(Match match) {
    int week = match.number(Kind.SHORT, 0);
    LocalDate inFirst = LocalDate.of(match.number(Kind.YEAR, 0), 1, 4); // ISO 8601: in week 1
    long weeks = inFirst.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum();
    return week < 1 || week > weeks
        ? Resolution.UNKNOWN
        : Resolution.absolute(Point.day(inFirst.plusWeeks(week - 1L)).as(Grain.WEEK));
  }

  /** "25" in "April 24 and 25". */
  private static Resolution dayAgain(Match match, Story story) {
    Point last = story.last();
    if (last == null || last.grain() != Grain.DAY) {
      return Resolution.UNKNOWN;
    }
    try {
      Integer said = year(match);
      int year = said == null ? last.year() : said;
      LocalDate day = last.start().withYear(year).withDayOfMonth(dayOfMonth(match));
      return Resolution.from(story.lastId(), Point.day(day));
    } catch (DateTimeException impossible) {
      return Resolution.UNKNOWN;
    }
  }

  /** "17" in "1915-17". */
  private static Resolution yearAgain(Match match, Story story) {
    Point last = story.last();
    if (last == null) {
      return Resolution.UNKNOWN;
    }
    int year = Math.floorDiv(last.year(), 100) * 100 + match.number(Kind.SHORT, 0);
    return Resolution.from(story.lastId(), Point.year(year));
  }

  private static Resolution decade(Match match) {
    return Resolution.absolute(Point.decade(match.number(Kind.DECADE, 0)));
  }

  private static Resolution century(Match match) {
    int hundreds = match.number(Kind.ORD, 1) - 1;
    if (match.value(Kind.ERA).equals("BC")) {
      return Resolution.value("BC" + Reader.twoDigits(hundreds));
    }
    return Resolution.absolute(Point.century(hundreds));
  }

  private static Resolution centuryOf(Match match, Story story) {
    Point here = story.here();
    return here == null
        ? Resolution.UNKNOWN
        : Resolution.from(
            story.hereId(), here.as(Grain.CENTURY).plus(match.rule().number(), Grain.CENTURY));
  }

  private Resolution weekOf(Match match, Story story, Tense tense) {
    Resolution day = calendar(match, story, tense);
    Point point = day.point();
    return point == null ? day : Resolution.from(day.anchor(), point.as(Grain.WEEK));
  }
}
