package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.server.DatelineServer;
import dateline.server.ServerSettings;
import dateline.store.RecordStore;
import dateline.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandsTest {

  @TempDir private Path folder;

  private Path page;
  private String before;

  @BeforeEach
  void readTwice() throws IOException {
    page = folder.resolve("page.txt");
    write("“We will never sign this treaty,” Prime Minister Anna Berg said on Monday.");
    before = export();
    write("“We will perhaps sign this treaty,” Prime Minister Anna Berg said on Monday.");
  }

  private void write(String words) throws IOException {
    Files.writeString(
        page, "OSLO, Norway – " + words + "\nSweden’s government accused Norway of theft.\n");
    run("read", "-q", page);
  }

  private Cli.Result run(Object... arguments) {
    return new Cli().with("DATELINE_STORE", folder.resolve("store.db").toString()).run(arguments);
  }

  private String export(Object... more) {
    return run(java.util.stream.Stream.concat(
                java.util.stream.Stream.of("export", "--format", "jsonl"),
                java.util.stream.Stream.of(more))
            .toArray())
        .out();
  }

  @Test
  void runsAreListedWithWhatReadAndWhatCameOfIt() {
    assertThat(run("runs").out())
        .contains("2  20")
        .contains("read  1 revised")
        .contains("read  1 new")
        .contains("dateline 0.1.0")
        .contains("rules/event ")
        .contains("page.txt");
    assertThat(run("runs", "--format", "json", "--limit", "1").out())
        .contains("\"number\" : 2")
        .contains("\"rules/event\" : \"sha256:");
  }

  @Test
  void whatWasExportedThenIsExportedNow() {
    assertThat(export("--as-of", "1")).isEqualTo(before).contains("never");
    assertThat(export()).isNotEqualTo(before);
    assertThat(run("search", "never", "--as-of", "1").status()).isZero();
    assertThat(run("search", "never").status()).isEqualTo(1);
    assertThat(run("show", "page.txt", "--as-of", "1").status()).isEqualTo(1); // the id is another
    assertThat(run("show", page, "--as-of", "1").out()).contains("never");
    assertThat(run("stories", "--articles", "1", "--as-of", "1").err()).contains("in run 1.");
    assertThat(run("export", "--as-of", "9").status()).isEqualTo(2);
    assertThat(run("export", "--as-of", "2020-01-01").err()).contains("before the first run");
  }

  @Test
  void twoRunsAndTwoFilesAreCompared() throws IOException {
    Cli.Result runs = run("diff", "1", "2");
    assertThat(runs.out()).contains("changed").contains("statements").contains("perhaps");
    assertThat(runs.err()).contains("Articles: 0 added, 0 removed, 1 changed, 0 the same.");
    assertThat(run("diff", "1", "--format", "jsonl").out()).contains("\"what\":\"changed\"");
    assertThat(run("diff", "2").err()).contains("1 the same");
    assertThat(run("diff", "1", "77").status()).isEqualTo(2);

    Path one = Files.writeString(folder.resolve("one.jsonl"), before);
    Path two = Files.writeString(folder.resolve("two.jsonl"), export());
    assertThat(run("diff", one, one).err()).contains("1 the same");
    // The page's bytes make its id: another page is another article there.
    assertThat(run("diff", one, two).err()).contains("Articles: 1 added, 1 removed");
  }

  @Test
  void theServerTellsTheSameDifferences() throws Exception {
    try (RecordStore store = Stores.open(folder.resolve("store.db").toString());
        DatelineServer server =
            DatelineServer.start(
                Dateline.open(), store, new ServerSettings("127.0.0.1", 0, null, 0, false))) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/v1/diff?from=1&to=2");
      String told =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
              .body();
      assertThat(told).isEqualTo(run("diff", "1", "2", "--format", "jsonl").out()).isNotEmpty();
    }
  }

  @Test
  void anUpgradeReadsWhatIsDueAndNothingTwice() throws SQLException {
    assertThat(run("upgrade").err()).contains("Nothing is due");
    change("rules/event");
    assertThat(run("upgrade", "--dry-run").err()).contains("2 records read by another rules/event");
    assertThat(run("upgrade").err()).contains("2 records read again: 0 records changed.");
    assertThat(run("upgrade").err()).contains("Nothing is due");
    assertThat(run("read", "-q", page).err()).contains("1 page passed over");

    change("rules/page");
    assertThat(run("upgrade").err()).contains("2 records: the page rules changed: needs the pages");
    assertThat(run("read", "-q", page).err()).contains("1 page read");
    assertThat(run("upgrade").err()).contains("1 record: the page rules changed");
  }

  /** Makes as if what is kept had been read by another one. */
  private void change(String part) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.db"));
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "DELETE FROM maker WHERE maker NOT IN (SELECT maker FROM revision)"
                  + " AND maker NOT IN (SELECT maker FROM run WHERE maker IS NOT NULL)",
              "UPDATE maker SET parts = replace(parts, '\""
                  + part
                  + "\":\"', '\""
                  + part
                  + "\":\"was ')")) {
        statement.executeUpdate(sql);
      }
    }
  }
}
