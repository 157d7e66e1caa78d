package dateline.eval;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The measuring commands: {@code ./evaluate gate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures Dateline on development data.",
    subcommands = Eval.Gate.class)
public final class Eval {

  private Eval() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Eval()).execute(args));
  }

  /** Runs the quality gate. */
  @Command(
      name = "gate",
      mixinStandardHelpOptions = true,
      description = "Scores every layer against its floor.")
  static final class Gate implements Callable<Integer> {

    @Option(
        names = "--root",
        defaultValue = ".",
        description = "The repository's root (${DEFAULT-VALUE}).")
    private Path root = Path.of(".");

    @Option(
        names = "--shared",
        defaultValue = "../shared",
        description = "The development data (${DEFAULT-VALUE}).")
    private Path shared = Path.of("../shared");

    @Option(
        names = "--only",
        defaultValue = "",
        description = "One group of the table: Pages, Times …")
    private String only = "";

    @Option(names = "--write", description = "Write docs/quality.md and pin the corpora's digests.")
    private boolean write;

    @Override
    public Integer call() throws Exception {
      return QualityGate.run(
          root.toAbsolutePath().normalize(),
          root.resolve(shared).toAbsolutePath().normalize(),
          only,
          write);
    }
  }
}
