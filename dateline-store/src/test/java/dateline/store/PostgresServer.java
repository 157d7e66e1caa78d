package dateline.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real server for the time of a test class, in a folder of its own. */
final class PostgresServer implements BeforeAllCallback, AfterAllCallback {

  private EmbeddedPostgres server;
  private Path folder;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("dateline-postgres");
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(true)
            .setServerConfig("fsync", "off")
            .setServerConfig("wal_recycle", "off")
            .start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.close();
  }

  /** All that the server keeps: tables, logs, everything. */
  Path folder() {
    return folder;
  }

  /** An open store without articles. */
  RecordStore emptied(String schema) {
    execute("CREATE SCHEMA IF NOT EXISTS " + schema);
    PostgresStore.open(address(schema)).close();
    execute(
        ("TRUNCATE %1$s.page, %1$s.failure, %1$s.earlier_failure, %1$s.merging, %1$s.run,"
                + " %1$s.maker, %1$s.pair_month RESTART IDENTITY CASCADE")
            .formatted(schema));
    execute("DELETE FROM " + schema + ".setting WHERE name <> 'version'");
    return PostgresStore.openExisting(address(schema));
  }

  String address(String schema) {
    return "postgresql://postgres:postgres@localhost:"
        + server.getPort()
        + "/postgres?currentSchema="
        + schema;
  }

  void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
