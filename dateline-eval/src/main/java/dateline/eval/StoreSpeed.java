package dateline.eval;

import dateline.Dateline;
import dateline.server.DatelineServer;
import dateline.server.ServerSettings;
import dateline.store.Query;
import dateline.store.RecordStore;
import dateline.store.RecordStore.Reading;
import dateline.store.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How long people wait for pages of a big store: clients that ask one page after another without a
 * pause, over HTTP, each page another one.
 */
final class StoreSpeed {

  private static final int STATEMENTS = 20;
  private static final int EVENTS = 6;
  private static final int BATCH = 500;

  /** What a client asks for, most often searches. */
  private enum Ask {
    SEARCH(300),
    READER(200),
    PAIR(500);

    final int target;

    Ask(int target) {
      this.target = target;
    }
  }

  /**
   * An answer: what was asked for, how, and how long it took.
   *
   * @param cpuMillis of the whole program meanwhile: of this answer when there is one client
   */
  private record Answer(
      Ask ask, String shape, String address, double millis, double cpuMillis, int status) {}

  private final BigNews news;
  private final int articles;

  StoreSpeed(BigNews news, int articles) {
    this.news = news;
    this.articles = articles;
  }

  /**
   * @return whether every page came and 95 of 100 in time
   */
  static boolean run(Path file, int articles, int clients, int seconds, long seed)
      throws Exception {
    StoreSpeed speed = new StoreSpeed(new BigNews(seed, STATEMENTS, EVENTS), articles);
    try (RecordStore store = SqliteStore.open(file)) {
      speed.fill(store);
      System.out.printf(
          Locale.ROOT,
          "store: %d articles, %d statements, %d events, %d MB%n",
          store.articles(Query.all(0)).total(),
          store.statements(Query.all(0)).total(),
          store.events(Query.all(0)).total(),
          Files.size(file) >> 20);
      try (DatelineServer server =
          DatelineServer.start(
              Dateline.open(), store, new ServerSettings("127.0.0.1", 0, null, 0, false))) {
        String root = "http://127.0.0.1:" + server.port();
        speed.ask(root, clients, seconds / 4, seed + 1); // the first minutes of a Java program
        long cpu = Measures.processCpu();
        List<Answer> answers = speed.ask(root, clients, seconds, seed + 2);
        System.out.printf(
            Locale.ROOT,
            "%.1f ms of CPU a request, client and server%n",
            (Measures.processCpu() - cpu) / 1e6 / answers.size());
        return report(answers, clients == 1);
      }
    }
  }

  /** Saves what is missing; a store that is full already is taken as it is. */
  void fill(RecordStore store) {
    long start = System.nanoTime();
    int from = (int) store.articles(Query.all(0)).total();
    for (int next = from; next < articles; next += BATCH) {
      List<Reading> batch =
          IntStream.range(next, Math.min(articles, next + BATCH))
              .parallel()
              .mapToObj(
                  i -> new Reading(BigNews.id(i), null, BigNews.id(i), news.record(i, articles)))
              .toList();
      store.save(batch);
      if (next / 10_000 != (next + BATCH) / 10_000) {
        System.out.printf(
            Locale.ROOT,
            "saved %d articles, %.0f s%n",
            next + BATCH,
            (System.nanoTime() - start) / 1e9);
      }
    }
    if (from < articles) {
      System.out.printf(
          Locale.ROOT,
          "filled: %d articles in %.0f s%n",
          articles - from,
          (System.nanoTime() - start) / 1e9);
    }
  }

