package dateline.store;

import dateline.Failure;
import dateline.model.ArticleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A store as it was after a tick. Records are taken from its tables; what is worked out from many
 * of them (search, stories, counts) is worked out anew when it is first asked for, in a file of its
 * own that is deleted afterwards.
 */
final class SqlSnapshot implements Snapshot {

  private static final int FETCH = 100;

  /** All records that were there, those of replaced revisions too. */
  static final String VERSIONS =
      "(SELECT r.page, r.number, r.revision, r.id, r.sha256, r.uri, r.title, r.outlet, r.published,"
          + " r.software, r.record, r.added, r.since FROM revision r WHERE r.since <= :tick"
          + " UNION ALL SELECT r.page, r.number, r.revision, r.id, r.sha256, r.uri, e.title,"
          + " e.outlet, e.published, e.software, e.record, r.added, e.since FROM earlier e"
          + " JOIN revision r ON r.revision = e.revision"
          + " WHERE e.since <= :tick AND e.until > :tick) v";

  /** What holds of an article's latest one. */
  static final String IS_CURRENT =
      "v.number = (SELECT max(x.number) FROM revision x WHERE x.page = v.page AND x.added <="
          + " :tick)";

  private final SqlStore store;
  private final Runs.Moment moment;
  private final boolean owner;
  private @Nullable Path folder;
  private @Nullable SqliteStore built;

  /**
   * @param owner whether the store is closed with this
   */
  SqlSnapshot(SqlStore store, Runs.Moment moment, boolean owner) {
    this.store = store;
    this.moment = moment;
    this.owner = owner;
  }

  @Override
  public Runs.Moment moment() {
    return moment;
  }

  @Override
  public long forgotten() {
    return store.reading(handle -> Forgetting.since(handle, moment.made()));
  }

  private Query query(Handle handle, String sql) {
    return handle.createQuery(sql).bind("tick", moment.tick());
  }

  @Override
  public void forEach(Visitor visitor) {
    store.reading(
        handle -> {
          query(
                  handle,
                  "SELECT v.record FROM " + VERSIONS + " WHERE " + IS_CURRENT + " ORDER BY v.page")
              .setFetchSize(FETCH)
              .map((row, context) -> row.getBytes(1))
              .forEach(packed -> visitor.take(Packing.unpack(packed)));
          return visitor;
        });
  }

  @Override
  public Optional<ArticleRecord> find(String id) {
    return store.reading(
        handle ->
            SqlStore.page(handle, id, moment.tick())
                .map(page -> current(handle, page, moment.tick())));
  }

  @Override
  public int versions(String id) {
    return store.reading(
        handle ->
            SqlStore.page(handle, id, moment.tick())
                .map(
                    page ->
                        query(
                                handle,
                                "SELECT count(*) FROM revision WHERE page = :page AND added <="
                                    + " :tick")
                            .bind("page", page)
                            .mapTo(Integer.class)
                            .one())
                .orElse(0));
  }

  @Override
  public List<Revision> revisions(String id) {
    return store.reading(
        handle ->
            SqlStore.page(handle, id, moment.tick())
                .map(page -> revisions(handle, page))
                .orElse(List.of()));
  }

  private List<Revision> revisions(Handle handle, long page) {
    return query(
            handle,
            "SELECT v.number, v.sha256, v.software, v.record FROM "
                + VERSIONS
                + " WHERE v.page = :page ORDER BY v.number")
        .bind("page", page)
        .map((row, context) -> SqlStore.revision(row))
        .list();
  }

  /** A page's record; null when there was none. */
  static @Nullable ArticleRecord current(Handle handle, long page, long tick) {
    return handle
        .createQuery("SELECT v.record FROM " + VERSIONS + " WHERE v.page = :page AND " + IS_CURRENT)
        .bind("tick", tick)
        .bind("page", page)
        .map((row, context) -> Packing.unpack(row.getBytes(1)))
        .findOne()
        .orElse(null);
  }

  @Override
  public List<Failure> failures() {
    return store.reading(
        handle ->
            query(
                    handle,
                    "SELECT input, nullif(line, 0) AS line, \"offset\", reason, message FROM ("
                        + "SELECT input, line, \"offset\", reason, message FROM failure"
                        + " WHERE since <= :tick UNION ALL"
                        + " SELECT input, line, \"offset\", reason, message FROM earlier_failure"
                        + " WHERE since <= :tick AND until > :tick) f ORDER BY input, f.line")
                .map((row, context) -> SqlStore.failure(row))
                .list());
  }

  /** All of it, in a store of its own. */
  private synchronized SqliteStore built() {
    if (built == null) {
      SqliteStore fresh = null;
      try {
        folder = Files.createTempDirectory("dateline-as-of");
        SqliteStore open = SqliteStore.open(folder.resolve("snapshot.db"));
        fresh = open;
        store.reading(
            from ->
                open.writing(
                    to -> Copying.copyAsOf(from, to, SqliteDialect.INSTANCE, moment.tick())));
        built = open;
      } catch (IOException e) {
        throw new StoreException("no room for the store as it was: " + e.getMessage(), e);
      } finally {
        if (built == null && fresh != null) {
          fresh.close();
        }
      }
    }
    return built;
  }

  @Override
  public Hits<Hit.OfStatement> statements(dateline.store.Query query) {
    return built().statements(query);
  }

  @Override
  public Hits<Hit.OfEvent> events(dateline.store.Query query) {
    return built().events(query);
  }

  @Override
  public Hits<Hit.OfArticle> articles(dateline.store.Query query) {
    return built().articles(query);
  }

  @Override
  public Stories stories() {
    return built().stories();
  }

  @Override
  public Findings findings() {
    return built().findings();
  }

  @Override
  public Reviews reviews() {
    return built().reviews();
  }

  @Override
  public Runs runs() {
    return store.runs();
  }

  @Override
  public Snapshot asOf(Runs.Moment at) {
    return store.asOf(at);
  }

  @Override
  public List<String> verify() {
    return store.verify();
  }

  @Override
  public boolean isDone(String fingerprint) {
    return false;
  }

  @Override
  public boolean isDone(String fingerprint, Map<String, String> parts) {
    return false;
  }

  @Override
  public Upgrades upgrades() {
    throw past();
  }

  @Override
  public List<Change> save(long run, List<Reading> readings) {
    throw past();
  }

  @Override
  public void saveFailures(long run, List<Failure> failures) {
    throw past();
  }

  @Override
  public long forget(String name) {
    throw past();
  }

  private static StoreException past() {
    return new StoreException("what a store held earlier can't be changed");
  }

  /** Deletes what was worked out. */
  @Override
  public synchronized void close() {
    if (owner) {
      store.close();
    }
    if (built != null) {
      built.close();
      built = null;
    }
    if (folder != null) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        throw new StoreException("the store as it was can't be deleted: " + e.getMessage(), e);
      }
    }
  }
}
