package dateline.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TIMEX3 values (TimeML 1.2.1, section 2.3.3, after ISO 8601) in words: {@code 2024-06-03TEV} is
 * "evening of 3 June 2024", {@code 198} "1980s", {@code P2W} "2 weeks". Stateless.
 */
public final class TimexWords {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])(?:-([0-3]\\d))?(?:T(.+))?");

  private static final Pattern CLOCK = Pattern.compile("(\\d{2}(?::\\d{2})?)(?::\\d{2})?(.*)");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-XX(?:-XX)?)?");
  private static final Pattern DECADE = Pattern.compile("(\\d{3})X?");
  private static final Pattern CENTURY = Pattern.compile("(\\d{2})(?:XX)?");
  private static final Pattern PART = Pattern.compile("(\\d{4})-([A-Z]{2}|[QH]\\d)");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})(-WE)?");
  private static final Pattern FISCAL = Pattern.compile("FY(\\d{4})");
  private static final Pattern DURATION = Pattern.compile("PT?(\\d{1,4}|X)([A-Z]{1,2})");

  private static final Pattern LONGER = Pattern.compile("P(\\d{1,4}[YMWD])(\\d{1,4}[MWD])");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("CE", "century"),
          Map.entry("DE", "decade"),
          Map.entry("Y", "year"),
          Map.entry("Q", "quarter"),
          Map.entry("M", "month"),
          Map.entry("W", "week"),
          Map.entry("WE", "weekend"),
          Map.entry("D", "day"),
          Map.entry("TH", "hour"),
          Map.entry("TM", "minute"),
          Map.entry("TS", "second"));

  private static final Map<String, String> PARTS_OF_YEAR =
      Map.of(
          "SP", "spring",
          "SU", "summer",
          "FA", "autumn",
          "WI", "winter",
          "Q1", "first quarter",
          "Q2", "second quarter",
          "Q3", "third quarter",
          "Q4", "last quarter",
          "H1", "first half",
          "H2", "second half");

  private static final Map<String, String> PARTS_OF_DAY =
      Map.of(
          "MO", "morning",
          "MI", "midday",
          "AF", "afternoon",
          "EV", "evening",
          "NI", "night",
          "DT", "daytime");

  private static final Map<String, String> REFERENCES =
      Map.of("PRESENT_REF", "now", "PAST_REF", "in the past", "FUTURE_REF", "in the future");

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private TimexWords() {}

  /**
   * A date, time, duration or reference in words.
   *
   * @return null for a value that has no plain wording here
   */
  public static @Nullable String of(String value) {
    if (REFERENCES.containsKey(value)) {
      return REFERENCES.get(value);
    }
    Matcher date = DATE.matcher(value);
    if (date.matches()) {
      return date(date);
    }
    Matcher two = LONGER.matcher(value);
    if (two.matches()) {
      return of("P" + two.group(1)) + ", " + of("P" + two.group(2));
    }
    Matcher duration = DURATION.matcher(value);
    return duration.matches() ? duration(value, duration) : longer(value);
  }

  /** As {@link #of}, but what has no wording stays as it is. */
  public static String orValue(String value) {
    return Objects.requireNonNullElse(of(value), value);
  }

  private static String date(Matcher date) {
    String month = MONTHS.get(Integer.parseInt(date.group(2)) - 1) + " " + date.group(1);
    String day = date.group(3) == null ? month : Integer.parseInt(date.group(3)) + " " + month;
    if (date.group(4) == null) {
      return day;
    }
    String part = PARTS_OF_DAY.get(date.group(4));
    if (part != null) {
      return part + " of " + day;
    }
    Matcher clock = CLOCK.matcher(date.group(4));
    return clock.matches() ? day + ", " + clock.group(1) : day;
  }

  private static @Nullable String longer(String value) {
    Matcher year = YEAR.matcher(value);
    if (year.matches()) {
      return year.group(1);
    }
    Matcher decade = DECADE.matcher(value);
    if (decade.matches()) {
      return decade.group(1) + "0s";
    }
    Matcher century = CENTURY.matcher(value);
    if (century.matches()) {
      return century.group(1) + "00s";
    }
    Matcher fiscal = FISCAL.matcher(value);
    if (fiscal.matches()) {
      return "fiscal year " + fiscal.group(1);
    }
    Matcher part = PART.matcher(value);
    if (part.matches() && PARTS_OF_YEAR.containsKey(part.group(2))) {
      return PARTS_OF_YEAR.get(part.group(2)) + " of " + part.group(1);
    }
    Matcher week = WEEK.matcher(value);
    return week.matches() ? week(week) : null;
  }

  /** An ISO week by its Monday, a weekend by its Saturday. */
  private static @Nullable String week(Matcher week) {
    int number = Integer.parseInt(week.group(2));
    LocalDate january = LocalDate.of(Integer.parseInt(week.group(1)), 1, 4);
    if (number < 1
        || number > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(january).getMaximum()) {
      return null;
    }
    boolean weekend = week.group(3) != null;
    LocalDate day = january.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number).with(DayOfWeek.MONDAY);
    if (weekend) {
      day = day.plusDays(5);
    }
    String named =
        day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
    return (weekend ? "weekend of " : "week of ") + named;
  }

  private static @Nullable String duration(String value, Matcher duration) {
    String code = (value.startsWith("PT") ? "T" : "") + duration.group(2);
    String unit = UNITS.get(code);
    if (unit == null) {
      return null;
    }
    String number = duration.group(1);
    String many = unit.endsWith("y") && !unit.endsWith("ay") ? "centuries" : unit + "s";
    return number.equals("X") ? "some " + many : number + " " + (number.equals("1") ? unit : many);
  }
}
