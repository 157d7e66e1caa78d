package dateline.cli;

import dateline.store.RecordStore;
import dateline.store.Stories;
import dateline.store.Stories.Found;
import dateline.store.Stories.StoryQuery;
import dateline.story.StoryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "stories",
    description = "Lists stories: articles in the store that report the same happening.",
    footer = {
      "",
      "A story is shown by \"dateline story NUMBER\". Its texts are fewer than its articles where",
      "outlets print the same report."
    })
final class StoriesCommand implements Callable<Integer> {

  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  /** How a list is written. */
  enum As {
    TEXT,
    JSON
  }

  @Parameters(
      paramLabel = "WORDS",
      arity = "0..*",
      description = "Words that one article of a story has.")
  private List<String> words = List.of();

  @Option(names = "--from", paramLabel = "DATE", description = "Reported on this day or later.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Reported on this day or earlier.")
  private @Nullable String to;

  @Option(
      names = "--articles",
      paramLabel = "N",
      description = "Of at least so many articles. Default: 2.")
  private int articles = 2;

  @Option(names = "--by", paramLabel = "ORDER", description = "latest (default) or largest first.")
  private Stories.Order order = Stories.Order.LATEST;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 20.")
  private int limit = 20;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private As format = As.TEXT;

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Mixin private Colour colour = new Colour();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  StoriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    for (String date : new String[] {from, to}) {
      if (date != null && !DATE.matcher(date).matches()) {
        throw new ParameterException(
            spec.commandLine(), "a date is 2020, 2020-11 or 2020-11-17, not " + date);
      }
    }
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    String typed = words.isEmpty() ? null : String.join(" ", words);
    Found found;
    try (RecordStore opened = store.open(console)) {
      found = opened.stories().find(new StoryQuery(typed, from, to, articles, order, 0, limit));
    }
    String shown =
        format == As.JSON
            ? StoryJson.pretty(found) + "\n"
            : StoryView.list(found, console.columns(), colour.on(console));
    console.out().write(shown.getBytes(StandardCharsets.UTF_8));
    if (found.total() == 0) {
      console.err().println("Nothing found.");
    }
    return found.total() == 0 ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }
}
