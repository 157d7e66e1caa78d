package dateline.cli;

import dateline.store.RecordStore;
import dateline.store.Runs.Counts;
import dateline.store.Runs.Run;
import dateline.story.StoryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "runs",
    description = "Lists what changed the store, the latest first.",
    footer = {
      "",
      "--as-of NUMBER, with search, show, export, stories and others, gives what the store held after",
      "a run; \"dateline diff ONE OTHER\" what changed between two."
    })
final class RunsCommand implements Callable<Integer> {

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 20.")
  private int limit = 20;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private StoriesCommand.As format = StoriesCommand.As.TEXT;

  @Mixin private StoreOption store = new StoreOption();

  private final Console console;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Run> runs;
    try (RecordStore opened = store.open()) {
      runs = opened.runs().latest(limit);
    }
    String shown = format == StoriesCommand.As.JSON ? StoryJson.pretty(runs) + "\n" : text(runs);
    console.out().write(shown.getBytes(StandardCharsets.UTF_8));
    return ExitStatus.OK;
  }

  private static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      text.append(run.number()).append("  ").append(run.ended()).append("  ");
      text.append(run.kind().code());
      String counts = counts(run.counts());
      text.append(counts.isEmpty() ? "" : "  " + counts);
      text.append(run.inputs().isEmpty() ? "" : "  " + String.join(" ", run.inputs()));
      text.append('\n');
      if (!run.parts().isEmpty()) {
        text.append("   ").append(parts(run.parts())).append('\n');
      }
    }
    return text.toString();
  }

  private static String counts(Counts counts) {
    List<String> all = new ArrayList<>();
    add(all, counts.fresh(), "new");
    add(all, counts.revised(), "revised");
    add(all, counts.reread(), "reread");
    add(all, counts.unchanged(), "unchanged");
    add(all, counts.failed(), "failed");
    return String.join(", ", all);
  }

  private static void add(List<String> all, long count, String what) {
    if (count > 0) {
      all.add(count + " " + what);
    }
  }

  /** Hashes by their first digits: in full in JSON. */
  private static String parts(Map<String, String> parts) {
    List<String> all = new ArrayList<>();
    parts.forEach(
        (name, value) ->
            all.add(value.startsWith("sha256:") ? name + " " + value.substring(7, 15) : value));
    return String.join(", ", all);
  }
}
