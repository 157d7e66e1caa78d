package dateline.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an article has said about time so far: its own date and the times last mentioned. One
 * article, one thread.
 */
final class Story {

  private final @Nullable LocalDate published;
  private final boolean narrative;
  private @Nullable Point last;
  private @Nullable Point month;
  private @Nullable Point quarter;
  private @Nullable String lastId;
  private @Nullable String quarterId;

  Story(@Nullable LocalDate published, boolean narrative) {
    this.published = published;
    this.narrative = narrative;
  }

  /** Takes note of a time that was resolved. */
  void mention(String id, Resolution resolution, Rule rule) {
    Point point = resolution.point();
    if (point == null) {
      return;
    }
    last = point;
    lastId = id;
    if (point.grain().compareTo(Grain.MONTH) >= 0) {
      month = point;
    }
    boolean report = point.grain() == Grain.QUARTER && rule.name().startsWith("quarter");
    if (report && resolution.anchor() != null && (quarter == null || isAhead(quarter))) {
      quarter = point;
      quarterId = id;
    }
  }

  /** Whether a quarter is not over on the published day. */
  private boolean isAhead(Point point) {
    return published != null && point.start().plusMonths(3).isAfter(published);
  }

  /** Begins at a point without an id. */
  void start(Point point) {
    last = point;
  }

  /** The month or day last mentioned, when it is in the year last mentioned. */
  @Nullable Point lastMonth() {
    boolean sameYear = month != null && last != null && month.year() == last.year();
    return sameYear ? month : last;
  }

  boolean narrative() {
    return narrative;
  }

  @Nullable LocalDate published() {
    return published;
  }

  /** The published day as a point; null when there is none. */
  @Nullable Point today() {
    return published == null ? null : Point.day(published);
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

  /** Where relative times of this text start: the last mentioned, in news the published day. */
  @Nullable Point here() {
    return narrative || published == null ? last : today();
  }

  @Nullable String hereId() {
    return narrative || published == null ? lastId : Resolution.PUBLISHED;
  }

  /** The last mentioned time, or else the published day. */
  @Nullable Point lastOrToday() {
    return last != null || narrative ? last : today();
  }

  @Nullable String lastOrTodayId() {
    return last != null || narrative ? lastId : Resolution.PUBLISHED;
  }
}
