package dateline.time;

import dateline.data.Resource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Days with a name ({@code time/holidays.tsv}) and the date of each in a year. Immutable. */
final class Holidays {

  /** How a row reckons its day. */
  private interface Reckoning {
    LocalDate in(int year);
  }

  private final Map<String, Reckoning> byName = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();

  private Holidays() {}

  static Holidays load() {
    Holidays loaded = new Holidays();
    for (String[] row : Resource.table("time/holidays.tsv")) {
      loaded.byName.put(row[0], reckoning(row[1], row[2]));
      loaded.firstWords.add(row[0].split("[ .']", 2)[0]);
    }
    return loaded;
  }

  private static Reckoning reckoning(String how, String values) {
    if (how.equals("fixed")) {
      MonthDay day = MonthDay.parse("--" + values);
      return day::atYear;
    }
    String[] parts = values.split(" ");
    int first = Integer.parseInt(parts[0]);
    if (how.equals("easter")) {
      return year -> easter(year).plusDays(first);
    }
    DayOfWeek weekday = DayOfWeek.of(Integer.parseInt(parts[1]));
    int ordinal = Integer.parseInt(parts[2]);
    int more = parts.length > 3 ? Integer.parseInt(parts[3]) : 0;
    return year ->
        LocalDate.of(year, first, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday))
            .plusDays(more);
  }

  boolean contains(String name) {
    return byName.containsKey(name);
  }

  /** Whether a name begins with this word. */
  boolean isFirst(String word) {
    return firstWords.contains(word);
  }

  Set<String> firstWords() {
    return firstWords;
  }

  /**
   * The date of a named day in a year.
   *
   * @throws IllegalArgumentException when there is no such name
   */
  LocalDate date(String name, int year) {
    Reckoning reckoning = byName.get(name);
    if (reckoning == null) {
      throw new IllegalArgumentException("no day is called " + name);
    }
    return reckoning.in(year);
  }

  /** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
