package dateline.corpus;

import java.time.LocalDate;

/**
 * What a corpus is made of. The same plan makes the same corpus, byte for byte.
 *
 * @param seed everything follows from it
 * @param happenings how many, spread evenly over the days; every fourth looks like the one before
 * @param from the first day
 * @param days how many
 * @param reports reports of a happening, on average before the limit of 40
 * @param rivals whether half of what happens is between two neighbours, who fall out and make up
 */
public record Plan(
    long seed, int happenings, LocalDate from, int days, double reports, boolean rivals) {

  public Plan {
    if (happenings < 1 || days < 1 || !(reports >= 1)) {
      throw new IllegalArgumentException(
          happenings + " happenings in " + days + " days with " + reports + " reports each");
    }
  }

  /** Without rivals. */
  public Plan(long seed, int happenings, LocalDate from, int days, double reports) {
    this(seed, happenings, from, days, reports, false);
  }

  /** A year of happenings with rivals in it, to look at. */
  public static Plan rivals(long seed, int happenings) {
    return new Plan(seed, happenings, LocalDate.of(2023, 1, 1), 365, 5, true);
  }

  /** A year of happenings, as the quality of stories is measured on. */
  public static Plan year(long seed, int happenings) {
    return new Plan(seed, happenings, LocalDate.of(2023, 1, 1), 365, 6);
  }

  /** A few hundred articles in two weeks, to look at. */
  public static Plan demo(long seed) {
    return new Plan(seed, 60, LocalDate.of(2024, 3, 4), 14, 5);
  }
}
