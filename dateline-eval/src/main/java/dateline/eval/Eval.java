package dateline.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The measuring commands: {@code ./evaluate gate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures Dateline on development data.",
    subcommands = {
      Eval.Gate.class,
      Eval.CrossValidationCommand.class,
      Eval.Fuzz.class,
      Eval.KillersCommand.class,
      Eval.SpeedCommand.class,
      Eval.TimePlaceCommand.class,
      Eval.StartUp.class,
      ArchiveMaker.class,
      GazetteerCost.class,
      PlaceErrors.class,
      Kills.class,
      Backups.class,
      Crowd.class,
      Hostile.class,
      Benchmark.class,
      ReaderFuzz.class,
      Endurance.class,
      Eval.StoriesCommand.class,
      Eval.StoryScaleCommand.class,
      Eval.StoreSpeedCommand.class
    })
public final class Eval {

  private Eval() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Eval()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  /** Where the development data lie. */
  static final class SharedData {

    @Option(
        names = "--shared",
        defaultValue = "../shared",
        description = "The development data (${DEFAULT-VALUE}).")
    private Path folder = Path.of("../shared");

    Path folder() {
      return folder;
    }
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

    @Mixin private SharedData shared = new SharedData();

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
          root.resolve(shared.folder).toAbsolutePath().normalize(),
          only,
          write);
    }
  }

  /** Scores events on what the model has not seen. */
  @Command(
      name = "crossval",
      mixinStandardHelpOptions = true,
      description = "Events: scores on what the model has not seen, with intervals.")
  static final class CrossValidationCommand implements Callable<Integer> {

    @Mixin private SharedData shared = new SharedData();

    @Option(
        names = "--models",
        arity = "0..1",
        fallbackValue = "training/work/folds",
        paramLabel = "FOLDER",
        description =
            "Five models, each on the fold that it has not seen: those that training/crossval.py"
                + " wrote (${FALLBACK-VALUE}). Without: the shipped model on its unseen fold.")
    private @Nullable Path models;

    @Option(names = "--write", description = "Write the scores into docs/events.md.")
    private boolean write;

    @Override
    public Integer call() throws Exception {
      Path root = Path.of(".").toAbsolutePath().normalize();
      return CrossValidation.run(root, root.resolve(shared.folder).normalize(), models, write);
    }
  }

  /** Reads damaged pages. */
  @Command(
      name = "fuzz",
      mixinStandardHelpOptions = true,
      description = "Reads pages that a seeded mutator damaged: none may crash or hang.")
  static final class Fuzz implements Callable<Integer> {

    @Option(
        names = "--pages",
        defaultValue = "../shared/gold",
        description = "Folder of the pages that are damaged (${DEFAULT-VALUE}).")
    private Path pages = Path.of("../shared/gold");

    @Option(
        names = "--inputs",
        defaultValue = "10000",
        description = "How many (${DEFAULT-VALUE}).")
    private int inputs = 10_000;

    @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}")
    private long seed = 1;

    @Override
    public Integer call() throws Exception {
      if (!Files.isDirectory(pages)) {
        System.out.println("fuzz: skipped, there are no pages at " + pages);
        return 0;
      }
      PageFuzz fuzz =
          new PageFuzz(PageFuzz.pages(pages), Path.of("dateline-eval/target/fuzz-findings"));
      boolean sound = fuzz.run(seed, inputs);
      System.out.print(fuzz.report());
      return sound ? 0 : 1;
    }
  }

  /** Reads pages that are made to bring a reader down. */
  @Command(
      name = "killers",
      mixinStandardHelpOptions = true,
      description = "Reads hostile pages, each in a process with 512 MB: outcome and time.")
  static final class KillersCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
      return Killers.run() ? 0 : 1;
    }
  }

  /** Measures articles per CPU-second. */
  @Command(
      name = "speed",
      mixinStandardHelpOptions = true,
      description = "Whole records: articles per CPU-second, by step.")
  static final class SpeedCommand implements Callable<Integer> {

    @Mixin private SharedData shared = new SharedData();

    @Option(
        names = "--hostile",
        description = "Instead, paragraphs of up to 100,000 characters that no newspaper prints.")
    private boolean hostile;

    @Override
    public Integer call() throws Exception {
      if (hostile) {
        Speed.hostile();
      } else {
        Speed.run(shared.folder.resolve("gold/attribution/dev.jsonl"));
      }
      return 0;
    }
  }

  /** Measures sentences per CPU-second of the time tagger and the place finder. */
  @Command(
      name = "time-place-speed",
      mixinStandardHelpOptions = true,
      description = "Times and places: sentences per CPU-second, the encoder's pass not counted.")
  static final class TimePlaceCommand implements Callable<Integer> {

    @Mixin private SharedData shared = new SharedData();

    @Option(
        names = "--articles",
        defaultValue = "1000",
        description = "At most so many articles of each corpus (${DEFAULT-VALUE}).")
    private int articles = 1000;

    @Option(names = "--texts", description = "File for the texts that peers are to read.")
    private @Nullable Path texts;

    @Override
    public Integer call() throws Exception {
      if (!Files.isDirectory(shared.folder.resolve("gold/times"))) {
        System.out.println(
            "time-place-speed: skipped, there is no development data at " + shared.folder);
        return 0;
      }
      TimePlaceSpeed.run(shared.folder.resolve("gold"), articles, texts);
      return 0;
    }
  }

  /** Measures clusters across articles on generated corpora. */
  @Command(
      name = "stories",
      mixinStandardHelpOptions = true,
      description = "Near copies, stories, statements, events: B-cubed on generated corpora.")
  static final class StoriesCommand implements Callable<Integer> {

    @Option(
        names = "--seed",
        defaultValue = "1",
        split = ",",
        description = "Seeds of the corpora (${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of(1L);

    @Option(
        names = "--happenings",
        defaultValue = "2000",
        description = "Happenings in each; 2000 are a year (${DEFAULT-VALUE}).")
    private int happenings = 2000;

    @Option(
        names = "--made",
        description = "Take records from the truth instead of reading the pages.")
    private boolean made;

    @Option(names = "--cache", description = "Folder in which records that were read are kept.")
    private @Nullable Path cache;

    @Option(names = "--verbose", description = "Tell every mistake.")
    private boolean verbose;

    @Override
    public Integer call() throws Exception {
      StoryQuality.run(seeds, happenings, made, cache, verbose);
      return 0;
    }
  }

  /** Measures what stories cost as a store grows. */
  @Command(
      name = "story-scale",
      mixinStandardHelpOptions = true,
      description = "Near copies and stories in a store's file: cost an article as it grows.")
  static final class StoryScaleCommand implements Callable<Integer> {

    @Option(
        names = "--articles",
        defaultValue = "1000000",
        description = "How many (${DEFAULT-VALUE}).")
    private int articles = 1_000_000;

    @Option(
        names = "--step",
        defaultValue = "100000",
        description = "Articles between two lines (${DEFAULT-VALUE}).")
    private int step = 100_000;

    @Option(
        names = "--per-day",
        defaultValue = "274",
        description = "Articles a day; 274 make a million in ten years (${DEFAULT-VALUE}).")
    private int perDay = 274;

    @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
        names = "--folder",
        defaultValue = "dateline-eval/target",
        description = "Where the file lies, 1 GB at the end (${DEFAULT-VALUE}).")
    private Path folder = Path.of("dateline-eval/target");

    @Override
    public Integer call() throws Exception {
      StoryScale.run(articles, seed, step, perDay, folder);
      return 0;
    }
  }

  /** Measures how long pages of a big store take. */
  @Command(
      name = "store-speed",
      mixinStandardHelpOptions = true,
      description = "A big store of made-up records: how long search, reader and pair page take.")
  static final class StoreSpeedCommand implements Callable<Integer> {

    @Option(
        names = "--store",
        defaultValue = "dateline-eval/target/big.db",
        description = "Filled when it isn't yet: 5 GB for a million statements (${DEFAULT-VALUE}).")
    private Path store = Path.of("dateline-eval/target/big.db");

    @Option(
        names = "--articles",
        defaultValue = "50000",
        description = "Each has 20 statements and 6 events (${DEFAULT-VALUE}).")
    private int articles = 50_000;

    @Option(names = "--clients", defaultValue = "8", description = "${DEFAULT-VALUE}")
    private int clients = 8;

    @Option(
        names = "--seconds",
        defaultValue = "180",
        description = "Measured so long, after a quarter of it to warm up (${DEFAULT-VALUE}).")
    private int seconds = 180;

    @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}")
    private long seed = 1;

    @Override
    public Integer call() throws Exception {
      return StoreSpeed.run(store, articles, clients, seconds, seed) ? 0 : 1;
    }
  }

  /** Measures the start of the launcher. */
  @Command(
      name = "startup",
      mixinStandardHelpOptions = true,
      description = "Wall time of version and of reading one page, cold process.")
  static final class StartUp implements Callable<Integer> {

    private static final int TIMES = 7;

    @Override
    public Integer call() throws Exception {
      median("version");
      median("read", "examples/denial.txt");
      return 0;
    }

    private static void median(String... arguments) throws Exception {
      List<String> command = new ArrayList<>(List.of("./dateline"));
      command.addAll(List.of(arguments));
      double[] seconds = new double[TIMES];
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
          throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
      Arrays.sort(seconds);
      System.out.printf(
          Locale.ROOT,
          "%-40s median %.2f s, worst %.2f s of %d%n",
          String.join(" ", command),
          seconds[TIMES / 2],
          seconds[TIMES - 1],
          TIMES);
    }
  }
}
