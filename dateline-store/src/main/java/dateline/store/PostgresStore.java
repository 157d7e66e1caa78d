package dateline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * The store of a team: a PostgreSQL database, version 15 or newer, in the connection's schema. Any
 * number of programs may read and write it; writers take turns, each for one batch, so that none
 * ever has to be tried again.
 */
public final class PostgresStore extends SqlStore {

  /** Of all programs of ours that write or migrate: "DLN1". */
  private static final long WRITERS = 0x444c4e31;

  private static final int CONNECTIONS = 16;
  private static final long PATIENCE_MILLISECONDS = 20_000;
  private static final List<String> SCRIPTS =
      List.of("1.sql", "2.sql", "3.sql", "4.sql", "5.sql", "6.sql");

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private PostgresStore(HikariDataSource pool) {
    super(PostgresDialect.INSTANCE);
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).registerArgument(new CleanText());
  }

  /** Whether it is the address of a PostgreSQL database, not the name of a file. */
  public static boolean isAddress(String where) {
    return where.matches("(jdbc:)?postgres(ql)?:.*");
  }

  /**
   * Opens a store, making its tables when there are none.
   *
   * @param address {@code postgresql://user:password@host:port/database?parameters}, or the same
   *     for JDBC
   * @throws StoreException when it can't be opened or holds something else
   */
  public static PostgresStore open(String address) {
    return open(address, true);
  }

  /**
   * Opens a store that must be there.
   *
   * @throws StoreException as {@link #open}, and when there is none
   */
  public static PostgresStore openExisting(String address) {
    return open(address, false);
  }

  private static PostgresStore open(String address, boolean make) {
    HikariConfig config = new HikariConfig();
    configure(config, address);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLISECONDS);
    config.setPoolName("dateline");
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StoreException("can't open the database: " + cause.getMessage(), e);
    }
    PostgresStore store = new PostgresStore(pool);
    try {
      store.migrate(make);
      StoryIndex.catchUp(store, PostgresDialect.INSTANCE);
      return store;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static void configure(HikariConfig config, String address) {
    if (address.startsWith("jdbc:")) {
      config.setJdbcUrl(address);
      return;
    }
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new StoreException("not an address of a database", e);
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String host = uri.getHost() == null ? "localhost" : uri.getHost();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    config.setJdbcUrl("jdbc:postgresql://" + host + port + uri.getRawPath() + query);
    String user = uri.getUserInfo();
    if (user != null) {
      int colon = user.indexOf(':');
      config.setUsername(colon < 0 ? user : user.substring(0, colon));
      if (colon >= 0) {
        config.setPassword(user.substring(colon + 1));
      }
    }
  }

  private void migrate(boolean make) {
    writing(
        handle -> {
          int version = version(handle);
          if (version > SCRIPTS.size()) {
            throw new StoreException(
                "the database was written by a later release of Dateline: use that one");
          }
          if (version == 0 && !make) {
            throw new StoreException("there is no store in the database");
          }
          for (int next = version; next < SCRIPTS.size(); next++) {
            handle.createScript(script(SCRIPTS.get(next))).execute();
            handle.execute(
                "INSERT INTO setting (name, value) VALUES ('version', ?)"
                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                Integer.toString(next + 1));
          }
          return handle;
        });
  }

  /** Number of the shape that the tables have; 0 when there are none. */
  private static int version(Handle handle) {
    if (!exists(handle, "setting") && !exists(handle, "page")) {
      return 0;
    }
    String version =
        exists(handle, "setting") && exists(handle, "revision")
            ? handle
                .createQuery("SELECT value FROM setting WHERE name = 'version'")
                .mapTo(String.class)
                .findOne()
                .orElse("")
            : "";
    if (!version.matches("[0-9]{1,6}")) {
      throw new StoreException("the database holds tables of somebody else's: use another schema");
    }
    return Integer.parseInt(version);
  }

  private static boolean exists(Handle handle, String table) {
    return handle
            .createQuery(
                "SELECT count(*) FROM information_schema.tables"
                    + " WHERE table_schema = current_schema() AND table_name = :table")
            .bind("table", table)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static String script(String name) {
    try (InputStream in = PostgresStore.class.getResourceAsStream("postgres/" + name)) {
      if (in == null) {
        throw new StoreException("the script " + name + " is missing from dateline-store");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException("can't read the script " + name, e);
    }
  }

  @Override
  <T> T writingBeside(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(
          handle -> {
            handle
                .createQuery("SELECT CAST(pg_advisory_xact_lock(:writers) AS text)")
                .bind("writers", WRITERS)
                .mapTo(String.class)
                .one();
            return work.apply(handle);
          });
    } catch (JdbiException e) {
      throw failure(e);
    }
  }

  @Override
  <T> T reading(Function<Handle, T> work) {
    try {
      // One transaction: a count and its hits belong together, and rows can be fetched in parts.
      return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
    } catch (JdbiException e) {
      throw failure(e);
    }
  }

  @Override
  <T> T searching(Function<View, T> work) {
    long epoch = epoch().number(); // before the transaction sees anything
    return reading(handle -> work.apply(new View(handle, epoch)));
  }

  /**
   * Writes the table anew; and, where this user may, has the server go on with a new file of its
   * write-ahead log, so that it can let go of those before it.
   */
  @Override
  void compact() {
    try (Handle handle = jdbi.open()) {
      handle.execute("VACUUM FULL revision");
      handle.execute("VACUUM FULL earlier");
      if (mayEndLog(handle)) {
        handle.execute("CHECKPOINT"); // else a file may still be needed
        handle.createQuery("SELECT CAST(pg_switch_wal() AS text)").mapTo(String.class).one();
        handle.execute("CHECKPOINT");
      }
    } catch (JdbiException e) {
      throw failure(e);
    }
  }

  private static boolean mayEndLog(Handle handle) {
    return handle
        .createQuery(
            "SELECT pg_has_role('pg_checkpoint', 'USAGE')"
                + " AND has_function_privilege('pg_switch_wal()', 'EXECUTE')")
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Texts as the database can keep them. */
  private static final class CleanText extends AbstractArgumentFactory<String> {

    CleanText() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(@Nullable String value, ConfigRegistry config) {
      String clean = value == null ? null : PostgresDialect.INSTANCE.clean(value);
      return (position, statement, context) -> statement.setString(position, clean);
    }
  }
}
