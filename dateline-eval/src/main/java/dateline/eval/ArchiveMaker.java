package dateline.eval;

import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes web archives of the made-up world's news, the same for the same numbers: pages with as much
 * furniture around the article as is asked for.
 */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description = "Makes a web archive of made-up news, for tests of speed and trust.")
final class ArchiveMaker implements Callable<Integer> {

  /** Reports that a happening gives on average; the plan must give enough of them. */
  private static final int REPORTS = 3;

  @Parameters(paramLabel = "FILE", description = "A .warc.gz file, written anew.")
  private Path file = Path.of("news.warc.gz");

  @Option(names = "--pages", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int pages = 20_000;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      description = "Of HTML, a page at least. Default: ${DEFAULT-VALUE}.")
  private int bytes = 50_000;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 9;

  @Override
  public Integer call() throws IOException {
    long made = make(file, pages, bytes, seed, false);
    System.out.printf("%s: %,d pages, %,d bytes of HTML%n", file, pages, made);
    return 0;
  }

  /**
   * @param bytes of HTML a page is brought to
   * @param brief only the first paragraph, where reading itself does not matter
   * @return bytes of HTML in all
   */
  static long make(Path file, int pages, int bytes, long seed, boolean brief) throws IOException {
    return new Making(pages, bytes, seed, brief).write(file, pages);
  }

  /**
   * The same in several files, in the order of their names.
   *
   * @param each pages in a file
   */
  static long makeFiles(Path folder, int pages, int each, int bytes, long seed, boolean brief)
      throws IOException {
    Files.createDirectories(folder);
    Making making = new Making(pages, bytes, seed, brief);
    long total = 0;
    for (int from = 0; from < pages; from += each) {
      Path file = folder.resolve(String.format(Locale.ROOT, "news-%04d.warc.gz", from / each));
      total += making.write(file, Math.min(each, pages - from));
    }
    return total;
  }

  /** An archive in the making. */
  private static final class Making {

    private final Iterator<Report> reports;
    private final SplittableRandom random;
    private final int bytes;
    private final boolean brief;
    private int number;

    Making(int pages, int bytes, long seed, boolean brief) {
      this.reports = Corpus.reports(Plan.year(seed, pages / REPORTS + 50)).iterator();
      this.random = new SplittableRandom(seed);
      this.bytes = bytes;
      this.brief = brief;
    }

    /** Writes the next pages into a file; returns the bytes of their HTML. */
    long write(Path file, int pages) throws IOException {
      long total = 0;
      try (WarcWriter writer =
          new WarcWriter(
              Files.newByteChannel(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE),
              WarcCompression.GZIP)) {
        for (int i = 0; i < pages; i++) {
          if (!reports.hasNext()) {
            throw new IllegalStateException("the plan gave only " + number + " reports");
          }
          Report report = reports.next();
          String html = page(brief ? firstParagraph(report.html()) : report.html(), bytes, random);
          byte[] body = html.getBytes(StandardCharsets.UTF_8);
          total += body.length;
          writer.write(record(report, body, number++));
        }
      }
      return total;
    }
  }

  private static WarcResponse record(Report report, byte[] body, int number) {
    try {
      HttpResponse response =
          new HttpResponse.Builder(200, "OK").body(MediaType.HTML_UTF8, body).build();
      return new WarcResponse.Builder(report.url())
          .date(report.published().toInstant(ZoneOffset.UTC))
          .recordId(new UUID(0x4000L, 0x8000000000000000L | number))
          .body(response)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstParagraph(String html) {
    int start = html.indexOf("<div class=\"article-body\">");
    int end = html.indexOf("</p>", start);
    return html.substring(0, end + 4) + "</div></article></body></html>";
  }

  /** Menus, scripts and related links around the article, as pages have them. */
  private static String page(String html, int bytes, SplittableRandom random) {
    StringBuilder furniture = new StringBuilder("<nav><ul>");
    while (furniture.length() + html.length() < bytes) {
      String id = Long.toString(random.nextLong() >>> 1, 36);
      switch (random.nextInt(3)) {
        case 0 ->
            furniture
                .append("<li class=\"menu-item level-")
                .append(random.nextInt(4))
                .append("\"><a href=\"/section/")
                .append(id)
                .append("\">Section</a></li>\n");
        case 1 ->
            furniture
                .append("<script>window.dataLayer.push({\"event\":\"view\",\"id\":\"")
                .append(id)
                .append("\",\"sticky\":true});</script>\n");
        default ->
            furniture
                .append("<li><div class=\"teaser\" style=\"margin:0\"><img src=\"/img/")
                .append(id)
                .append(".jpg\" alt=\"\"></div></li>\n");
      }
    }
    furniture.append("</ul></nav>");
    return html.replace("<header>", furniture + "<header>");
  }
}
