package dateline.cli;

import dateline.store.RecordStore;
import dateline.store.StoreException;
import dateline.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after stores. */
@Command(
    name = "store",
    description = "Copies, backs up, restores and checks stores.",
    subcommands = {
      StoreCommand.CopyCommand.class,
      StoreCommand.BackupCommand.class,
      StoreCommand.RestoreCommand.class,
      StoreCommand.VerifyCommand.class
    })
final class StoreCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "copy, backup, restore or verify is missing");
  }

  @Command(
      name = "copy",
      description =
          "Copies a store into an empty one, from SQLite to PostgreSQL or back: articles with all"
              + " revisions, what is done, failures, corrections.")
  static final class CopyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FROM", description = "A file or postgresql://…")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Likewise; made when it is missing.")
    private String to = "";

    @Override
    public Integer call() {
      Stores.copy(from, to);
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "backup",
      description = "Writes all of the store into a new file, while others go on using it.")
  static final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Must not be there yet.")
    private Path file = Path.of("backup.db");

    @Mixin private StoreOption store = new StoreOption();

    @Override
    public Integer call() {
      Stores.backup(store.where(), file);
      return ExitStatus.OK;
    }
  }

  @Command(name = "restore", description = "Makes a store from a backup, which is checked before.")
  static final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What 'store backup' wrote.")
    private Path file = Path.of("backup.db");

    @Mixin private StoreOption store = new StoreOption();

    @Override
    public Integer call() {
      try (RecordStore backup = Stores.openExisting(file.toString())) {
        List<String> problems = backup.verify();
        if (!problems.isEmpty()) {
          throw new StoreException("the backup is damaged: " + problems.get(0));
        }
      }
      if (store.where().contains("://")) {
        Stores.copy(file.toString(), store.where());
      } else {
        Stores.backup(file.toString(), Path.of(store.where()));
      }
      return ExitStatus.OK;
    }
  }

  @Command(name = "verify", description = "Reads every record and checks what is kept beside it.")
  static final class VerifyCommand implements Callable<Integer> {

    @Mixin private StoreOption store = new StoreOption();

    private final Console console;

    VerifyCommand(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      List<String> problems;
      try (RecordStore opened = store.open()) {
        problems = opened.verify();
      }
      problems.forEach(problem -> console.err().println(problem));
      console.err().println(problems.isEmpty() ? "All is well." : "The store is damaged.");
      return problems.isEmpty() ? ExitStatus.OK : ExitStatus.SOME_FAILED;
    }
  }
}
