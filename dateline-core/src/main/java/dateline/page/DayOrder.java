package dateline.page;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of two numbers is the day ("11/9/2021") from what else a page prints: a date whose
 * order is plain, a month name before its day, an American clock. Otherwise the day comes first.
 */
final class DayOrder {

  private static final Pattern AMERICAN =
      Pattern.compile(
          "\\d\\s?[ap]\\.?m\\.?\\s(?:E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T)\\b|\\b(?:E[SD]T|C[SD]T|P[SD]T)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\\d|3[01])/(?:20)?\\d\\d\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(?:1[3-9]|2\\d|3[01])/(?:0?[1-9]|1[0-2])/(?:20)?\\d\\d\\b");

  private final boolean monthFirst;

  private DayOrder(boolean monthFirst) {
    this.monthFirst = monthFirst;
  }

  /**
   * @param lines the page's short lines
   */
  static DayOrder of(List<String> lines) {
    int month = 0;
    int day = 0;
    for (String line : lines) {
      if (line.length() < 300) {
        month += MONTH_FIRST.matcher(line).find() ? 3 : 0;
        day += DAY_FIRST.matcher(line).find() ? 3 : 0;
        month += AMERICAN.matcher(line).find() ? 1 : 0;
      }
    }
    return new DayOrder(month > day);
  }

  /** An order that is known. */
  static DayOrder monthFirst(boolean monthFirst) {
    return new DayOrder(monthFirst);
  }

  /** The day meant, or null when no year is printed or the day does not exist. */
  @Nullable LocalDate day(PrintedDate date) {
    LocalDate day = date.swappable() && monthFirst ? date.swapped().date() : date.date();
    return day == null && date.swappable() ? date.swapped().date() : day;
  }

  /**
   * The day meant by a stamp after publication: readers comment within days of it, so of two
   * readings the first one on or after it wins.
   */
  @Nullable LocalDate day(PrintedDate date, @Nullable LocalDate published) {
    if (published == null) {
      return day(date);
    }
    if (!date.hasYear()) {
      return date.nearest(published.plusDays(30));
    }
    return date.swappable() ? date.nearest(published) : date.date();
  }
}
