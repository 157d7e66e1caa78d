package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import dateline.PageInput;
import dateline.io.gazetteer.DatelineHome;
import dateline.io.gazetteer.GazetteerImport;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.pipeline.EnglishNews;
import dateline.pipeline.Subjects;
import dateline.place.EmbeddedGazetteer;
import dateline.store.Query;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatelineServerTest {

  private static final String TEXT =
      "OSLO, Jan. 2 – The mayor, Kari Lunde, said on Tuesday that the bridge would stay closed.\n"
          + "“We will not risk a single life,” Lunde said.";
  private static final String HOSTILE =
      "<script>alert(1)</script> \"><img src=x onerror=alert(2)> said the mayor, Kari Lunde, on Tuesday.";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private static RecordStore store;
  private static DatelineServer server;
  private static String id;

  @BeforeAll
  static void start() throws Exception {
    Dateline dateline = Dateline.open();
    ArticleRecord record =
        dateline.read(
            new PageInput(
                "bridge",
                TEXT.getBytes(StandardCharsets.UTF_8),
                PageInput.Kind.TEXT,
                null,
                null,
                HOSTILE,
                "2024-01-02",
                null));
    id = record.id();
    store = SqliteStore.open(folder.resolve("news.db"));
    store.save(List.of(new RecordStore.Reading("bridge", null, "f", record)));
    server = DatelineServer.start(dateline, store, ServerSettings.local(0));
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  @Test
  void theReaderShowsTheArticleAndItsStatements() throws Exception {
    assertThat(get("/article/" + id).body())
        .contains("We will not risk a single life", "Who said what", "Kari Lunde");
  }

  @Test
  void aPageThatTakesTooLongIsGivenUp() throws Exception {
    Subjects shipped = EnglishNews.subjects(EmbeddedGazetteer.load());
    Subjects endless =
        new Subjects(
            input -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return shipped.page().read(input);
            },
            shipped.analyser(),
            shipped.attributions(),
            shipped.actors(),
            shipped.times(),
            shipped.places(),
            shipped.statements(),
            shipped.events());
    try (DatelineServer slow =
        DatelineServer.start(
            Dateline.open(endless), null, ServerSettings.local(0), null, Duration.ofMillis(200))) {
      URI address = URI.create("http://127.0.0.1:" + slow.port() + "/v1/read");
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(TEXT)).build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("too-slow");
    }
  }

  @Test
  void articleTextIsNeverMarkup() throws Exception {
    for (String address : List.of("/article/" + id, "/search?q=risk", "/search?in=articles", "/")) {
      assertThat(get(address).body()).as(address).doesNotContain("<script>alert", "<img src=x");
    }
    assertThat(post("/read", "text=" + encode(HOSTILE)).body())
        .doesNotContain("<script>alert", "<img src=x");
  }

  @Test
  void whatIsAskedForIsNeverMarkup() throws Exception {
    String hostile = encode("\"><script>alert(1)</script>");
    for (String address :
        List.of(
            "/search?q=" + hostile,
            "/search?speaker=" + hostile,
            "/actor?name=" + hostile,
            "/article/" + hostile)) {
      assertThat(get(address).body()).as(address).doesNotContain("<script>alert");
    }
  }

  @Test
  void everyAnswerCarriesThePolicy() throws Exception {
    for (String address :
        List.of("/", "/about", "/read", "/search", "/nowhere", "/static/dateline.css")) {
      assertThat(get(address).headers().firstValue("Content-Security-Policy").orElse(""))
          .as(address)
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void theAboutPageNamesWhoseDataWasImported() throws Exception {
    String row =
        "900001\tNewfield\tNewfield\t\t47.5\t9.5\tP\tPPL\tAT\t\t7\t\t\t\t2500\t\t0\t\t2026-01-01\n";
    Path dump = Files.writeString(folder.resolve("cities.txt"), row);
    DatelineHome home = new DatelineHome(folder.resolve("home"));
    GazetteerImport.run(dump, home, (file, lines) -> {});
    try (DatelineServer other =
        DatelineServer.start(home.dateline(), null, ServerSettings.local(0))) {
      HttpRequest about =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/about")).build();

      assertThat(CLIENT.send(about, BodyHandlers.ofString()).body())
          .contains("GeoNames", "creativecommons.org/licenses/by/4.0", "geonames</dt>");
    }
    assertThat(get("/about").body()).doesNotContain("GeoNames");
  }

  @Test
  void theAboutPageNamesTheReleaseAndWhatItReadsWith() throws Exception {
    assertThat(get("/read").body()).contains("href=\"/about\"");
    assertThat(get("/about").body()).contains("Dateline " + Dateline.VERSION);
    assertThat(json("/about?format=json").path("attributions").isArray()).isTrue();
  }

  @Test
  void searchFindsByWordsAndSpeaker() throws Exception {
    assertThat(get("/search?q=risk").body()).contains("1 statement</b>").contains("single life");
    assertThat(json("/v1/search?speaker=Lunde").path("total").asInt()).isPositive();
    assertThat(get("/search?q=zebra").body()).contains("Nothing matches");
  }

  @Test
  void everyPageHasAJsonTwin() throws Exception {
    assertThat(RecordJson.read(get("/article/" + id + "?format=json").body()).id()).isEqualTo(id);
    assertThat(json("/search?q=risk&format=json").path("hits").size()).isEqualTo(1);
    assertThat(json("/actor?name=Lunde&format=json").has("parts")).isTrue();
  }

  @Test
  void theApiReadsATextAndStoresNothing() throws Exception {
    long before = store.articles(Query.of("")).total();
    HttpResponse<String> answer = post("/v1/read?published=2024-01-02", TEXT);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(RecordJson.read(answer.body()).statements()).isNotEmpty();
    assertThat(store.articles(Query.of("")).total()).isEqualTo(before);
  }

  @Test
  void errorsHaveOneShape() throws Exception {
    for (String address : List.of("/v1/articles/none-such", "/v1/nowhere", "/actor?format=json")) {
      JsonNode error = json(address).path("error");
      assertThat(error.path("code").asText()).as(address).isNotEmpty();
      assertThat(error.path("message").asText()).as(address).isNotEmpty();
    }
    JsonNode empty = new ObjectMapper().readTree(post("/v1/read", "").body()).path("error");
    assertThat(empty.path("code").asText()).isEqualTo("empty");
  }

  @Test
  void hostileSearchesAreOnlySearches() throws Exception {
    for (String words :
        List.of(
            "\"",
            "AND OR",
            "a* *",
            "NEAR(",
            "'; DROP TABLE page;--",
            "\u0000",
            "-",
            "col:x",
            "{}^")) {
      assertThat(get("/search?q=" + encode(words)).statusCode()).as(words).isEqualTo(200);
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return send(HttpRequest.newBuilder(at(address)).GET());
  }

  private static JsonNode json(String address) throws Exception {
    return new ObjectMapper().readTree(get(address).body());
  }

  private static HttpResponse<String> post(String address, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(at(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static URI at(String address) {
    return URI.create("http://127.0.0.1:" + server.port() + address);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
