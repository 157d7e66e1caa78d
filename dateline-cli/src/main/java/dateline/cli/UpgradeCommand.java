package dateline.cli;

import dateline.Dateline;
import dateline.PageException;
import dateline.io.Watchdog;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import dateline.store.RecordStore.Change;
import dateline.store.Runs;
import dateline.store.Upgrades;
import dateline.store.Upgrades.Again;
import dateline.store.Upgrades.Due;
import dateline.store.Upgrades.Old;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "upgrade",
    description =
        "Reads again what this release, its models, rules or gazetteer would read otherwise.",
    footer = {
      "",
      "Articles are read from their records: all but the page, which the store doesn't keep. Where the",
      "page rules changed, too, \"dateline read --quiet INPUT\" reads those pages again and no others.",
      "What is done is kept as it goes; a new start goes on."
    })
final class UpgradeCommand implements Callable<Integer> {

  /** Records that are read and saved at a time, for each thread. */
  private static final int BATCH = 16;

  @Option(names = "--dry-run", description = "Says what is due and why, and changes nothing.")
  private boolean dryRun;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private StoreOption store = new StoreOption();

  @Mixin private HomeOption home = new HomeOption();

  private final Console console;

  UpgradeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int count = threads.count();
    Dateline dateline = home.home(console.environment()).dateline();
    try (Stop stop = new Stop(() -> {});
        RecordStore opened = store.open()) {
      List<Due> due = opened.upgrades().due(dateline.parts());
      due.forEach(each -> console.err().println(shown(each)));
      if (due.isEmpty()) {
        console.err().println("Nothing is due: everything was read by what would read it now.");
        return ExitStatus.OK;
      }
      return dryRun || due.stream().allMatch(UpgradeCommand::isOfPage)
          ? ExitStatus.OK
          : upgrade(dateline, opened, count, stop);
    }
  }

  private static boolean isOfPage(Due due) {
    return due.changed().equals(Set.of(Dateline.PAGE_PART));
  }

  private static String shown(Due due) {
    String records = Tally.count(due.records(), "record");
    if (isOfPage(due)) {
      return records + ": the page rules changed: needs the pages (dateline read --quiet INPUT)";
    }
    return records + " read by another " + String.join(", ", due.changed());
  }

  private int upgrade(Dateline dateline, RecordStore opened, int count, Stop stop)
      throws InterruptedException {
    Upgrades upgrades = opened.upgrades();
    Map<String, String> parts = dateline.parts();
    Map<Change, Long> changes = new EnumMap<>(Change.class);
    long run = 0;
    long after = 0;
    long failed = 0;
    try (Watchdog watchdog = new Watchdog(count, Watchdog.OF_A_RUN)) {
      while (!stop.isAsked()) {
        List<Old> batch = upgrades.next(parts, Dateline.PAGE_PART, after, BATCH * count);
        if (batch.isEmpty()) {
          break;
        }
        after = batch.get(batch.size() - 1).revision();
        List<Again> again = read(dateline, watchdog, batch);
        failed += batch.size() - again.size();
        if (run == 0) {
          run =
              opened
                  .runs()
                  .begin(Runs.Kind.UPGRADE, new Runs.Reader(Dateline.SOFTWARE, parts, List.of()));
        }
        upgrades
            .save(run, parts, Dateline.PAGE_PART, again)
            .forEach(change -> changes.merge(change, 1L, Long::sum));
      }
    }
    long other = changes.getOrDefault(Change.REREAD, 0L);
    long same = changes.getOrDefault(Change.UNCHANGED, 0L);
    console
        .err()
        .println(
            Tally.count(other + same, "record")
                + " read again: "
                + Tally.count(other, "record")
                + " changed."
                + (run == 0 ? "" : " See: dateline diff " + (run - 1) + " " + run)
                + (stop.isAsked() ? " Stopped before the end." : ""));
    return failed == 0 ? ExitStatus.OK : ExitStatus.SOME_FAILED;
  }

  /** Reads records on all threads; those that can't be read are named and stay as they are. */
  private List<Again> read(Dateline dateline, Watchdog watchdog, List<Old> batch)
      throws InterruptedException {
    List<Future<ArticleRecord>> pending = new ArrayList<>();
    for (Old old : batch) {
      // An article in another language is read by few of the parts.
      boolean same = Collections.disjoint(old.changed(), dateline.partsOf(old.record()));
      pending.add(
          same
              ? CompletableFuture.completedFuture(old.record())
              : watchdog.submit(() -> dateline.readAgain(old.record())));
    }
    List<Again> again = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      try {
        again.add(new Again(batch.get(i), watchdog.await(pending.get(i))));
      } catch (PageException | ExecutionException e) {
        console
            .err()
            .println(batch.get(i).record().id() + ": can't be read again: " + e.getMessage());
      }
    }
    return again;
  }
}
