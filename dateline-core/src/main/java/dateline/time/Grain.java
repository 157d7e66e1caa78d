package dateline.time;

/** How coarse a point in time is, from the coarsest. */
enum Grain {
  CENTURY,
  DECADE,
  YEAR,
  HALF,
  QUARTER,
  SEASON,
  MONTH,
  WEEK,
  WEEKEND,
  DAY;

  /** The grain that a unit of {@link Kind#UNIT} counts in; days for hours and less. */
  static Grain of(String unit) {
    return switch (unit) {
      case "CE", "ML" -> CENTURY;
      case "DE" -> DECADE;
      case "Y" -> YEAR;
      case "Q" -> QUARTER;
      case "M" -> MONTH;
      case "W", "2W" -> WEEK;
      case "WE" -> WEEKEND;
      default -> DAY;
    };
  }
}
