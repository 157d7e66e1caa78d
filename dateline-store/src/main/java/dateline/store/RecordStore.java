package dateline.store;

import dateline.Failure;
import dateline.model.ArticleRecord;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records. Reading a page again changes nothing; reading a changed page adds a revision.
 *
 * <p>A record belongs to an article that is known by its web address, else by the caller's id, else
 * by its file name, else by its bytes. Names of people who comment are kept as pseudonyms that are
 * the same within one store and say nothing outside it.
 *
 * <p>Thread-safe: one writer at a time, any number of readers beside it. Methods throw {@link
 * StoreException} when the installation fails (a full disk, a damaged file), never for what is in
 * the arguments.
 */
public interface RecordStore extends Closeable {

  /** What saving a record did. */
  enum Change {
    /** An article not seen before. */
    NEW,
    /** An article seen before, with other words. */
    REVISED,
    /** The same page, read differently by another release. */
    REREAD,
    UNCHANGED
  }

  /**
   * A record and the input that it was read from.
   *
   * @param input as in {@link Failure#input()}
   * @param line as in {@link Failure#line()}
   * @param fingerprint of all that went in; see {@link #isDone}
   */
  record Reading(String input, @Nullable Long line, String fingerprint, ArticleRecord record) {}

  /**
   * Saves records in one transaction: all of them and their place in the list of what is done, or
   * none. Earlier failures of the same inputs are forgotten.
   *
   * @param run that it is part of: see {@link Runs#begin}
   * @return what became of each, in order
   */
  List<Change> save(long run, List<Reading> readings);

  /** The same, as a run of its own of which nothing else is known. */
  default List<Change> save(List<Reading> readings) {
    return save(OWN_RUN, readings);
  }

  /** In the place of a run's number: it is a run of its own. */
  long OWN_RUN = 0;

  /** Whether an input with this fingerprint has been saved. */
  boolean isDone(String fingerprint);

  /**
   * Whether an input with this fingerprint has been saved, and its record is as these parts would
   * read it.
   *
   * @param parts as in {@link Runs.Reader}
   */
  boolean isDone(String fingerprint, Map<String, String> parts);

  /**
   * Remembers failures, each in the place of an earlier one of the same input and line.
   *
   * @param run as for {@link #save}
   */
  void saveFailures(long run, List<Failure> failures);

  /** The same, as a run of its own. */
  default void saveFailures(List<Failure> failures) {
    saveFailures(OWN_RUN, failures);
  }

  /** All failures, by input, then line. */
  List<Failure> failures();

  /**
   * The record with an id, in its latest revision.
   *
   * @param id the record's id, the beginning of it (at least four characters) when that is enough
   *     to tell it apart, or the article's address or file name
   */
  Optional<ArticleRecord> find(String id);

  /** All revisions of the article that {@link #find} finds, the oldest first. */
  List<Revision> revisions(String id);

  /** How many versions of an article are kept; 0 when there is none. */
  int versions(String id);

  /**
   * One revision of an article.
   *
   * @param number from 1
   * @param software what read it
   */
  record Revision(int number, String sha256, String software, ArticleRecord record) {}

  /** Statements that match, the best first, those without words to match by date, latest first. */
  Hits<Hit.OfStatement> statements(Query query);

  /** Events that match; order as for statements. */
  Hits<Hit.OfEvent> events(Query query);

  /** Articles of which a title or paragraph matches; order as for statements. */
  Hits<Hit.OfArticle> articles(Query query);

  /** What the articles tell together; kept up to date by {@link #save}. */
  Stories stories();

  /** Hands every article's latest record to the visitor, in the order in which they came. */
  void forEach(Visitor visitor);

  /** Takes records. */
  @FunctionalInterface
  interface Visitor {
    void take(ArticleRecord record);
  }

  /** Counts over searches, for facets, charts and maps. */
  Findings findings();

  /** What people say of the machine's readings. */
  Reviews reviews();

  /** What changed the store, and when. */
  Runs runs();

  /** What a newer release, model or set of rules would read otherwise. */
  Upgrades upgrades();

  /**
   * What the store held at an earlier moment. To be closed before the store is.
   *
   * @param at from {@link Runs#moment}
   */
  Snapshot asOf(Runs.Moment at);

  /**
   * Looks at every record and at what is kept beside it.
   *
   * @return what is wrong, one sentence each; empty when all is well
   */
  List<String> verify();

  /**
   * Forgets somebody who comments: removes their comments, and their name from other people's
   * comments, in every revision, and what is left of them in the store's files. Comments of the
   * same name are not kept again when pages are read anew.
   *
   * @param name as it was printed
   * @return how many comments were changed
   */
  long forget(String name);

  @Override
  void close();
}
