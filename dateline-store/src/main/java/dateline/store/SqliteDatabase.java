package dateline.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite file of ours: opens connections and brings the file to this release's shape.
 *
 * <p>Shapes are numbered scripts, run in order, each in a transaction together with the number kept
 * in the file ({@code user_version}). Flyway does the same in 0.3 s at each start of the program.
 */
final class SqliteDatabase {

  /** "DLN1", in the file's header ({@code application_id}): tells our files from others. */
  private static final int APPLICATION = 0x444c4e31;

  /** How long to wait for another process that writes. */
  private static final int BUSY_MILLISECONDS = 20_000;

  /** How long writers wait for readers of the log to end, when it is emptied. */
  private static final int LOG_MILLISECONDS = 500;

  /** What a writing connection keeps of the file in memory: keys of stories of some weeks. */
  static final int CACHE_KILOBYTES = 65_536;

  /** What each reading connection keeps of it. */
  private static final int READ_CACHE_KILOBYTES = 16_384;

  /** So much of the file is read through the system's own memory, without copying. */
  private static final long MAPPED_BYTES = 8L << 30;

  private static final List<String> SCRIPTS =
      List.of("1.sql", "2.sql", "3.sql", "4.sql", "5.sql", "6.sql");

  /** What the first shape had of tables that can be worked out anew, before it was changed. */
  private static final List<String> EARLY =
      List.of("passage_text", "participant", "statement", "event", "passage", "actor", "place");

  /** Where in the first script these begin. */
  private static final String WORKED_OUT = "-- What search looks through";

  /** Setting that asks for the rows of passages to be made from the records. */
  static final String SEARCH = "search";

  private final String url;
  private final Path file;

  SqliteDatabase(Path file) {
    this.file = file;
    this.url = "jdbc:sqlite:" + file.toAbsolutePath();
  }

  /** A connection that may write; its transactions take the writer's lock when they begin. */
  Connection write() throws SQLException {
    SQLiteConfig config = config();
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setCacheSize(-CACHE_KILOBYTES);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setGetGeneratedKeys(false); // else each insert is followed by a look-up
    return config.createConnection(url);
  }

  /** A connection that can't change anything. */
  Connection read() throws SQLException {
    SQLiteConfig config = config();
    config.setCacheSize(-READ_CACHE_KILOBYTES);
    Connection connection = config.createConnection(url);
    run(connection, "PRAGMA query_only = ON");
    return connection;
  }

  /** The same for searches, which look at much of the file. */
  Connection search() throws SQLException {
    Connection connection = read();
    run(connection, "PRAGMA mmap_size = " + MAPPED_BYTES);
    return connection;
  }

  /** Bytes of the write-ahead log; 0 when there is none. */
  long logBytes() {
    return new File(file + "-wal").length();
  }

  /**
   * Copies the write-ahead log into the file, as far as others let it.
   *
   * @param mode of SQLite's {@code wal_checkpoint}
   */
  void emptyLog(String mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(LOG_MILLISECONDS);
    try (Connection connection = config.createConnection(url)) {
      run(connection, "PRAGMA wal_checkpoint(" + mode + ")");
    } catch (SQLException e) {
      throw new StoreException("the log of " + file + " can't be emptied: " + e.getMessage(), e);
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLISECONDS);
    return config;
  }

  /**
   * @throws StoreException when the file is not ours or was written by a later release
   */
  void migrate(Connection connection) throws SQLException {
    int version = pragma(connection, "user_version");
    if (version == 0 && hasTables(connection)
        || version > 0 && pragma(connection, "application_id") != APPLICATION) {
      throw new StoreException(file + " is a database, but not a store of Dateline's");
    }
    if (version > SCRIPTS.size()) {
      throw new StoreException(
          file + " was written by a later release of Dateline: use that one, or another file");
    }
    run(connection, "PRAGMA journal_mode = WAL");
    if (version < SCRIPTS.size()) {
      run(connection, "BEGIN IMMEDIATE");
      if (isEarly(connection)) {
        renew(connection);
      }
      // Another process may have done it meanwhile.
      for (int next = pragma(connection, "user_version"); next < SCRIPTS.size(); next++) {
        run(connection, script(SCRIPTS.get(next)));
        run(connection, "PRAGMA user_version = " + (next + 1));
      }
      run(connection, "PRAGMA application_id = " + APPLICATION);
      run(connection, "COMMIT");
    }
  }

  /** Whether the file has the first shape as it was before names and codes were searched, too. */
  private static boolean isEarly(Connection connection) throws SQLException {
    return pragma(connection, "user_version") == 1
        && number(
                connection,
                "SELECT count(*) FROM pragma_table_info('passage') WHERE name = 'codes'")
            == 0;
  }

  /** Makes anew what is worked out from the records, and asks for its rows. */
  private static void renew(Connection connection) throws SQLException {
    for (String table : EARLY) {
      run(connection, "DROP TABLE " + table);
    }
    String first = script(SCRIPTS.get(0));
    run(connection, first.substring(first.indexOf(WORKED_OUT)));
    run(connection, "INSERT INTO setting (name, value) VALUES ('" + SEARCH + "', 'to be made')");
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM sqlite_schema") > 0;
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    return number(connection, "PRAGMA " + name);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getInt(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String script(String name) {
    try (InputStream in = SqliteDatabase.class.getResourceAsStream("sqlite/" + name)) {
      if (in == null) {
        throw new StoreException("the script " + name + " is missing from dateline-store");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException("can't read the script " + name, e);
    }
  }
}
