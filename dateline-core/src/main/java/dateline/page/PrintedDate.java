package dateline.page;

import dateline.text.CharRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A date as printed, before its year or the order of its numbers is known for sure.
 *
 * @param range where it stands, time of day included, in UTF-16 units
 * @param year 0 when none is printed
 * @param swappable whether day and month could be meant the other way round ("11/9/2021")
 */
record PrintedDate(
    CharRange range, int year, int month, int day, boolean swappable, @Nullable LocalTime time) {

  boolean hasYear() {
    return year != 0;
  }

  /** The day, or null when there is none of that number or the year is missing. */
  @Nullable LocalDate date() {
    return hasYear() ? dateIn(year) : null;
  }

  /** The day in a given year, or null when that year has none such. */
  @Nullable LocalDate dateIn(int inYear) {
    try {
      return LocalDate.of(inYear, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The same with day and month exchanged. */
  PrintedDate swapped() {
    return new PrintedDate(range, year, day, month, true, time);
  }

  /**
   * The nearest day to {@code reference} that this can mean: a missing year is tried around it, and
   * a day and month that can be exchanged are tried both ways.
   */
  @Nullable LocalDate nearest(LocalDate reference) {
    LocalDate best = null;
    for (int offset = -1; offset <= 1; offset++) {
      best = nearer(dateIn(hasYear() ? year : reference.getYear() + offset), best, reference);
      if (swappable) {
        best =
            nearer(
                swapped().dateIn(hasYear() ? year : reference.getYear() + offset), best, reference);
      }
    }
    return best;
  }

  private static @Nullable LocalDate nearer(
      @Nullable LocalDate a, @Nullable LocalDate b, LocalDate to) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Math.abs(a.toEpochDay() - to.toEpochDay()) < Math.abs(b.toEpochDay() - to.toEpochDay())
        ? a
        : b;
  }

  /** ISO minute, or ISO day when no time is printed. */
  static String iso(LocalDate day, @Nullable LocalTime time) {
    return time == null
        ? day.toString()
        : day + "T" + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
  }

  private static String twoDigits(int n) {
    return n < 10 ? "0" + n : Integer.toString(n);
  }
}
