package dateline.cli;

import dateline.Dateline;
import dateline.model.ArticleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Prints the version, the record's schema and the models with their hashes.")
final class VersionCommand implements Callable<Integer> {

  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("dateline ").append(Dateline.VERSION).append('\n');
    text.append("schema   ").append(ArticleRecord.SCHEMA).append('\n');
    for (Map.Entry<String, String> model : new TreeMap<>(Dateline.models()).entrySet()) {
      text.append("model    ").append(model.getKey()).append(' ').append(model.getValue());
      text.append('\n');
    }
    text.append("java     ").append(Runtime.version()).append('\n');
    console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
    return ExitStatus.OK;
  }
}
