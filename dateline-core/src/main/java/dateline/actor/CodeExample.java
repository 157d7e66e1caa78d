package dateline.actor;

import dateline.data.Resource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code actor/examples.tsv}: a phrase and the code that the lexicon must give it.
 *
 * @param date ISO day on which it is said, or {@code -}
 * @param context words around it, or {@code -}
 * @param country code, or {@code -} for none
 * @param sectors codes parted by commas, the primary first, or {@code -} for none
 */
public record CodeExample(
    String phrase, String date, String context, String country, String sectors) {

  private static final int COLUMNS = 5;

  /**
   * @param row its cells
   * @throws IllegalArgumentException when a cell is missing
   */
  public static CodeExample of(String[] row) {
    if (row.length != COLUMNS) {
      throw new IllegalArgumentException(COLUMNS + " columns are needed, here are " + row.length);
    }
    return new CodeExample(row[0], row[1], row[2], row[3], row[4]);
  }

  /** The examples that lie beside the lexicon. */
  public static List<CodeExample> shipped() {
    return Resource.table("actor/examples.tsv").stream().map(CodeExample::of).toList();
  }

  /** What is wrong; null when the phrase is coded as it must be. */
  public @Nullable String check(ActorCoder coder) {
    LocalDate day;
    try {
      day = date.equals("-") ? null : LocalDate.parse(date);
    } catch (DateTimeException wrong) {
      return phrase + ": no ISO day: " + date;
    }
    ActorCode code = coder.code(phrase, day, context.equals("-") ? null : context);
    String found =
        (code.country() == null ? "-" : code.country())
            + " "
            + (code.sectors().isEmpty() ? "-" : String.join(",", code.sectors()));
    String wanted = country + " " + sectors;
    return found.equals(wanted) ? null : phrase + ": wanted " + wanted + ", found " + found;
  }
}
