package dateline.eval;

import dateline.PageException;
import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import dateline.io.Input;
import dateline.io.Inputs;
import dateline.io.JsonObjectLine;
import dateline.io.web.Feed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * R4: damaged inputs to each reader. An input must be read or refused: anything else thrown is a
 * crash, more than {@value PageFuzz#HANG_SECONDS} s of processor time a hang. Whole pages are what
 * {@link PageFuzz} is for.
 */
@Command(
    name = "fuzz-readers",
    mixinStandardHelpOptions = true,
    description = "Damaged archives, JSON lines, feeds and folders: none may crash or hang (R4).")
final class ReaderFuzz implements Callable<Integer> {

  private static final URI BASE = URI.create("https://news.example/feed");

  /** The readers, and what they are given. */
  enum Reader {
    WARC,
    WARC_GZ,
    WACZ,
    JSONL,
    JSONL_GZ,
    FEED,
    FOLDER
  }

  @Option(names = "--inputs", paramLabel = "N", description = "Each. Default: ${DEFAULT-VALUE}.")
  private int inputs = 10_000;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("dateline-fuzz");
    boolean sound = true;
    for (Reader reader : Reader.values()) {
      Result result = run(reader, seed, inputs, folder);
      sound &= result.findings().isEmpty();
      System.out.printf(
          Locale.ROOT,
          "%-9s %,d damaged inputs: %,d pages or entries read, %,d refused by name, %d crashes or"
              + " hangs; slowest %.2f s of processor time%n",
          reader.name().toLowerCase(Locale.ROOT).replace('_', '.'),
          inputs,
          result.read(),
          result.refused(),
          result.findings().size(),
          result.slowest());
      result.findings().forEach(System.out::println);
    }
    System.out.printf(
        Locale.ROOT, "largest heap allowed: %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
    return sound ? 0 : 1;
  }

  /**
   * What came of a reader's inputs.
   *
   * @param read pages, or entries of feeds
   * @param refused inputs or pages in them that were refused by name
   * @param findings crashes and hangs
   * @param slowest seconds of processor time
   */
  record Result(long read, long refused, List<String> findings, double slowest) {}

  /**
   * @param folder for the files
   */
  static Result run(Reader reader, long seed, int inputs, Path folder) throws IOException {
    Mutator mutator = new Mutator(whole(reader));
    long[] counts = new long[2];
    List<String> findings = new ArrayList<>();
    double slowest = 0;
    for (int i = 0; i < inputs; i++) {
      byte[] damaged = packed(reader, mutator.page(seed, i));
      long start = Measures.threadCpu();
      try {
        read(reader, damaged, folder, counts);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        findings.add(reader + " " + seed + "/" + i + ": " + e);
      }
      double seconds = (Measures.threadCpu() - start) / 1e9;
      slowest = Math.max(slowest, seconds);
      if (seconds > PageFuzz.HANG_SECONDS) {
        findings.add(reader + " " + seed + "/" + i + ": took " + seconds + " s");
      }
    }
    return new Result(counts[0], counts[1], findings, slowest);
  }

  private static void read(Reader reader, byte[] damaged, Path folder, long[] counts)
      throws IOException {
    if (reader == Reader.FEED) {
      try {
        counts[0] += Feed.parse(damaged, BASE).entries().size();
      } catch (IOException e) {
        counts[1]++;
      }
      return;
    }
    Path file = folder.resolve("in" + suffix(reader));
    Files.write(file, damaged);
    String name = reader == Reader.FOLDER ? folder.toString() : file.toString();
    try (Inputs all = Inputs.of(List.of(name), InputStream.nullInputStream())) {
      while (all.hasNext()) {
        Input input = all.next();
        try {
          input.load();
          counts[0]++;
        } catch (PageException e) {
          counts[1]++;
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static String suffix(Reader reader) {
    return switch (reader) {
      case WARC -> ".warc";
      case WARC_GZ -> ".warc.gz";
      case WACZ -> ".wacz";
      case JSONL -> ".jsonl";
      case JSONL_GZ -> ".jsonl.gz";
      case FEED -> ".xml";
      case FOLDER -> ".html.gz";
    };
  }

  /** Where the damage is below the packing, the packing itself is sound. */
  private static byte[] packed(Reader reader, byte[] damaged) throws IOException {
    return reader == Reader.JSONL_GZ ? gzip(damaged) : damaged;
  }

  /** Undamaged inputs of a reader, in our own words. */
  private static List<byte[]> whole(Reader reader) throws IOException {
    List<Report> reports = Corpus.reports(Plan.demo(7)).limit(6).toList();
    return switch (reader) {
      case WARC -> List.of(warc(reports, false));
      case WARC_GZ -> List.of(warc(reports, true));
      case WACZ -> List.of(wacz(warc(reports, true)));
      case JSONL, JSONL_GZ -> List.of(lines(reports).getBytes(StandardCharsets.UTF_8));
      case FEED -> feeds(reports);
      case FOLDER -> {
        List<byte[]> pages = new ArrayList<>();
        for (Report report : reports) {
          pages.add(gzip(report.html().getBytes(StandardCharsets.UTF_8)));
        }
        yield pages;
      }
    };
  }

  private static byte[] warc(List<Report> reports, boolean gzip) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Report report : reports) {
      String http =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + report.html();
      byte[] content = http.getBytes(StandardCharsets.UTF_8);
      String header =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
              + report.url()
              + "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http\r\n"
              + "Content-Length: "
              + content.length
              + "\r\n\r\n";
      ByteArrayOutputStream record = new ByteArrayOutputStream();
      record.write(header.getBytes(StandardCharsets.UTF_8));
      record.write(content);
      record.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      all.write(gzip ? gzip(record.toByteArray()) : record.toByteArray());
    }
    return all.toByteArray();
  }

  private static byte[] wacz(byte[] warc) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
      zip.write(warc);
    }
    return bytes.toByteArray();
  }

  private static String lines(List<Report> reports) {
    StringBuilder lines = new StringBuilder();
    for (Report report : reports) {
      lines
          .append(
              JsonObjectLine.write(
                  line -> {
                    line.writeStringField("id", report.id());
                    line.writeStringField("html", report.html());
                    line.writeStringField("url", report.url());
                  }))
          .append('\n');
    }
    return lines.toString();
  }

  private static List<byte[]> feeds(List<Report> reports) {
    StringBuilder rss = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>");
    StringBuilder atom = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
    StringBuilder sitemap = new StringBuilder("<urlset>");
    StringBuilder json =
        new StringBuilder("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[");
    for (Report report : reports) {
      String url = report.url();
      rss.append("<item><title>News</title><link>").append(url).append("</link>");
      rss.append("<pubDate>Mon, 06 May 2024 07:08:09 GMT</pubDate></item>");
      atom.append("<entry><link href=\"").append(url).append("\"/>");
      atom.append("<updated>2024-05-06T07:08:09Z</updated></entry>");
      sitemap.append("<url><loc>").append(url).append("</loc><lastmod>2024-05-06</lastmod></url>");
      json.append("{\"id\":\"")
          .append(report.id())
          .append("\",\"url\":\"")
          .append(url)
          .append("\"},");
    }
    json.setLength(json.length() - 1);
    return List.of(
        bytes(rss + "</channel></rss>"),
        bytes(atom + "</feed>"),
        bytes(sitemap + "</urlset>"),
        bytes(json + "]}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
