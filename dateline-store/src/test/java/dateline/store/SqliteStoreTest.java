package dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.store.RecordStore.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends RecordStoreContract {

  @TempDir private Path folder;

  @Override
  RecordStore openEmpty() {
    return SqliteStore.open(folder.resolve("contract.db"));
  }

  private Path file() {
    return folder.resolve("store.db");
  }

  private static List<Reading> talks() {
    return List.of(
        new Reading("in", 1L, "f", Records.record("talks", "x.html", "a", "Berg", "Peace.")));
  }

  @Test
  void keepsRecordsOverRestarts() {
    try (RecordStore store = SqliteStore.open(file())) {
      store.save(talks());
    }
    try (RecordStore store = SqliteStore.openExisting(file())) {
      assertThat(store.find("talks")).isPresent();
    }
  }

  @Test
  void readingAgainLeavesEveryRowAsItWas() throws SQLException {
    try (RecordStore store = SqliteStore.open(file())) {
      store.save(talks());
    }
    List<String> before = rows();
    try (RecordStore store = SqliteStore.open(file())) {
      store.save(talks());
    }
    assertThat(rows()).isEqualTo(before).isNotEmpty();
  }

  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "setting",
              "page",
              "revision",
              "done",
              "failure",
              "passage",
              "statement",
              "event",
              "participant",
              "actor",
              "place",
              "passage_text_data")) {
        ResultSet row = statement.executeQuery("SELECT * FROM " + table);
        while (row.next()) {
          StringBuilder line = new StringBuilder(table);
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            byte[] bytes = row.getBytes(i);
            line.append('|').append(bytes == null ? "null" : java.util.Arrays.toString(bytes));
          }
          rows.add(line.toString());
        }
      }
    }
    return rows;
  }

  @Test
  void twoStoresGiveOneCommenterTwoPseudonyms() {
    List<String> authors = new ArrayList<>();
    for (String name : List.of("one.db", "two.db")) {
      try (RecordStore store = SqliteStore.open(folder.resolve(name))) {
        store.save(talks());
        authors.add(store.find("talks").orElseThrow().comments().get(0).author());
      }
    }
    assertThat(authors).doesNotHaveDuplicates();
  }

  @Test
  void aMissingStoreIsNamed() {
    assertThatThrownBy(() -> SqliteStore.openExisting(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("store.db");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    Files.writeString(
        file(),
        "This is no database, and it is longer than a header of a hundred bytes. ".repeat(9));

    assertThatThrownBy(() -> SqliteStore.open(file())).isInstanceOf(StoreException.class);
  }

  @Test
  void anotherProgramsDatabaseIsRefusedAndLeftAlone() throws SQLException {
    execute("CREATE TABLE theirs (a)");

    assertThatThrownBy(() -> SqliteStore.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a store");
    execute("INSERT INTO theirs VALUES (1)");
  }

  @Test
  void aLaterReleasesStoreIsRefused() throws SQLException {
    SqliteStore.open(file()).close();
    execute("PRAGMA user_version = 99");

    assertThatThrownBy(() -> SqliteStore.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("later release");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void readersGoOnWhileTwoWritersTakeTurns() throws InterruptedException {
    try (RecordStore one = SqliteStore.open(file());
        RecordStore two = SqliteStore.open(file())) {
      Thread first = new Thread(() -> fill(one, "first"));
      Thread second = new Thread(() -> fill(two, "second"));
      first.start();
      second.start();
      while (first.isAlive() || second.isAlive()) {
        assertThat(one.statements(Query.of("peace")).total()).isNotNegative();
      }
      first.join();
      second.join();
      assertThat(two.statements(Query.of("peace")).total()).isEqualTo(60);
    }
  }

  private static void fill(RecordStore store, String name) {
    for (int i = 0; i < 30; i++) {
      String id = name + i;
      store.save(
          List.of(
              new Reading("in", (long) i, id, Records.record(id, null, "b", "Berg", "Peace."))));
    }
  }
}
