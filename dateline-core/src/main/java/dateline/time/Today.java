package dateline.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day from which a text counts.
 *
 * @param anchor what told it, as {@link dateline.model.TimeExpression#anchor} has it
 */
public record Today(LocalDate day, String anchor) {

  /** The day of publication; null when that is not known. */
  public static @Nullable Today published(@Nullable LocalDate day) {
    return day == null ? null : new Today(day, "published");
  }

  /** The day at the place and time of the dateline. */
  public static Today ofDateline(LocalDate day) {
    return new Today(day, "dateline");
  }
}
