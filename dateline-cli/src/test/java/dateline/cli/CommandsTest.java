package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {

  @Test
  void schemaPrintsTheSchema() throws IOException {
    assertThat(new ObjectMapper().readTree(new Cli().run("schema").out()).get("$schema").asText())
        .contains("json-schema.org");
  }

  @Test
  void versionNamesModelsWithTheirHashes() {
    String out = new Cli().run("version").out();

    assertThat(out).contains("dateline " + Dateline.VERSION).contains("dateline/1");
    Dateline.models().forEach((name, hash) -> assertThat(out).contains(name + " " + hash));
  }

  @Test
  void completionKnowsEveryCommand() {
    String script = new Cli().run("completion").out();

    assertThat(commands().map(CommandLine::getCommandName))
        .allSatisfy(name -> assertThat(script).contains(name));
  }

  static Stream<CommandLine> commands() {
    return Main.commandLine(Console.ofProcess()).getSubcommands().values().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfAndItsExitStatus(CommandLine command) {
    Cli.Result help = new Cli().run(command.getCommandName(), "--help");

    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("Usage: dateline " + command.getCommandName())
        .contains("Exit status");
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    assertThat(command.getCommandSpec().args())
        .allSatisfy(argument -> assertThat(argument.description()).isNotEmpty());
  }

  @Test
  void everySettingIsAnOptionAndExplained() {
    String help = new Cli().run("--help").out();

    for (Setting setting : Setting.values()) {
      assertThat(help).contains(setting.variable()).contains(setting.option());
      assertThat(
              commands()
                  .anyMatch(
                      command -> command.getCommandSpec().findOption(setting.option()) != null))
          .as("an option " + setting.option())
          .isTrue();
    }
  }
}
