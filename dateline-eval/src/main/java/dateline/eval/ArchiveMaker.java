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
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** For an article's words: only its first paragraph, where reading itself does not matter. */
  static final int FIRST_PARAGRAPH = 0;

  /** For an article's words: those that it was reported in, as no report is shorter. */
  static final int AS_REPORTED = 1;

  /** More would take paragraphs that the smallest world does not have. */
  private static final int MOST_WORDS = 5_000;

  /** Reports that a happening gives on average; the plan must give enough of them. */
  private static final int REPORTS = 3;

  /** Around the paragraphs of a {@link Report#html}, each of which is a line. */
  private static final String BODY = "<div class=\"article-body\">\n";

  private static final String BODY_END = "</div></article>";

  @Parameters(paramLabel = "FILE", description = "A .warc.gz file, written anew.")
  private Path file = Path.of("news.warc.gz");

  @Option(names = "--pages", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int pages = 20_000;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      description = "Of HTML, a page at least. Default: ${DEFAULT-VALUE}.")
  private int bytes = 50_000;

  @Option(
      names = "--words",
      paramLabel = "N",
      description =
          "Of an article, about, by paragraphs of further reports. Default: ${DEFAULT-VALUE}.")
  private int words = 600;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 9;

  @Override
  public Integer call() throws IOException {
    long made = make(file, pages, bytes, seed, words);
    System.out.printf("%s: %,d pages, %,d bytes of HTML%n", file, pages, made);
    return 0;
  }

  /**
   * @param bytes of HTML a page is brought to
   * @param words that an article is brought to, about, by paragraphs of further reports; one that
   *     has more keeps them
   * @return bytes of HTML in all
   */
  static long make(Path file, int pages, int bytes, long seed, int words) throws IOException {
    return new Making(pages, bytes, seed, words).write(file, pages);
  }

  /**
   * The same in several files, in the order of their names.
   *
   * @param each pages in a file
   */
  static long makeFiles(Path folder, int pages, int each, int bytes, long seed, int words)
      throws IOException {
    Files.createDirectories(folder);
    Making making = new Making(pages, bytes, seed, words);
    long total = 0;
    for (int from = 0; from < pages; from += each) {
      Path file = folder.resolve(String.format(Locale.ROOT, "news-%04d.warc.gz", from / each));
      total += making.write(file, Math.min(each, pages - from));
    }
    return total;
  }

  /** An archive in the making. */
  private static final class Making {

    private final Plan plan;
    private final Iterator<Report> reports;
    private Iterator<Report> further = Collections.emptyIterator();
    private final Deque<String> paragraphs = new ArrayDeque<>();
    private final SplittableRandom random;
    private final int bytes;
    private final int words;
    private int number;

    Making(int pages, int bytes, long seed, int words) {
      if (words > MOST_WORDS) {
        throw new IllegalArgumentException("an article has at most " + MOST_WORDS + " words");
      }
      this.plan = Plan.year(seed, pages / REPORTS + 50);
      this.reports = Corpus.reports(plan).iterator();
      this.random = new SplittableRandom(seed);
      this.bytes = bytes;
      this.words = words;
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
          String html = page(article(report.html()), bytes, random);
          byte[] body = html.getBytes(StandardCharsets.UTF_8);
          total += body.length;
          writer.write(record(report, body, number++));
        }
      }
      return total;
    }

    private String article(String html) {
      List<String> own = paragraphs(html);
      if (words == FIRST_PARAGRAPH) {
        return withBody(html, own.subList(0, 1));
      }
      Set<String> all = new LinkedHashSet<>(own);
      int count = all.stream().mapToInt(ArchiveMaker::words).sum();
      for (String next = next(); count + words(next) / 2 < words; next = next()) {
        count += all.add(next) ? words(next) : 0;
        paragraphs.remove();
      }
      return withBody(html, all);
    }

    /** The paragraph that is next to be appended; all reports give theirs, again and again. */
    private String next() {
      while (paragraphs.isEmpty()) {
        if (!further.hasNext()) {
          further = Corpus.reports(plan).iterator();
        }
        paragraphs.addAll(paragraphs(further.next().html()));
      }
      return paragraphs.element();
    }
  }

  private static int words(String paragraph) {
    return paragraph.split(" ").length;
  }

  private static List<String> paragraphs(String html) {
    return html.substring(html.indexOf(BODY) + BODY.length(), html.indexOf(BODY_END))
        .lines()
        .toList();
  }

  private static String withBody(String html, Collection<String> paragraphs) {
    return html.substring(0, html.indexOf(BODY) + BODY.length())
        + String.join("\n", paragraphs)
        + "\n"
        + html.substring(html.indexOf(BODY_END));
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
