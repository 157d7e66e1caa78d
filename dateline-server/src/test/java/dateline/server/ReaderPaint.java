package dateline.server;

import com.microsoft.playwright.Page;
import dateline.Dateline;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long Chromium takes to paint a long article: 20,000 words, 2,000 statements, events, actors,
 * places and times. Started by {@code ./evaluate reader-paint}; no test, for a busy machine is no
 * fault.
 */
final class ReaderPaint {

  private static final int PARAGRAPHS = 400;
  private static final int WORDS = 50;
  private static final int TIMES = 9;

  private ReaderPaint() {}

  public static void main(String[] args) throws Exception {
    ArticleRecord record = TestRecords.record("long", paragraphs());
    Path file = Files.createTempDirectory("reader-paint").resolve("store.db");
    double[] paints = new double[TIMES];
    try (Browser browser = Browser.open();
        RecordStore store = SqliteStore.open(file)) {
      store.save(List.of(new RecordStore.Reading("long", null, "long", record)));
      try (DatelineServer server =
              DatelineServer.start(
                  Dateline.open(), store, new ServerSettings("127.0.0.1", 0, null, 0, false));
          Page page = browser.page(1440, 1000)) {
        for (int i = -3; i < TIMES; i++) { // the first ones warm up
          page.navigate("http://127.0.0.1:" + server.port() + "/article/long?n=" + i);
          Object paint =
              page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
          if (i >= 0) {
            paints[i] = ((Number) paint).doubleValue();
          }
        }
      }
    }
    Arrays.sort(paints);
    System.out.printf(
        Locale.ROOT,
        "%d words, %d marked items: first paint %.0f ms (median of %d), worst %.0f ms; target 1000%n",
        PARAGRAPHS * WORDS,
        5 * PARAGRAPHS,
        paints[TIMES / 2],
        TIMES,
        paints[TIMES - 1]);
  }

  private static List<String> paragraphs() {
    return IntStream.range(0, PARAGRAPHS)
        .mapToObj(
            i ->
                IntStream.range(0, WORDS)
                    .mapToObj(j -> "word" + (i * 31 + j * 7) % 997)
                    .collect(Collectors.joining(" ")))
        .toList();
  }
}
