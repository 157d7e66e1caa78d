package dateline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.Failure;
import dateline.PageException;
import dateline.PageInput;
import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import dateline.io.Disclosure;
import dateline.io.Input;
import dateline.io.Inputs;
import dateline.io.JsonObjectLine;
import dateline.json.RecordJson;
import dateline.place.EmbeddedGazetteer;
import dateline.place.Outlets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same records on Spark, through the Java API and the command line. */
class ReadJobTest {

  private static final int PAGES = 6;

  private static final String COMMENTED =
      """
      OSLO, Norway – “We will never sign this treaty,” Prime Minister Anna Berg said on Monday.
      Sweden’s government accused Norway of breaking its word.
      2 Comments
      Blue Gull
      2021-03-05 10:00
      They never agree on anything up there.
      Red Fox
      2021-03-05 11:00
      Well said, Blue Gull.
      """;

  private static final String HOMES = "The Fjord Post\tOslo, Norway\n";

  @TempDir private static Path folder;
  private static SparkSession spark;
  private static final List<String> records = new ArrayList<>();
  private static final List<String> failures = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    Path inputs = Files.createDirectory(folder.resolve("in"));
    List<Report> reports = Corpus.reports(Plan.demo(3)).limit(PAGES).toList();
    Files.write(inputs.resolve("a.warc.gz"), archive(reports.subList(0, PAGES / 2)));
    Files.writeString(inputs.resolve("b.jsonl"), lines(reports.subList(PAGES / 2, PAGES)));
    Files.writeString(inputs.resolve("c.txt"), COMMENTED);
    Files.writeString(inputs.resolve("notes.doc"), "nothing to read");
    Path homes = Files.writeString(folder.resolve("outlets.tsv"), HOMES);
    throughTheApi(inputs);
    spark = Sparks.open();
    ReadJob.run(
        spark,
        List.of(inputs.toString()),
        folder.resolve("out").toString(),
        true,
        homes.toString());
  }

  @AfterAll
  static void stop() throws Exception {
    spark.close();
  }

  private static void throughTheApi(Path inputs) throws IOException {
    Outlets outlets = Outlets.parse(HOMES.lines().toList(), "homes");
    Dateline dateline = Dateline.open(EmbeddedGazetteer.load(), outlets);
    try (Inputs all = Inputs.of(List.of(inputs.toString()), InputStream.nullInputStream())) {
      while (all.hasNext()) {
        Input input = all.next();
        try {
          PageInput page = input.load();
          records.add(RecordJson.write(Disclosure.of(page, dateline.read(page))));
        } catch (PageException e) {
          failures.add(input.failure(e).toString());
        }
      }
    }
  }

  /** Pages in gzip members, the second damaged. */
  private static byte[] archive(List<Report> reports) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int number = 0;
    for (Report report : reports) {
      String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
      byte[] content = (http + report.html()).getBytes(StandardCharsets.UTF_8);
      String header =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
              + report.url()
              + "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http\r\n"
              + "Content-Length: "
              + content.length
              + "\r\n\r\n";
      ByteArrayOutputStream member = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(member)) {
        out.write(header.getBytes(StandardCharsets.UTF_8));
        out.write(content);
        out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
      byte[] bytes = member.toByteArray();
      bytes[bytes.length / 2] ^= (byte) (++number == 2 ? 0x55 : 0);
      all.write(bytes);
    }
    return all.toByteArray();
  }

  /** Pages a line, and a line that is no JSON. */
  private static String lines(List<Report> reports) {
    StringBuilder lines = new StringBuilder("{broken\n");
    for (Report report : reports) {
      lines
          .append(
              JsonObjectLine.write(
                  line -> {
                    line.writeStringField("id", report.id());
                    line.writeStringField("text", report.text());
                    line.writeStringField("published", report.published().toLocalDate().toString());
                  }))
          .append('\n');
    }
    return lines.toString();
  }

  private static List<Row> table(String name) {
    return spark.read().parquet(folder.resolve("out").resolve(name).toString()).collectAsList();
  }

  /** Records of the command line, which runs in a process of its own. */
  private static List<String> throughTheCommandLine() throws IOException, InterruptedException {
    Path out = folder.resolve("cli.jsonl");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "dateline.cli.Main",
                "read",
                folder.resolve("in").toString(),
                "--format",
                "jsonl",
                "--home",
                folder.toString(),
                "--to",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("cli.log").toFile())
            .start();
    assertThat(process.waitFor()).as("one exit status: some inputs fail").isEqualTo(1);
    return Files.readAllLines(out);
  }

  /** One hash for a set of records, whatever their order. */
  private static String hash(List<String> records) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    records.stream()
        .sorted()
        .forEach(record -> digest.update((record + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void commandLineApiAndSparkGiveTheSameRecords() throws Exception {
    List<String> ofSpark = new ArrayList<>();
    for (Row row : table("records")) {
      if (!row.isNullAt(row.fieldIndex("record"))) {
        ofSpark.add(row.getAs("record"));
      }
    }
    assertThat(records).hasSize(PAGES);
    assertThat(ofSpark).containsExactlyInAnyOrderElementsOf(records);
    assertThat(hash(ofSpark)).isEqualTo(hash(records)).isEqualTo(hash(throughTheCommandLine()));
  }

  @Test
  void whoCommentsIsNotNamed() {
    assertThat(records.toString()).contains("reader-2").doesNotContain("Blue Gull");
    assertThat(table("comments"))
        .extracting(row -> row.<String>getAs("author"))
        .containsExactlyInAnyOrder("reader-1", "reader-2");
  }

  @Test
  void failuresAreRows() {
    assertThat(table("failures"))
        .extracting(
            row ->
                new Failure(
                        row.getAs("input"),
                        row.getAs("line"),
                        row.getAs("offset"),
                        row.getAs("reason"),
                        row.getAs("message"))
                    .toString())
        .containsExactlyInAnyOrderElementsOf(failures);
    assertThat(failures).hasSize(2);
  }

  @Test
  void tablesAreMadeFromTheRecords() {
    List<Row> articles = table("articles");
    assertThat(articles).hasSize(PAGES);
    assertThat(articles.get(0).schema().fieldNames()).contains("text", "published_day");
    long statements = articles.stream().mapToLong(row -> row.<Long>getAs("statements")).sum();
    assertThat(table("statements")).hasSize((int) statements);
  }
}
