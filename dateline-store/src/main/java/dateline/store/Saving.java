package dateline.store;

import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Resolved;
import dateline.store.RecordStore.Change;
import dateline.store.RecordStore.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts records into a store's tables, in one transaction; to be closed before that ends. */
final class Saving implements AutoCloseable {

  private final Handle handle;
  private final Journal journal;
  private final @Nullable Long maker;
  private final Rows rows;
  private final StoryIndex stories;

  Saving(Handle handle, Dialect dialect, Journal journal) {
    this.handle = handle;
    this.journal = journal;
    this.maker = journal.maker();
    this.rows = new Rows(handle, dialect);
    this.stories = new StoryIndex(handle, rows);
  }

  /** Stories first: the journal notes how far they came. */
  @Override
  public void close() {
    stories.close();
    rows.close();
    journal.close();
  }

  Change save(Reading reading, ArticleRecord record) {
    SqlStore.removeFailure(handle, journal, reading.input(), reading.line());
    Optional<Known> known = known(record);
    byte[] packed = Packing.pack(record);
    long revision;
    Change change;
    if (known.isEmpty()) {
      Added added = addRevision(record, packed);
      change = added.change();
      revision = added.revision();
    } else {
      revision = known.get().revision();
      change = put(known.get(), record, packed, maker);
    }
    journal.count(change);
    handle.execute(
        "INSERT INTO done (fingerprint, revision) VALUES (?, ?)"
            + " ON CONFLICT (fingerprint) DO UPDATE SET revision = excluded.revision",
        reading.fingerprint(),
        revision);
    return change;
  }

  /**
   * Puts a record that was read again in the place of the one that it was read from.
   *
   * @param by what has read it now, by what read it before (0 when that is not known)
   */
  Change saveAgain(Upgrades.Again again, LongUnaryOperator by) {
    Known known = known(again.old().revision());
    if (known.since() != again.old().since()) {
      return Change.UNCHANGED;
    }
    // Somebody may have been forgotten meanwhile.
    ArticleRecord record = again.record().withComments(Packing.unpack(known.record()).comments());
    Change change = put(known, record, Packing.pack(record), by.applyAsLong(known.maker()));
    journal.count(change);
    return change;
  }

  /** Puts another reading of a page in the place of the one that the store has. */
  private Change put(Known known, ArticleRecord record, byte[] packed, @Nullable Long by) {
    if (!Packing.json(known.record()).equals(Packing.json(packed))) {
      replaceRevision(known, record, packed, by);
      return Change.REREAD;
    }
    handle.execute(
        "UPDATE revision SET maker = ? WHERE revision = ? AND maker IS DISTINCT FROM ?",
        by,
        known.revision(),
        by);
    return Change.UNCHANGED;
  }

  /**
   * A revision that the store has.
   *
   * @param maker number of what read it; 0 when that is not known
   */
  private record Known(
      long page, long revision, boolean current, byte[] record, long since, long maker) {

    /** The columns of a revision {@code r} and its page {@code g}. */
    private static final String COLUMNS =
        "SELECT r.page, r.revision, r.revision = g.revision AS current, r.record, r.since,"
            + " coalesce(r.maker, 0) FROM revision r JOIN page g ON g.page = r.page WHERE ";

    private static Known of(ResultSet row) throws SQLException {
      return new Known(
          row.getLong(1),
          row.getLong(2),
          row.getBoolean(3),
          row.getBytes(4),
          row.getLong(5),
          row.getLong(6));
    }
  }

  private Known known(long revision) {
    return handle
        .createQuery(Known.COLUMNS + "r.revision = :revision")
        .bind("revision", revision)
        .map((row, context) -> Known.of(row))
        .one();
  }

  private Optional<Known> known(ArticleRecord record) {
    return handle
        .createQuery(
            Known.COLUMNS
                + "r.sha256 = :sha256 AND (r.id = :id OR g.key = :key)"
                + " ORDER BY r.id = :id DESC, r.revision LIMIT 1")
        .bind("sha256", record.source().sha256())
        .bind("id", record.id())
        .bind("key", key(record))
        .map((row, context) -> Known.of(row))
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

  private Added addRevision(ArticleRecord record, byte[] packed) {
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
                    + " software, record, added, since, maker) VALUES (:page, (SELECT count(*) + 1"
                    + " FROM revision WHERE page = :page), :id, :sha256, :uri, :title, :outlet,"
                    + " :published, :software, :record, :tick, :tick, :maker) RETURNING revision")
            .bind("page", page)
            .bind("id", record.id())
            .bind("sha256", record.source().sha256())
            .bind("uri", record.source().uri())
            .bind("title", article.title())
            .bind("outlet", article.outlet())
            .bind("published", value(article.published()))
            .bind("software", record.provenance().software())
            .bind("record", packed)
            .bind("tick", journal.tick())
            .bind("maker", maker)
            .mapTo(Long.class)
            .one();
    handle.execute("UPDATE page SET revision = ? WHERE page = ?", revision, page);
    Passages.replace(rows, page, record);
    stories.put(page, record);
    return new Added(fresh ? Change.NEW : Change.REVISED, revision);
  }

  private void replaceRevision(
      Known known, ArticleRecord record, byte[] packed, @Nullable Long by) {
    long tick = journal.tick();
    handle.execute(
        "INSERT INTO earlier (revision, since, until, title, outlet, published, software, maker,"
            + " record) SELECT revision, since, ?, title, outlet, published, software, maker, record"
            + " FROM revision WHERE revision = ?",
        tick,
        known.revision());
    Article article = record.article();
    handle.execute(
        "UPDATE revision SET title = ?, outlet = ?, published = ?, software = ?, record = ?,"
            + " since = ?, maker = ? WHERE revision = ?",
        article.title(),
        article.outlet(),
        value(article.published()),
        record.provenance().software(),
        packed,
        tick,
        by,
        known.revision());
    if (known.current()) {
      Passages.replace(rows, known.page(), record);
      stories.put(known.page(), record);
    }
  }

  static @Nullable String value(@Nullable Resolved resolved) {
    return resolved == null ? null : resolved.value();
  }
}
