package dateline.pipeline;

import dateline.model.Article.Dateline;
import dateline.model.Place;
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
 * at the dateline's place when the page was published, where the page's stamp says its zone; else
 * the day of publication. Immutable and thread-safe.
 */
final class FilingDay {

  /** A dateline's date this many days before publication is of another report, or misread. */
  private static final int OLDEST_DAYS = 7;

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
    OffsetDateTime at = draft.page().publishedAt();
    ZoneId zone =
        place == null || place.country() == null || place.lon() == null
            ? null
            : zones.at(place.country(), place.lon());
    return at == null || zone == null ? null : at.atZoneSameInstant(zone).toLocalDate();
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
