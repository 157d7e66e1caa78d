package dateline.cli;

import dateline.store.RecordStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "forget",
    description = "Removes a person's comments, and their name from other people's comments.",
    footer = {
      "",
      "In every revision, and from the bytes of the store's files. Their comments are not kept again",
      "when pages are read anew. Backups and exports are yours to look after. What an article itself",
      "says of a person stays."
    })
final class ForgetCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "As it was printed under the comments.")
  private String name = "";

  @Mixin private StoreOption store = new StoreOption();

  private final Console console;

  ForgetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (RecordStore opened = store.open()) {
      console.err().println(Tally.count(opened.forget(name), "comment") + " changed.");
    }
    return ExitStatus.OK;
  }
}
