package dateline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows, for the length of one transaction: each statement is prepared once. Bare JDBC, for
 * an article has some hundred rows.
 */
final class Rows implements AutoCloseable {

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Rows(Handle handle, Dialect dialect) {
    this.connection = handle.getConnection();
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Inserts, updates or deletes. */
  void write(String sql, @Nullable Object... values) {
    try {
      bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Inserts a row and returns the number that the statement returns. */
  long insert(String sql, @Nullable Object... values) {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(i + 1, value instanceof String text ? dialect.clean(text) : value);
    }
    return statement;
  }

  private static StoreException failure(SQLException e) {
    return new StoreException("the store failed: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
