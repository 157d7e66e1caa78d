package dateline.store;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings TIMEX3 values into one order: by the day, month or year that they begin with. */
final class SortDate {

  private static final Pattern PLAIN = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2}).*");
  private static final Pattern PART = Pattern.compile("(\\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI).*");

  private SortDate() {}

  /** The date to sort by; "" when the value tells none: a decade, "the past", a set. */
  static String of(@Nullable String value) {
    if (value == null) {
      return "";
    }
    if (PLAIN.matcher(value).matches()) {
      return value;
    }
    Matcher week = WEEK.matcher(value);
    if (week.matches()) {
      return monday(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
    }
    Matcher part = PART.matcher(value);
    if (part.matches()) {
      return part.group(1) + month(part.group(2));
    }
    Matcher plain = PLAIN.matcher(value);
    return plain.lookingAt() ? plain.group() : "";
  }

  private static String monday(int year, int week) {
    try {
      return LocalDate.of(year, 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
          .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
          .toString();
    } catch (DateTimeException e) {
      return Integer.toString(year);
    }
  }

  private static String month(String part) {
    return switch (part) {
      case "Q1", "H1" -> "-01";
      case "Q2" -> "-04";
      case "Q3", "H2" -> "-07";
      case "Q4" -> "-10";
      default -> ""; // a season's months depend on the hemisphere
    };
  }
}
