package dateline.server;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of ISO 8601 values. */
final class Dates {

  private Dates() {}

  /** The day of a date or minute; the first one of a month or year; null for anything else. */
  static @Nullable LocalDate day(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return switch (value.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(value), 1, 1);
        case 7 -> LocalDate.parse(value + "-01");
        default -> value.length() < 10 ? null : LocalDate.parse(value.substring(0, 10));
      };
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }
}
