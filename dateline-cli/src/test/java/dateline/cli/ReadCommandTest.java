package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NEWS =
      "OSLO, Norway (NTB) – Prime Minister Anna Berg said on Monday that the talks had failed.\n"
          + "“We will not sign,” she told reporters in Bergen. The 😀 opposition welcomed the move.";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static String line(String id, String field, String value) {
    return JSON.createObjectNode().put("id", id).put(field, value) + "\n";
  }

  private static String html(String body) {
    return "<html><head><title>Talks fail</title></head><body><article><h1>Talks fail</h1><p>"
        + body.replace("\n", "</p><p>")
        + "</p></article></body></html>";
  }

  private Path out() {
    return folder.resolve("out.jsonl");
  }

  private List<ArticleRecord> records() throws IOException {
    return Files.readAllLines(out()).stream().map(RecordJson::read).toList();
  }

  private List<JsonNode> failures() throws IOException {
    List<JsonNode> failures = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out.jsonl.failures"))) {
      failures.add(JSON.readTree(line));
    }
    return failures;
  }

  private Cli.Result read(Object input) {
    return new Cli().run("read", input, "--format", "jsonl", "--to", out());
  }

  @Test
  void keepsIdsOrderAndTextOfJsonLines() throws IOException {
    String odd = " “Odd\u00a0text” \r\n\n\tStays. e\u0301 😀 \n";
    Path input = write("in.jsonl", line("z", "text", NEWS) + line("a", "text", odd));

    Cli.Result result = read(input);

    assertThat(result.status()).isZero();
    assertThat(records()).extracting(ArticleRecord::id).containsExactly("z", "a");
    assertThat(records()).extracting(record -> record.article().text()).containsExactly(NEWS, odd);
    assertThat(folder.resolve("out.jsonl.failures")).doesNotExist();
  }

  @Test
  void readsMarkupAndFilesBesideTheJsonLines() throws IOException {
    write("pages/page.html.gz", gzip(html(NEWS).getBytes(StandardCharsets.UTF_8)));
    Path input =
        write(
            "pages/in.jsonl",
            line("markup", "html", html(NEWS)) + line("file", "file", "page.html.gz"));

    assertThat(read(input).status()).isZero();

    assertThat(records()).extracting(ArticleRecord::id).containsExactly("markup", "file");
    assertThat(records())
        .allSatisfy(record -> assertThat(record.article().text()).contains("We will not sign"));
  }

  @Test
  void passesOnTitleDateAndAddress() throws IOException {
    Path input =
        write(
            "in.jsonl",
            JSON.createObjectNode()
                    .put("id", "x")
                    .put("text", NEWS)
                    .put("title", "Talks fail")
                    .put("published", "2021-03-01")
                    .put("url", "https://courier.example/talks")
                + "\n");

    read(input);

    ArticleRecord record = records().get(0);
    assertThat(record.article().title()).isEqualTo("Talks fail");
    assertThat(record.article().published()).isNotNull();
    assertThat(record.article().published().value()).isEqualTo("2021-03-01");
    assertThat(record.source().uri()).isEqualTo("https://courier.example/talks");
  }

  @Test
  void aLineThatCantBeReadIsListedAndTheRestGoesOn() throws IOException {
    String good = line("good", "text", NEWS);
    String bad = "{\"id\": \"bad\", \"text\": \n";
    String missing = line("missing", "file", "nowhere.html");
    String nothing = "{\"id\": \"nothing\"}\n";
    Path input =
        write("in.jsonl", good + bad + "\n" + missing + nothing + line("last", "text", NEWS));

    Cli.Result result = read(input);

    assertThat(result.status()).isEqualTo(1);
    assertThat(records()).extracting(ArticleRecord::id).containsExactly("good", "last");
    assertThat(failures()).extracting(f -> f.get("line").asInt()).containsExactly(2, 4, 5);
    int second = good.getBytes(StandardCharsets.UTF_8).length;
    int fourth = second + bad.length() + 1;
    assertThat(failures())
        .extracting(f -> f.get("offset").asInt())
        .containsExactly(second, fourth, fourth + missing.length());
    assertThat(failures())
        .extracting(f -> f.get("reason").asText())
        .containsExactly("bad-json", "missing", "bad-json");
    assertThat(failures())
        .allSatisfy(f -> assertThat(f.get("input").asText()).isEqualTo(input.toString()));
    assertThat(result.err()).contains("3 inputs failed: bad-json 2, missing 1.");
  }

  @Test
  void failuresOfAnEarlierRunAreRemoved() throws IOException {
    read(write("in.jsonl", "no json\n"));
    assertThat(folder.resolve("out.jsonl.failures")).exists();

    read(write("in.jsonl", line("good", "text", NEWS)));

    assertThat(folder.resolve("out.jsonl.failures")).doesNotExist();
  }

  @Test
  void anyNumberOfThreadsWritesTheSameBytes() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(i % 7 == 3 ? "broken\n" : line("id-" + i, "text", NEWS.repeat(1 + i % 5)));
    }
    Path input = write("in.jsonl", lines.toString());
    Path one = folder.resolve("one.jsonl");
    Path eight = folder.resolve("eight.jsonl");

    new Cli().run("read", input, "--to", one, "--threads", 1);
    new Cli().run("read", input, "--to", eight, "--threads", 8);

    assertThat(one).hasSameBinaryContentAs(eight);
    assertThat(Path.of(one + ".failures")).hasSameBinaryContentAs(Path.of(eight + ".failures"));
    assertThat(Files.readAllLines(one)).hasSize(34);
  }

  @Test
  void readsFoldersInTheOrderOfNamesAndGlobs() throws IOException {
    write("in/b.txt", NEWS);
    write("in/a/z.html", html(NEWS));
    write("in/a/picture.png", "not read");
    write("in/.hidden.txt", "not read");
    write("in/c.jsonl", line("c", "text", NEWS));

    read(folder.resolve("in"));
    assertThat(records())
        .extracting(record -> record.source().uri())
        .containsExactly(
            folder.resolve("in/a/z.html").toString(), folder.resolve("in/b.txt").toString(), null);

    read(folder.resolve("in/*.txt"));
    assertThat(records()).hasSize(1);

    read(folder.resolve("in/**.{txt,html}"));
    assertThat(records()).hasSize(2);
  }

  @Test
  void readsStandardInputAsAPageOrAsJsonLines() throws IOException {
    Cli.Result page =
        new Cli().in(NEWS.getBytes(StandardCharsets.UTF_8)).run("read", "-", "--format", "jsonl");
    assertThat(RecordJson.read(page.out()).article().text()).contains("We will not sign");

    byte[] lines =
        (line("a", "text", NEWS) + line("b", "text", NEWS)).getBytes(StandardCharsets.UTF_8);
    Cli.Result two = new Cli().in(gzip(lines)).run("read", "-", "--format", "jsonl");
    assertThat(two.out().lines().map(RecordJson::read).map(ArticleRecord::id))
        .containsExactly("a", "b");
  }

  @Test
  void jsonIsAnObjectForOnePageAndAListForMore() throws IOException {
    Path page = write("page.txt", NEWS);

    JsonNode one = JSON.readTree(new Cli().run("read", page, "--format", "json").out());
    JsonNode two = JSON.readTree(new Cli().run("read", page, page, "--format", "json").out());
    JsonNode none =
        JSON.readTree(new Cli().run("read", folder.resolve("*.x"), "--format", "json").out());

    assertThat(one.isObject()).isTrue();
    assertThat(two.size()).isEqualTo(2);
    assertThat(none.isArray() && none.isEmpty()).isTrue();
  }

  @Test
  void everyBadInputHasItsReasonAndTheRunGoesOn() throws IOException {
    Path in = folder.resolve("in");
    write("in/01-empty.html", "");
    write("in/02-binary.html", binary());
    byte[] whole = gzip(html(NEWS.repeat(50)).getBytes(StandardCharsets.UTF_8));
    write("in/03-short.html.gz", java.util.Arrays.copyOf(whole, whole.length / 2));
    write("in/04-large.html", new byte[50 << 20]);
    write("in/05-deep.html", "<div>".repeat(200_000) + NEWS);
    write("in/06-blank.txt", " \n\n \t\n");
    write("in/07-good.html", html(NEWS));

    Cli.Result result = read(in);

    assertThat(result.status()).isEqualTo(1);
    assertThat(records())
        .extracting(record -> record.source().uri())
        .contains(in.resolve("07-good.html").toString());
    assertThat(failures())
        .extracting(
            f ->
                Path.of(f.get("input").asText()).getFileName().toString().substring(0, 2)
                    + " "
                    + f.get("reason").asText())
        .contains("01 empty", "02 binary", "03 bad-gzip", "04 too-large", "06 empty");
    assertThat(failures())
        .extracting(f -> f.get("reason").asText())
        .doesNotContain("internal-error");
  }

  private static byte[] binary() {
    byte[] bytes = new byte[5_000];
    new java.util.Random(7).nextBytes(bytes);
    bytes[10] = 0;
    return bytes;
  }

  @Test
  void anotherLanguageIsReadAndListed() throws IOException {
    String german =
        "Die Gespräche über die Grenze sind am Montag gescheitert, wie die Regierung in Wien mitteilte. "
            + "Der Minister sagte, man werde nicht unterschreiben und auch keine weiteren Treffen ansetzen.\n";
    read(write("page.html", html(german.repeat(4)).replace("<html>", "<html lang=\"de\">")));

    assertThat(records()).hasSize(1);
    assertThat(failures()).extracting(f -> f.get("reason").asText()).containsExactly("not-english");
  }

  @Test
  void aLineThatIsTooLongIsPassedOver() throws IOException {
    Path input = folder.resolve("in.jsonl");
    try (OutputStream out = Files.newOutputStream(input)) {
      out.write("{\"id\":\"long\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
      byte[] mebibyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 45; i++) {
        out.write(mebibyte);
      }
      out.write(("\"}\n" + line("next", "text", NEWS)).getBytes(StandardCharsets.UTF_8));
    }

    read(input);

    assertThat(records()).extracting(ArticleRecord::id).containsExactly("next");
    assertThat(failures()).extracting(f -> f.get("reason").asText()).containsExactly("too-large");
  }

  @Test
  void wrongUsageIsStatusTwo() {
    assertThat(new Cli().run("read").status()).isEqualTo(2);
    assertThat(new Cli().run("read", "x", "--threads", "0").status()).isEqualTo(2);
    assertThat(new Cli().run("read", "x", "--format", "pdf").status()).isEqualTo(2);
    assertThat(new Cli().run("read", "x\0y").status()).isEqualTo(2);
    assertThat(new Cli().run("frobnicate").status()).isEqualTo(2);
    assertThat(new Cli().run().status()).isEqualTo(2);
  }

  @Test
  void anOutputThatCantBeWrittenIsStatusThree() throws IOException {
    Path page = write("page.txt", NEWS);

    Cli.Result result = new Cli().run("read", page, "--to", folder.resolve("no/such/out.jsonl"));

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("out.jsonl");
  }

  @Test
  void theDefaultFormatFollowsTheNameOfTheOutput() throws IOException {
    Path page = write("page.txt", NEWS);

    new Cli().run("read", page, "--to", folder.resolve("out.json"));
    new Cli().run("read", page, "--to", folder.resolve("out.txt"));

    assertThat(JSON.readTree(folder.resolve("out.json").toFile()).get("schema").asText())
        .isEqualTo("dateline/1");
    assertThat(folder.resolve("out.txt")).content().contains("Who said what");
  }

  @Test
  void coloursOnlyOnATerminalThatWantsThem() throws IOException {
    Path page = write("page.txt", NEWS);
    String escape = "\u001b[";

    assertThat(new Cli().run("read", page, "--no-store").out()).doesNotContain(escape);
    assertThat(new Cli().onTerminal().run("read", page, "--no-store").out()).contains(escape);
    assertThat(new Cli().onTerminal().with("NO_COLOR", "1").run("read", page, "--no-store").out())
        .doesNotContain(escape);
    assertThat(new Cli().run("read", page, "--no-store", "--color", "always").out())
        .contains(escape);
    assertThat(new Cli().with("DATELINE_COLOR", "always").run("read", page, "--no-store").out())
        .contains(escape);
  }

  @Test
  void aPageCannotSteerTheTerminal() throws IOException {
    Path input =
        write("in.jsonl", line("x", "text", NEWS + " \u001b]0;owned\u0007\u009b31m\u202eleft"));

    String out = new Cli().run("read", input, "--format", "text", "--no-store").out();

    assertThat(out).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e").contains("owned");
  }

  @Test
  void readingTwiceLeavesTheStoreAsItWasAndAChangeAddsARevision() throws IOException {
    Path page = write("page.txt", NEWS);
    Path store = folder.resolve("store.db");

    assertThat(new Cli().run("read", page, "--store", store).err()).contains("1 new");
    assertThat(new Cli().run("read", page, "--store", store).err()).contains("1 unchanged");
    assertThat(new Cli().run("read", page, "--store", store, "-q").err())
        .contains("1 page passed over");
    write("page.txt", NEWS.replace("will not sign", "might sign"));
    assertThat(new Cli().run("read", page, "--store", store).err()).contains("1 revised");
  }

  @Test
  void failuresAreKeptInTheStoreUntilTheInputIsRead() throws IOException {
    Path page = write("page.txt", "");
    Path store = folder.resolve("store.db");
    new Cli().run("read", page, "--store", store, "-q");
    assertThat(new Cli().run("failures", "--store", store).out())
        .contains("page.txt")
        .contains("empty");

    write("page.txt", NEWS);
    new Cli().run("read", page, "--store", store, "-q");

    assertThat(new Cli().run("failures", "--store", store).out()).isEmpty();
  }
}
