package dateline.cli;

import dateline.Dateline;
import dateline.PageException;
import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import dateline.server.ServerSettings;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Writes a year of news of a made-up world, reads it, and serves it on this machine.")
final class DemoCommand implements Callable<Integer> {

  private static final int BATCH = 60;

  @Option(names = "--port", paramLabel = "PORT", description = "Default: ${DEFAULT-VALUE}.")
  private int port = 7878;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which of the made-up worlds. Default: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Option(
      names = "--happenings",
      paramLabel = "N",
      description =
          "What happens in the year; each is reported about six times. Default: ${DEFAULT-VALUE}.")
  private int happenings = 60;

  @Option(
      names = "--store",
      paramLabel = "FILE.db",
      description = "Where it is kept. Default: a temporary file.")
  private @Nullable Path file;

  @Option(names = "--no-serve", description = "Only fill the store.")
  private boolean noServe;

  private final Console console;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path kept = file == null ? Files.createTempDirectory("dateline-demo").resolve("demo.db") : file;
    Dateline dateline = Dateline.open();
    RecordStore store = SqliteStore.open(kept);
    int articles = fill(dateline, store);
    console.err().println(Tally.count(articles, "article") + " of a made-up world in " + kept);
    if (noServe) {
      store.close();
      return ExitStatus.OK;
    }
    return Serving.run(console, new Log(), dateline, store, ServerSettings.local(port));
  }

  private int fill(Dateline dateline, RecordStore store) {
    List<Report> reports = Corpus.reports(Plan.rivals(seed, happenings)).toList();
    Keeping kept = new Keeping(store, dateline, List.of("demo"));
    console.err().println("Reading " + Tally.count(reports.size(), "article") + " …");
    for (int from = 0; from < reports.size(); from += BATCH) {
      List<Report> batch = reports.subList(from, Math.min(reports.size(), from + BATCH));
      kept.save(
          batch.parallelStream().flatMap(report -> read(dateline, report)).toList(), List.of());
    }
    return reports.size();
  }

  private static Stream<RecordStore.Reading> read(Dateline dateline, Report report) {
    try {
      return Stream.of(
          new RecordStore.Reading(
              report.url(), null, Fingerprint.of(report.page()), dateline.read(report.page())));
    } catch (PageException e) {
      throw new IllegalStateException("a page of our own making can't be read", e);
    }
  }
}
