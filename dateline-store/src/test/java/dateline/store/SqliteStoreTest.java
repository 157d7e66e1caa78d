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

  @Test
  void aStoreOfTheFirstReleaseIsTakenIn() throws SQLException {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      readings.add(
          new Reading(
              "in",
              (long) i,
              "f" + i,
              Records.record(
                  "id-" + i,
                  "x" + i,
                  "" + i,
                  "Anna Berg",
                  "No bridge will be built across the river this year.")));
    }
    try (RecordStore store = SqliteStore.open(file())) {
      store.save(readings);
      store.reviews().merge("Ann Berg", "Anna Berg", "Ana", "2024-01-01T00:00:00Z");
      store.reviews().undoMerging(1, "Ana", "2024-01-02T00:00:00Z");
    }
    for (String table :
        List.of("story_article", "story_key", "story", "story_change", "person_name")) {
      execute("DROP TABLE " + table);
    }
    execute("PRAGMA user_version = 1");
    try (RecordStore store = SqliteStore.openExisting(file())) {
      assertThat(store.stories().story("id-1").orElseThrow().story().articles()).hasSize(3);
      assertThat(store.stories().people("Berg")).hasSize(1);
      assertThat(store.reviews().mergings()).hasSize(1).allMatch(merging -> merging.undone());
      assertThat(store.verify()).isEmpty();
    }
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
      execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    execute(
        "PRAGMA application_id = 1145851441; PRAGMA user_version = 1; ATTACH '"
            + now
            + "' AS now; "
            + String.join(
                "; ",
                List.of("setting", "page", "revision", "done", "failure").stream()
                    .map(table -> "INSERT INTO main." + table + " SELECT * FROM now." + table)
                    .toList()));
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

  @Test
  void namesAreMergedAndKeptApartUntilThatIsTakenBack() {
    try (RecordStore store = SqliteStore.open(file())) {
      store.save(
          List.of(
              new Reading("in", 1L, "1", Records.record("a", "x", "a", "Anna Berg", "One.")),
              new Reading("in", 2L, "2", Records.record("b", "y", "b", "Ana Bergh", "Two.")),
              new Reading("in", 3L, "3", Records.record("c", "z", "c", "Anna Holm", "Three."))));
      assertThat(store.stories().people("Berg")).hasSize(1);
      long apart = store.reviews().keepApart("Ana Bergh", "Anna Berg", "Jo", "2024-01-01");
      long one = store.reviews().merge("Anna Holm", "Anna Berg", "Jo", "2024-01-01");
      assertThat(store.stories().people("Berg"))
          .extracting(person -> person.names().size())
          .containsExactlyInAnyOrder(1, 2);
      assertThat(store.stories().people("Holm").get(0).because())
          .contains("Anna Holm is held to be Anna Berg (by Jo, number " + one + ")");
      assertThat(store.reviews().mergings()).hasSize(1);
      assertThat(store.reviews().partings()).hasSize(1);
      store.reviews().undoMerging(apart, "Jo", "2024-01-02");
      store.reviews().undoMerging(one, "Jo", "2024-01-02");
      assertThat(store.stories().people("Berg")).hasSize(1);
      assertThat(store.stories().people("Berg").get(0).names()).hasSize(2);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql); // runs all statements of a script
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

  /** P: nothing of a forgotten person is left in any byte of the store's files. */
  @Test
  void noByteOfTheForgottenIsLeft() throws IOException {
    String words = "Nonsense about marmalade " + "and more of it ".repeat(2_000);
    String pseudonym;
    try (RecordStore store = SqliteStore.open(file())) {
      store.save(
          List.of(
              new Reading(
                  "in",
                  1L,
                  "f",
                  Records.record("talks", "x.html", "a", "Berg", "Peace.", "Jo Doe", words))));
      pseudonym = store.find("talks").orElseThrow().comments().get(0).author();
      assertThat(filesHold("marmalade")).isTrue();
      assertThat(filesHold("Jo Doe")).isFalse(); // pseudonyms from the first
      store.forget("Jo Doe");

      assertThat(store.find("talks").orElseThrow().comments().get(0).author()).isNull();
      assertThat(filesHold("Jo Doe")).isFalse();
      assertThat(filesHold("marmalade")).isFalse();
    }
    assertThat(pseudonym).startsWith("reader-");
  }

  /** Whether any file of the store holds the words, plain or in a packed record. */
  private boolean filesHold(String words) throws IOException {
    byte[] wanted = words.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    boolean found = false;
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        String bytes = Files.readString(each, java.nio.charset.StandardCharsets.ISO_8859_1);
        found |= bytes.contains(new String(wanted, java.nio.charset.StandardCharsets.ISO_8859_1));
        found |= unpacked(Files.readAllBytes(each)).contains(words);
      }
    }
    return found;
  }

  /** All that any place of a file unpacks to. */
  private static String unpacked(byte[] file) {
    StringBuilder all = new StringBuilder();
    java.util.zip.Inflater inflater = new java.util.zip.Inflater();
    byte[] out = new byte[1 << 16];
    for (int at = 0; at + 1 < file.length; at++) {
      if (file[at] == 0x78 && ((file[at] & 0xff) * 256 + (file[at + 1] & 0xff)) % 31 == 0) {
        inflater.reset();
        inflater.setInput(file, at, file.length - at);
        try {
          int count = inflater.inflate(out);
          all.append(new String(out, 0, count, java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.util.zip.DataFormatException e) {
          continue;
        }
      }
    }
    return all.toString();
  }

  @Test
  void aBackupDuringWritingIsWhole() throws InterruptedException {
    Path backup = folder.resolve("backup.db");
    try (RecordStore store = SqliteStore.open(file())) {
      Thread writer = new Thread(() -> fill(store, "w"));
      writer.start();
      Stores.backup(file().toString(), backup);
      writer.join();
    }
    try (RecordStore restored = SqliteStore.openExisting(backup)) {
      assertThat(restored.verify()).isEmpty();
      assertThat(restored.statements(Query.of("peace")).total()).isLessThanOrEqualTo(30);
    }
    assertThatThrownBy(() -> Stores.backup(file().toString(), backup))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void damageIsToldByVerify() throws SQLException {
    try (RecordStore store = SqliteStore.open(file())) {
      store.save(talks());
    }
    execute("UPDATE revision SET record = x'00'");
    execute("DELETE FROM passage");
    try (RecordStore store = SqliteStore.open(file())) {
      assertThat(store.verify()).hasSize(2);
    }
  }
}
