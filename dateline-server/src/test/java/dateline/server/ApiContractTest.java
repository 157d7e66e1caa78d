package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dateline.Dateline;
import dateline.io.export.ExportFormat;
import dateline.io.export.Table;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The running server does what its OpenAPI description says. */
class ApiContractTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static RecordStore store;
  private static DatelineServer server;

  @BeforeAll
  static void start() {
    store = SqliteStore.open(folder.resolve("news.db"));
    for (int i = 0; i < 70; i++) {
      String id = "record-" + i;
      store.save(
          List.of(
              new RecordStore.Reading(
                  id,
                  null,
                  id,
                  TestRecords.record(id, List.of("=Talks " + i, "The bridge, closed")))));
    }
    server =
        DatelineServer.start(
            Dateline.open(), store, new ServerSettings("127.0.0.1", 0, null, 0, false));
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  private static HttpResponse<byte[]> send(String method, String path, String body)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(send("GET", path, "").body());
  }

  private static JsonNode description() throws Exception {
    byte[] yaml = send("GET", "/v1/openapi.yaml", "").body();
    return JSON.valueToTree(new Yaml().load(new String(yaml, StandardCharsets.UTF_8)));
  }

  @Test
  void everyDocumentedPathAnswersAsDocumented() throws Exception {
    JsonNode api = description();
    Map<String, String> bodies =
        Map.of(
            "/v1/articles/{id}/reviews", "item=s1&verdict=accept&who=Ana",
            "/v1/reviews/{number}/undo", "who=Ana",
            "/v1/mergings", "name=A+B&main=C+D&who=Ana",
            "/v1/partings", "name=E+F&main=G+F&who=Ana",
            "/v1/mergings/{number}/undo", "who=Ana",
            "/v1/read", "OSLO (Reuters) - \"We agree,\" Prime Minister Anna Berg said on Monday.");
    List<String> order = new ArrayList<>();
    api.path("paths").fieldNames().forEachRemaining(order::add);
    order.sort(java.util.Comparator.comparing(path -> path.contains("undo")));
    for (String path : order) {
      JsonNode operations = api.path("paths").path(path);
      String method = operations.has("post") ? "POST" : "GET";
      JsonNode operation = operations.path(method.toLowerCase(java.util.Locale.ROOT));
      String address =
          path.replace("{id}", "record-1").replace("{number}", "1").replace("{item}", "e1")
              + Map.of("/v1/actor", "?name=Nobody", "/v1/diff", "?from=1").getOrDefault(path, "");
      HttpResponse<byte[]> answer = send(method, address, bodies.getOrDefault(path, ""));
      JsonNode expected = operation.path("responses").path(Integer.toString(answer.statusCode()));
      assertThat(expected.isMissingNode()).as(path + " answers " + answer.statusCode()).isFalse();
      String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
      assertThat(expected.path("content").has(type)).as(path + " as " + type).isTrue();
      JsonNode schema = expected.path("content").path(type).path("schema");
      if (!schema.isMissingNode()) {
        assertThat(problems(api, schema, answer.body())).as(path).isEmpty();
      }
    }
  }

  /** What else the address of a page needs. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "/actor", "name=Kari+Lunde",
          "/article/{id}/review", "item=s1",
          "/pair", "a=NOR&b=SWE");

  @Test
  void everyPageHasATwinAtTheSameAddress() throws Exception {
    List<String> pages =
        server.routes().stream()
            .filter(path -> !path.startsWith("/v1/") && !path.contains("/feed."))
            .filter(path -> !List.of("/health", "/metrics").contains(path))
            .toList();
    assertThat(pages).hasSize(17);
    for (String path : pages) {
      String address =
          path.replace("{id}", "record-1").replace("{item}", "e1")
              + "?"
              + NEEDED.getOrDefault(path, "");
      HttpResponse<byte[]> page = send("GET", address, "");
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      HttpResponse<byte[]> twin = send("GET", address + "&format=json", "");
      assertThat(twin.statusCode()).as(path).isEqualTo(200);
      assertThat(twin.headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .startsWith("application/json");
      JsonNode read = JSON.readTree(twin.body());
      assertThat(read.isObject() && !read.isEmpty() && !read.has("error")).as(path).isTrue();
      HttpResponse<byte[]> asked =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
                  .header("Accept", "application/json")
                  .build(),
              BodyHandlers.ofByteArray());
      assertThat(JSON.readTree(asked.body())).as(path).isEqualTo(read);
    }
  }

  private static List<String> problems(JsonNode api, JsonNode schema, byte[] body)
      throws Exception {
    com.fasterxml.jackson.databind.node.ObjectNode whole = schema.deepCopy();
    whole.set("components", api.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON)
        .validate(new String(body, StandardCharsets.UTF_8), InputFormat.JSON)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  @Test
  void everyParameterOfASearchIsDocumented() throws Exception {
    TreeSet<String> documented = new TreeSet<>();
    description()
        .at("/paths/~1v1~1search/get/parameters")
        .forEach(parameter -> documented.add(parameter.path("name").asText()));
    TreeSet<String> known = new TreeSet<>(Question.NAMES);
    known.add("in");
    assertThat(documented).isEqualTo(known);
  }

  @Test
  void errorsHaveTheDocumentedShape() throws Exception {
    JsonNode api = description();
    for (String path :
        List.of("/v1/nowhere", "/v1/articles/none-such", "/v1/actor", "/v1/export?as=docx")) {
      assertThat(problems(api, api.at("/components/schemas/Problem"), send("GET", path, "").body()))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void pagingShowsEveryHitOnce() throws Exception {
    for (String search :
        List.of(
            "/v1/search?q=talks", "/v1/search?in=events&order=latest", "/v1/search?in=articles")) {
      JsonNode page = json(search);
      long total = page.path("total").asLong();
      List<String> seen = new ArrayList<>();
      while (true) {
        page.path("hits")
            .forEach(hit -> seen.add(hit.at("/article/id").asText() + hit.path("id").asText()));
        if (page.path("next").isNull()) {
          break;
        }
        page = json(page.path("next").asText());
      }
      assertThat(seen).as(search).hasSize((int) total).doesNotHaveDuplicates();
      assertThat(total).isGreaterThan(Question.PAGE);
    }
  }

  @Test
  void everyExportHasEveryRowAndItsManifestSaysSo() throws Exception {
    for (String kind : List.of("statements", "events", "articles")) {
      long total = json("/v1/search?in=" + kind).path("total").asLong();
      for (ExportFormat each : ExportFormat.of(Table.What.valueOf(kind.toUpperCase(Locale.ROOT)))) {
        String format = each.code();
        HttpResponse<byte[]> answer =
            send("GET", "/v1/export?zip=yes&in=" + kind + "&as=" + format, "");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
          ZipEntry data = zip.getNextEntry();
          byte[] file = zip.readAllBytes();
          assertThat(zip.getNextEntry().getName()).isEqualTo("manifest.json");
          JsonNode manifest = JSON.readTree(zip.readAllBytes());
          assertThat(zip.getNextEntry().getName()).isEqualTo("codebook.md");
          assertThat(manifest.path("file").asText()).isEqualTo(data.getName());
          assertThat(manifest.path("found").asLong()).isEqualTo(total);
          assertThat(manifest.path("query").path("in").asText()).isEqualTo(kind);
          assertThat(manifest.path("sha256").asText()).isEqualTo(sha256(file));
          if (!format.equals("annotations")) { // there, a statement is several
            assertThat(manifest.path("rows").asLong()).as(kind + " as " + format).isEqualTo(total);
          }
          String text = new String(file, StandardCharsets.UTF_8);
          switch (format) {
            case "csv" -> {
              assertThat(text.split("\r\n")).hasSize((int) total + 1);
              assertThat(text).contains("'=Talks 1").doesNotContain(",=Talks");
            }
            case "jsonl", "plover" -> {
              for (String line : text.strip().split("\n")) {
                assertThat(JSON.readTree(line).isObject()).isTrue();
              }
            }
            case "parquet" -> assertThat(text).startsWith("PAR1").endsWith("PAR1");
            case "gdelt" ->
                assertThat(text.strip().split("\n"))
                    .hasSize((int) total)
                    .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(58));
            default -> assertThat(JSON.readTree(text).isEmpty()).isFalse();
          }
        }
      }
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void feedsAreWellFormed() throws Exception {
    byte[] atom = send("GET", "/feed.atom?q=talks", "").body();
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(atom));
    assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(Question.PAGE);
    assertThat(json("/feed.json?q=talks").path("items").size()).isEqualTo(Question.PAGE);
  }

  @Test
  void correctionsThatStandAreGold() throws Exception {
    send(
        "POST",
        "/v1/articles/record-2/reviews",
        "item=e0&verdict=fix&field=date&value=2024-05-02&who=Ana");
    String gold = new String(send("GET", "/v1/reviews", "").body(), StandardCharsets.UTF_8);
    JsonNode line =
        JSON.readTree(
            gold.lines().filter(each -> each.contains("\"record-2\"")).findFirst().orElseThrow());
    assertThat(line.path("value").asText()).isEqualTo("2024-05-02");
    assertThat(line.path("record").path("id").asText()).isEqualTo("record-2");
  }

  @Test
  void badCorrectionsAreRefused() throws Exception {
    for (String body :
        List.of(
            "",
            "item=s1",
            "item=s99&verdict=accept&who=A",
            "item=s1&verdict=maybe&who=A",
            "item=s1&verdict=fix&field=soul&who=A")) {
      assertThat(send("POST", "/v1/articles/record-1/reviews", body).statusCode())
          .as(body)
          .isBetween(400, 404);
    }
    assertThat(send("POST", "/v1/reviews/99999/undo", "who=A").statusCode()).isEqualTo(404);
  }

  @Test
  void answersHaveTagsAndAreNotSentTwice() throws Exception {
    HttpResponse<byte[]> first = send("GET", "/v1/articles/record-1", "");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.port() + "/v1/articles/record-1"))
                .header("If-None-Match", tag)
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(second.statusCode()).isEqualTo(304);
  }

  @Test
  void twoMomentsDifferByWhatCameBetween() throws Exception {
    JsonNode difference = description().at("/components/schemas/Difference");
    String now = text("/v1/diff?from=3");
    assertThat(now.lines().toList()).hasSizeGreaterThanOrEqualTo(67);
    for (String line : now.lines().toList()) {
      assertThat(problems(description(), difference, line.getBytes(StandardCharsets.UTF_8)))
          .isEmpty();
    }
    String later = text("/v1/diff?from=3&to=5");
    List<String> what = new ArrayList<>();
    for (String line : later.lines().toList()) {
      JsonNode article = JSON.readTree(line);
      what.add(article.path("article").asText() + " " + article.path("what").asText());
    }
    assertThat(what).containsExactly("record-3 added", "record-4 added");
    assertThat(text("/v1/diff?from=5&to=3"))
        .isEqualTo(later.replace("\"added\"", "\"removed\""))
        .isNotEqualTo(later);
    assertThat(text("/v1/diff?from=3&to=3")).isEmpty();
    for (String wrong : List.of("", "?from=", "?to=3", "?from=77777", "?from=3&to=yesterday")) {
      assertThat(send("GET", "/v1/diff" + wrong, "").statusCode()).as(wrong).isEqualTo(400);
    }
  }

  private static final Pattern LEAVING = Pattern.compile("<a [^>]*>as the store was");
  private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"]*)\"");

  @Test
  void whatAPageOfThePastLeadsToIsOfTheSameMoment() throws Exception {
    List<String> pages =
        List.of(
            "/?",
            "/search?q=talks&",
            "/search?in=events&",
            "/article/record-1?",
            "/article/record-1/revisions?",
            "/article/record-1/event/e1?",
            "/actor?name=The+bridge%2C+closed&",
            "/pair?",
            "/pair?a=NOR&b=SWE&",
            "/timeline?",
            "/map?",
            "/stories?articles=1&",
            "/story/record-1?",
            "/said?speaker=bridge&",
            "/people?name=bridge&",
            "/export?");
    int links = 0;
    for (String path : pages) {
      String address = path + "asOf=60";
      String page = text(address);
      String main = page.substring(page.indexOf("As it is now"), page.indexOf("</main>"));
      Matcher link = LINK.matcher(LEAVING.matcher(main).replaceAll(""));
      while (link.find()) {
        if (!link.group(1).contains("/review?")) { // what people say, they say now
          assertThat(link.group(1)).as(path).contains("asOf=60");
          links++;
        }
      }
      assertThat(main.split("name=\"asOf\" value=\"60\"", -1))
          .as("forms of " + path)
          .hasSameSizeAs(main.split("method=\"get\"", -1));
      assertThat(text(path)).as(path).doesNotContain("asOf");
    }
    assertThat(links).isGreaterThan(200);
  }

  @Test
  void asOfAnEarlierRunEverythingAnswersAsItDidThen() throws Exception {
    String run = json("/v1/runs?limit=1").at("/runs/0/number").asText();
    List<String> paths =
        List.of(
            "/v1/search?q=talks&asOf=",
            "/v1/search?in=events&order=latest&asOf=",
            "/v1/articles/record-3?asOf=",
            "/v1/stories?articles=1&asOf=",
            "/v1/export?in=statements&as=jsonl&asOf=");
    List<String> before = new ArrayList<>();
    for (String path : paths) {
      before.add(text(path + run));
    }
    store.save(
        List.of(
            new RecordStore.Reading(
                "later", null, "later", TestRecords.record("later", List.of("More talks")))));
    assertThat(text("/v1/search?q=talks")).isNotEqualTo(text("/v1/search?q=talks&asOf=" + run));
    for (int i = 0; i < paths.size(); i++) {
      assertThat(text(paths.get(i) + run)).as(paths.get(i)).isEqualTo(before.get(i));
    }
    assertThat(send("GET", "/v1/articles/later?asOf=" + run, "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/v1/articles/later", "").statusCode()).isEqualTo(200);
    for (String none : List.of("77777", "yesterday", "%27")) {
      assertThat(send("GET", "/v1/search?asOf=" + none, "").statusCode()).isEqualTo(400);
    }
    assertThat(
            new String(
                send("GET", "/search?q=talks&asOf=" + run, "").body(), StandardCharsets.UTF_8))
        .contains("as the store was")
        .contains("asOf=" + run);
  }

  private static String text(String path) throws Exception {
    HttpResponse<byte[]> answer = send("GET", path, "");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
