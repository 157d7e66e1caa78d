package dateline.eval;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.io.Input;
import dateline.io.Inputs;
import dateline.io.export.CsvWriter;
import dateline.io.export.Table;
import dateline.io.export.Tables;
import dateline.io.warc.Found;
import dateline.io.warc.WarcScanner;
import dateline.io.web.Feed;
import dateline.io.web.Fetcher;
import dateline.model.ArticleRecord;
import dateline.server.DatelineServer;
import dateline.server.ServerSettings;
import dateline.store.Query;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * S: what is hostile is made harmless, and how long that takes: the median of some rounds, after
 * others that warm up, for the slowest of a row's inputs. What is not made harmless is an
 * exception.
 */
@Command(
    name = "hostile",
    mixinStandardHelpOptions = true,
    description = "Formulas, bombs, traversals, addresses inside, hostile searches, headers (S).")
final class Hostile implements Callable<Integer> {

  private static final double TARGET_MILLIS = 50;
  private static final int ARTICLES = 1_000;
  private static final String FORMULA_STARTS = "=+-@";

  /** Addresses of this machine and its network, as some programs read them; a port comes behind. */
  private static final List<String> INSIDE =
      List.of(
          "127.0.0.1",
          "127.1",
          "localhost",
          "LOCALHOST",
          "2130706433",
          "0x7f000001",
          "0177.0.0.1",
          "0",
          "0.0.0.0",
          "[::1]",
          "[::ffff:127.0.0.1]",
          "[::]",
          "10.0.0.1",
          "172.16.0.1",
          "192.168.0.1",
          "169.254.169.254",
          "[fd00:ec2::254]",
          "[64:ff9b::7f00:1]");

  private static final List<String> TYPED =
      List.of(
          "'; DROP TABLE revision; --",
          "\" OR 1=1 --",
          "\"unclosed",
          "NEAR(a b, 5)",
          "words:peace AND NOT codes:x",
          "((((((((((",
          "a* b* c* d* e*",
          "-a -b -c",
          "\0\u202e\ud83d",
          "%_[*]?{}",
          "<script>alert(1)</script>",
          "\"" + "a ".repeat(2_000) + "\"");

