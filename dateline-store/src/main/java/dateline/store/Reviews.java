package dateline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say of the machine's readings: items accepted, rejected or mended, names merged. Kept
 * beside the records, which stay as read; only ever added to, so that nothing said is lost and
 * everything can be taken back. Thread-safe.
 */
public interface Reviews {

  /** What is said of an item. */
  enum Verdict {
    ACCEPT,
    REJECT,
    FIX
  }

  /**
   * One correction.
   *
   * @param number counts up from 1 over the whole store
   * @param article the record's id
   * @param item its id in the article's latest record; null when no item there has its words: an
   *     orphan, shown as such and never put elsewhere
   * @param words of the item when the correction was made
   * @param field what is mended: {@code speaker}, {@code date} …; null unless a fix
   * @param value what should stand there; null: nothing
   * @param made ISO 8601 instant
   * @param undone whether it was taken back
   */
  record Review(
      long number,
      String article,
      @Nullable String item,
      String words,
      Verdict verdict,
      @Nullable String field,
      @Nullable String value,
      String who,
      String made,
      boolean undone) {}

  /** One merging of two names; see {@link Review}. */
  record Merging(long number, String name, String main, String who, String made, boolean undone) {}

  /**
   * Says something of an item.
   *
   * @param article as in {@link RecordStore#find}
   * @param item id in the latest record
   * @return the correction's number
   * @throws IllegalArgumentException when there is no such article or item
   */
  long review(
      String article,
      String item,
      Verdict verdict,
      @Nullable String field,
      @Nullable String value,
      String who,
      String made);

  /**
   * Takes a correction back.
   *
   * @throws IllegalArgumentException when there is none of this number, or it is taken back already
   */
  void undoReview(long number, String who, String made);

  /** Everything said of an article's items, the earliest first. */
  List<Review> of(String article);

  /** Everything said, the earliest first. */
  List<Review> all();

  /** Holds that {@code name} is the actor that goes under {@code main}. Returns the number. */
  long merge(String name, String main, String who, String made);

  /**
   * Holds that {@code name} is another's than {@code other}, though they sound alike. Returns the
   * number.
   */
  long keepApart(String name, String other, String who, String made);

  /** Takes a merging or a keeping apart back. See {@link #undoReview}. */
  void undoMerging(long number, String who, String made);

  /** All mergings, the earliest first. */
  List<Merging> mergings();

  /** All names that were held to be two people's, the earliest first. */
  List<Merging> partings();

  /** All names of the actor that has this name: the main one first; just the name when alone. */
  List<String> namesOf(String name);
}
