package dateline.pipeline;

import dateline.model.Article.Dateline;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.time.Today;
import dateline.time.Zones;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The day that "today" is in a report: the one that its dateline prints; else the one that it was
 * at the dateline's place at the moment of publication, where the caller tells it with its zone;
 * else the day of publication. Immutable and thread-safe.
 */
final class FilingDay {

  /** A dateline's date this many days before publication is of another report, or misread. */
  private static final int OLDEST_DAYS = 7;

  /** Characters of an ISO day with a time of the clock. */
  private static final int MINUTE = 16;

  private final Zones zones = Zones.load();

  @Nullable Today of(Draft draft) {
    LocalDate published = draft.published();
    LocalDate filed = filed(draft, published);
    return filed == null || filed.equals(published)
        ? Today.published(published)
        : Today.ofDateline(filed);
  }

  private @Nullable LocalDate filed(Draft draft, @Nullable LocalDate published) {
    Dateline line = draft.article().dateline();
    if (line == null) {
      return null;
    }
    LocalDate printed = line.date() == null ? null : day(line.date());
    if (printed != null && (published == null || isNear(printed, published))) {
      return printed;
    }
    Place place = draft.placeOf(line);
    OffsetDateTime at = moment(draft.article().published());
    ZoneId zone =
        place == null || place.country() == null || place.lon() == null
            ? null
            : zones.at(place.country(), place.lon());
    return at == null || zone == null ? null : at.atZoneSameInstant(zone).toLocalDate();
  }

  /** The moment of publication; null unless its zone is told. */
  private static @Nullable OffsetDateTime moment(@Nullable Resolved published) {
    if (published == null || published.value().length() <= MINUTE) {
      return null;
    }
    try {
      return OffsetDateTime.parse(published.value());
    } catch (DateTimeException e) {
      return null; // seconds, but no zone
    }
  }

  /** From a week before the publication to the day after it, as it is east of the outlet. */
  private static boolean isNear(LocalDate printed, LocalDate published) {
    long days = ChronoUnit.DAYS.between(printed, published);
    return days >= -1 && days <= OLDEST_DAYS;
  }

  private static @Nullable LocalDate day(String iso) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeException e) {
      return null; // --MM-DD: no year
    }
  }
}
