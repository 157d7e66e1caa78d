package dateline.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times that start from the day of publication: weekdays, yesterday, last year, ago. */
final class DeicticRecipes {

  private final CalendarRecipes calendar;

  DeicticRecipes(CalendarRecipes calendar) {
    this.calendar = calendar;
  }

  Map<String, Recipe> recipes() {
    return Map.ofEntries(
        Map.entry("weekday", this::weekday),
        Map.entry("weekday-of", this::weekdayOf),
        Map.entry("named", this::named),
        Map.entry("offset", this::offset),
        Map.entry("deixis", this::deixis),
        Map.entry("ago", (m, s, t) -> counted(m, s, -1)),
        Map.entry("ahead", (m, s, t) -> counted(m, s, 1)),
        Map.entry("ago-this", this::agoThis),
        Map.entry("part", this::part),
        Map.entry("part-word", this::partWord),
        Map.entry("part-bare", (m, s, t) -> partBare(m)),
        Map.entry("constant-part", this::constantPart),
        Map.entry("clock", this::clock),
        Map.entry("clock-in", this::clockIn),
        Map.entry("year-end", this::yearEnd),
        Map.entry("fiscal", this::fiscal));
  }

  private Resolution weekday(Match match, Story story, Tense tense) {
    Point here = story.here();
    int weekday = match.number(Kind.WEEKDAY, 1);
    return here == null
        ? Resolution.value("XXXX-WXX-" + weekday)
        : Resolution.from(story.hereId(), Point.day(weekday(here.start(), weekday, tense)));
  }

  /** The day itself counts as both last and next. */
  static LocalDate weekday(LocalDate from, int weekday, Tense tense) {
    DayOfWeek day = DayOfWeek.of(weekday);
    return from.with(
        tense == Tense.FUTURE
            ? TemporalAdjusters.nextOrSame(day)
            : TemporalAdjusters.previousOrSame(day));
  }

  /** "Friday of next week". */
  private Resolution weekdayOf(Match match, Story story, Tense tense) {
    Point here = story.here();
    if (here == null) {
      return Resolution.UNKNOWN;
    }
    Point week = here.as(Grain.WEEK).plus(match.number(Kind.DEIXIS, 0), Grain.WEEK);
    LocalDate day = week.start().plusDays(match.number(Kind.WEEKDAY, 1) - 1L);
    return Resolution.from(story.hereId(), Point.day(day));
  }

  /** "last Friday", "next March", "this summer". */
  private Resolution named(Match match, Story story, Tense tense) {
    Point here = story.here();
    if (here == null) {
      return match.has(Kind.WEEKDAY)
          ? weekday(match, story, tense)
          : calendar.calendar(match, story, tense);
    }
    int way = way(match);
    if (match.has(Kind.WEEKDAY)) {
      return Resolution.from(story.hereId(), Point.day(namedWeekday(here, match, way, tense)));
    }
    if (way == 0) {
      return inYear(match, story, here.year());
    }
    Resolution found = inYear(match, story, here.year());
    for (int years = 1; years <= 2 && !lies(found.point(), here, way); years++) {
      found = inYear(match, story, here.year() + years * way);
    }
    return found;
  }

  /** Whether a stretch is over, or not begun; in January, the winter of that year is neither. */
  private static boolean lies(@Nullable Point point, Point here, int way) {
    if (point == null) {
      return true;
    }
    LocalDate now = here.as(point.grain()).start();
    return way < 0 ? point.start().isBefore(now) : point.start().isAfter(now);
  }

  private Resolution inYear(Match match, Story story, int year) {
    Story then = new Story(Today.published(LocalDate.of(year, 7, 1)), true);
    then.start(Point.year(year));
    Resolution named = calendar.calendar(match, then, Tense.UNKNOWN);
    Point point = named.point();
    return point == null ? named : Resolution.from(story.hereId(), point);
  }

  private static int way(Match match) {
    if (match.says("past") || match.says("previous") || match.says("last")) {
      return -1;
    }
    return match.says("following") ? 1 : match.number(Kind.DEIXIS, 0);
  }

  private static LocalDate namedWeekday(Point here, Match match, int way, Tense tense) {
    DayOfWeek day = DayOfWeek.of(match.number(Kind.WEEKDAY, 1));
    if (way == 0) { // "this Friday" is of this week
      LocalDate inWeek = here.as(Grain.WEEK).start().with(TemporalAdjusters.nextOrSame(day));
      return tense == Tense.PAST ? weekday(here.start(), day.getValue(), tense) : inWeek;
    }
    return here.start()
        .with(way < 0 ? TemporalAdjusters.previous(day) : TemporalAdjusters.next(day));
  }

