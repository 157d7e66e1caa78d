package dateline.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A database's own way of full text. Parts of a look into it are put together to the value that is
 * bound as {@code :match}. Columns are called {@code text}, {@code speaker}, {@code party} and
 * {@code codes}, as in the table of passages, which is called {@code p}.
 */
interface Dialect {

  /** Parts of which all must hold. */
  String all(List<String> parts);

  /** A part: what somebody typed, in a column; null when nothing is asked for. */
  @Nullable String typed(@Nullable String typed, String column);

  /** A part: one of these {@link Tokens} at least. */
  String codes(List<String> tokens);

  /** Matches of a kind, as tables and conditions. */
  String fromMatches(String kind);

  /** The same when nothing is asked of the passages but their numbers. */
  String fromMatchesOnly(String kind);

  /** Whether matches come in the order of their numbers, and can be entered at any of them. */
  boolean isInOrder();

  /** Whether the passages of each month are counted when they are written. */
  boolean countsMonths();

  /** Passages with their dates: those that match of some that another query gives, likewise. */
  String matchesAmong(String kind, String some);

  /** The number of a match's passage. */
  String numberOfMatch();

  /** What holds of a number that is in the list bound under a name: {@code 1,2,3}. */
  String isListed(String number, String list);

  /** What holds of passages that match when they are walked in another order. */
  String isAmongMatches(String kind);

  /**
   * A look for the words by which matches are ranked: those that don't occur everywhere.
   *
   * @return null when there are none
   */
  @Nullable String telling(Handle handle, String kind, List<FullText.Group> groups, String column);

  /**
   * Passages with a number ({@code sort}) that is the lower the better a match is.
   *
   * @param words name under which the look for the telling words is bound
   * @param list name under which the passages' numbers are
   */
  String ranks(String kind, String words, String list);

  /**
   * Inserts a passage.
   *
   * @return its number
   */
  long insertPassage(
      Rows rows,
      long page,
      String kind,
      String item,
      String date,
      String text,
      String speaker,
      String party,
      String codes);

  /** The text as the database can keep it. */
  String clean(String text);

  /** Lets numbers of rows go on behind those that were copied. */
  void afterCopy(Handle handle);
}
