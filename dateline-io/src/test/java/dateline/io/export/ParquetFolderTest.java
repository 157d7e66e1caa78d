package dateline.io.export;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Failure;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.model.Place;
import dateline.model.Provenance;
import dateline.model.Resolved;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.text.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by a reader that is not ours. */
class ParquetFolderTest {

  private static final String TEXT = "Berg said: “No 😊 treaty in Oslo.”";

  private static final ArticleRecord TALKS =
      new ArticleRecord(
          ArticleRecord.SCHEMA,
          "talks",
          new Source("http://a.example/", "text/html", "utf-8", "ab", 5_000_000_000L, null),
          new Article(
              "=Talks,\t\"so\"\n",
              null,
              "en",
              new Resolved("2021-03-04", "json-ld", 0.99, null),
              null,
              List.of("Ann Lee", "Bo Ek"),
              null,
              List.of(),
              TEXT,
              List.of(),
              List.of(),
              null,
              null,
              false),
          List.of(
              new Actor(
                  "a1",
                  "Berg",
                  Actor.Kind.PERSON,
                  "NOR",
                  List.of("GOV", "MIL"),
                  null,
                  List.of(new Actor.Mention(List.of(new Span(0, 4)), Actor.Form.NAME)))),
          List.of(
              new Statement(
                  "s1",
                  Statement.Kind.DIRECT,
                  Statement.Type.COMMUNICATION,
                  List.of(new Span(11, 33)),
                  List.of(new Span(5, 9)),
                  List.of(new Span(0, 4)),
                  "a1",
                  null,
                  null,
                  null,
                  null,
                  null,
                  0.5)),
          List.of(),
          List.of(
              new Place(
                  "p1",
                  List.of(new Span(26, 30)),
                  "Oslo",
                  "NOR",
                  59.9,
                  10.7,
                  Place.Precision.CITY,
                  "test:1",
                  List.of(),
                  false,
                  "name",
                  0.9)),
          List.of(
              new TimeExpression(
                  "t1",
                  List.of(new Span(0, 4)),
                  TimeExpression.Type.DATE,
                  null,
                  null,
                  null,
                  null,
                  0)),
          List.of(new Comment("reader-1", null, "Hm.", null), new Comment(null, null, "Ha.", 0)),
          new Provenance("dateline test", Map.of(), List.of()));

  @TempDir private Path folder;

  private Map<String, Long> write(Path to) throws IOException {
    ParquetFolder out = new ParquetFolder(to, true, StoryColumns.NONE);
    try (out) {
      out.write(TALKS);
      out.write(new Failure("in.warc.gz", 7L, 1L << 33, "bad-gzip", "damaged"));
    }
    return out.rows();
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.replace("@", folder + "/"))) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  @Test
  void anotherReaderFindsEveryRow() throws IOException, SQLException {
    for (Map.Entry<String, Long> table : write(folder).entrySet()) {
      assertThat(ask("SELECT count(*) FROM '@" + table.getKey() + ".parquet'"))
          .as(table.getKey())
          .isEqualTo(table.getValue().toString());
    }
  }

  @Test
  void anotherReaderFindsEveryValue() throws IOException, SQLException {
    write(folder);

    assertThat(ask("SELECT content FROM '@statements.parquet' WHERE speaker_country = 'NOR'"))
        .isEqualTo("“No 😊 treaty in Oslo.”");
    assertThat(ask("SELECT title FROM '@articles.parquet'")).isEqualTo("=Talks,\t\"so\"\n");
    assertThat(ask("SELECT bytes + 1 FROM '@articles.parquet'")).isEqualTo("5000000001");
    assertThat(ask("SELECT outlet IS NULL AND byline = 'Ann Lee;Bo Ek' FROM '@articles.parquet'"))
        .isEqualTo("true");
    assertThat(ask("SELECT lat + lon FROM '@places.parquet'")).startsWith("70.6");
    assertThat(ask("SELECT value IS NULL FROM '@times.parquet'")).isEqualTo("true");
    assertThat(ask("SELECT sum(reply_to) + count(author) FROM '@comments.parquet'")).isEqualTo("1");
    assertThat(ask("SELECT \"offset\" FROM '@failures.parquet'")).isEqualTo("8589934592");
  }

  @Test
  void theSameRecordsGiveTheSameBytes() throws IOException {
    write(folder.resolve("one"));
    write(folder.resolve("two"));

    for (Table table : Tables.ALL) {
      String name = table.name() + ".parquet";
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
  }

  @Test
  void cellsAreOfTheirColumnsTypes() {
    for (Table table : Tables.ALL) {
      for (List<Object> row : table.rows().apply(TALKS)) {
        assertThat(row).hasSameSizeAs(table.columns());
        for (int i = 0; i < row.size(); i++) {
          Class<?> type =
              switch (table.columns().get(i).type()) {
                case TEXT -> String.class;
                case INTEGER, NUMBER -> Number.class;
              };
          assertThat(row.get(i))
              .as(table.columns().get(i).name())
              .satisfiesAnyOf(
                  cell -> assertThat(cell).isNull(), cell -> assertThat(cell).isInstanceOf(type));
        }
      }
    }
  }

  @Test
  void theCodebookIsInTheFile() throws IOException, SQLException {
    write(folder);
    assertThat(
            ask(
                "SELECT decode(value) FROM parquet_kv_metadata('@places.parquet')"
                    + " WHERE decode(key) = 'dateline.codebook'"))
        .contains("lat: degrees north");
    assertThat(Files.list(folder)).hasSize(8);
  }

  /** What docs/archives.md tells people to type, as it stands there. */
  @Test
  void theDocumentationsQuestionsAreAnswered() throws IOException, SQLException {
    write(folder);
    String page = Files.readString(Path.of("../docs/archives.md"));
    String code = page.substring(page.indexOf("```sql") + 6);
    List<String> answers = new ArrayList<>();
    for (String question : code.substring(0, code.indexOf("```")).split(";")) {
      if (!question.isBlank()) {
        answers.add(ask(question.replace("'tables/", "'@")));
      }
    }
    assertThat(answers).hasSize(3).first().isEqualTo("Berg");
  }

  @Test
  void aSearchIsOneFileOfWhatItFound() throws IOException, SQLException {
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(folder.resolve("search.parquet"))) {
      Export export =
          ExportFormat.PARQUET.open(Table.What.STATEMENTS, out, false, StoryColumns.NONE);
      export.write(TALKS, Set.of(TALKS.statements().get(0).id()));
      export.write(TALKS, Set.of("none"));
      export.end();
      assertThat(export.rows()).isEqualTo(1);
    }
    assertThat(ask("SELECT content FROM '@search.parquet'")).contains("No 😊 treaty in Oslo.");
  }
}
