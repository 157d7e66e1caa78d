package dateline.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fast an archive of made-up pages becomes records: the command line and Spark, on one thread
 * and two, and beside them a peer that only finds the articles' text. Each in a process of its own.
 * Rates are those once started: a tenth of the archive is read as well, and what that takes is
 * taken off. Processor time is the process's, starting left out likewise.
 */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Whole archives: command line and Spark on one thread and two, beside a peer.")
final class Benchmark implements Callable<Integer> {

  private static final int BYTES = 50_000;
  private static final long SEED = 9;

  /** In a command: where the answer goes. */
  private static final String ANSWER = "{answer}";

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "20,000 are 1 GB of HTML. Default: ${DEFAULT-VALUE}.")
  private int pages = 20_000;

  @Option(names = "--folder", description = "For the archives. Default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("dateline-eval/target/benchmark");

  private double megabytes;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int few = Math.max(1, pages / 10);
    Path all = folder.resolve(pages + ".warc.gz");
    Path some = folder.resolve(few + ".warc.gz");
    double allBytes = ArchiveMaker.make(all, pages, BYTES, SEED, false) / 1e6;
    megabytes = allBytes - ArchiveMaker.make(some, few, BYTES, SEED, false) / 1e6;
    System.out.printf(
        Locale.ROOT, "%,d pages, %,.0f MB of HTML; a tenth taken off%n", pages, allBytes);
    System.out.printf(
        Locale.ROOT,
        "%-22s %11s %8s %19s %9s%n",
        "",
        "articles/s",
        "MB/s",
        "articles/CPU-second",
        "peak");
    double one = line("command line, 1", all, some, file -> commandLine(file, 1));
    double two = line("command line, 2", all, some, file -> commandLine(file, 2));
    double sparkOne = line("Spark local[1]", all, some, file -> spark(file, 1));
    double sparkTwo = line("Spark local[2]", all, some, file -> spark(file, 2));
    line("readability4j, 1", all, some, Benchmark::peer);
    System.out.printf(
        Locale.ROOT,
        "two threads to one: %.2f; Spark to the command line: %.2f with one, %.2f with two%n",
        two / one,
        sparkOne / one,
        sparkTwo / two);
    return 0;
  }

  /** What reads a file: Java's arguments, up to the program's own. */
  private interface Runner {
    List<String> command(Path file);
  }

  /** What a run took. */
  private record Took(double seconds, double cpu, String peak) {}

  private double line(String name, Path all, Path some, Runner runner)
      throws IOException, InterruptedException {
    Took start = run(runner.command(some));
    Took whole = run(runner.command(all));
    int count = pages - Math.max(1, pages / 10);
    double seconds = whole.seconds() - start.seconds();
    System.out.printf(
        Locale.ROOT,
        "%-22s %11.2f %8.2f %19.2f %9s%n",
        name,
        count / seconds,
        megabytes / seconds,
        count / (whole.cpu() - start.cpu()),
        whole.peak());
    return count / seconds;
  }

  private Took run(List<String> arguments) throws IOException, InterruptedException {
    Path answer = Files.createTempFile(folder, "took", ".txt");
    Path log = folder.resolve("log.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    for (String argument : arguments) {
      command.add(argument.equals(ANSWER) ? answer.toString() : argument);
    }
    long start = System.nanoTime();
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IllegalStateException("a run failed: see " + log);
    }
    String[] took = Files.readString(answer).split(" ", 2);
    Files.delete(answer);
    return new Took(seconds, Double.parseDouble(took[0]), took[1]);
  }

  private List<String> commandLine(Path file, int threads) {
    return java(
        property("dateline.jar") + ":" + classes(),
        List.of(),
        "dateline.cli.Main",
        "read",
        file.toString(),
        "--to",
        folder.resolve("out.jsonl").toString(),
        "--threads",
        Integer.toString(threads));
  }

  private List<String> spark(Path file, int threads) {
    Path out = folder.resolve("tables");
    delete(out);
    return java(
        property("dateline.spark") + ":" + classes(),
        List.of(property("dateline.spark.java").split(" ")),
        "dateline.spark.Main",
        "read",
        file.toString(),
        "--to",
        out.toString(),
        "--master",
        "local[" + threads + "]");
  }

  private static List<String> peer(Path file) {
    return java(
        System.getProperty("java.class.path"),
        List.of(),
        "dateline.eval.ReadabilityPeer",
        file.toString());
  }

  private static List<String> java(
      String classPath, List<String> options, String program, String... arguments) {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", classPath, "dateline.eval.Timed", ANSWER, program));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classes() {
    return "dateline-eval/target/classes";
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("start it with ./evaluate benchmark");
    }
    return value;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
