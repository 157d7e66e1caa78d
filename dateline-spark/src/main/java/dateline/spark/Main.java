package dateline.spark;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where jobs begin: {@code spark-submit --class dateline.spark.Main dateline-spark.jar read …}. */
@Command(
    name = "dateline-spark",
    mixinStandardHelpOptions = true,
    description = "Reads archives on Apache Spark.",
    subcommands = {ReadJob.class, StoriesJob.class})
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    int status = new CommandLine(new Main()).execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "read or stories is missing");
  }
}
