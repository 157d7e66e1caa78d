package dateline.eval;

import dateline.io.gazetteer.DatelineHome;
import dateline.io.gazetteer.GazetteerImport;
import dateline.io.gazetteer.ImportProgress;
import dateline.io.gazetteer.ImportSummary;
import dateline.place.CompactGazetteer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What a gazetteer's import and its opening cost, each in a process of its own: of the shared dump,
 * and of dumps of made-up rows, small and large, by which constant memory shows.
 */
@Command(
    name = "gazetteer",
    mixinStandardHelpOptions = true,
    description = "A gazetteer's import and opening: time and memory, in processes of their own.")
final class GazetteerCost implements Callable<Integer> {

  private static final String IMPORT_HEAP = "-Xmx256m";
  private static final String OPEN_HEAP = "-Xmx64m";
  private static final int LOOKUPS = 10_000;

  private static final List<String> SYLLABLES =
      List.of(
          ("ba bel bor dan dor el far gar hol il ka kel kor lan lin lo ma mer mo nar nor or pel ra ren ri"
                  + " sal sen so tal tor ul va vel vor wen zan")
              .split(" "));
  private static final List<String> COUNTRIES =
      List.of("AZ", "BR", "CN", "DE", "FR", "IN", "NG", "RU", "US", "ZA");

  @Option(
      names = "--rows",
      split = ",",
      defaultValue = "1000000,12000000",
      description = "Sizes of the made-up dumps (${DEFAULT-VALUE}).")
  private List<Integer> rows = List.of(1_000_000, 12_000_000);

  @Option(
      names = "--folder",
      defaultValue = "dateline-eval/target",
      description = "Where files lie meanwhile, 4 GB for 12 million rows (${DEFAULT-VALUE}).")
  private Path folder = Path.of("dateline-eval/target");

  @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(names = "--import", hidden = true)
  private @Nullable Path dump;

  @Option(names = "--open", hidden = true)
  private @Nullable Path opened;

  @Mixin private Eval.SharedData shared = new Eval.SharedData();

  @Override
  public Integer call() throws Exception {
    if (opened != null) {
      return dump == null ? open(new DatelineHome(opened)) : bring(dump, new DatelineHome(opened));
    }
    Path work = Files.createTempDirectory(folder, "gazetteer-");
    try {
      Path given = shared.folder().resolve("gazetteer/geonames");
      if (Files.isDirectory(given)) {
        measure(given, work.resolve("shared"));
      } else {
        System.out.println("the shared dump is skipped: there is no " + given);
      }
      for (int count : rows) {
        Path made = work.resolve("allCountries.txt");
        write(made, count, seed);
        measure(made, work.resolve("made"));
        Product.deleteFolder(work.resolve("made"));
        Files.delete(made);
      }
    } finally {
      Product.deleteFolder(work);
    }
    return 0;
  }

  private static void measure(Path dump, Path home) throws IOException, InterruptedException {
    String where = home.toString();
    child(IMPORT_HEAP, "--import", dump.toString(), "--open", where);
    child(OPEN_HEAP, "--open", where);
  }

  private static void child(String heap, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Product.java(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Eval.class.getName(),
                "gazetteer"));
    command.addAll(List.of(arguments));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("the process ended with status " + status);
    }
  }

  private static int bring(Path dump, DatelineHome home) throws IOException {
    long start = System.nanoTime();
    ImportSummary summary = GazetteerImport.run(dump, home, ImportProgress.NONE);
    System.out.printf(
        Locale.ROOT,
        "import  %,11d rows, %,11d names: %6.1f s, %6.1f CPU-seconds; heap %s, resident at most %s%n",
        summary.places(),
        summary.names(),
        (System.nanoTime() - start) / 1e9,
        Measures.processCpu() / 1e9,
        IMPORT_HEAP,
        Measures.peakResident());
    return 0;
  }

  private static int open(DatelineHome home) throws IOException {
    long before = Measures.resident();
    long start = System.nanoTime();
    CompactGazetteer gazetteer = home.imported();
    if (gazetteer == null) {
      throw new IOException("there is no import in " + home.folder());
    }
    long open = System.nanoTime() - start;
    SplittableRandom random = new SplittableRandom(7);
    int found = 0;
    for (int i = 0; i < LOOKUPS; i++) {
      found += gazetteer.lookup(name(random)).size();
    }
    System.out.printf(
        Locale.ROOT,
        "open    %,11d rows: %.3f s, %,d lookups %.3f s more, %,d found; resident at most %s, %d MB of"
            + " it Java and this program%n",
        gazetteer.size(),
        open / 1e9,
        LOOKUPS,
        (System.nanoTime() - start - open) / 1e9,
        found,
        Measures.peakResident(),
        before);
    return 0;
  }

  /** Rows in the form of GeoNames' dumps, each with a name and two others. */
  private static void write(Path file, int count, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int id = 1; id <= count; id++) {
        String name = capital(name(random));
        String others = capital(name(random)) + "," + capital(name(random));
        double lat = random.nextInt(-60_000, 70_000) / 1e3;
        double lon = random.nextInt(-180_000, 180_000) / 1e3;
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        out.append(
            id
                + "\t"
                + name
                + "\t"
                + name
                + "\t"
                + others
                + "\t"
                + lat
                + "\t"
                + lon
                + "\tP\tPPL\t"
                + country
                + "\t\t0"
                + random.nextInt(1, 10)
                + "\t\t\t\t"
                + random.nextInt(5_000)
                + "\t\t0\t\t2026-01-01\n");
      }
    }
  }

  private static String name(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(3, 6); i > 0; i--) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return name.toString();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
