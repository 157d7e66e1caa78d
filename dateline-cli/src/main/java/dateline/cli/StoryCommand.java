package dateline.cli;

import dateline.store.RecordStore;
import dateline.store.Stories;
import dateline.story.StoryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "story",
    description = "Shows one story: its articles, what happened and who said what, side by side.")
final class StoryCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description = "The story's number, or the id or address of one of its articles.")
  private String id = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private StoriesCommand.As format = StoriesCommand.As.TEXT;

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Mixin private Colour colour = new Colour();

  private final Console console;

  StoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Stories.Kept> story;
    try (RecordStore opened = store.open(console)) {
      story = opened.stories().story(id);
    }
    if (story.isEmpty()) {
      console.err().println("dateline: the store has no story " + id);
      return ExitStatus.SOME_FAILED;
    }
    String shown =
        format == StoriesCommand.As.JSON
            ? StoryJson.pretty(story.get()) + "\n"
            : StoryView.of(story.get(), console.columns(), colour.on(console));
    console.out().write(shown.getBytes(StandardCharsets.UTF_8));
    return ExitStatus.OK;
  }
}
