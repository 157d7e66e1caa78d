package dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.store.RecordStore.Change;
import dateline.store.RecordStore.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same promises on a real server, which is started for the test. */
class PostgresStoreTest extends RecordStoreContract {

  @RegisterExtension private static final PostgresServer server = new PostgresServer();

  @Override
  RecordStore openEmpty() {
    return server.emptied("news");
  }

  @Override
  RecordStore openAnotherEmpty() {
    return server.emptied("other");
  }

  @Override
  void emptyAnother() {
    server.emptied("other").close();
  }

  @Override
  String place() {
    return address();
  }

  @Override
  List<Path> files() throws IOException {
    // Else what was written may lie in the log alone, cut by its pages.
    server.execute("CHECKPOINT");
    try (Stream<Path> files = Files.walk(server.folder())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  void execute(String sql) {
    server.execute("SET search_path TO news; " + sql);
  }

  private static String address() {
    return address("news");
  }

  private static String address(String schema) {
    return server.address(schema);
  }

  private static Reading reading(int number) {
    return new Reading(
        "in",
        (long) number,
        "f-" + number,
        Records.record("id-" + number, null, "b", "Berg", "Peace."));
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    List<Future<List<Change>>> saved =
        IntStream.range(0, 8)
            .mapToObj(
                writer ->
                    writers.submit(
                        () -> {
                          try (RecordStore store = PostgresStore.open(address())) {
                            // Every page comes from two writers, at about the same time.
                            return IntStream.range(0, 20)
                                .mapToObj(i -> reading(i * 4 + writer / 2))
                                .map(reading -> store.save(List.of(reading)).get(0))
                                .toList();
                          }
                        }))
            .toList();
    long fresh = 0;
    for (Future<List<Change>> each : saved) {
      fresh += each.get().stream().filter(change -> change == Change.NEW).count();
    }
    writers.shutdown();
    assertThat(fresh).isEqualTo(80);
    try (RecordStore store = PostgresStore.openExisting(address())) {
      assertThat(store.statements(Query.of("peace")).total()).isEqualTo(80);
    }
  }

  @Test
  void textsThatPostgresqlCantHoldAreKept() {
    try (RecordStore store = PostgresStore.open(address())) {
      store.save(
          List.of(
              new Reading(
                  "in\0", 1L, "f", Records.record("x\0y", "u\ud800", "b", "Be\0rg", "A\0 b"))));
      assertThat(store.find("x\0y").orElseThrow().article().text()).contains("A\0 b");
    }
  }

  @Test
  void veryLongTextsAndWordsAreKept() {
    StringBuilder words = new StringBuilder("peace ");
    for (int i = 0; i < 300_000; i++) {
      words.append("word").append(i).append(' ');
    }
    words.append("x".repeat(5_000));
    try (RecordStore store = PostgresStore.open(address())) {
      store.save(
          List.of(
              new Reading(
                  "in", 1L, "f", Records.record("long", null, "b", "Berg", words.toString()))));
      assertThat(store.statements(Query.of("peace word77")).total()).isEqualTo(1);
    }
  }

  @Test
  void anEmptyDatabaseIsNoStoreAndAnothersTablesAreLeftAlone() {
    server.execute("CREATE SCHEMA theirs");
    String other = address("theirs");
    assertThatThrownBy(() -> PostgresStore.openExisting(other))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no store");
    server.execute("CREATE TABLE theirs.page (a TEXT)");
    assertThatThrownBy(() -> PostgresStore.open(other))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("somebody else's");
  }

  @Test
  void aLaterReleasesStoreIsRefused() {
    server.execute("UPDATE news.setting SET value = '99' WHERE name = 'version'");
    try {
      assertThatThrownBy(() -> PostgresStore.open(address()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("later release");
    } finally {
      server.execute("UPDATE news.setting SET value = '6' WHERE name = 'version'");
    }
  }

  /** The last shape without runs: later ones make theirs of what such a store held. */
  private static final int BEFORE_RUNS = 3;

  @Override
  String makeEarlier(int shape) {
    StringBuilder sql = new StringBuilder();
    sql.append("DROP SCHEMA IF EXISTS older CASCADE; CREATE SCHEMA older;");
    sql.append("SET search_path TO older;");
    for (int script = 1; script <= Math.min(shape, BEFORE_RUNS); script++) {
      sql.append(script("postgres/" + script + ".sql"));
    }
    for (String table : earlierTables(shape)) {
      sql.append(carriedOver(table, "", EARLIER.get(table), "news."));
    }
    for (String table : List.of("page", "revision", "passage")) {
      sql.append(
          "SELECT setval(pg_get_serial_sequence('%1$s', '%1$s'), max(%1$s)) FROM %1$s;"
              .formatted(table));
    }
    for (int script = BEFORE_RUNS + 1; script <= shape; script++) {
      sql.append(script("postgres/" + script + ".sql"));
    }
    sql.append("INSERT INTO setting (name, value) VALUES ('version', '" + shape + "')");
    server.execute(sql.toString());
    return address("older");
  }

  @Override
  int shapes() {
    return 6;
  }

  @Override
  boolean hasCorrections(int shape) {
    return shape > 2;
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutThePassword() {
    assertThatThrownBy(() -> PostgresStore.open("postgresql://me:secret@localhost:1/news"))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("secret");
  }
}
