package dateline.cli;

import dateline.Dateline;
import dateline.io.gazetteer.DatelineHome;
import dateline.model.ArticleRecord;
import dateline.place.CompactGazetteer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "version",
    description =
        "Prints the version, the record's schema, and models and imported data with their hashes.")
final class VersionCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(Dateline.SOFTWARE).append('\n');
    text.append("schema   ").append(ArticleRecord.SCHEMA).append('\n');
    for (Map.Entry<String, String> model : new TreeMap<>(Dateline.models()).entrySet()) {
      text.append("model    ").append(model.getKey()).append(' ').append(model.getValue());
      text.append('\n');
    }
    DatelineHome from = home.home(console.environment());
    CompactGazetteer imported = from.imported();
    if (imported != null) {
      imported
          .imports()
          .forEach(
              (name, hash) ->
                  text.append("import   ").append(name).append(' ').append(hash).append('\n'));
    }
    from.outlets()
        .versions()
        .forEach(
            (name, hash) ->
                text.append("file     ").append(name).append(' ').append(hash).append('\n'));
    text.append("java     ").append(Runtime.version()).append('\n');
    if (imported != null) {
      imported.attributions().forEach(line -> text.append(line).append('\n'));
    }
    console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
    return ExitStatus.OK;
  }
}
