package dateline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import dateline.store.RecordStore.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one transaction changes and, when it is closed, notes the moment and the run. Nobody
 * else writes meanwhile, so that ticks follow each other as transactions do.
 */
final class Journal implements AutoCloseable {

  /** Of fixed length, so that instants are in order as texts are. */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Handle handle;
  private final InstantSource clock;
  private final Runs.Kind kind;
  private final List<String> about;
  private final long before;
  private long run;
  private long tick;
  private final Map<Change, Integer> changes = new EnumMap<>(Change.class);
  private int failed;

  /**
   * @param run that the transaction belongs to; 0: when anything is changed, one of its own
   * @param about what that would be about
   */
  Journal(Handle handle, InstantSource clock, long run, Runs.Kind kind, List<String> about) {
    this.handle = handle;
    this.clock = clock;
    this.run = run;
    this.kind = kind;
    this.about = about;
    this.before = number("SELECT coalesce(max(tick), 0) FROM moment");
    this.tick = before;
  }

  /** The number of the next change, which is made. */
  long tick() {
    return ++tick;
  }

  /** Makes a change under the next number, unless it turns out to be none. */
  void tickIf(LongPredicate change) {
    if (change.test(tick + 1)) {
      tick++;
    }
  }

  void count(Change change) {
    changes.merge(change, 1, Integer::sum);
  }

  void countFailure() {
    failed++;
  }

  /** What reads in this run, as a number; null when that is not known. */
  @Nullable Long maker() {
    return run == 0
        ? null
        : handle
            .createQuery("SELECT maker FROM run WHERE run = :run")
            .bind("run", run)
            .map((row, context) -> (Long) (row.getObject(1) == null ? null : row.getLong(1)))
            .findOne()
            .orElse(null);
  }

  /** Writes down that something was changed; nothing otherwise. */
  @Override
  public void close() {
    if (tick > before) {
      if (run == 0) {
        run = begin(handle, clock, kind, Dateline.SOFTWARE, null, about);
      }
      handle.execute(
          "INSERT INTO moment (tick, run, made, correction, merging, story_change) VALUES (?, ?, ?,"
              + " (SELECT coalesce(max(number), 0) FROM correction),"
              + " (SELECT coalesce(max(number), 0) FROM merging),"
              + " (SELECT coalesce(max(change), 0) FROM story_change))",
          tick,
          run,
          now());
    }
    if (run != 0) {
      handle.execute(
          "UPDATE run SET ended = ?, fresh = fresh + ?, revised = revised + ?, reread = reread + ?,"
              + " unchanged = unchanged + ?, failed = failed + ? WHERE run = ?",
          now(),
          changes.getOrDefault(Change.NEW, 0),
          changes.getOrDefault(Change.REVISED, 0),
          changes.getOrDefault(Change.REREAD, 0),
          changes.getOrDefault(Change.UNCHANGED, 0),
          failed,
          run);
    }
  }

  /** Never before an earlier moment, should the clock be set back. */
  private String now() {
    String now = instant(clock.instant());
    String last =
        handle.createQuery("SELECT coalesce(max(made), '') FROM moment").mapTo(String.class).one();
    return now.compareTo(last) < 0 ? last : now;
  }

  private long number(String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }

  static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  static long begin(
      Handle handle,
      InstantSource clock,
      Runs.Kind kind,
      String software,
      @Nullable Long maker,
      List<String> inputs) {
    String now = instant(clock.instant());
    return handle
        .createQuery(
            "INSERT INTO run (kind, began, ended, software, maker, inputs)"
                + " VALUES (:kind, :now, :now, :software, :maker, :inputs) RETURNING run")
        .bind("kind", kind.code())
        .bind("now", now)
        .bind("software", software)
        .bind("maker", maker)
        .bind("inputs", json(inputs))
        .mapTo(Long.class)
        .one();
  }

  /** The number of what reads. */
  static long maker(Handle handle, Map<String, String> parts) {
    String json = json(new TreeMap<>(parts));
    handle.execute("INSERT INTO maker (parts) VALUES (?) ON CONFLICT DO NOTHING", json);
    return handle
        .createQuery("SELECT maker FROM maker WHERE parts = :parts")
        .bind("parts", json)
        .mapTo(Long.class)
        .one();
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written as JSON", e);
    }
  }

  static Map<String, String> parts(String json) {
    try {
      return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new StoreException("the store names its readers wrongly", e);
    }
  }

  static List<String> texts(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new StoreException("the store names its inputs wrongly", e);
    }
  }
}
