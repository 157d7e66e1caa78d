package dateline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections that read a SQLite file, kept open between two readings: a new one has to learn the
 * tables and has none of the file at hand. A pool of a library's takes longer to start than a
 * command that reads once. Thread-safe.
 */
final class ReadConnections implements ConnectionFactory, AutoCloseable {

  /** So many readers at a time find an open one. */
  private static final int KEPT = 16;

  private final SqliteDatabase database;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ReadConnections(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection known = idle.pollFirst();
    return known == null ? database.read() : known;
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (closed || idle.size() >= KEPT) {
      connection.close();
    } else {
      idle.addFirst(connection);
    }
  }

  /** Closes those that nobody reads with; the others are closed when they are given back. */
  @Override
  public void close() throws SQLException {
    closed = true;
    for (Connection each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
      each.close();
    }
  }
}
