package dateline.eval;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of its own. Apart from all others, whose class path need not have one. */
final class TestServer implements AutoCloseable {

  private final EmbeddedPostgres server;

  private TestServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static TestServer start() throws IOException {
    return new TestServer(EmbeddedPostgres.builder().start());
  }

  /** The address of a schema of this number, which is made when it is not there. */
  String schema(int number) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS run" + number);
    } catch (SQLException e) {
      throw new IllegalStateException("the server failed", e);
    }
    return "postgresql://postgres:postgres@localhost:"
        + server.getPort()
        + "/postgres?currentSchema=run"
        + number;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
