package dateline.store;

import dateline.story.Digest;
import dateline.story.StoryState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Near copies and stories in a store's tables, for the length of one transaction: what it has read
 * stays true until then. Bare JDBC, for an article takes some hundred look-ups.
 */
public final class SqlStoryState implements StoryState, AutoCloseable {

  /** Articles of which digests and clusters are kept at hand. */
  private static final int MOST_KNOWN = 20_000;

  /** Keys that go into one statement; their number is rounded up, so that few are prepared. */
  private static final int ROUND = 8;

  private static final String INSERT_KEYS =
      "INSERT INTO story_key (bucket, hash, page) VALUES (?, ?, ?)"
          + ", (?, ?, ?)".repeat(ROUND - 1)
          + " ON CONFLICT DO NOTHING";

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<Long, Digest> digests = new HashMap<>();
  private final Set<Long> changed = new TreeSet<>();

  /** By layer, what is known of the clusters of articles. */
  private final List<Map<Long, Long>> clusters = List.of(new HashMap<>(), new HashMap<>());

  /**
   * @param connection to a store; stays open
   */
  public SqlStoryState(Connection connection) {
    this.connection = connection;
  }

  /**
   * Settings of a SQLite file for jobs that keep stories of articles whose records lie elsewhere.
   */
  public static void prepareForBulk(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = OFF");
      statement.execute("PRAGMA synchronous = NORMAL");
      statement.execute("PRAGMA cache_size = -" + SqliteDatabase.CACHE_KILOBYTES);
    }
  }

  /** Forgets what can be read again, so that memory stays bounded. */
  private void trim() {
    if (digests.size() > MOST_KNOWN) {
      digests.clear();
    }
    clusters.stream().filter(known -> known.size() > MOST_KNOWN).forEach(Map::clear);
  }

  @Override
  public @Nullable Digest digest(long article) {
    Digest known = digests.get(article);
    if (known == null) {
      known =
          first(
              "SELECT digest FROM story_article WHERE page = ?",
              row -> Digest.of(row.getBytes(1)),
              article);
      if (known != null) {
        digests.put(article, known);
      }
    }
    return known;
  }

  @Override
  public void put(long article, Digest digest, List<Key> keys) {
    try {
      PreparedStatement insert =
          prepare("INSERT INTO story_article (page, copies, story, digest) VALUES (?, ?, ?, ?)");
      for (int i = 1; i <= 3; i++) {
        insert.setLong(i, article);
      }
      insert.setBytes(4, digest.toBytes());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
    trim();
    digests.put(article, digest);
    changed.add(article);
    for (int from = 0; from < keys.size(); from += ROUND) {
      long[] values = new long[3 * ROUND];
      for (int i = 0; i < ROUND; i++) {
        Key key = keys.get(Math.min(from + i, keys.size() - 1));
        values[3 * i] = key.bucket();
        values[3 * i + 1] = key.hash();
        values[3 * i + 2] = article;
      }
      run(INSERT_KEYS, values);
    }
  }

  @Override
  public void remove(long article, List<Key> keys) {
    changed.add(cluster(Layer.STORIES, article));
    for (Key key : keys) {
      run(
          "DELETE FROM story_key WHERE bucket = ? AND hash = ? AND page = ?",
          key.bucket(),
          key.hash(),
          article);
    }
    run("DELETE FROM story_article WHERE page = ?", article);
    clusters.forEach(known -> known.remove(article));
    digests.remove(article);
  }

  @Override
  public List<Long> with(int least, List<Key> keys) {
    Map<Long, List<Long>> byBucket = new TreeMap<>();
    for (Key key : keys) {
      byBucket.computeIfAbsent(key.bucket(), bucket -> new ArrayList<>()).add(key.hash());
    }
    List<Long> articles = new ArrayList<>();
    byBucket.forEach((bucket, hashes) -> with(articles, least, bucket, hashes));
    return articles;
  }

  private void with(List<Long> articles, int least, long bucket, List<Long> hashes) {
    int size = (hashes.size() + ROUND - 1) / ROUND * ROUND;
    long[] values = new long[size + 2];
    values[0] = bucket;
    for (int i = 0; i < size; i++) {
      values[i + 1] = hashes.get(Math.min(i, hashes.size() - 1));
    }
    values[size + 1] = least;
    all(
        articles,
        "SELECT page FROM story_key WHERE bucket = ? AND hash IN (?"
            + ", ?".repeat(size - 1)
            + ") GROUP BY page HAVING count(*) >= ?",
        values);
  }

  @Override
  public List<Long> oneWithEach(long article, List<Key> keys) {
    List<Long> articles = new ArrayList<>();
    for (Key key : keys) {
      all(
          articles,
          "SELECT page FROM story_key WHERE bucket = ? AND hash = ? AND page <> ? LIMIT 1",
          key.bucket(),
          key.hash(),
          article);
    }
    return articles;
  }

  @Override
  public long cluster(Layer layer, long article) {
    Map<Long, Long> known = clusters.get(layer.ordinal());
    Long cluster = known.get(article);
    if (cluster == null) {
      cluster =
          first(
              "SELECT " + column(layer) + " FROM story_article WHERE page = ?",
              row -> row.getLong(1),
              article);
      if (cluster == null) {
        throw new IllegalArgumentException("the store has no digest of page " + article);
      }
      known.put(article, cluster);
    }
    return cluster;
  }

  @Override
  public List<Long> members(Layer layer, long cluster) {
    List<Long> members = new ArrayList<>();
    all(
        members,
        "SELECT page FROM story_article WHERE " + column(layer) + " = ? ORDER BY page",
        cluster);
    return members;
  }

  @Override
  public void assign(Layer layer, List<Long> articles, long cluster) {
    for (long article : articles) {
      if (layer == Layer.STORIES) {
        changed.add(cluster(layer, article));
        changed.add(cluster);
      }
      run("UPDATE story_article SET " + column(layer) + " = ? WHERE page = ?", cluster, article);
      clusters.get(layer.ordinal()).put(article, cluster);
    }
  }

  @Override
  public void merged(long from, long into, long because) {
    change(from, "merged", into, because);
  }

  @Override
  public void split(long from, long into, long because) {
    change(from, "split", into, because);
  }

  /** Stories that have other articles now than before, or are no more. */
  Set<Long> changed() {
    return Set.copyOf(changed);
  }

  /** Has a story among them. */
  void changed(long story) {
    changed.add(story);
  }

  private void change(long story, String what, long became, long because) {
    run(
        "INSERT INTO story_change (story, what, became, because) VALUES (?, '" + what + "', ?, ?)",
        story,
        became,
        because);
  }

  private static String column(Layer layer) {
    return layer == Layer.COPIES ? "copies" : "story";
  }

  /** Reads one row. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> @Nullable T first(String sql, Row<T> reading, long value) {
    try {
      PreparedStatement statement = prepare(sql);
      statement.setLong(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? reading.of(rows) : null;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void all(List<Long> found, String sql, long... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void run(String sql, long... values) {
    try {
      bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private PreparedStatement bound(String sql, long... values) throws SQLException {
    PreparedStatement statement = prepare(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setLong(i + 1, values[i]);
    }
    return statement;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  private static StoreException failure(SQLException e) {
    return new StoreException("the store failed: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    for (PreparedStatement statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        throw failure(e);
      }
    }
  }
}
