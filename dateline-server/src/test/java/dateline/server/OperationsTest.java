package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private final List<String> log = new CopyOnWriteArrayList<>();

  private static HttpRequest.Builder request(DatelineServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> get(DatelineServer server, String path) throws Exception {
    return CLIENT.send(request(server, path).build(), BodyHandlers.ofString());
  }

  @Test
  void requestsAreCountedByRouteAndLoggedWithoutWhatWasAsked() throws Exception {
    try (RecordStore store = SqliteStore.open(folder.resolve("news.db"));
        DatelineServer server =
            DatelineServer.start(Dateline.open(), store, ServerSettings.local(0), log::add)) {
      get(server, "/v1/search?q=secret");
      get(server, "/article/none");
      get(server, "/nowhere/at/all");
      String metrics = get(server, "/metrics").body();
      assertThat(metrics)
          .contains("route=\"/v1/search\",status=\"200\"")
          .contains("route=\"/article/{id}\",status=\"404\"")
          .contains("route=\"none\",status=\"404\"")
          .contains("jvm_memory_used_bytes")
          .doesNotContain("secret")
          .doesNotContain("nowhere");
      JsonNode line = new ObjectMapper().readTree(log.get(0));
      assertThat(line.path("route").asText()).isEqualTo("/v1/search");
      assertThat(line.path("status").asInt()).isEqualTo(200);
      assertThat(log.toString()).doesNotContain("secret");
    }
  }

  @Test
  void healthIsToldWithoutATokenAndMetricsAreNot() throws Exception {
    ServerSettings settings = new ServerSettings("127.0.0.1", 0, "a long enough token", 1, false);
    try (DatelineServer server = DatelineServer.start(Dateline.open(), null, settings)) {
      for (int i = 0; i < 5; i++) {
        HttpResponse<String> health = get(server, "/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"up\"").contains(Dateline.VERSION);
      }
      assertThat(get(server, "/metrics").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aStoreThatFailsIsToldByHealth() throws Exception {
    Path file = folder.resolve("gone.db");
    try (RecordStore store = SqliteStore.open(file);
        DatelineServer server =
            DatelineServer.start(Dateline.open(), store, ServerSettings.local(0))) {
      assertThat(get(server, "/health").statusCode()).isEqualTo(200);
      Damage.toTable(file, "done");
      HttpResponse<String> health = get(server, "/health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("\"down\"");
    }
  }

  @Test
  void closingWaitsForTheRequestAtHand() throws Exception {
    String text = "The mayor said on Monday that the river would rise. ".repeat(400);
    DatelineServer server =
        DatelineServer.start(Dateline.open(), null, ServerSettings.local(0), log::add);
    HttpRequest read = request(server, "/v1/read").POST(BodyPublishers.ofString(text)).build();
    CompletableFuture<HttpResponse<String>> answer =
        CLIENT.sendAsync(read, BodyHandlers.ofString());
    TimeUnit.MILLISECONDS.sleep(500); // until it is at work
    boolean tooFast = answer.isDone();
    server.close();
    assertThat(answer.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    assertThat(tooFast).as("the request must still be at work for the test to tell").isFalse();
  }
}
