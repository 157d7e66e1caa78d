package dateline.store;

import dateline.Failure;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Resolved;
import dateline.store.Hit.ArticleRef;
import dateline.store.Hit.Party;
import dateline.store.Hit.Where;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  private final Dialect dialect;
  private final SqlFindings findings;
  private final SqlReviews reviews;
  private @Nullable Pseudonyms pseudonyms;

  @SuppressWarnings("this-escape") // they look at nothing of the store before they are asked
  SqlStore(Dialect dialect) {
    this.dialect = dialect;
    this.findings = new SqlFindings(this, dialect);
    this.reviews = new SqlReviews(this);
  }

  /** Does work in a transaction of its own, while nobody else writes. */
  abstract <T> T writing(Function<Handle, T> work);

  /** Does work that changes nothing. */
  abstract <T> T reading(Function<Handle, T> work);

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
  public List<Change> save(List<Reading> readings) {
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
          try (Rows rows = new Rows(handle, dialect);
              StoryIndex stories = new StoryIndex(handle, rows)) {
            for (int i = 0; i < records.size(); i++) {
              changes.add(save(handle, stories, rows, readings.get(i), records.get(i)));
            }
          }
          return changes;
        });
  }

  private Change save(
      Handle handle, StoryIndex stories, Rows rows, Reading reading, ArticleRecord record) {
    handle.execute(
        "DELETE FROM failure WHERE input = ? AND line = ?", reading.input(), line(reading.line()));
    Optional<Known> known = known(handle, record);
    byte[] packed = Packing.pack(record);
    long revision;
    Change change;
    if (known.isEmpty()) {
      Added added = addRevision(handle, stories, rows, record, packed);
      change = added.change();
      revision = added.revision();
    } else {
      revision = known.get().revision();
      change = Change.UNCHANGED;
      if (!Packing.json(known.get().record()).equals(Packing.json(packed))) {
        replaceRevision(handle, stories, rows, known.get(), record, packed);
        change = Change.REREAD;
      }
    }
    handle.execute(
        "INSERT INTO done (fingerprint, revision) VALUES (?, ?)"
            + " ON CONFLICT (fingerprint) DO UPDATE SET revision = excluded.revision",
        reading.fingerprint(),
        revision);
    return change;
  }

  /** A revision that the store has. */
  private record Known(long page, long revision, boolean current, byte[] record) {}

  private static Optional<Known> known(Handle handle, ArticleRecord record) {
    return handle
        .createQuery(
            "SELECT r.page, r.revision, r.revision = g.revision AS current, r.record"
                + " FROM revision r JOIN page g ON g.page = r.page"
                + " WHERE r.sha256 = :sha256 AND (r.id = :id OR g.key = :key)"
                + " ORDER BY r.id = :id DESC, r.revision LIMIT 1")
        .bind("sha256", record.source().sha256())
        .bind("id", record.id())
        .bind("key", key(record))
        .map(
            (row, context) ->
                new Known(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getBytes(4)))
        .findOne();
  }

  /** By what an article is known again: see {@link RecordStore}. */
  private static String key(ArticleRecord record) {
    String uri = record.source().uri();
    String sha256 = record.source().sha256();
    if (uri != null && uri.matches("https?://.*")) {
      return uri;
    }
    if (!sha256.startsWith(record.id())) {
      return "id:" + record.id();
    }
    return uri == null ? "sha256:" + sha256 : "file:" + uri;
  }

  /** A revision that was added. */
  private record Added(Change change, long revision) {}

  private Added addRevision(
      Handle handle, StoryIndex stories, Rows rows, ArticleRecord record, byte[] packed) {
    String key = key(record);
    boolean fresh =
        handle.execute("INSERT INTO page (key) VALUES (?) ON CONFLICT DO NOTHING", key) > 0;
    long page =
        handle
            .createQuery("SELECT page FROM page WHERE key = :key")
            .bind("key", key)
            .mapTo(Long.class)
            .one();
    Article article = record.article();
    long revision =
        handle
            .createQuery(
                "INSERT INTO revision (page, number, id, sha256, uri, title, outlet, published,"
                    + " software, record) VALUES (:page, (SELECT count(*) + 1 FROM revision WHERE"
                    + " page = :page), :id, :sha256, :uri, :title, :outlet, :published, :software,"
                    + " :record) RETURNING revision")
            .bind("page", page)
            .bind("id", record.id())
            .bind("sha256", record.source().sha256())
            .bind("uri", record.source().uri())
            .bind("title", article.title())
            .bind("outlet", article.outlet())
            .bind("published", value(article.published()))
            .bind("software", record.provenance().software())
            .bind("record", packed)
            .mapTo(Long.class)
            .one();
    handle.execute("UPDATE page SET revision = ? WHERE page = ?", revision, page);
    Passages.replace(rows, page, record);
    stories.put(page, record);
    return new Added(fresh ? Change.NEW : Change.REVISED, revision);
  }

  private void replaceRevision(
      Handle handle,
      StoryIndex stories,
      Rows rows,
      Known known,
      ArticleRecord record,
      byte[] packed) {
    Article article = record.article();
    handle.execute(
        "UPDATE revision SET title = ?, outlet = ?, published = ?, software = ?, record = ?"
            + " WHERE revision = ?",
        article.title(),
        article.outlet(),
        value(article.published()),
        record.provenance().software(),
        packed,
        known.revision());
    if (known.current()) {
      Passages.replace(rows, known.page(), record);
      stories.put(known.page(), record);
    }
  }

  private static @Nullable String value(@Nullable Resolved resolved) {
    return resolved == null ? null : resolved.value();
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
  public void saveFailures(List<Failure> failures) {
    writing(
        handle -> {
          for (Failure failure : failures) {
            handle.execute(
                "INSERT INTO failure (input, line, \"offset\", reason, message)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (input, line) DO UPDATE SET"
                    + " \"offset\" = excluded.\"offset\", reason = excluded.reason,"
                    + " message = excluded.message",
                failure.input(),
                line(failure.line()),
                failure.offset(),
                failure.reason(),
                failure.message());
          }
          return failures.size();
        });
  }

  private static long line(@Nullable Long line) {
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
                .map(
                    (row, context) ->
                        new Failure(
                            row.getString("input"),
                            number(row, "line"),
                            number(row, "offset"),
                            row.getString("reason"),
                            row.getString("message")))
                .list());
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
                            .map(
                                (row, context) ->
                                    new Revision(
                                        row.getInt("number"),
                                        row.getString("sha256"),
                                        row.getString("software"),
                                        Packing.unpack(row.getBytes("record"))))
                            .list())
                .orElse(List.of()));
  }

  static Optional<Long> page(Handle handle, String id) {
    for (String condition : List.of("id = :id", "uri = :id")) {
      Optional<Long> page =
          pages(handle, "page", condition + " ORDER BY revision DESC LIMIT 1", id).stream()
              .findFirst();
      if (page.isPresent()) {
        return page;
      }
    }
    if (id.length() < SHORTEST_ID) {
      return Optional.empty();
    }
    List<Long> begun =
        pages(handle, "DISTINCT page", "substr(id, 1, length(:id)) = :id LIMIT 2", id);
    return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
  }

  private static List<Long> pages(Handle handle, String what, String condition, String id) {
    return handle
        .createQuery("SELECT " + what + " FROM revision WHERE " + condition)
        .bind("id", id)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public Hits<Hit.OfStatement> statements(Query query) {
    return reading(
        handle ->
            SearchSql.statements(dialect, query)
                .run(
                    handle,
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
    return reading(
        handle -> {
          List<Long> passages = new ArrayList<>();
          Hits<Hit.OfEvent> found =
              SearchSql.events(dialect, query)
                  .run(
                      handle,
                      (row, context) -> {
                        passages.add(row.getLong("passage"));
                        return event(row);
                      });
          return withParties(handle, found, passages);
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

  @Override
  public Hits<Hit.OfArticle> articles(Query query) {
    return reading(
        handle ->
            SearchSql.articles(dialect, query)
                .run(
                    handle,
                    (row, context) ->
                        new Hit.OfArticle(
                            article(row), excerpt(handle, query, row.getLong("passage")))));
  }

  /** The best passage of an article, with the match marked; "" when no words were asked for. */
  private static String excerpt(Handle handle, Query query, long passage) {
    List<FullText.Group> groups = FullText.groups(query.words());
    if (groups.isEmpty()) {
      return "";
    }
    String text =
        handle
            .createQuery("SELECT text FROM passage WHERE passage = :passage")
            .bind("passage", passage)
            .mapTo(String.class)
            .one();
    return Excerpt.of(text, groups);
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
    long changed = writing(handle -> Forgetting.forget(handle, name, names.of(name)));
    compact();
    return changed;
  }

  /** Removes from the files what is not in the tables any more. */
  abstract void compact();

  /**
   * Copies all articles with their revisions, the list of what is done, failures, the salt of
   * pseudonyms, corrections and mergings.
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