  private Resolution offset(Match match, Story story, Tense tense) {
    if (match.says("today") && story.narrative()) {
      return Resolution.value("PRESENT_REF");
    }
    Point here = story.here();
    if (here == null) {
      return match.says("today") ? Resolution.value("PRESENT_REF") : Resolution.UNKNOWN;
    }
    int days = match.has(Kind.OFFSET) ? match.number(Kind.OFFSET, 0) : match.rule().number();
    return Resolution.from(story.hereId(), here.as(Grain.DAY).plus(days, Grain.DAY));
  }

  /** "last year", "this week", "next quarter". */
  private Resolution deixis(Match match, Story story, Tense tense) {
    Point here = story.here();
    if (here == null) {
      return Resolution.UNKNOWN;
    }
    int n = match.has(Kind.DEIXIS) ? match.number(Kind.DEIXIS, 0) : match.rule().number();
    Grain grain = Grain.of(match.value(Kind.UNIT));
    return Resolution.from(story.hereId(), here.as(grain).plus(n, grain));
  }

  /** "three years ago": as coarse as the unit. */
  private Resolution counted(Match match, Story story, int sign) {
    Point here = story.here();
    String unit = match.has(Kind.UNIT) ? match.value(Kind.UNIT) : match.value(Kind.UNITS);
    String vague = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    Integer n = Lengths.whole(match);
    if (here == null || n == null) {
      return Resolution.value(vague);
    }
    Point quarter = story.quarter();
    if (sign < 0 && unit.equals("Y") && n == 1 && quarter != null) {
      return Resolution.from(story.quarterId(), quarter.plus(-1, Grain.YEAR));
    }
    return shifted(here, story.hereId(), unit, sign * n);
  }

  /** "ten years ago this week". */
  private Resolution agoThis(Match match, Story story, Tense tense) {
    Point here = story.here();
    Integer n = Lengths.whole(match);
    if (here == null || n == null) {
      return Resolution.value("PAST_REF");
    }
    Grain grain = match.has(Kind.UNIT) ? Grain.of(match.value(Kind.UNIT)) : Grain.DAY;
    if (match.has(Kind.MONTH)) {
      return inYear(match, story, here.year() - n);
    }
    if (match.has(Kind.WEEKDAY)) {
      int weekday = match.number(Kind.WEEKDAY, 1);
      Point year = here.plus(-n, Grain.YEAR);
      return Resolution.from(story.hereId(), Point.day(weekday(year.start(), weekday, tense)));
    }
    return Resolution.from(story.hereId(), here.plus(-n, Grain.YEAR).as(grain));
  }

  /** "the early hours of Friday". */
  private Resolution partWord(Match match, Story story, Tense tense) {
    Resolution day = day(match, story, tense);
    Point point = day.point();
    String part = "T" + match.rule().word();
    return point == null
        ? Resolution.value("XXXX-XX-XX" + part)
        : Resolution.from(day.anchor(), point.at(part));
  }

  /** A point moved by units; hours and less leave the day. */
  static Resolution shifted(Point from, @Nullable String anchor, String unit, int n) {
    if (unit.startsWith("T")) {
      int days = unit.equals("TH") ? n / 24 : 0;
      return Resolution.from(anchor, from.as(Grain.DAY).plus(days, Grain.DAY));
    }
    Grain grain = Grain.of(unit);
    int count = unit.equals("2W") ? 2 * n : unit.equals("ML") ? 10 * n : n;
    if (from.grain().compareTo(grain) < 0) {
      return coarse(from, anchor, grain);
    }
    Point base = from.as(grain == Grain.DECADE ? Grain.YEAR : grain);
    return Resolution.from(anchor, base.plus(count, grain).at(""));
  }

  /** "two days later" when only the year is known: {@code 1915-XX-XX}. */
  private static Resolution coarse(Point from, @Nullable String anchor, Grain grain) {
    String unknown =
        switch (grain) {
          case DAY -> "-XX-XX";
          case WEEK, WEEKEND -> "-WXX";
          case MONTH -> "-XX";
          default -> "";
        };
    Point year = from.as(Grain.YEAR);
    return new Resolution(year.value() + unknown, null, anchor);
  }

  /** "at night", of no day. */
  private static Resolution partBare(Match match) {
    return Resolution.value("XXXX-XX-XXT" + match.value(Kind.PART));
  }

