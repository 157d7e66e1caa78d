package dateline.eval;

import dateline.json.RecordJson;
import dateline.store.RecordStore;
import dateline.store.Stores;
import dateline.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * R1 and R2: {@code dateline read} of an archive into a store, killed at random points or stopped
 * by a full or failing disk, then started again until it is done. After each blow the store must
 * open and be sound, hold every record that it held before, and none twice; in the end its export
 * must be that of an unbroken run, byte for byte.
 */
@Command(
    name = "kills",
    mixinStandardHelpOptions = true,
    description =
        "Kills a read at random points, or fills or breaks its disk, and starts it again (R1, R2).")
final class Kills implements Callable<Integer> {

  /** What happens to a run. */
  enum Blow {
    KILL,
    FULL_DISK,
    IO_ERROR
  }

  @Option(names = "--times", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int times = 200;

  @Option(names = "--pages", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int pages = 150;

  @Option(
      names = "--blow",
      description =
          "kill, full_disk or io_error (this one needs strace). Default: ${DEFAULT-VALUE}.")
  private Blow blow = Blow.KILL;

  @Option(
      names = "--postgres",
      description = "Into PostgreSQL, on a server that is started for it.")
  private boolean postgres;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("dateline-kills");
    Result result;
    if (postgres) {
      try (TestServer server = TestServer.start()) {
        result = new Trial(folder, blow, pages, seed, server::schema).run(times);
      }
    } else {
      result = new Trial(folder, blow, pages, seed, number -> file(folder)).run(times);
    }
    System.out.printf(
        Locale.ROOT,
        "%d x %s into %s, %d of them between the first record and the last; %d stores of %d pages"
            + " brought to their end: 0 records lost, 0 doubled, every export as of an unbroken run%n",
        times,
        blow.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        postgres ? "PostgreSQL" : "SQLite",
        result.midway(),
        result.stores(),
        pages);
    if (blow != Blow.KILL) {
      System.out.printf("runs without a clear message and exit status: %d%n", result.unclear());
    }
    return result.unclear() == 0 ? 0 : 1;
  }

  /** A file of SQLite's, empty. */
  static String file(Path folder) {
    Path file = folder.resolve("broken.db");
    Product.delete(file);
    return file.toString();
  }

  /**
   * What came of it; a lost or doubled record is an exception.
   *
   * @param midway blows that fell when some records were kept and others not
   * @param stores that were brought to their end
   * @param unclear runs that ended without a message or the exit status for it
   */
  record Result(int midway, int stores, int unclear) {}

  /** A series of blows. */
  static final class Trial {

    private static final int MOST_WRITES = 600;

    private final Product product;
    private final Blow blow;
    private final int pages;
    private final IntFunction<String> stores;
    private final Path archive;
    private final Path log;
    private final SplittableRandom random;
    private final Set<String> kept = new HashSet<>();
    private int midway;
    private int unclear;

    /**
     * @param stores makes the address of an empty store, given a number
     */
    Trial(Path folder, Blow blow, int pages, long seed, IntFunction<String> stores)
        throws IOException {
      this.product = new Product(folder);
      this.blow = blow;
      this.pages = pages;
      this.stores = stores;
      this.archive = folder.resolve("news.warc.gz");
      this.log = folder.resolve("log.txt");
      this.random = new SplittableRandom(seed);
      ArchiveMaker.make(archive, pages, 5_000, seed, ArchiveMaker.FIRST_PARAGRAPH);
    }

    Result run(int times) throws Exception {
      String whole = stores.apply(0);
      long start = System.nanoTime();
      finish(whole);
      long millis = (System.nanoTime() - start) / 1_000_000;
      String expected = export(whole);
      long size = whole.contains("://") ? 0 : Files.size(Path.of(whole)) / 1024;
      int blows = 0;
      int runs = 0;
      while (blows < times) {
        String store = stores.apply(++runs);
        kept.clear();
        while (blows < times && !strike(store, millis, size)) {
          blows++;
          checkKept(store);
        }
        finish(store);
        Checks.check(
            export(store).equals(expected), "store " + runs + " differs from the unbroken one");
      }
      return new Result(midway, runs, unclear);
    }

    private void finish(String store) throws IOException, InterruptedException {
      int status = start(store, List.of()).waitFor();
      Checks.check(status == 0, "a run failed without a blow: " + Files.readString(log));
    }

    private Process start(String store, List<String> before) throws IOException {
      return product.start(
          log, before, List.of("read", archive.toString(), "--store", store, "--quiet"));
    }

    /** Whether the run came to its end before the blow. */
    private boolean strike(String store, long millis, long size)
        throws IOException, InterruptedException {
      if (blow == Blow.KILL) {
        Process process = start(store, List.of());
        boolean ended = process.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return ended;
      }
      List<String> before =
          blow == Blow.FULL_DISK
              ? Product.withFullDisk(1 + random.nextLong(size + size / 4))
              : Product.withBadDisk(1 + random.nextInt(MOST_WRITES), random.nextBoolean());
      int status = start(store, before).waitFor();
      if (status != 0 && (status != 3 || !Files.readString(log).contains("dateline: "))) {
        unclear++;
        System.out.println("exit status " + status + ": " + Files.readString(log));
      }
      return status == 0;
    }

    /** Nothing that was there is gone, and nothing is there twice. */
    private void checkKept(String store) {
      if (!store.contains("://") && !Files.exists(Path.of(store))) {
        Checks.check(kept.isEmpty(), "the store is gone");
        return;
      }
      List<String> ids = new ArrayList<>();
      try (RecordStore opened = Stores.open(store)) {
        opened.forEach(record -> ids.add(record.id()));
        List<String> problems = opened.verify();
        Checks.check(problems.isEmpty(), "the store is damaged: " + problems);
      }
      Set<String> now = new HashSet<>(ids);
      Checks.check(now.size() == ids.size(), "a record is there twice");
      Checks.check(now.containsAll(kept), "a record is lost");
      kept.addAll(now);
      midway += now.isEmpty() || now.size() >= pages ? 0 : 1;
    }

    /** Hash of all records, in order. */
    static String export(String store) {
      MessageDigest digest = Sha256.digest();
      try (RecordStore opened = Stores.openExisting(store)) {
        opened.forEach(
            record -> digest.update(RecordJson.write(record).getBytes(StandardCharsets.UTF_8)));
      }
      return Sha256.hex(digest);
    }
  }
}
