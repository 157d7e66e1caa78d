package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  @TempDir private Path folder;

  @Test
  void saysWhichExampleFailsAndWhy() throws IOException {
    Path rules = rules("dawn\tDATE\tOFFSET\toffset\n");
    Files.writeString(
        folder.resolve("rules.examples.tsv"),
        """
        # rule, day, text, type, value, mod
        dawn\t2020-11-17\tHe left [yesterday].\tDATE\t2020-11-16\t-
        dawn\t2020-11-17\tHe left [yesterday].\tDATE\t2020-11-15\t-
        dawn\t2020-11-17
        """);

    Cli.Result result = new Cli().run("verify", rules.toString());

    assertThat(result.status()).isEqualTo(ExitStatus.SOME_FAILED);
    assertThat(result.out())
        .contains("rules.examples.tsv:3: wanted [yesterday] by dawn as DATE 2020-11-15 -")
        .contains("rules.examples.tsv:4: six columns are needed, here are 2")
        .endsWith("3 examples, 2 wrong\n");
  }

  @Test
  void aRuleThatIsNoGoodIsNamed() throws IOException {
    Path rules = rules("dawn\tDATE\t( OFFSET\toffset\n");

    Cli.Result result = new Cli().run("verify", rules.toString());

    assertThat(result.status()).isEqualTo(ExitStatus.SOME_FAILED);
    assertThat(result.out()).contains("rules.tsv: rule dawn: a bracket is left open");
  }

  @Test
  void aMissingFileIsNamed() {
    Cli.Result result = new Cli().run("verify", folder.resolve("none.tsv").toString());

    assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(result.err()).contains("none.tsv");
  }

  private Path rules(String content) throws IOException {
    return Files.writeString(folder.resolve("rules.tsv"), content);
  }
}
