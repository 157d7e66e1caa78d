package dateline.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Breaks stores. */
final class Damage {

  private Damage() {}

  static void toTable(Path file, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE " + table + " RENAME TO broken");
    }
  }
}
