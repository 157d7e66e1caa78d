package dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.Failure;
import dateline.store.RecordStore.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends RecordStoreContract {

  @TempDir private Path folder;

  @Override
  RecordStore openEmpty() {
    return SqliteStore.open(folder.resolve("contract.db"));
  }

  @Override
  RecordStore openAnotherEmpty() {
    return SqliteStore.open(folder.resolve("another.db"));
  }

  @Override
  void emptyAnother() {
    for (String end : List.of("", "-wal", "-shm")) {
      try {
        Files.deleteIfExists(folder.resolve("another.db" + end));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  String place() {
    return folder.resolve("contract.db").toString();
  }

  @Override
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Override
  void execute(String sql) {
    execute(Path.of(place()), sql);
  }

  private static void execute(Path file, String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql); // runs all statements of a script
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Path file() {
    return folder.resolve("store.db");
  }

  private static List<Reading> talks() {
    return List.of(
        new Reading("in", 1L, "f", Records.record("talks", "x.html", "a", "Berg", "Peace.")));
  }

  @Test
  void searchesSeeWhatAnotherProgramWrites() {
    try (SqliteStore store = SqliteStore.open(file());
        SqliteStore other = SqliteStore.open(file())) {
      assertThat(store.articles(Query.all(1)).total()).isZero();
      other.save(talks());
      assertThat(store.find("talks")).isPresent();

      assertThat(store.articles(Query.all(1)).total()).as("a moment ago").isZero();
      store.epoch().end();
      assertThat(store.articles(Query.all(1)).total()).as("now").isEqualTo(1);
    }
  }

  @Test
  void searchesSeeWhatTheirOwnProgramWritesAtOnce() {
    try (RecordStore store = SqliteStore.open(file())) {
      assertThat(store.articles(Query.all(1)).total()).isZero();
      store.save(talks());
      assertThat(store.articles(Query.all(1)).total()).isEqualTo(1);
    }
  }

  @Test
  void aSearchThatIsOverKeepsNothingInTheLogForLong() throws SQLException {
    try (SqliteStore store = SqliteStore.open(file())) {
      store.save(talks());
      store.articles(Query.all(1));
      execute(file(), "INSERT INTO setting (name, value) VALUES ('written', 'meanwhile')");
      assertThat(isLogEmptied()).isFalse();
      store.epoch().end();
      assertThat(isLogEmptied()).isTrue();
    }
  }

  @Test
  void aLongLogIsEmptiedBetweenSearches() throws SQLException {
    Path log = folder.resolve("store.db-wal");
    try (SqliteStore store = SqliteStore.open(file());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      store.setLongestLog(1_000_000);
      store.articles(Query.all(1));
      statement.executeUpdate("PRAGMA wal_autocheckpoint = 0");
      statement.executeUpdate(
          "INSERT INTO setting (name, value) VALUES ('long', hex(zeroblob(1000000)))");
      assertThat(log).isNotEmptyFile();
      store.epoch().end();
      assertThat(log).isEmptyFile();
      assertThat(store.articles(Query.all(1)).total()).isZero();
    }
  }

  private boolean isLogEmptied() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement();
        ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return busy.getInt(1) == 0;
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
              "article_text_data",
              "statement_text_data",
              "event_text_data")) {
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
    execute(file(), "CREATE TABLE theirs (a)");

    assertThatThrownBy(() -> SqliteStore.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a store");
    execute(file(), "INSERT INTO theirs VALUES (1)");
  }

  @Test
  void aLaterReleasesStoreIsRefused() throws SQLException {
    SqliteStore.open(file()).close();
    execute(file(), "PRAGMA user_version = 99");

    assertThatThrownBy(() -> SqliteStore.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("later release");
  }

  /** The last shape without runs: later ones make theirs of what such a store held. */
  private static final int BEFORE_RUNS = 2;

  @Override
  String makeEarlier(int shape) {
    Path older = folder.resolve("older-" + shape + ".db");
    StringBuilder sql = new StringBuilder();
    for (int script = 1; script <= Math.min(shape, BEFORE_RUNS); script++) {
      sql.append(script("sqlite/" + script + ".sql")).append('\n');
    }
    sql.append("ATTACH '" + place() + "' AS now;");
    for (String table : earlierTables(shape)) {
      sql.append(carriedOver(table, "main.", EARLIER.get(table), "now."));
    }
    for (int script = BEFORE_RUNS + 1; script <= shape; script++) {
      sql.append(script("sqlite/" + script + ".sql")).append('\n');
    }
    sql.append("PRAGMA application_id = 1145851441; PRAGMA user_version = " + shape);
    execute(older, sql.toString());
    return older.toString();
  }

  @Override
  int shapes() {
    return 6;
  }

  /** The first shape was changed once before there was a release: files of those days are about. */
  @Test
  void aStoreOfAnEarlyBuildIsTakenIn() throws SQLException, IOException {
    Path now = folder.resolve("now.db");
    try (RecordStore store = SqliteStore.open(now)) {
      store.save(talks());
      store.saveFailures(List.of(new Failure("x", null, null, "empty", "nothing in it")));
    }
    try (InputStream script = SqliteStoreTest.class.getResourceAsStream("early-1.sql")) {
      execute(file(), new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    execute(
        file(),
        "PRAGMA application_id = 1145851441; PRAGMA user_version = 1; ATTACH '"
            + now
            + "' AS now; "
            + Stream.of("setting", "page", "revision", "done", "failure")
                .map(table -> carriedOver(table, "main.", EARLIER.getOrDefault(table, "*"), "now."))
                .collect(Collectors.joining()));
    try (RecordStore store = SqliteStore.openExisting(file())) {
      assertThat(store.statements(Query.of("peace")).total()).isEqualTo(1);
      assertThat(store.failures()).hasSize(1);
      assertThat(store.isDone("f")).isTrue();
      assertThat(store.verify()).isEmpty();
    }
    try (RecordStore again = SqliteStore.openExisting(file())) {
      assertThat(again.statements(Query.of("peace")).total()).isEqualTo(1);
    }
  }
}
