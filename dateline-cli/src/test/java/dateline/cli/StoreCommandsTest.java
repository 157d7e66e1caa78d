package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.json.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandsTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void read() throws IOException {
    Path page = folder.resolve("page.txt");
    Files.writeString(
        page,
        "OSLO, Norway – “We will never sign this treaty,” Prime Minister Anna Berg said on Monday.\n"
            + "Sweden’s government accused Norway of breaking its word.\n"
            + "1 Comment\nBlue Gull\n2021-03-05 10:00\nThey never agree on anything up there.\n");
    new Cli().run("read", page, "--store", folder.resolve("store.db"), "-q");
  }

  private static Cli.Result run(Object... arguments) {
    return new Cli().with("DATELINE_STORE", folder.resolve("store.db").toString()).run(arguments);
  }

  @Test
  void searchFindsStatementsAndArticles() {
    Cli.Result result = run("search", "treaty", "sign");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("We will never sign this treaty").contains("1 article");
  }

  @Test
  void searchWritesJson() throws IOException {
    JsonNode found =
        new ObjectMapper()
            .readTree(run("search", "treaty", "--in", "statements", "--format", "json").out());

    JsonNode hit = found.get("statements").get("hits").get(0);
    assertThat(hit.get("content").asText()).contains("We will never sign");
    assertThat(hit.get("article").get("id").asText()).hasSize(32);
    assertThat(found.has("events")).isFalse();
  }

  @Test
  void searchCountsAndSaysHowItWasRead() throws IOException {
    Cli.Result text = run("search", "treaty", "--facets");

    assertThat(text.out())
        .contains("what was said")
        .contains("with the words")
        .contains("Speaker  Anna Berg 1");

    JsonNode found =
        new ObjectMapper()
            .readTree(
                run(
                        "search",
                        "treaty",
                        "--in",
                        "statements",
                        "--sector",
                        "GOV",
                        "--facets",
                        "--format",
                        "json")
                    .out())
            .get("statements");
    assertThat(found.get("readAs").toString()).contains("treaty").contains("sector GOV");
    assertThat(found.get("facets").get("facets").toString()).contains("Anna Berg");
    assertThat(found.get("histogram").has("step")).isTrue();
  }

  @Test
  void searchThatFindsNothingIsStatusOne() {
    assertThat(run("search", "marmalade").status()).isEqualTo(1);
  }

  @Test
  void searchWithoutAQuestionIsStatusTwo() {
    assertThat(run("search").status()).isEqualTo(2);
    assertThat(run("search", "--from", "yesterday").status()).isEqualTo(2);
    assertThat(run("search", "x", "--limit", "0").status()).isEqualTo(2);
  }

  @Test
  void searchTakesAnything() {
    assertThat(run("search", "\"unclosed AND (NEAR' \0 ;--").status()).isIn(0, 1);
  }

  @Test
  void showFindsTheRecordByTheBeginningOfItsId() throws IOException {
    JsonNode found =
        new ObjectMapper()
            .readTree(run("search", "treaty", "--in", "articles", "--format", "json").out());
    String id = found.get("articles").get("hits").get(0).get("article").get("id").asText();

    Cli.Result result = run("show", id.substring(0, 8), "--format", "jsonl");

    assertThat(RecordJson.read(result.out()).id()).isEqualTo(id);
    assertThat(run("show", id, "--revision", "1").out()).contains("Who said what");
    assertThat(run("show", id, "--revision", "2").status()).isEqualTo(1);
    assertThat(run("show", "nothing").status()).isEqualTo(1);
  }

  @Test
  void aMissingStoreIsStatusThreeAndIsNotMade() {
    Path nowhere = folder.resolve("nowhere.db");

    Cli.Result result = run("search", "x", "--store", nowhere);

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("nowhere.db");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void exportsStatementsAsCsv() {
    String csv = run("export").out();

    assertThat(csv.lines().findFirst())
        .get()
        .asString()
        .startsWith("article,uri,")
        .contains(",speaker,");
    assertThat(csv).contains("We will never sign this treaty").endsWith("\r\n");
  }

  @Test
  void exportsRecordsAsJsonLinesThatCanBeReadAgain() {
    assertThat(run("export", "--format", "jsonl").out().lines().map(RecordJson::read)).hasSize(1);
  }

  @Test
  void exportsLeaveOutWhoCommentedUnlessAsked() {
    assertThat(RecordJson.read(run("export", "--format", "jsonl").out()).comments())
        .singleElement()
        .satisfies(comment -> assertThat(comment.author()).isNull());
    assertThat(RecordJson.read(run("export", "--format", "jsonl", "--commenters").out()).comments())
        .singleElement()
        .satisfies(comment -> assertThat(comment.author()).startsWith("reader-"));
  }

  @Test
  void exportsEventsAsGeoJson() throws IOException {
    JsonNode map = new ObjectMapper().readTree(run("export", "--format", "geojson").out());

    assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(map.get("features"))
        .allSatisfy(
            feature ->
                assertThat(Math.abs(feature.at("/geometry/coordinates/1").asDouble()))
                    .isLessThanOrEqualTo(90));
  }

  @Test
  void exportWritesParquet() throws IOException {
    Path tables = folder.resolve("tables");

    Cli.Result result = run("export", "--format", "parquet", "--to", tables, "--comments");

    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("articles 1").contains("failures 0");
    assertThat(Files.readString(tables.resolve("statements.parquet"), StandardCharsets.ISO_8859_1))
        .startsWith("PAR1")
        .endsWith("PAR1");
    assertThat(tables.resolve("comments.parquet")).exists();
    assertThat(run("export", "--format", "parquet").status()).isEqualTo(2);
  }

  @Test
  void storesAreBackedUpVerifiedRestoredAndCopied() {
    Path backup = folder.resolve("backup.db");
    Path restored = folder.resolve("restored.db");

    assertThat(run("store", "backup", backup).status()).isZero();
    assertThat(run("store", "verify", "--store", backup).err()).contains("All is well");
    assertThat(run("store", "restore", backup, "--store", restored).status()).isZero();
    assertThat(run("store", "restore", backup, "--store", restored).status()).isEqualTo(3);
    assertThat(run("store", "copy", restored, folder.resolve("copy.db")).status()).isZero();
    assertThat(run("export", "--format", "jsonl", "--store", folder.resolve("copy.db")).out())
        .isEqualTo(run("export", "--format", "jsonl").out());
    assertThat(run("store").status()).isEqualTo(2);
  }

  @Test
  void somebodyWhoNeverCommentedIsForgottenToo() {
    assertThat(run("forget", "Nobody Here").err()).contains("0 comments");
  }
}
