package dateline.cli;

import dateline.store.RecordStore;
import dateline.story.Story.SameStatement;
import dateline.story.StoryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "said",
    description = "Shows what a speaker said over time: each statement once, the earliest first.")
final class SaidCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "SPEAKER", description = "Part of the speaker's name.")
  private String speaker = "";

  @Parameters(
      index = "1..*",
      paramLabel = "WORDS",
      arity = "0..*",
      description = "Words that the statement has.")
  private List<String> words = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private StoriesCommand.As format = StoriesCommand.As.TEXT;

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Mixin private Colour colour = new Colour();

  private final Console console;

  SaidCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<SameStatement> said;
    try (RecordStore opened = store.open(console)) {
      String typed = words.isEmpty() ? null : String.join(" ", words);
      said = opened.stories().said(speaker, typed);
    }
    String shown =
        format == StoriesCommand.As.JSON
            ? StoryJson.pretty(said) + "\n"
            : StoryView.said(said, console.columns(), colour.on(console));
    console.out().write(shown.getBytes(StandardCharsets.UTF_8));
    if (said.isEmpty()) {
      console.err().println("Nothing found.");
    }
    return said.isEmpty() ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }
}
