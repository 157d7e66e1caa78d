package dateline.eval;

import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import dateline.model.ArticleRecord;
import dateline.store.SqlStoryState;
import dateline.store.SqliteStore;
import dateline.story.Digests;
import dateline.story.StoryGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What it costs to find near copies and stories as articles come in, in a store's file: records of
 * generated years, made without the reader, one after the other. Only that is timed: not the making
 * of records, nor keeping them for search.
 */
final class StoryScale {

  private static final int BATCH = 1000;

  /** Articles that a happening has on average under {@link #MEAN}, revisions included. */
  private static final double PER_HAPPENING = 5.6;

  private static final double MEAN = 6;

  private StoryScale() {}

  static void run(int articles, long seed, int step, int perDay, Path folder)
      throws IOException, SQLException {
    Path file = Files.createTempFile(folder, "stories", ".db");
    Files.delete(file);
    SqliteStore.open(file).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      SqlStoryState.prepareForBulk(connection);
      connection.setAutoCommit(false);
      measure(articles, seed, step, perDay, file, connection);
    } finally {
      Product.delete(file);
    }
  }

  private static void measure(
      int articles, long seed, int step, int perDay, Path file, Connection connection)
      throws IOException, SQLException {
    int happenings = (int) (articles / PER_HAPPENING) + 100;
    int days = (int) Math.max(1, happenings * PER_HAPPENING / perDay);
    Iterator<Report> reports =
        Corpus.reports(new Plan(seed, happenings, LocalDate.of(2013, 1, 1), days, MEAN)).iterator();
    Map<String, Long> numbers = new HashMap<>();
    System.out.printf(
        Locale.ROOT,
        "%10s %10s %10s %10s %8s%n",
        "articles",
        "ms each",
        "CPU ms",
        "file MB",
        "RSS");
    long nanos = 0;
    long cpu = 0;
    for (int done = 0; done < articles && reports.hasNext(); ) {
      List<Numbered> batch = batch(reports, numbers);
      long start = System.nanoTime();
      long startCpu = Measures.threadCpu();
      try (SqlStoryState state = new SqlStoryState(connection)) {
        StoryGraph graph = new StoryGraph(state);
        for (Numbered each : batch) {
          graph.put(each.number(), Digests.of(each.record()));
        }
      }
      connection.commit();
      nanos += System.nanoTime() - start;
      cpu += Measures.threadCpu() - startCpu;
      done += batch.size();
      if (done % step < BATCH) {
        System.out.printf(
            Locale.ROOT,
            "%10d %10.3f %10.3f %10d %8s%n",
            done,
            nanos / 1e6 / step,
            cpu / 1e6 / step,
            Files.size(file) >> 20,
            Measures.peakResident());
        nanos = 0;
        cpu = 0;
      }
    }
  }

  /** A record with the number of its article; a revision has that of the article. */
  private record Numbered(long number, ArticleRecord record) {}

  private static List<Numbered> batch(Iterator<Report> reports, Map<String, Long> numbers) {
    List<Numbered> batch = new ArrayList<>();
    while (batch.size() < BATCH && reports.hasNext()) {
      Report report = reports.next();
      long next = numbers.size() + 1L;
      Long known = numbers.putIfAbsent(report.url(), next);
      batch.add(new Numbered(known == null ? next : known, report.record()));
    }
    return batch;
  }
}