  @Option(names = "--rounds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int rounds = 20;

  private boolean inTime = true;

  /** One hostile input. */
  private interface Attempt {
    void run() throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    System.out.printf(
        Locale.ROOT, "%-44s %7s %9s %9s%n", "milliseconds", "inputs", "median", "longest");
    Path folder = Files.createTempDirectory("dateline-hostile");
    try (ServerSocket inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      row("formulas in CSV", formulas());
      row("entities and bombs of them in feeds, OPML", feeds(inside.getLocalPort()));
      row("names in a WACZ that lead elsewhere", traversals(folder));
      row("addresses inside", addresses(inside.getLocalPort()));
      row("hostile searches", searches(folder));
      row("a header of 1 MiB in a WARC", List.of(warcHeader(folder)));
      headers();
      inside.setSoTimeout(200);
      Checks.check(hasNoConnection(inside), "a connection was made to an address inside");
    }
    System.out.println(
        "all made harmless; 0 files outside the folder, 0 connections; each within 50 ms: "
            + inTime);
    return inTime ? 0 : 1;
  }

  private void row(String name, List<Attempt> attempts) throws Exception {
    double slowest = 0;
    double longest = 0;
    for (Attempt attempt : attempts) {
      for (int i = 0; i < rounds; i++) {
        attempt.run();
      }
      double[] millis = new double[rounds];
      for (int i = 0; i < rounds; i++) {
        long start = System.nanoTime();
        attempt.run();
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(millis);
      slowest = Math.max(slowest, millis[rounds / 2]);
      longest = Math.max(longest, millis[rounds - 1]);
    }
    inTime &= slowest <= TARGET_MILLIS;
    System.out.printf(
        Locale.ROOT, "%-44s %7d %9.2f %9.2f%n", name, attempts.size(), slowest, longest);
  }

  /** A thousand rows whose title and words begin as formulas do. */
  private static List<Attempt> formulas() throws PageException, IOException {
    Dateline dateline = Dateline.open();
    List<Attempt> attempts = new ArrayList<>();
    for (char start : FORMULA_STARTS.toCharArray()) {
      String formula = start + "2+5+cmd|' /C calc'!A0";
      String page =
          "<html><head><title>Talks</title></head><body><article><h1>"
              + formula
              + "</h1><p>OSLO (NTB) - “"
              + formula
              + " is not a budget,” Prime Minister Anna Berg said on Monday.</p></article>";
      ArticleRecord record =
          dateline.read(
              PageInput.of(page.getBytes(StandardCharsets.UTF_8), "https://news.example/1"));
      for (Table table : List.of(Tables.ARTICLES, Tables.STATEMENTS)) {
        checkCells(csv(record, table, 1));
        attempts.add(() -> csv(record, table, 1_000));
      }
    }
    return attempts;
  }

  private static String csv(ArticleRecord record, Table table, int times) throws IOException {
    StringWriter text = new StringWriter();
    CsvWriter csv = new CsvWriter(text, table, false);
    for (int i = 0; i < times; i++) {
      csv.write(record);
    }
    Checks.check(csv.rows() >= times, "a row is missing");
    return text.toString();
  }

  /** A cell begins behind a comma or a line's end. */
  private static void checkCells(String csv) {
    Checks.check(csv.contains("2+5"), "the formula is not there");
    Checks.check(
        !csv.matches("(?s).*(?:^|[,\\n])\"?[=+@-]2\\+5.*"), "a cell begins as a formula does");
  }

  private static List<Attempt> feeds(int port) {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 'lol'>");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
    }
    String outside =
        "<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY w SYSTEM 'http://127.0.0.1:"
            + port
            + "/'><!ENTITY % p SYSTEM 'http://127.0.0.1:"
            + port
            + "/x.dtd'>%p;]>";
    String long64 = "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(65_536) + "'>]>";
    List<Attempt> attempts = new ArrayList<>();
    for (String start : List.of(laughs + "]>", laughs + outside, long64)) {
      String uses = "&l11;&f;&w;" + "&a;".repeat(1_000);
      attempts.add(() -> feed(start, uses));
      attempts.add(() -> opml(start, uses));
    }
    return attempts;
  }

  private static void feed(String start, String uses) throws IOException {
    String feed = start + "<rss><channel><item><link>/" + uses + "</link></item></channel></rss>";
    for (Feed.Entry entry :
        Feed.parse(bytes(feed), URI.create("https://news.example/rss")).entries()) {
      checkUnexpanded(entry.url());
    }
  }

  private static void opml(String start, String uses) throws IOException {
    String opml =
        start
            + "<opml><body><outline xmlUrl=\"https://news.example/"
            + uses
            + "\"/><outline xmlUrl=\"https://news.example/rss\"/></body></opml>";
    Feed.opml(bytes(opml)).forEach(Hostile::checkUnexpanded);
  }

  private static void checkUnexpanded(String text) {
    Checks.check(
        !text.contains("lol") && !text.contains("root:") && !text.contains("xxx"),
        "an entity was expanded");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Attempt> traversals(Path folder) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("target"));
    Path warc = folder.resolve("one.warc.gz");
    ArchiveMaker.make(warc, 1, 2_000, 1, ArchiveMaker.FIRST_PARAGRAPH);
    byte[] archive = Files.readAllBytes(warc);
    List<Attempt> attempts = new ArrayList<>();
    for (String name :
        List.of(
            "archive/../../outside/a.warc.gz",
            "archive//etc/a.warc.gz",
            "archive/C:\\x\\a.warc.gz",
            "archive/..\\..\\a.warc.gz")) {
      Path wacz = inner.resolve("evil" + attempts.size() + ".wacz");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wacz))) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(archive);
      }
      attempts.add(() -> wacz(wacz, folder));
    }
    return attempts;
  }

  private static void wacz(Path wacz, Path folder) throws IOException, PageException {
    List<Path> before = files(folder);
    try (Inputs inputs = Inputs.of(List.of(wacz.toString()), InputStream.nullInputStream())) {
      while (inputs.hasNext()) {
        Input input = inputs.next();
        input.load();
      }
    }
    Checks.check(files(folder).equals(before), "a file was written");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private static List<Attempt> addresses(int port) {
    List<Attempt> attempts = new ArrayList<>();
    for (String host : INSIDE) {
      URI address = URI.create("http://" + host + ":" + port + "/");
      attempts.add(() -> fetch(address));
    }
    for (String other :
        List.of(
            "file:///etc/passwd",
            "ftp://127.0.0.1:" + port + "/",
            "http://user@127.0.0.1:" + port + "/")) {
      attempts.add(() -> fetch(URI.create(other)));
    }
    return attempts;
  }

  private static void fetch(URI address) throws InterruptedException {
    try {
      new Fetcher(Duration.ZERO, false).get(address, null, null, 1_000);
    } catch (IOException e) {
      return;
    }
    throw new IllegalStateException(address + " was fetched");
  }

  private static boolean hasNoConnection(ServerSocket inside) throws IOException {
    try (Socket connection = inside.accept()) {
      return !connection.isConnected();
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  private List<Attempt> searches(Path folder) {
    RecordStore store = SqliteStore.open(folder.resolve("searched.db"));
    new StoreSpeed(new BigNews(1, 2, 1), ARTICLES).fill(store);
    List<Attempt> attempts = new ArrayList<>();
    for (String typed : TYPED) {
      Query query = new Query(typed, typed, typed, typed, typed, typed, typed, 5);
      attempts.add(() -> store.statements(query));
      attempts.add(() -> store.events(query));
      attempts.add(() -> store.articles(Query.of(typed)));
      attempts.add(
          () -> Checks.check(store.find(typed).isEmpty(), "an article was found by " + typed));
    }
    attempts.add(
        () -> Checks.check(store.articles(Query.all(0)).total() == ARTICLES, "articles are gone"));
    return attempts;
  }

  private static Attempt warcHeader(Path folder) throws IOException {
    Path file = folder.resolve("header.warc");
    Files.writeString(file, "WARC/1.0\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n");
    return () -> {
      try (WarcScanner scanner = new WarcScanner(FileChannel.open(file), 1 << 20)) {
        int damages = 0;
        for (Found each = scanner.next(); each != null; each = scanner.next()) {
          damages += each instanceof Found.Whole ? 0 : 1;
        }
        Checks.check(damages == 1, "the header was not told");
      }
    };
  }

  private void headers() throws Exception {
    ServerSettings settings = new ServerSettings("127.0.0.1", 0, null, 0, false);
    try (DatelineServer server = DatelineServer.start(Dateline.open(), null, settings)) {
      String huge = "X: " + "y".repeat(60_000) + "\r\n";
      String many = "X: y\r\n".repeat(10_000);
      row(
          "huge headers of HTTP requests",
          List.of(() -> refused(server.port(), huge), () -> refused(server.port(), many)));
    }
  }

  private static void refused(int port, String header) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(bytes("GET /read HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n"));
      byte[] answer = socket.getInputStream().readNBytes(12);
      Checks.check(
          new String(answer, StandardCharsets.US_ASCII).equals("HTTP/1.1 431"),
          "a huge header was answered with " + new String(answer, StandardCharsets.US_ASCII));
    } catch (java.net.SocketException e) {
      return; // it hung up before the header was through
    }
  }
}
