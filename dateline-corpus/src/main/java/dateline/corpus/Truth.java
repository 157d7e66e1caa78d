package dateline.corpus;

import dateline.model.PloverType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is true about a report as a whole.
 *
 * @param story the happening that it reports
 * @param copies the account that it prints: reports with the same one are near copies
 * @param agency whose account it is, when an agency's
 * @param type of the happening's main event
 * @param day of the main event
 */
public record Truth(
    String story,
    String copies,
    @Nullable String agency,
    PloverType type,
    LocalDate day,
    String city,
    String country,
    double lat,
    double lon) {}
