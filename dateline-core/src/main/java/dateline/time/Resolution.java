package dateline.time;

import org.jspecify.annotations.Nullable;

/**
 * What a time means.
 *
 * @param value TIMEX3 value; null when it can't be told
 * @param point the stretch of the calendar that later times may refer to; null when it is none
 * @param anchor {@code published}, {@code dateline}, id of another time, or null when absolute
 */
record Resolution(@Nullable String value, @Nullable Point point, @Nullable String anchor) {

  static final Resolution UNKNOWN = new Resolution(null, null, null);

  static Resolution absolute(Point point) {
    return new Resolution(point.value(), point, null);
  }

  static Resolution from(@Nullable String anchor, Point point) {
    return new Resolution(point.value(), point, anchor);
  }

  static Resolution value(String value) {
    return new Resolution(value, null, null);
  }
}
