package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /** Every line must be an object with a time and an event. */
  private static List<JsonNode> events(String err) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : err.lines().toList()) {
      JsonNode event = JSON.readTree(line);
      assertThat(Instant.parse(event.path("time").asText())).isAfter(Instant.EPOCH);
      assertThat(event.path("event").asText()).isNotEmpty();
      events.add(event);
    }
    return events;
  }

  private Path lines() throws IOException {
    return Files.writeString(
        folder.resolve("in.jsonl"),
        "{\"id\":\"a\",\"text\":\"The mayor of Oslo resigned on Monday, her office said.\"}\n{no\n");
  }

  @Test
  void readTellsFailuresAndTheSumAsObjects() throws IOException {
    Path store = folder.resolve("news.db");

    Cli.Result result = new Cli().run("read", lines(), "--store", store, "-q", "--log", "json");

    assertThat(result.status()).isEqualTo(ExitStatus.SOME_FAILED);
    List<JsonNode> events = events(result.err());
    assertThat(events.get(0).path("event").asText()).isEqualTo("failure");
    assertThat(events.get(0).path("line").asLong()).isEqualTo(2);
    assertThat(events.get(0).path("reason").asText()).isEqualTo("bad-json");
    JsonNode sum = events.get(events.size() - 1);
    assertThat(sum.path("event").asText()).isEqualTo("summary");
    assertThat(sum.path("pages").asLong()).isEqualTo(1);
    assertThat(sum.path("failed").asLong()).isEqualTo(1);
    assertThat(sum.path("reasons").path("bad-json").asLong()).isEqualTo(1);
    assertThat(sum.path("changes").path("new").asLong()).isEqualTo(1);
    assertThat(sum.path("store").asText()).isEqualTo(store.toString());
  }

  @Test
  void theEnvironmentSetsItForAll() throws IOException {
    Cli.Result result =
        new Cli().with("DATELINE_LOG", "json").run("read", lines(), "--to", folder.resolve("o"));

    assertThat(events(result.err())).hasSize(1);
  }

  @Test
  void whatEndsACommandIsAnObjectToo() throws IOException {
    Path nowhere = folder.resolve("no/such/folder/news.db");

    Cli.Result result = new Cli().run("read", lines(), "--store", nowhere, "-q", "--log", "json");

    assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
    JsonNode error = events(result.err()).get(0);
    assertThat(error.path("event").asText()).isEqualTo("error");
    assertThat(error.path("message").asText()).contains("news.db");
  }

  @Test
  void watchTellsFeedsThatFail() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    String feed = "http://127.0.0.1:" + port + "/rss";

    Cli.Result result =
        new Cli()
            .run(
                "watch",
                feed,
                "--once",
                "--local",
                "--log",
                "json",
                "--store",
                folder.resolve("news.db"));

    assertThat(events(result.err()))
        .extracting(event -> event.path("event").asText())
        .containsExactly("failure", "summary");
  }

  @Test
  void serveTellsEachRequest() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            told.add(line);
          }
        };
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            err,
            false,
            false,
            80,
            Map.of());
    Thread serving = new Thread(() -> Main.run(console, "serve", "--port", "0", "--log", "json"));
    serving.setDaemon(true);
    serving.start();

    JsonNode started = JSON.readTree(told.poll(60, TimeUnit.SECONDS));
    assertThat(started.path("event").asText()).isEqualTo("started");
    URI health = URI.create(started.path("address").asText()).resolve("/health");
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding());
    JsonNode request = JSON.readTree(told.poll(60, TimeUnit.SECONDS));
    assertThat(request.path("event").asText()).isEqualTo("request");
    assertThat(request.path("route").asText()).isEqualTo("/health");
    assertThat(request.path("status").asInt()).isEqualTo(200);
  }
}