  private List<Answer> ask(String root, int clients, int seconds, long seed) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    return Clients.run(clients, seed, random -> client(root, random, end));
  }

  private List<Answer> client(String root, SplittableRandom random, long end)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    List<Answer> answers = new ArrayList<>();
    while (System.nanoTime() < end) {
      Ask ask = ask(random);
      String shape = shape(ask, random);
      String address = root + address(ask, shape, random);
      long cpu = Measures.processCpu();
      long start = System.nanoTime();
      HttpResponse<byte[]> response =
          http.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      answers.add(
          new Answer(
              ask,
              shape,
              address,
              (System.nanoTime() - start) / 1e6,
              (Measures.processCpu() - cpu) / 1e6,
              response.statusCode()));
    }
    return answers;
  }

  /** Searches as people make them; words in capitals are filled in. */
  private static final List<String> SHAPES =
      List.of(
          "in=statements&q=WORD",
          "in=statements&q=WORD WORD",
          "in=statements&q=\"WORD WORD\"",
          "in=statements&speaker=PERSON",
          "in=statements&q=WORD&speaker=PERSON",
          "in=statements&country=COUNTRY",
          "in=statements&country=COUNTRY&from=YEAR&to=YEAR",
          "in=statements&q=WORD&from=YEAR&to=YEAR",
          "in=events&q=WORD",
          "in=events&actor=COUNTRY",
          "in=events&country=COUNTRY&type=ASSAULT",
          "in=events&q=WORD&claimed=yes",
          "in=events&from=YEAR&to=YEAR",
          "in=articles&q=WORD",
          "in=articles&q=WORD WORD",
          "in=articles&q=WORD&from=YEAR&order=latest");

  private static Ask ask(SplittableRandom random) {
    int draw = random.nextInt(10);
    return draw < 6 ? Ask.SEARCH : draw < 9 ? Ask.READER : Ask.PAIR;
  }

  private static String shape(Ask ask, SplittableRandom random) {
    return switch (ask) {
      case SEARCH -> SHAPES.get(random.nextInt(SHAPES.size()));
      case READER -> "article";
      case PAIR -> random.nextInt(4) == 0 ? "a=person&b=country" : "a=country&b=country";
    };
  }

  /** The path of a page that somebody may ask for. */
  String path(SplittableRandom random) {
    Ask ask = ask(random);
    return address(ask, shape(ask, random), random);
  }

  private String address(Ask ask, String shape, SplittableRandom random) {
    return switch (ask) {
      case SEARCH -> "/search?" + fill(shape, random);
      case READER -> "/article/" + BigNews.id(random.nextInt(articles));
      case PAIR ->
          "/pair?" + fill(shape.replace("person", "PERSON").replace("country", "COUNTRY"), random);
    };
  }

  private String fill(String shape, SplittableRandom random) {
    StringBuilder filled = new StringBuilder();
    String year = "";
    for (String part : shape.split("&")) {
      int equals = part.indexOf('=');
      String value = part.substring(equals + 1);
      while (value.contains("WORD")) {
        value = value.replaceFirst("WORD", news.word(random));
      }
      value = value.replace("PERSON", news.person(random));
      value = value.replace("COUNTRY", news.country(random));
      if (value.equals("YEAR")) {
        year = part.startsWith("to=") ? later(year, random) : year(random);
        value = year;
      }
      filled.append(filled.isEmpty() ? "" : "&").append(part, 0, equals).append('=');
      filled.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return filled.toString();
  }

  private static String year(SplittableRandom random) {
    return BigNews.day(random).toString().substring(0, 4);
  }

  /** A year that is not before another. */
  private static String later(String year, SplittableRandom random) {
    String other = year(random);
    return other.compareTo(year) < 0 ? year : other;
  }

  private static boolean report(List<Answer> answers, boolean alone) {
    long bad = answers.stream().filter(answer -> answer.status() != 200).count();
    System.out.printf(
        Locale.ROOT,
        "%d requests, %d failed%n%n%-46s %7s %7s %7s %7s %7s%s%n",
        answers.size(),
        bad,
        "milliseconds",
        "asked",
        "p50",
        "p95",
        "max",
        "target",
        alone ? "  cpu p50     p95" : "");
    boolean good = bad == 0;
    for (Ask ask : Ask.values()) {
      List<Answer> of = answers.stream().filter(answer -> answer.ask() == ask).toList();
      line(ask.name().toLowerCase(Locale.ROOT), of, Integer.toString(ask.target), alone);
      good &= of.isEmpty() || quantile(of, 0.95) <= ask.target;
    }
    System.out.println();
    Map<String, List<Answer>> shapes = new TreeMap<>();
    answers.forEach(
        answer -> shapes.computeIfAbsent(answer.shape(), shape -> new ArrayList<>()).add(answer));
    shapes.forEach((shape, of) -> line("  " + shape, of, "", alone));
    System.out.println("\nslowest:");
    answers.stream()
        .sorted(Comparator.comparingDouble(Answer::millis).reversed())
        .limit(8)
        .forEach(
            a ->
                System.out.printf(
                    Locale.ROOT,
                    "%7.0f %s %s%n",
                    a.millis(),
                    alone ? String.format(Locale.ROOT, "%7.0f", a.cpuMillis()) : "",
                    a.address()));
    return good;
  }

  private static void line(String name, List<Answer> of, String target, boolean alone) {
    if (!of.isEmpty()) {
      System.out.printf(
          Locale.ROOT,
          "%-46s %7d %7.0f %7.0f %7.0f %7s%s%n",
          name,
          of.size(),
          quantile(of, 0.5),
          quantile(of, 0.95),
          quantile(of, 1),
          target,
          alone
              ? String.format(
                  Locale.ROOT,
                  " %8.0f %7.0f",
                  quantile(of, 0.5, Answer::cpuMillis),
                  quantile(of, 0.95, Answer::cpuMillis))
              : "");
    }
  }

  private static double quantile(List<Answer> of, double share) {
    return quantile(of, share, Answer::millis);
  }

  private static double quantile(List<Answer> of, double share, ToDoubleFunction<Answer> what) {
    double[] sorted = of.stream().mapToDouble(what).sorted().toArray();
    return Measures.quantile(sorted, share);
  }
}
