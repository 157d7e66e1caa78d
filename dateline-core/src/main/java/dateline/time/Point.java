package dateline.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * A stretch of the calendar with a name: a day, a month, a century; written in TIMEX3's form. Years
 * before Christ are proleptic (1 BC is year 0) and written {@code BC0490}.
 *
 * @param grain how coarse
 * @param start its first day; a season's is of the season's first month
 * @param part part of the day or time of the clock, with its T ({@code TMO}, {@code T14:30}), or ""
 */
record Point(Grain grain, LocalDate start, String part) {

  static Point day(LocalDate day) {
    return new Point(Grain.DAY, day, "");
  }

  static Point month(int year, int month) {
    return new Point(Grain.MONTH, LocalDate.of(year, month, 1), "");
  }

  static Point year(int year) {
    return new Point(Grain.YEAR, LocalDate.of(year, 1, 1), "");
  }

  static Point season(int year, String season) {
    int month =
        switch (season) {
          case "SP" -> 3;
          case "SU" -> 6;
          case "FA" -> 9;
          default -> 12;
        };
    return new Point(Grain.SEASON, LocalDate.of(year, month, 1), "");
  }

  static Point quarter(int year, int quarter) {
    return new Point(Grain.QUARTER, LocalDate.of(year, quarter * 3 - 2, 1), "");
  }

  static Point half(int year, int half) {
    return new Point(Grain.HALF, LocalDate.of(year, half * 6 - 5, 1), "");
  }

  static Point decade(int decade) {
    return new Point(Grain.DECADE, LocalDate.of(decade * 10, 1, 1), "");
  }

  /**
   * @param hundreds the first figures of its years: 19 for the twentieth century
   */
  static Point century(int hundreds) {
    return new Point(Grain.CENTURY, LocalDate.of(hundreds * 100, 1, 1), "");
  }

  int year() {
    return start.getYear();
  }

  int month() {
    return start.getMonthValue();
  }

  Point at(String newPart) {
    return new Point(grain, start, newPart);
  }

  /** The stretch of another grain that this one's first day is in. */
  Point as(Grain other) {
    return switch (other) {
      case CENTURY -> century(Math.floorDiv(year(), 100));
      case DECADE -> decade(Math.floorDiv(year(), 10));
      case YEAR -> year(year());
      case HALF -> half(year(), month() <= 6 ? 1 : 2);
      case QUARTER -> quarter(year(), (month() + 2) / 3);
      case SEASON -> season(month() <= 2 ? year() - 1 : year(), seasonCode());
      case MONTH -> month(year(), month());
      case WEEK, WEEKEND -> new Point(other, start.with(DayOfWeek.MONDAY), "");
      case DAY -> day(start);
    };
  }

  /** This stretch moved by a number of others: a quarter may be moved by years. */
  Point plus(int n, Grain by) {
    LocalDate moved =
        switch (by) {
          case CENTURY -> start.plusYears(100L * n);
          case DECADE -> start.plusYears(10L * n);
          case YEAR -> start.plusYears(n);
          case HALF -> start.plusMonths(6L * n);
          case QUARTER, SEASON -> start.plusMonths(3L * n);
          case MONTH -> start.plusMonths(n);
          case WEEK, WEEKEND -> start.plusWeeks(n);
          case DAY -> start.plusDays(n);
        };
    return new Point(grain, moved, part);
  }

  private String seasonCode() {
    return switch (month()) {
      case 3, 4, 5 -> "SP";
      case 6, 7, 8 -> "SU";
      case 9, 10, 11 -> "FA";
      default -> "WI";
    };
  }

  /** The TIMEX3 value. */
  String value() {
    String year = year(year(), 4);
    return switch (grain) {
          case CENTURY -> year(year(), 4).substring(0, year.length() - 2);
          case DECADE -> year.substring(0, year.length() - 1);
          case YEAR -> year;
          case HALF -> year + "-H" + (month() <= 6 ? 1 : 2);
          case QUARTER -> year + "-Q" + (month() + 2) / 3;
          case SEASON -> year + "-" + seasonCode();
          case MONTH -> year + "-" + Reader.twoDigits(month());
          case WEEK -> week();
          case WEEKEND -> week() + "-WE";
          case DAY ->
              year
                  + "-"
                  + Reader.twoDigits(month())
                  + "-"
                  + Reader.twoDigits(start.getDayOfMonth());
        }
        + part;
  }

  /** ISO 8601's week and the year that it belongs to. */
  private String week() {
    return year(start.get(IsoFields.WEEK_BASED_YEAR), 4)
        + "-W"
        + Reader.twoDigits(start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static String year(int proleptic, int figures) {
    String digits = Integer.toString(proleptic > 0 ? proleptic : 1 - proleptic);
    String padded = "0".repeat(Math.max(0, figures - digits.length())) + digits;
    return proleptic > 0 ? padded : "BC" + padded;
  }
}
