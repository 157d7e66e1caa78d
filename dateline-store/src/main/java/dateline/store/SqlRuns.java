package dateline.store;

import dateline.model.ArticleRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs in a store's tables. */
final class SqlRuns implements Runs {

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d)(:\\d\\d(?:\\.(\\d{1,9}))?)?"
              + "(Z|[+-]\\d\\d:?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);

  private static final String RUN = "SELECT r.*, m.parts FROM run r LEFT JOIN maker m";

  private final SqlStore store;

  SqlRuns(SqlStore store) {
    this.store = store;
  }

  @Override
  public long begin(Kind kind, Reader reader) {
    return store.writing(
        handle -> {
          return Journal.begin(
              handle,
              store.clock(),
              kind,
              reader.software(),
              Journal.maker(handle, reader.parts()),
              reader.inputs());
        });
  }

  @Override
  public List<Run> latest(int limit) {
    return store.reading(
        handle ->
            handle
                .createQuery(RUN + " ON m.maker = r.maker ORDER BY r.run DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list());
  }

  @Override
  public Optional<Run> find(long number) {
    return store.reading(
        handle ->
            handle
                .createQuery(RUN + " ON m.maker = r.maker WHERE r.run = :run")
                .bind("run", number)
                .map((row, context) -> run(row))
                .findOne());
  }

  private static Run run(ResultSet row) throws SQLException {
    String parts = row.getString("parts");
    return new Run(
        row.getLong("run"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("began"),
        row.getString("ended"),
        row.getString("software"),
        parts == null ? Map.of() : Journal.parts(parts),
        Journal.texts(row.getString("inputs")),
        new Counts(
            row.getLong("fresh"),
            row.getLong("revised"),
            row.getLong("reread"),
            row.getLong("unchanged"),
            row.getLong("failed")));
  }

  @Override
  public void between(Moment from, Moment to, Differences differences) {
    store.reading(
        handle -> {
          for (long page : changed(handle, from.tick(), to.tick())) {
            ArticleRecord before = SqlSnapshot.current(handle, page, from.tick());
            ArticleRecord after = SqlSnapshot.current(handle, page, to.tick());
            if (before != null || after != null) {
              differences.take(before, after);
            }
          }
          return differences;
        });
  }

  /** Pages of which something was put or replaced between two ticks. */
  private static List<Long> changed(Handle handle, long one, long other) {
    return handle
        .createQuery(
            "SELECT page FROM revision WHERE since > :from AND since <= :to UNION"
                + " SELECT r.page FROM earlier e JOIN revision r ON r.revision = e.revision"
                + " WHERE e.since > :from AND e.since <= :to OR e.until > :from AND e.until <= :to"
                + " ORDER BY page")
        .bind("from", Math.min(one, other))
        .bind("to", Math.max(one, other))
        .mapTo(Long.class)
        .list();
  }

  @Override
  public long articles(Moment at) {
    return store.reading(
        handle ->
            handle
                .createQuery("SELECT count(DISTINCT page) FROM revision WHERE added <= :tick")
                .bind("tick", at.tick())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Moment moment(String when) {
    String asked = when.strip();
    if (asked.equals("now")) {
      return store.reading(
          handle -> last(handle, "tick > :key", 0L).orElse(new Moment(0, null, 0)));
    }
    return asked.matches("\\d{1,9}") ? afterRun(Long.parseLong(asked)) : at(bound(asked), asked);
  }

  private Moment afterRun(long number) {
    Run run =
        find(number).orElseThrow(() -> new IllegalArgumentException("there is no run " + number));
    return store
        .reading(handle -> last(handle, "run = :key", number))
        // It changed nothing: what there was when it ended.
        .orElseGet(() -> at(run.ended() + "~", run.ended()));
  }

  /**
   * @param bound what comes after all instants that are meant, in the order of texts
   */
  private Moment at(String bound, String asked) {
    return store.reading(
        handle -> {
          Optional<Moment> moment = last(handle, "made < :key", bound);
          if (moment.isEmpty() && isKept(handle)) {
            throw new IllegalArgumentException(
                "what the store held at " + asked + " is not known: it keeps that from run 1 on");
          }
          return moment.orElse(new Moment(0, null, 0));
        });
  }

  /** Whether the store held something before its first run. */
  private static boolean isKept(Handle handle) {
    return handle
        .createQuery("SELECT count(*) FROM run WHERE kind = 'before'")
        .mapTo(Long.class)
        .map(count -> count > 0)
        .one();
  }

  private static Optional<Moment> last(Handle handle, String condition, Object key) {
    return handle
        .createQuery(
            "SELECT tick, made, run FROM moment WHERE " + condition + " ORDER BY tick DESC LIMIT 1")
        .bind("key", key)
        .map((row, context) -> new Moment(row.getLong(1), row.getString(2), row.getLong(3)))
        .findOne();
  }

  private static String bound(String asked) {
    Matcher time = TIME.matcher(asked);
    if (!time.matches()) {
      throw new IllegalArgumentException(
          "not a run's number or a time such as 2026-11-17 or 2026-11-17T14:05: " + asked);
    }
    try {
      return Journal.instant(end(time));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no such time: " + asked, e);
    }
  }

  /** The first instant that is not meant any more. */
  private static Instant end(Matcher time) {
    String minute = time.group(2);
    if (minute == null) {
      return LocalDate.parse(time.group(1)).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    String second = time.group(3);
    TemporalUnit unit =
        second == null
            ? ChronoUnit.MINUTES
            : time.group(4) == null ? ChronoUnit.SECONDS : ChronoUnit.MICROS;
    return instant(time.group(1) + "T" + minute + (second == null ? "" : second), time.group(5))
        .truncatedTo(ChronoUnit.MICROS)
        .plus(1, unit);
  }

  private static Instant instant(String local, @Nullable String zone) {
    if (zone == null) {
      return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }
    String offset = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    return OffsetDateTime.parse(local + offset.toUpperCase(Locale.ROOT)).toInstant();
  }
}
