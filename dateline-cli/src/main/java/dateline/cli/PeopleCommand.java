package dateline.cli;

import dateline.store.RecordStore;
import dateline.store.Reviews;
import dateline.story.People.Person;
import dateline.story.StoryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "people",
    description =
        "Shows people of a name across articles: spellings, roles and when they had them.",
    footer = {
      "",
      "Names that sound alike are one person's unless their countries differ. What is wrong in that",
      "is mended with --merge and --apart, each of which can be taken back with --undo."
    })
final class PeopleCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "At least a family name.")
  private @Nullable String name;

  @Option(
      names = "--merge",
      paramLabel = "OTHER",
      description = "Hold that NAME is the person called OTHER.")
  private @Nullable String merge;

  @Option(
      names = "--apart",
      paramLabel = "OTHER",
      description = "Hold that NAME is another person than OTHER.")
  private @Nullable String apart;

  @Option(
      names = "--undo",
      paramLabel = "NUMBER",
      description = "Take back what was held under this number.")
  private @Nullable Long undo;

  @Option(
      names = "--who",
      paramLabel = "WHO",
      description = "Who says so. Default: the name you are logged in under.")
  private String who = System.getProperty("user.name", "unknown");

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private StoriesCommand.As format = StoriesCommand.As.TEXT;

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Mixin private Colour colour = new Colour();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  PeopleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (name == null && (undo == null || merge != null || apart != null)) {
      throw new ParameterException(spec.commandLine(), "whose? Give a name");
    }
    try (RecordStore opened = store.open(console)) {
      if (merge != null || apart != null || undo != null) {
        decide(opened.reviews());
      }
      return name == null ? ExitStatus.OK : show(opened, name);
    }
  }

  private void decide(Reviews reviews) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    try {
      if (undo != null) {
        reviews.undoMerging(undo, who, now);
        console.err().println("Number " + undo + " is taken back.");
      }
      if (name != null && merge != null) {
        told(reviews.merge(name, merge, who, now));
      }
      if (name != null && apart != null) {
        told(reviews.keepApart(name, apart, who, now));
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void told(long number) {
    console.err().println("Kept as number " + number + "; --undo " + number + " takes it back.");
  }

  private int show(RecordStore opened, String wanted) throws IOException {
    List<Person> people = opened.stories().people(wanted);
    String shown =
        format == StoriesCommand.As.JSON
            ? StoryJson.pretty(people) + "\n"
            : StoryView.people(people, console.columns(), colour.on(console));
    console.out().write(shown.getBytes(StandardCharsets.UTF_8));
    if (people.isEmpty()) {
      console.err().println("Nothing found.");
    }
    return people.isEmpty() ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }
}
