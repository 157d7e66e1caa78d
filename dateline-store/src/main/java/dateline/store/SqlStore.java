package dateline.store;

import dateline.Failure;
import dateline.model.ArticleRecord;
import dateline.store.Findings.Kind;
import dateline.store.Hit.ArticleRef;
import dateline.store.Hit.Party;
import dateline.store.Hit.Where;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * What stores in SQL databases have in common: nearly everything. A database's own way of full text
 * is its {@link Dialect}.
 */
abstract class SqlStore implements RecordStore {

  private static final int SHORTEST_ID = 4;
  private static final int SALT_BYTES = 16;

  /** Rows that are fetched at a time when all are asked for. */
  private static final int FETCH = 100;

  /** So far may a search be behind what other programs write. */
  private static final Duration BEHIND = Duration.ofSeconds(10);

  private final Dialect dialect;
  private final SqlFindings findings;
  private final SqlReviews reviews;
  private final SqlRuns runs;
  private final Epoch epoch = new Epoch(BEHIND, this::epochEnded);
  private InstantSource clock = InstantSource.system();
  private @Nullable Pseudonyms pseudonyms;

  @SuppressWarnings("this-escape") // they look at nothing of the store before they are asked
  SqlStore(Dialect dialect) {
    this.dialect = dialect;
    this.findings = new SqlFindings(this, dialect);
    this.reviews = new SqlReviews(this);
    this.runs = new SqlRuns(this);
  }

  InstantSource clock() {
    return clock;
  }

  /** Sets the clock, for tests. */
  void setClock(InstantSource other) {
    this.clock = other;
  }

  /** Does work in a transaction of its own, while nobody else writes. */
  final <T> T writing(Function<Handle, T> work) {
    try {
      return writingBeside(work);
    } finally {
      epoch.end();
    }
  }

  /** The same, when it is of no account to searches. */
  abstract <T> T writingBeside(Function<Handle, T> work);

  /** Does work that changes nothing, and sees all that is written. */
  abstract <T> T reading(Function<Handle, T> work);

  /**
   * Does work that changes nothing, and sees what this program has written; of what others write,
   * the last seconds may be missing.
   */
  abstract <T> T searching(Function<View, T> work);

  Epoch epoch() {
    return epoch;
  }

  /** Called when another epoch is about to begin. */
  void epochEnded() {}

  private synchronized Pseudonyms pseudonyms() {
    if (pseudonyms == null) {
      pseudonyms = new Pseudonyms(writing(SqlStore::salt));
    }
    return pseudonyms;
  }

  private static byte[] salt(Handle handle) {
    byte[] fresh = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(fresh);
    handle.execute(
        "INSERT INTO setting (name, value) VALUES ('salt', ?) ON CONFLICT DO NOTHING",
        HexFormat.of().formatHex(fresh));
    return HexFormat.of()
        .parseHex(
            handle
                .createQuery("SELECT value FROM setting WHERE name = 'salt'")
                .mapTo(String.class)
                .one());
  }

  @Override
  public List<Change> save(long run, List<Reading> readings) {
    for (Reading reading : readings) {
      Objects.requireNonNull(reading);
    }
    Pseudonyms names = pseudonyms();
    return writing(
        handle -> {
          Set<String> forgotten = Forgetting.names(handle);
          List<ArticleRecord> records =
              readings.stream()
                  .map(reading -> names.replaceIn(reading.record(), forgotten))
                  .toList();
          List<Change> changes = new ArrayList<>();
          try (Saving saving =
              new Saving(handle, dialect, journal(handle, run, Runs.Kind.READ, List.of()))) {
            for (int i = 0; i < records.size(); i++) {
              changes.add(saving.save(readings.get(i), records.get(i)));
            }
          }
          return changes;
        });
  }

  /** Notes what a transaction changes; to be closed before it ends. */
  Journal journal(Handle handle, long run, Runs.Kind kind, List<String> about) {
    return new Journal(handle, clock, run, kind, about);
  }

