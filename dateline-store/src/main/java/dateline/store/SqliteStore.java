package dateline.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded store: one SQLite file with write-ahead log and FTS5. Writes go through one
 * connection, one at a time; each read has a connection of its own and sees the last commit,
 * searches see the file as it was up to seconds ago ({@link Views}). Other processes may read and
 * write the same file.
 */
public final class SqliteStore extends SqlStore {

  /**
   * Bytes of the write-ahead log from which on searches wait for it to be emptied: as long as one
   * of them reads from it, it grows.
   */
  private static final long LONGEST_LOG = 64 << 20;

  private static final long PATIENCE_MILLISECONDS = 200;

  private final SqliteDatabase database;
  private final Connection writer;
  private final Jdbi write;
  private final ReadConnections readers;
  private final Jdbi read;
  private final Views views;
  private long longestLog = LONGEST_LOG;

  private SqliteStore(SqliteDatabase database, Connection writer) {
    super(SqliteDialect.INSTANCE);
    this.database = database;
    this.writer = writer;
    this.write = Jdbi.create(writer);
    this.readers = new ReadConnections(database);
    this.read = Jdbi.create(readers);
    this.views = new Views(database, epoch());
  }

  /**
   * Opens a store, making it when there is none.
   *
   * @throws StoreException when the file can't be opened or is something else
   */
  public static SqliteStore open(Path file) {
    SqliteDatabase database = new SqliteDatabase(file);
    Connection connection = null;
    try {
      connection = database.write();
      database.migrate(connection);
      SqliteStore store = new SqliteStore(database, connection);
      store.renewPassages();
      StoryIndex.catchUp(store, SqliteDialect.INSTANCE);
      return store;
    } catch (SQLException | StoreException e) {
      close(connection);
      throw e instanceof StoreException known
          ? known
          : new StoreException("can't open the store " + file + ": " + e.getMessage(), e);
    }
  }

  /** Sets how long the log may be, for tests. */
  void setLongestLog(long bytes) {
    this.longestLog = bytes;
  }

  /** Makes from the records what search looks through, when the store is of an early build. */
  private void renewPassages() {
    boolean isDue =
        reading(
            handle ->
                handle
                    .createQuery("SELECT 1 FROM setting WHERE name = :name")
                    .bind("name", SqliteDatabase.SEARCH)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
    if (isDue) {
      writing(
          handle -> {
            try (Rows rows = new Rows(handle, SqliteDialect.INSTANCE)) {
              Copying.forEachPage(handle, (page, record) -> Passages.replace(rows, page, record));
            }
            return handle.execute("DELETE FROM setting WHERE name = ?", SqliteDatabase.SEARCH);
          });
    }
  }

  /**
   * Opens a store that must be there.
   *
   * @throws StoreException as {@link #open}, and when there is no such file
   */
  public static SqliteStore openExisting(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException("there is no store " + file);
    }
    return open(file);
  }

  @Override
  synchronized <T> T writingBeside(Function<Handle, T> work) {
    try {
      return write.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw failure(e);
    }
  }

  @Override
  <T> T reading(Function<Handle, T> work) {
    try {
      return read.withHandle(work::apply);
    } catch (JdbiException e) {
      throw failure(e);
    }
  }

  @Override
  <T> T searching(Function<View, T> work) {
    try {
      return views.with(work);
    } catch (JdbiException e) {
      throw failure(e);
    }
  }

  @Override
  void epochEnded() {
    views.endIdle();
    try {
      if (database.logBytes() > longestLog) {
        database.emptyLog("PASSIVE"); // most of it, which keeps nobody waiting
        views.between(PATIENCE_MILLISECONDS, () -> database.emptyLog("TRUNCATE"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  synchronized void compact() {
    try (Statement statement = writer.createStatement()) {
      statement.execute("VACUUM");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw new StoreException("the store can't be compacted: " + e.getMessage(), e);
    }
  }

  /**
   * Writes a copy of the store as it is at this moment, while others read and write.
   *
   * @param file must not be there yet
   */
  synchronized void backup(Path file) {
    if (Files.exists(file)) {
      throw new StoreException("there is a file " + file + " already");
    }
    try (PreparedStatement statement = writer.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, file.toAbsolutePath().toString());
      statement.execute();
    } catch (SQLException e) {
      throw new StoreException("the backup failed: " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> verify() {
    List<String> problems =
        new ArrayList<>(
            reading(
                handle ->
                    handle
                        .createQuery("PRAGMA integrity_check(20)")
                        .mapTo(String.class)
                        .filter(line -> !line.equals("ok"))
                        .list()));
    problems.addAll(super.verify());
    reading(
        handle -> {
          Verification.count(
              handle,
              problems,
              "months' numbers of passages are wrong",
              "(SELECT kind FROM (SELECT kind, month, passages FROM passage_month UNION ALL"
                  + " SELECT kind, substr(date, 1, 7), -1 FROM passage) GROUP BY kind, month"
                  + " HAVING sum(passages) <> 0)");
          return problems;
        });
    return problems;
  }

  @Override
  public void close() {
    close(views);
    close(readers);
    close(writer);
  }

  private static void close(@Nullable AutoCloseable connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (Exception e) {
        throw new StoreException("the store can't be closed: " + e.getMessage(), e);
      }
    }
  }
}
