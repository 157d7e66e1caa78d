package dateline.time;

import org.jspecify.annotations.Nullable;

/**
 * What an article has said about time so far: its own date and the times last mentioned. One
 * article, one thread.
 */
final class Story {

  /** Years that a tale may move by at one mention; tuned on the WikiWars training texts. */
  private static final int FAR = 4;

  private final @Nullable Today today;
  private final boolean narrative;
  private @Nullable Point last;
  private @Nullable Point line;
  private @Nullable Point aside;
  private @Nullable Point quarter;
  private @Nullable String lastId;
  private @Nullable String quarterId;

  Story(@Nullable Today today, boolean narrative) {
    this.today = today;
    this.narrative = narrative;
  }

  /** Takes note of a time that was resolved. */
  void mention(String id, Resolution resolution, Match match) {
    Point point = resolution.point();
    if (point == null) {
      return;
    }
    last = point;
    lastId = id;
    follow(point, resolution.anchor() == null, opens(match));
    boolean report = point.grain() == Grain.QUARTER && match.rule().name().startsWith("quarter");
    if (report && resolution.anchor() != null && (quarter == null || isAhead(quarter))) {
      quarter = point;
      quarterId = id;
    }
  }

  /** Whether a quarter is not over today. */
  private boolean isAhead(Point point) {
    return today != null && point.start().plusMonths(3).isAfter(today.day());
  }

  /** Begins at a point without an id. */
  void start(Point point) {
    last = point;
    line = point;
  }

  /**
   * Keeps the line of the story. What opens a sentence moves it by at most {@value #FAR} years, on
   * or back ("In 1942, …"); inside a sentence a date moves it on, never back ("more than in May
   * 1941"), and a year by itself does not. All else is an aside until a second time is near it.
   */
  private void follow(Point point, boolean explicit, boolean opening) {
    boolean fine = point.grain().compareTo(Grain.SEASON) >= 0;
    if (point.grain().compareTo(Grain.YEAR) < 0 || !explicit && !fine) {
      return;
    }
    if (line == null || isOnLine(line, point, fine, opening)) {
      boolean known = line != null && !fine && line.year() == point.year();
      line = known ? line : point;
      aside = null;
    } else if (aside != null && Math.abs(aside.year() - point.year()) <= 1) {
      line = point;
      aside = null;
    } else {
      aside = point;
    }
  }

  /** Whether a time is among the first words of its sentence: "In 1942, ...". */
  private static boolean opens(Match match) {
    for (int at = match.first(); at >= Math.max(0, match.first() - 2); at--) {
      if (match.lexemes().at(at).opening() || at == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnLine(Point line, Point point, boolean fine, boolean opening) {
    int years = point.year() - line.year();
    return years >= (opening ? -FAR : 0) && years <= (opening || fine ? FAR : 0);
  }

  /** Where the tale is: the last month or year on its line. */
  @Nullable Point line() {
    return line;
  }

  boolean narrative() {
    return narrative;
  }

  /** The day from which the text counts, as a point; null when there is none. */
  @Nullable Point today() {
    return today == null ? null : Point.day(today.day());
  }

  private @Nullable String todayId() {
    return today == null ? null : today.anchor();
  }

  /** The time last mentioned. */
  @Nullable Point last() {
    return last;
  }

  @Nullable String lastId() {
    return lastId;
  }

  /** The quarter that business news reports on: the first mentioned that is over. */
  @Nullable Point quarter() {
    return quarter;
  }

  @Nullable String quarterId() {
    return quarterId;
  }

  /** Where relative times of this text start: the last mentioned, in news today. */
  @Nullable Point here() {
    return narrative || today == null ? last : today();
  }

  @Nullable String hereId() {
    return narrative || today == null ? lastId : todayId();
  }

  /** The last mentioned time, or else today. */
  @Nullable Point lastOrToday() {
    return last != null || narrative ? last : today();
  }

  @Nullable String lastOrTodayId() {
    return last != null || narrative ? lastId : todayId();
  }
}