  @Override
  public boolean isDone(String fingerprint) {
    return reading(
        handle ->
            handle
                .createQuery("SELECT 1 FROM done WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public void saveFailures(long run, List<Failure> failures) {
    writing(
        handle -> {
          try (Journal journal = journal(handle, run, Runs.Kind.READ, List.of())) {
            for (Failure failure : failures) {
              journal.countFailure();
              put(handle, journal, failure);
            }
          }
          return failures.size();
        });
  }

  private static void put(Handle handle, Journal journal, Failure failure) {
    long line = line(failure.line());
    boolean isKnown =
        handle
            .createQuery(
                "SELECT \"offset\", reason, message FROM failure WHERE input = :input AND line ="
                    + " :line")
            .bind("input", failure.input())
            .bind("line", line)
            .map(
                (row, context) ->
                    new Failure(
                        failure.input(),
                        failure.line(),
                        number(row, "offset"),
                        row.getString("reason"),
                        row.getString("message")))
            .findOne()
            .filter(failure::equals)
            .isPresent();
    if (isKnown) {
      return;
    }
    removeFailure(handle, journal, failure.input(), failure.line());
    handle.execute(
        "INSERT INTO failure (input, line, \"offset\", reason, message, since)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        failure.input(),
        line,
        failure.offset(),
        failure.reason(),
        failure.message(),
        journal.tick());
  }

  /** Puts a failure among those that were. */
  static void removeFailure(Handle handle, Journal journal, String input, @Nullable Long line) {
    journal.tickIf(
        tick ->
            handle.execute(
                        "INSERT INTO earlier_failure (input, line, since, until, \"offset\", reason,"
                            + " message) SELECT input, line, since, ?, \"offset\", reason, message"
                            + " FROM failure WHERE input = ? AND line = ?",
                        tick,
                        input,
                        line(line))
                    > 0
                && handle.execute(
                        "DELETE FROM failure WHERE input = ? AND line = ?", input, line(line))
                    > 0);
  }

  static long line(@Nullable Long line) {
    return line == null ? 0 : line;
  }

  @Override
  public List<Failure> failures() {
    return reading(
        handle ->
            handle
                .createQuery(
                    "SELECT input, nullif(line, 0) AS line, \"offset\", reason, message"
                        + " FROM failure ORDER BY input, failure.line")
                .map((row, context) -> failure(row))
                .list());
  }

  static Failure failure(ResultSet row) throws SQLException {
    return new Failure(
        row.getString("input"),
        number(row, "line"),
        number(row, "offset"),
        row.getString("reason"),
        row.getString("message"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  @Override
  public Optional<ArticleRecord> find(String id) {
    return reading(handle -> page(handle, id).map(page -> current(handle, page)));
  }

  /** The latest record of a page. */
  static ArticleRecord current(Handle handle, long page) {
    return handle
        .createQuery(
            "SELECT r.record FROM page g JOIN revision r ON r.revision = g.revision"
                + " WHERE g.page = :page")
        .bind("page", page)
        .map((row, context) -> Packing.unpack(row.getBytes(1)))
        .one();
  }

  @Override
  public List<Revision> revisions(String id) {
    return reading(
        handle ->
            page(handle, id)
                .map(
                    page ->
                        handle
                            .createQuery(
                                "SELECT number, sha256, software, record FROM revision"
                                    + " WHERE page = :page ORDER BY number")
                            .bind("page", page)
                            .map((row, context) -> revision(row))
                            .list())
                .orElse(List.of()));
  }

  static Revision revision(ResultSet row) throws SQLException {
    return new Revision(
        row.getInt("number"),
        row.getString("sha256"),
        row.getString("software"),
        Packing.unpack(row.getBytes("record")));
  }

  @Override
  public int versions(String id) {
    return reading(
        handle ->
            page(handle, id)
                .map(
                    page ->
                        handle
                            .createQuery("SELECT count(*) FROM revision WHERE page = :page")
                            .bind("page", page)
                            .mapTo(Integer.class)
                            .one())
                .orElse(0));
  }

  static Optional<Long> page(Handle handle, String id) {
    return page(handle, id, Long.MAX_VALUE);
  }

  /** The same among what was there at a tick. */
  static Optional<Long> page(Handle handle, String id, long tick) {
    for (String condition : List.of("id = :id", "uri = :id")) {
      Optional<Long> page =
          pages(handle, "page", condition, " ORDER BY revision DESC LIMIT 1", id, tick).stream()
              .findFirst();
      if (page.isPresent()) {
        return page;
      }
    }
    if (id.length() < SHORTEST_ID) {
      return Optional.empty();
    }
    List<Long> begun =
        pages(handle, "DISTINCT page", "substr(id, 1, length(:id)) = :id", " LIMIT 2", id, tick);
    return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
  }

  private static List<Long> pages(
      Handle handle, String what, String condition, String order, String id, long tick) {
    // In SQLite, the tick lies behind the record: it is looked at only when it is asked for.
    String then = tick == Long.MAX_VALUE ? "" : " AND added <= " + tick;
    return handle
        .createQuery("SELECT " + what + " FROM revision WHERE " + condition + then + order)
        .bind("id", id)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public Hits<Hit.OfStatement> statements(Query query) {
    return searching(
        view ->
            findings
                .search(Kind.STATEMENTS, query)
                .run(
                    view.handle(),
                    findings.found(view, Kind.STATEMENTS, query),
                    (row, context) ->
                        new Hit.OfStatement(
                            article(row),
                            row.getString("item"),
                            row.getString("kind"),
                            row.getString("type"),
                            row.getString("speaker"),
                            row.getString("country"),
                            codes(row.getString("sectors")),
                            row.getString("source"),
                            row.getString("cue"),
                            row.getString("date"),
                            row.getString("text"))));
  }

  @Override
  public Hits<Hit.OfEvent> events(Query query) {
    return searching(
        view -> {
          List<Long> passages = new ArrayList<>();
          Hits<Hit.OfEvent> found =
              findings
                  .search(Kind.EVENTS, query)
                  .run(
                      view.handle(),
                      findings.found(view, Kind.EVENTS, query),
                      (row, context) -> {
                        passages.add(row.getLong("passage"));
                        return event(row);
                      });
          return withParties(view.handle(), found, passages);
        });
  }

  private static Hit.OfEvent event(ResultSet row) throws SQLException {
    return new Hit.OfEvent(
        article(row),
        row.getString("item"),
        row.getString("type"),
        row.getString("mode"),
        row.getString("quad"),
        row.getString("cue"),
        List.of(),
        List.of(),
        row.getString("date"),
        place(row),
        row.getString("factuality"),
        row.getString("asserted_by"),
        row.getDouble("score"),
        row.getDouble("confidence"),
        row.getString("text"));
  }

  private Hits<Hit.OfEvent> withParties(
      Handle handle, Hits<Hit.OfEvent> found, List<Long> passages) {
    Map<Long, List<Party>> actors = new HashMap<>();
    Map<Long, List<Party>> recipients = new HashMap<>();
    if (!passages.isEmpty()) {
      handle
          .createQuery(
              "SELECT passage, side, name, country, sectors FROM participant WHERE "
                  + dialect.isListed("passage", "passages")
                  + " ORDER BY passage, side, number")
          .bind("passages", passages.stream().map(String::valueOf).collect(Collectors.joining(",")))
          .map(
              (row, context) ->
                  ("actor".equals(row.getString(2)) ? actors : recipients)
                      .computeIfAbsent(row.getLong(1), passage -> new ArrayList<>())
                      .add(new Party(row.getString(3), row.getString(4), codes(row.getString(5)))))
          .list();
    }
    List<Hit.OfEvent> whole = new ArrayList<>();
    for (int i = 0; i < found.hits().size(); i++) {
      whole.add(
          found
              .hits()
              .get(i)
              .withParties(
                  actors.getOrDefault(passages.get(i), List.of()),
                  recipients.getOrDefault(passages.get(i), List.of())));
    }
    return new Hits<>(found.total(), found.exact(), whole, found.next());
  }

  private static @Nullable Where place(ResultSet row) throws SQLException {
    String name = row.getString("place");
    return name == null
        ? null
        : new Where(
            name,
            row.getString("country"),
            real(row, "lat"),
            real(row, "lon"),
            row.getString("precision"));
  }

  static @Nullable Double real(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }

  /** Each with the best part of its text, the match marked; "" when no words were asked for. */
  @Override
  public Hits<Hit.OfArticle> articles(Query query) {
    List<FullText.Group> groups = FullText.groups(query.words());
    return searching(
        view ->
            findings
                .search(Kind.ARTICLES, query)
                .run(
                    view.handle(),
                    findings.found(view, Kind.ARTICLES, query),
                    (row, context) ->
                        new Hit.OfArticle(
                            article(row),
                            groups.isEmpty() ? "" : Excerpt.of(row.getString("text"), groups))));
  }

  private static ArticleRef article(ResultSet row) throws SQLException {
    return new ArticleRef(
        row.getString("article"),
        row.getString("title"),
        row.getString("outlet"),
        row.getString("published"),
        row.getString("uri"));
  }

  static List<String> codes(String sectors) {
    return sectors.isBlank() ? List.of() : List.of(sectors.strip().split(" "));
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public Reviews reviews() {
    return reviews;
  }

  @Override
  public boolean isDone(String fingerprint, Map<String, String> parts) {
    return reading(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 FROM done d JOIN revision r ON r.revision = d.revision"
                        + " JOIN maker m ON m.maker = r.maker"
                        + " WHERE d.fingerprint = :fingerprint AND m.parts = :parts")
                .bind("fingerprint", fingerprint)
                .bind("parts", Journal.json(new TreeMap<>(parts)))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public Upgrades upgrades() {
    return new SqlUpgrades(this, dialect);
  }

  @Override
  public Runs runs() {
    return runs;
  }

  @Override
  public Snapshot asOf(Runs.Moment at) {
    return new SqlSnapshot(this, at, false);
  }

  @Override
  public Stories stories() {
    return new SqlStories(this, dialect);
  }

  @Override
  public void forEach(Visitor visitor) {
    reading(
        handle -> {
          handle
              .createQuery(
                  "SELECT r.record FROM page g JOIN revision r ON r.revision = g.revision"
                      + " ORDER BY g.page")
              .setFetchSize(FETCH)
              .map((row, context) -> row.getBytes(1))
              .forEach(packed -> visitor.take(Packing.unpack(packed)));
          return visitor;
        });
  }

  static StoreException failure(JdbiException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new StoreException("the store failed: " + cause.getMessage(), e);
  }

  @Override
  public List<String> verify() {
    return reading(Verification::of);
  }

  @Override
  public long forget(String name) {
    Pseudonyms names = pseudonyms();
    long changed =
        writing(
            handle -> {
              try (Journal journal = journal(handle, OWN_RUN, Runs.Kind.FORGET, List.of())) {
                return Forgetting.forget(
                    handle, name, names.of(name), Journal.instant(clock.instant()), journal);
              }
            });
    compact();
    return changed;
  }

  /** Removes from the files what is not in the tables any more. */
  abstract void compact();

  /**
   * Copies all articles with their revisions and what stood there before, the list of what is done,
   * failures, runs, the salt of pseudonyms, corrections and mergings.
   *
   * @throws StoreException when the other store is not empty
   */
  void copyTo(SqlStore other) {
    pseudonyms();
    reading(from -> other.writing(to -> Copying.copy(from, to, other.dialect)));
    other.forgetSalt();
  }

  private synchronized void forgetSalt() {
    pseudonyms = null;
  }
}
