package dateline.store;

import dateline.model.ArticleRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed the store, and when: readings, upgrades, corrections, mergings, forgettings. Each
 * has a number, under which {@link RecordStore#asOf} shows what the store held after it.
 * Thread-safe.
 */
public interface Runs {

  /** What a run does. */
  enum Kind {
    READ,
    /** Reading again what a newer release would read otherwise. */
    UPGRADE,
    /** A correction, or taking one back. */
    REVIEW,
    /** Holding two names to be one actor's or two's, or taking that back. */
    MERGE,
    FORGET,
    /** All that was in the store before it kept runs. */
    BEFORE;

    /** As it is written: {@code read}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What reads.
   *
   * @param software name and version
   * @param parts the release, models, rules and imported data by name: what is read depends on
   *     nothing else
   * @param inputs as they were named
   */
  record Reader(String software, Map<String, String> parts, List<String> inputs) {}

  /**
   * How many articles came into the store and how.
   *
   * @param fresh not seen before
   * @param revised seen before, with other words
   * @param reread the same page with another record
   * @param unchanged read again with the same record
   * @param failed inputs
   */
  record Counts(long fresh, long revised, long reread, long unchanged, long failed) {}

  /**
   * One run.
   *
   * @param number counts up from 1
   * @param began ISO 8601 instant
   * @param ended the instant of its last change so far
   * @param parts as in {@link Reader}; empty when nothing was read
   * @param inputs as in {@link Reader}; of a correction, the article; of a merging, the names
   */
  record Run(
      long number,
      Kind kind,
      String began,
      String ended,
      String software,
      Map<String, String> parts,
      List<String> inputs,
      Counts counts) {}

  /** Begins a run; its number is handed in with what it saves. */
  long begin(Kind kind, Reader reader);

  /** The latest runs, the latest first. */
  List<Run> latest(int limit);

  Optional<Run> find(long number);

  /**
   * A moment in the store's life.
   *
   * @param tick number of the last change before it
   * @param made instant of that change; null when there was none yet
   * @param run that made it; 0 when there was none
   */
  record Moment(long tick, @Nullable String made, long run) {}

  /**
   * The moment that a person names.
   *
   * @param when a run's number: after its last change; {@code now}; or a time in ISO 8601, of a day
   *     or finer, all of it included, UTC unless it says otherwise
   * @throws IllegalArgumentException when it is neither, there is no such run, or the store does
   *     not know that time any more
   */
  Moment moment(String when);

  /** Takes an article as it was at two moments; null: it was not there; never both. */
  @FunctionalInterface
  interface Differences {
    void take(@Nullable ArticleRecord from, @Nullable ArticleRecord to);
  }

  /** Hands over every article that was touched between two moments, in order of coming. */
  void between(Moment from, Moment to, Differences differences);

  /** How many articles there were. */
  long articles(Moment at);
}
