package dateline.eval;

import dateline.store.RecordStore;
import dateline.store.RecordStore.Reading;
import dateline.store.SqliteStore;
import dateline.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * R7: backups of a store while another thread writes to it without a pause. Each must open, be
 * sound, and hold every article that had been saved when it was asked for; the last one, restored,
 * must be the same again.
 */
@Command(
    name = "backups",
    mixinStandardHelpOptions = true,
    description = "Backs up a store again and again while it is written to (R7).")
final class Backups implements Callable<Integer> {

  private static final int BATCH = 5;

  /** Articles of the store; then the first is read anew, in other words. */
  private static final int ARTICLES = 400;

  @Option(names = "--times", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int times = 100;

  @Option(names = "--postgres", description = "Of PostgreSQL, on a server that is started for it.")
  private boolean postgres;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  /** Batches saved. */
  private final AtomicInteger saved = new AtomicInteger();

  private final AtomicBoolean stopped = new AtomicBoolean();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("dateline-backups");
    if (postgres) {
      try (TestServer server = TestServer.start()) {
        run(server.schema(1), folder);
      }
    } else {
      run(folder.resolve("news.db").toString(), folder);
    }
    return 0;
  }

  private void run(String address, Path folder) throws Exception {
    int during = 0;
    try (RecordStore store = Stores.open(address)) {
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(store));
      Path backup = folder.resolve("backup.db");
      for (int i = 0; i < times; i++) {
        Product.delete(backup);
        await(writer, ARTICLES / BATCH + i);
        int before = saved.get();
        Stores.backup(address, backup);
        during += saved.get() - before;
        check(backup, before);
      }
      stopped.set(true);
      writer.join(); // throws what saving threw
      Path restored = folder.resolve("restored.db");
      Stores.backup(backup.toString(), restored);
      Checks.check(
          Kills.Trial.export(backup.toString()).equals(Kills.Trial.export(restored.toString())),
          "the restored backup is another");
    }
    System.out.printf(
        Locale.ROOT,
        "%d backups of %s while %,d transactions were made to it: each sound, 0 articles lost; the"
            + " last one restored is the same%n",
        times,
        postgres ? "PostgreSQL" : "SQLite",
        during);
  }

  /** Waits until so many batches are saved, or saving failed. */
  private void await(Future<?> writer, int batches) throws InterruptedException {
    while (saved.get() < batches && !writer.isDone()) {
      Thread.sleep(1);
    }
  }

  private void write(RecordStore store) {
    BigNews news = new BigNews(seed, 2, 1);
    for (int batch = 0; !stopped.get(); batch++) {
      int from = batch * BATCH % ARTICLES;
      if (from == 0 && batch > 0) {
        news = new BigNews(seed + batch, 2, 1);
      }
      BigNews now = news;
      store.save(
          IntStream.range(from, from + BATCH)
              .mapToObj(
                  i -> new Reading(BigNews.id(i), null, BigNews.id(i), now.record(i, ARTICLES)))
              .toList());
      saved.incrementAndGet();
    }
  }

  private static void check(Path backup, int batches) {
    Set<String> ids = new HashSet<>();
    try (RecordStore opened = SqliteStore.openExisting(backup)) {
      List<String> problems = opened.verify();
      Checks.check(problems.isEmpty(), "a backup is damaged: " + problems);
      opened.forEach(record -> ids.add(record.id()));
    }
    for (int i = 0; i < Math.min(ARTICLES, batches * BATCH); i++) {
      Checks.check(ids.contains(BigNews.id(i)), "a backup lacks article " + i);
    }
  }
}