  /** The day that a match names, else the one that the story is at. */
  private Resolution day(Match match, Story story, Tense tense) {
    if (match.has(Kind.MONTH) || match.has(Kind.YEAR)) {
      return calendar.calendar(match, story, tense);
    }
    if (match.has(Kind.WEEKDAY)) {
      return match.has(Kind.DEIXIS) ? named(match, story, tense) : weekday(match, story, tense);
    }
    if (match.has(Kind.OFFSET)) {
      return offset(match, story, tense);
    }
    boolean that = match.says("that") || match.says("same") || match.says("the");
    Point point = that ? story.lastOrToday() : story.here();
    String anchor = that ? story.lastOrTodayId() : story.hereId();
    return point == null || point.grain() != Grain.DAY
        ? Resolution.UNKNOWN
        : Resolution.from(anchor, point.at(""));
  }

  private Resolution part(Match match, Story story, Tense tense) {
    String part = "T" + (match.has(Kind.PART) ? match.value(Kind.PART) : "NI");
    Resolution day = day(match, story, tense);
    Point point = day.point();
    if (match.rule().number() == -1 && match.has(Kind.PART) || match.says("last")) {
      boolean said = match.has(Kind.WEEKDAY);
      Point here = story.here();
      if (here != null && !said) {
        return Resolution.from(story.hereId(), here.as(Grain.DAY).plus(-1, Grain.DAY).at(part));
      }
    }
    return point == null
        ? Resolution.value("XXXX-XX-XX" + part)
        : Resolution.from(day.anchor(), point.at(part));
  }

  /** "tonight", "overnight". */
  private Resolution constantPart(Match match, Story story, Tense tense) {
    Point here = story.here();
    String part = "T" + match.rule().word();
    return here == null || here.grain() != Grain.DAY
        ? Resolution.value("XXXX-XX-XX" + part)
        : Resolution.from(story.hereId(), here.at(part));
  }

  private Resolution clock(Match match, Story story, Tense tense) {
    String clock = match.value(Kind.CLOCK);
    int hour = Integer.parseInt(clock.substring(0, 2));
    String part = match.value(Kind.PART);
    boolean late =
        part.equals("AF") && hour < 12
            || part.equals("EV") && hour < 12
            || part.equals("NI") && hour > 4 && hour < 12;
    String told = late ? Reader.twoDigits(hour + 12) + clock.substring(2) : clock;
    return at(match, story, tense, "T" + told + zone(match));
  }

  /** "Z" or "-05": the zone that a clock is said in; "" for local time and zones that shift. */
  static String zone(Match match) {
    String offset = match.value(Kind.ZONE);
    return offset.equals("+00") ? "Z" : offset;
  }

  /** "9 in the morning". */
  private Resolution clockIn(Match match, Story story, Tense tense) {
    int hour = match.number(Kind.NUM, 0);
    if (hour < 1 || hour > 12) {
      return Resolution.UNKNOWN;
    }
    boolean morning = match.value(Kind.PART).equals("MO");
    int hours = morning ? hour % 12 : hour % 12 + 12;
    return at(match, story, tense, "T" + Reader.twoDigits(hours) + ":00");
  }

  private Resolution at(Match match, Story story, Tense tense, String clock) {
    Resolution day = day(match, story, tense);
    Point point = day.point();
    if (point == null) {
      Point last = story.lastOrToday();
      return last == null || last.grain() != Grain.DAY
          ? Resolution.value("XXXX-XX-XX" + clock)
          : Resolution.from(story.lastOrTodayId(), last.at(clock));
    }
    return Resolution.from(day.anchor(), point.at(clock));
  }

  /** "year-end": the last day of the year. */
  private Resolution yearEnd(Match match, Story story, Tense tense) {
    Integer said = CalendarRecipes.year(match);
    if (said != null) {
      return Resolution.absolute(Point.day(LocalDate.of(said, 12, 31)));
    }
    Point here = story.here();
    return here == null
        ? Resolution.value("XXXX-12-31")
        : Resolution.from(story.hereId(), Point.day(LocalDate.of(here.year(), 12, 31)));
  }

  private Resolution fiscal(Match match, Story story, Tense tense) {
    Point here = story.here();
    return here == null
        ? Resolution.UNKNOWN
        : Resolution.from(
            story.hereId(), here.as(Grain.YEAR).plus(match.number(Kind.DEIXIS, 0), Grain.YEAR));
  }
}
