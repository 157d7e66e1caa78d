package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import dateline.PageException;
import dateline.io.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fast an archive of made-up pages becomes records: the command line and Spark, on one thread
 * and two, each in a process of its own, and the share of each step. Rates are those once started:
 * the first file is read as well, and what that takes is taken off. Processor time is the
 * process's, starting left out likewise. Beside them peers that do a part of it on the same texts.
 */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Whole archives: command line and Spark on one thread and two, beside peers.")
final class Benchmark implements Callable<Integer> {

  private static final int BYTES = 50_000;
  private static final int BRIEF_BYTES = 2_000;
  private static final int EACH = 100;
  private static final long SEED = 9;
  private static final int MARKS = 1_000;
  private static final double FLAT = 0.1;

  /** In a command: where the answer goes. */
  private static final String ANSWER = "{answer}";

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "Of the archive; 20,000 are 1 GB of HTML. Default: ${DEFAULT-VALUE}.")
  private int pages = 20_000;

  @Option(
      names = "--words",
      paramLabel = "N",
      description =
          "Of an article, about: paragraphs of further reports are appended to shorter ones."
              + " Default: ${DEFAULT-VALUE}.")
  private int words = 600;

  @Option(
      names = "--read",
      paramLabel = "N",
      description =
          "So many of them, the first, each program reads: all take an hour. Default:"
              + " ${DEFAULT-VALUE}.")
  private int read = 2000;

  @Option(
      names = "--texts",
      paramLabel = "N",
      description = "Texts for the peers. Default: ${DEFAULT-VALUE}.")
  private int texts = 30;

  @Option(
      names = "--flat",
      paramLabel = "N",
      description =
          "Instead: reads N pages of a paragraph each into a store and tells what a page costs on"
              + " the way.")
  private int flat;

  @Option(names = "--folder", description = "For the archives. Default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("dateline-eval/target/benchmark");

  /** Of a page, on average. */
  private double megabytes;

  /** Pages that are taken off: those of the first file, when there are others. */
  private int warmUp;

  @Override
  public Integer call() throws IOException, InterruptedException, PageException {
    Files.createDirectories(folder);
    if (flat > 0) {
      return flat() ? 0 : 1;
    }
    List<Path> files = archive();
    int some = Math.max(1, Math.min(files.size(), read / EACH));
    read = Math.min(pages, some * EACH);
    warmUp = some > 1 ? EACH : 0;
    rates(files.subList(0, some));
    System.out.println("share of CPU by step, command line, one thread:");
    try (Inputs inputs = inputs(files.subList(0, Math.min(some, 2)))) {
      Speed.steps(inputs, EACH / 2);
    }
    writeTexts(files.subList(0, Math.min(some, texts / EACH + 1)));
    return 0;
  }

  /** The archive's files, made unless they are there. */
  private List<Path> archive() throws IOException {
    Path archive = folder.resolve("archive-" + pages + "-" + words);
    Path size = archive.resolve("bytes");
    if (!Files.exists(size)) {
      long bytes = ArchiveMaker.makeFiles(archive, pages, EACH, BYTES, SEED, words);
      Files.writeString(size, Long.toString(bytes));
    }
    double all = Double.parseDouble(Files.readString(size)) / 1e6;
    System.out.printf(
        Locale.ROOT, "%,d pages of about %,d words, %,.0f MB of HTML%n", pages, words, all);
    megabytes = all / pages;
    try (Stream<Path> files = Files.list(archive)) {
      return files.filter(file -> file.toString().endsWith(".gz")).sorted().toList();
    }
  }

  private static Inputs inputs(List<Path> files) {
    return Inputs.of(files.stream().map(Path::toString).toList(), InputStream.nullInputStream());
  }

  private void rates(List<Path> files) throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%,d of them read by each; the first %d taken off%n%-22s %11s %8s %19s %9s%n",
        read,
        warmUp,
        "",
        "articles/s",
        "MB/s",
        "articles/CPU-second",
        "peak");
    double one = line("command line, 1", files, some -> commandLine(some, 1));
    double two = line("command line, 2", files, some -> commandLine(some, 2));
    double sparkOne = line("Spark local[1]", files, some -> spark(some, 1));
    double sparkTwo = line("Spark local[2]", files, some -> spark(some, 2));
    line("readability4j, 1", files, Benchmark::peer);
    System.out.printf(
        Locale.ROOT,
        "two threads to one: %.2f; Spark to the command line: %.2f with one, %.2f with two%n",
        two / one,
        sparkOne / one,
        sparkTwo / two);
  }

  /** What reads files: Java's arguments. */
  private interface Runner {
    List<String> command(List<String> files);
  }

  /** What a run took. */
  private record Took(double seconds, double cpu, String peak) {}

  private double line(String name, List<Path> files, Runner runner)
      throws IOException, InterruptedException {
    List<String> names = files.stream().map(Path::toString).toList();
    Took start = warmUp == 0 ? new Took(0, 0, "") : run(runner.command(names.subList(0, 1)));
    Took whole = run(runner.command(names));
    int count = read - warmUp;
    double seconds = whole.seconds() - start.seconds();
    System.out.printf(
        Locale.ROOT,
        "%-22s %11.2f %8.2f %19.2f %9s%n",
        name,
        count / seconds,
        count * megabytes / seconds,
        count / (whole.cpu() - start.cpu()),
        whole.peak());
    return count / seconds;
  }

  private Took run(List<String> arguments) throws IOException, InterruptedException {
    Path answer = Files.createTempFile(folder, "took", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Product.java());
    command.add("-Xmx2g");
    for (String argument : arguments) {
      command.add(argument.equals(ANSWER) ? answer.toString() : argument);
    }
    long start = System.nanoTime();
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IllegalStateException("a run failed: see " + log());
    }
    String[] took = Files.readString(answer).split(" ", 2);
    Files.delete(answer);
    return new Took(seconds, Double.parseDouble(took[0]), took[1]);
  }

  private Path log() {
    return folder.resolve("log.txt");
  }

  private List<String> commandLine(List<String> files, int threads) {
    List<String> arguments = new ArrayList<>(List.of("read"));
    arguments.addAll(files);
    arguments.addAll(List.of("--to", folder.resolve("out.jsonl").toString()));
    arguments.addAll(List.of("--threads", Integer.toString(threads)));
    return java(
        property("dateline.jar") + ":" + classes(), options(), "dateline.cli.Main", arguments);
  }

  /** What {@code ./dateline read} gives Java. */
  private static List<String> options() {
    return List.of("@dateline-cli/read.options");
  }

  private List<String> spark(List<String> files, int threads) {
    Path out = folder.resolve("tables");
    Product.deleteFolder(out);
    List<String> options = new ArrayList<>(options());
    options.addAll(List.of(property("dateline.spark.java").split(" ")));
    List<String> arguments = new ArrayList<>(List.of("read"));
    arguments.addAll(files);
    arguments.addAll(List.of("--to", out.toString(), "--master", "local[" + threads + "]"));
    return java(
        property("dateline.spark") + ":" + classes(), options, "dateline.spark.Main", arguments);
  }

  private static List<String> peer(List<String> files) {
    return java(
        System.getProperty("java.class.path"), List.of(), "dateline.eval.ReadabilityPeer", files);
  }

  private static List<String> java(
      String classPath, List<String> options, String program, List<String> arguments) {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", classPath, "dateline.eval.Timed", ANSWER, program));
    command.addAll(arguments);
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

  /** The first articles' texts, a file each, for peers that are processes of their own. */
  private void writeTexts(List<Path> files) throws IOException, PageException {
    Path to = folder.resolve("texts");
    Product.deleteFolder(to);
    Files.createDirectories(to);
    Dateline dateline = Dateline.open();
    int count = 0;
    try (Inputs inputs = inputs(files)) {
      while (inputs.hasNext() && count < texts) {
        String text = dateline.read(inputs.next().load()).article().text();
        Files.writeString(to.resolve(String.format(Locale.ROOT, "%03d.txt", ++count)), text);
      }
    }
    System.out.printf("peers on the texts of the first %d:%n", count);
  }

  /** Whether a page costs as much behind many pages as behind few. */
  private boolean flat() throws IOException, InterruptedException {
    Path archive = folder.resolve("flat-" + flat + ".warc.gz");
    ArchiveMaker.make(archive, flat, BRIEF_BYTES, SEED, ArchiveMaker.FIRST_PARAGRAPH);
    Path store = folder.resolve("flat.db");
    Product.delete(store);
    List<String> arguments =
        List.of("read", archive.toString(), "--store", store.toString(), "-q", "--log", "json");
    List<String> threads = List.of("--threads", "1");
    Took whole =
        run(
            java(
                property("dateline.jar") + ":" + classes(),
                options(),
                "dateline.cli.Main",
                Stream.concat(arguments.stream(), threads.stream()).toList()));
    List<JsonNode> progress = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(log())) {
      JsonNode event = line.startsWith("{") ? json.readTree(line) : json.nullNode();
      if (event.path("event").asText().equals("progress")) {
        progress.add(event);
      }
    }
    System.out.printf(
        Locale.ROOT, "%,d pages in %.0f s, peak %s%n", flat, whole.seconds(), whole.peak());
    return tell(progress);
  }

  /**
   * Prints what a page cost between equally many steps from the first mark to the end, and whether
   * every stretch, also the first, in which Java still compiles, is near their mean.
   */
  private boolean tell(List<JsonNode> progress) {
    int parts = 10;
    List<Double> costs = new ArrayList<>();
    JsonNode from = null;
    for (JsonNode each : progress) {
      long done = each.path("done").asLong();
      if (from == null) {
        from = done >= Math.min(MARKS, flat / parts) ? each : null;
      } else if (done - from.path("done").asLong() >= flat / parts) {
        double cost =
            (each.path("cpu_seconds").asDouble() - from.path("cpu_seconds").asDouble())
                / (done - from.path("done").asLong());
        System.out.printf(
            Locale.ROOT,
            "  pages %,d to %,d: %.2f ms of CPU a page%n",
            from.path("done").asLong(),
            done,
            1000 * cost);
        costs.add(cost);
        from = each;
      }
    }
    double mean = costs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    boolean isFlat =
        costs.size() > 1 && costs.stream().allMatch(cost -> Math.abs(cost - mean) <= FLAT * mean);
    System.out.println("flat within 10 % of the mean: " + isFlat);
    return isFlat;
  }
}
