package dateline.eval;

import dateline.Dateline;
import dateline.server.DatelineServer;
import dateline.server.ServerSettings;
import dateline.store.Query;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * R6: many people at a store of a million articles, while another process reads an archive into it.
 * Nine of ten requests are pages, as in {@link StoreSpeed}; one of ten is a correction, which is
 * written. Each client waits for its answer and then a while, as people do who look at a page.
 */
@Command(
    name = "crowd",
    mixinStandardHelpOptions = true,
    description = "Many clients at a big store while an archive is read into it (R6).")
final class Crowd implements Callable<Integer> {

  private static final int STATEMENTS = 1;
  private static final int EVENTS = 1;
  private static final int ONE_WRITES_OF = 10;
  private static final double TARGET_MILLIS = 500;
  private static final int SLOWEST = 20;

  @Option(
      names = "--store",
      description = "Filled when it isn't yet: an hour for a million (${DEFAULT-VALUE}).")
  private Path store = Path.of("dateline-eval/target/crowd.db");

  @Option(
      names = "--articles",
      paramLabel = "N",
      description = "Each has a statement and an event. Default: ${DEFAULT-VALUE}.")
  private int articles = 1_000_000;

  @Option(names = "--clients", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int clients = 64;

  @Option(names = "--seconds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int seconds = 300;

  @Option(
      names = "--pause",
      paramLabel = "MILLISECONDS",
      description =
          "Between an answer and the next request, on average. Default: ${DEFAULT-VALUE}.")
  private int pause = 1000;

  @Option(
      names = "--pages",
      paramLabel = "N",
      description =
          "Of the archive that is read meanwhile; must last to the end. Default: ${DEFAULT-VALUE}.")
  private int pages = 12_000;

  @Option(names = "--fill-only", description = "Fills the store and ends.")
  private boolean fillOnly;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  /**
   * A request that was answered, or not: then its status is 0.
   *
   * @param at seconds after the first one might be, when it was made
   */
  private record Answer(boolean writes, String path, double at, double millis, int status) {

    boolean isGood() {
      return status == (writes ? 201 : 200);
    }
  }

  @Override
  public Integer call() throws Exception {
    StoreSpeed pagesAsked = new StoreSpeed(new BigNews(seed, STATEMENTS, EVENTS), articles);
    try (RecordStore filled = SqliteStore.open(store)) {
      pagesAsked.fill(filled);
    }
    if (fillOnly) {
      return 0;
    }
    Path folder = Files.createTempDirectory("dateline-crowd");
    Path archive = folder.resolve("news.warc.gz");
    // Other news at each run: what the store has is not read again.
    ArchiveMaker.make(archive, pages, 5_000, System.nanoTime(), ArchiveMaker.AS_REPORTED);
    Path log = folder.resolve("log.txt");
    try (RecordStore served = SqliteStore.open(store);
        DatelineServer server =
            DatelineServer.start(
                Dateline.open(), served, new ServerSettings("127.0.0.1", 0, null, 0, false))) {
      long before = served.articles(Query.all(0)).total();
      System.out.printf(
          Locale.ROOT, "store: %,d articles, %,d MB%n", before, Files.size(store) >> 20);
      String root = "http://127.0.0.1:" + server.port();
      ask(pagesAsked, root, 30, 1); // the first minutes of a Java program
      Process reading = read(folder, archive, log);
      List<Answer> answers = ask(pagesAsked, root, seconds, 2);
      boolean lasted = reading.isAlive();
      reading.destroy(); // told to stop, it saves what it has read
      reading.waitFor(1, TimeUnit.MINUTES);
      long read = served.articles(Query.all(0)).total() - before;
      System.out.printf(
          Locale.ROOT,
          "read meanwhile: %,d articles%s%n",
          read,
          lasted ? "" : "; it ended before the clients did: " + Files.readString(log));
      return report(answers) && lasted && read > 0 ? 0 : 1;
    }
  }

  private Process read(Path folder, Path archive, Path log) throws IOException {
    return new Product(folder)
        .start(
            log,
            List.of(),
            List.of(
                "read",
                archive.toString(),
                "--store",
                store.toString(),
                "--quiet",
                "--threads",
                "1"));
  }

  private List<Answer> ask(StoreSpeed asked, String root, int seconds, int round) throws Exception {
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    return Clients.run(
        clients, seed * 10 + round, random -> client(asked, root, random, begin, end));
  }

  private List<Answer> client(
      StoreSpeed asked, String root, SplittableRandom random, long begin, long end)
      throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    List<Answer> answers = new ArrayList<>();
    Thread.sleep(random.nextInt(2 * pause + 1));
    while (System.nanoTime() < end) {
      boolean writes = random.nextInt(ONE_WRITES_OF) == 0;
      HttpRequest request = writes ? correction(root, random) : page(root, asked, random);
      long start = System.nanoTime();
      int status;
      try {
        status = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
      } catch (IOException e) {
        status = 0;
      }
      answers.add(
          new Answer(
              writes,
              request.uri().toString(),
              (start - begin) / 1e9,
              (System.nanoTime() - start) / 1e6,
              status));
      Thread.sleep(random.nextInt(2 * pause + 1));
    }
    return answers;
  }

  private static HttpRequest page(String root, StoreSpeed asked, SplittableRandom random) {
    return HttpRequest.newBuilder(URI.create(root + asked.path(random))).build();
  }

  private HttpRequest correction(String root, SplittableRandom random) {
    String path = "/v1/articles/" + BigNews.id(random.nextInt(articles)) + "/reviews";
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("item=s1&verdict=accept&who=reader"))
        .build();
  }

  private boolean report(List<Answer> answers) {
    long bad = answers.stream().filter(answer -> !answer.isGood()).count();
    System.out.printf(
        Locale.ROOT,
        "%d clients, %d s, %d ms between: %,d requests, %.0f a second, %d errors%n",
        clients,
        seconds,
        pause,
        answers.size(),
        answers.size() / (double) seconds,
        bad);
    answers.stream()
        .filter(answer -> !answer.isGood())
        .mapToInt(Answer::status)
        .distinct()
        .forEach(status -> System.out.println("  answered with " + status));
    double slow = line("reads", millis(answers, false));
    line("writes", millis(answers, true));
    System.out.println("slowest, milliseconds and when they were asked:");
    answers.stream()
        .sorted(Comparator.comparingDouble(Answer::millis).reversed())
        .limit(SLOWEST)
        .forEach(
            answer ->
                System.out.printf(
                    Locale.ROOT,
                    "%7.0f %5.1f s %s%n",
                    answer.millis(),
                    answer.at(),
                    answer.path()));
    return bad == 0 && slow <= TARGET_MILLIS;
  }

  private static double[] millis(List<Answer> answers, boolean writes) {
    return answers.stream()
        .filter(answer -> answer.writes() == writes)
        .mapToDouble(Answer::millis)
        .sorted()
        .toArray();
  }

  /** Returns what 99 of 100 don't exceed. */
  private static double line(String name, double[] sorted) {
    double slow = Measures.quantile(sorted, 0.99);
    System.out.printf(
        Locale.ROOT,
        "%-7s %7d, milliseconds: p50 %.0f, p95 %.0f, p99 %.0f, longest %.0f%n",
        name,
        sorted.length,
        Measures.quantile(sorted, 0.5),
        Measures.quantile(sorted, 0.95),
        slow,
        Measures.quantile(sorted, 1));
    return slow;
  }
}
