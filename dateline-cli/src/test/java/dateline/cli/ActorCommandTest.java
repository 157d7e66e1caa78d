package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActorCommandTest {

  @TempDir private Path folder;

  @Test
  void codesAPhrase() {
    Cli.Result result = new Cli().run("actor", "Kazakh foreign minister");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("KAZ [GOV]").contains("Kazakhstan, government");
  }

  @Test
  void codesAFileLineByLineAndListsWhatFails() throws IOException {
    Path in = folder.resolve("in.jsonl");
    Path out = folder.resolve("out.jsonl");
    Files.writeString(
        in,
        "{\"id\":\"b\",\"text\":\"Turkish soldiers\",\"date\":\"2021-01-02\",\"context\":null}\n"
            + "{\"id\":\"none\"}\n"
            + "{\"id\":\"date\",\"text\":\"x\",\"date\":\"soon\"}\n"
            + "{\"id\":\"a\",\"text\":\"zzxqv\"}\n");

    Cli.Result result = new Cli().run("actor", in, "--to", out);

    assertThat(result.status()).isEqualTo(1);
    assertThat(Files.readAllLines(out))
        .containsExactly(
            "{\"id\":\"b\",\"country\":\"TUR\",\"sectors\":[\"MIL\"]}",
            "{\"id\":\"a\",\"country\":null,\"sectors\":[]}");
    assertThat(Files.readAllLines(Path.of(out + ".failures")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"reason\":\"bad-json\""));
  }

  @Test
  void codesAFormerOffice() {
    Cli.Result result = new Cli().run("actor", "former Azerbaijani defence minister");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("AZE [ELI]");
  }

  @Test
  void checksTheLexicon() {
    Cli.Result result = new Cli().run("actor", "--check");

    assertThat(result.out()).contains("examples, all right");
    assertThat(result.status()).isZero();
  }

  @Test
  void withoutAPhraseTheCommandLineIsWrong() {
    assertThat(new Cli().run("actor").status()).isEqualTo(2);
  }

  @Test
  void aMissingFileIsStatusThree() {
    Cli.Result result = new Cli().run("actor", folder.resolve("nowhere.jsonl"));

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("nowhere.jsonl");
  }
}
