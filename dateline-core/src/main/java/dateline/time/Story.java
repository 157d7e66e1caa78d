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
  private @Nullable Point quarter;
  private @Nullable String lastId;
  private @Nullable String quarterId;

  Story(@Nullable LocalDate published, boolean narrative) {
    this.published = published;
    this.narrative = narrative;
  }

  /** Takes note of a time that was resolved. */
  void mention(String id, Resolution resolution) {
    Point point = resolution.point();
    if (point == null) {
      return;
    }
    last = point;
    lastId = id;
    if (point.grain() == Grain.QUARTER) {
      quarter = point;
      quarterId = id;
    }
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

  /** The quarter last mentioned, as business news compares with. */
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
