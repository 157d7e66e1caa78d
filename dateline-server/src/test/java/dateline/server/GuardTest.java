package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.Dateline;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GuardTest {

  private static final String TOKEN = "a long enough token";

  private static int status(DatelineServer server, String request) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      return Integer.parseInt(line.substring(9));
    }
  }

  private static DatelineServer start(ServerSettings settings) {
    return DatelineServer.start(Dateline.open(), null, settings);
  }

  @Test
  void otherMachinesNeedAToken() {
    assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, null, 0, false))
        .hasMessageContaining("token");
    assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, "short", 0, false))
        .hasMessageContaining("12");
  }

  @Test
  void onlyWhoKnowsTheTokenIsAnswered() throws Exception {
    try (DatelineServer server = start(new ServerSettings("127.0.0.1", 0, TOKEN, 0, false))) {
      String get = "GET /read HTTP/1.1\r\nHost: localhost\r\n";
      assertThat(status(server, get)).isEqualTo(401);
      assertThat(status(server, get + "Authorization: Bearer wrong\r\n")).isEqualTo(401);
      assertThat(status(server, get + "Authorization: Bearer " + TOKEN + "\r\n")).isEqualTo(200);
      String pair =
          java.util.Base64.getEncoder()
              .encodeToString(("me:" + TOKEN).getBytes(StandardCharsets.UTF_8));
      assertThat(status(server, get + "Authorization: Basic " + pair + "\r\n")).isEqualTo(200);
      assertThat(status(server, get + "Authorization: Basic %%%\r\n")).isEqualTo(401);
    }
  }

  @Test
  void foreignNamesAndFormsAreRefused() throws Exception {
    try (DatelineServer server = start(ServerSettings.local(0))) {
      assertThat(status(server, "GET /read HTTP/1.1\r\nHost: evil.example\r\n")).isEqualTo(421);
      String post = "POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n";
      assertThat(status(server, post + "Origin: https://evil.example\r\n")).isEqualTo(403);
      assertThat(status(server, post + "Sec-Fetch-Site: cross-site\r\n")).isEqualTo(403);
      assertThat(status(server, post + "Origin: http://localhost\r\n")).isEqualTo(422);
    }
  }

  @Test
  void tooManyRequestsAreToldToWait() throws Exception {
    try (DatelineServer server = start(new ServerSettings("127.0.0.1", 0, null, 5, false))) {
      int refused = 0;
      for (int i = 0; i < 8; i++) {
        refused += status(server, "GET /read HTTP/1.1\r\nHost: localhost\r\n") == 429 ? 1 : 0;
      }
      assertThat(refused).isPositive();
    }
  }

  @Test
  void hugeHeadersAreRefused() throws Exception {
    try (DatelineServer server = start(ServerSettings.local(0))) {
      String get = "GET /read HTTP/1.1\r\nHost: localhost\r\n";
      assertThat(status(server, get + "X-Large: " + "y".repeat(60_000) + "\r\n")).isEqualTo(431);
      assertThat(status(server, get)).isEqualTo(200);
    }
  }
}
