package dateline.cli;

import dateline.json.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "schema", description = "Prints the JSON Schema of the record.")
final class SchemaCommand implements Callable<Integer> {

  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.out().write(RecordJson.schema().getBytes(StandardCharsets.UTF_8));
    console.out().flush();
    return ExitStatus.OK;
  }
}
