package dateline.eval;

import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Iterator;
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
    long total = 0;
    SplittableRandom random = new SplittableRandom(seed);
    Iterator<Report> reports =
        Corpus.reports(Plan.year(seed, pages / REPORTS + 50)).limit(pages).iterator();
    try (WarcWriter writer =
        new WarcWriter(
            java.nio.file.Files.newByteChannel(
                file,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.TRUNCATE_EXISTING,
                java.nio.file.StandardOpenOption.WRITE),
            WarcCompression.GZIP)) {
      int number = 0;
      while (reports.hasNext()) {
        Report report = reports.next();
        String html = page(brief ? firstParagraph(report.html()) : report.html(), bytes, random);
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        total += body.length;
        writer.write(record(report, body, number++));
      }
      if (number < pages) {
        throw new IllegalStateException("the plan gave only " + number + " reports");
      }
    }
    return total;
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
