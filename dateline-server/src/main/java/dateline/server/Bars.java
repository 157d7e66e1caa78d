package dateline.server;

import dateline.store.Findings.Count;
import dateline.store.Findings.Histogram;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A histogram as bars of an SVG drawing {@value #WIDTH} by {@value #HEIGHT} units, each a link to
 * the search at that time.
 *
 * @param first what stands under the first bar
 * @param last under the last
 * @param most the highest count
 * @param estimated whether counts are estimates
 */
public record Bars(
    List<Bar> bars, String first, String last, long most, String step, boolean estimated) {

  static final int WIDTH = 1000;
  static final int HEIGHT = 100;

  /** More steps than this are too many to draw: a stray date must not make a page of millions. */
  private static final int STEPS = 400;

  /** Units from the left and the top. */
  public record Bar(String time, long count, int x, int y, int width, int height, String address) {}

  static Bars of(Histogram histogram, Question question, String path) {
    Map<String, Long> counts = new HashMap<>();
    histogram.bars().forEach(bar -> counts.put(bar.value(), bar.count()));
    List<String> times = times(histogram);
    long most = histogram.bars().stream().mapToLong(Count::count).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      long count = counts.getOrDefault(times.get(i), 0L);
      if (count > 0) {
        int left = WIDTH * i / times.size();
        int right = WIDTH * (i + 1) / times.size();
        int height = (int) Math.max(2, HEIGHT * count / most);
        bars.add(
            new Bar(
                times.get(i),
                count,
                left,
                HEIGHT - height,
                Math.max(1, right - left - (right - left > 3 ? 1 : 0)),
                height,
                question.between(times.get(i)).at(path)));
      }
    }
    return times.isEmpty()
        ? new Bars(List.of(), "", "", 0, histogram.step(), false)
        : new Bars(
            bars,
            Words.date(times.get(0)),
            Words.date(times.get(times.size() - 1)),
            most,
            histogram.step(),
            histogram.estimated());
  }

  /** Every step from the first to the last; only those with something when that is too many. */
  public static List<String> times(Histogram histogram) {
    List<String> told = histogram.bars().stream().map(Count::value).toList();
    if (told.size() < 2) {
      return told;
    }
    List<String> times = new ArrayList<>();
    try {
      String last = told.get(told.size() - 1);
      String time = told.get(0);
      while (time.compareTo(last) <= 0 && times.size() <= STEPS) {
        times.add(time);
        time = next(time, histogram.step());
      }
    } catch (DateTimeParseException e) {
      return told; // a year alone among months, a week …
    }
    return times.size() > STEPS || !new HashSet<>(times).containsAll(told) ? told : times;
  }

  private static String next(String time, String step) {
    return switch (step) {
      case "day" -> LocalDate.parse(time).plusDays(1).toString();
      case "month" -> YearMonth.parse(time).plusMonths(1).toString();
      default -> String.format(java.util.Locale.ROOT, "%04d", Integer.parseInt(time) + 1);
    };
  }
}
