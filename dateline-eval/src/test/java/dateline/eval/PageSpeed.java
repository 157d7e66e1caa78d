package dateline.eval;

import dateline.PageException;
import dateline.PageInput;
import dateline.page.PageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dankito.readability4j.Readability4J;

/**
 * {@code ./evaluate page-speed}: pages per second of processor time on one thread, ours and
 * readability4j's in turn in one run, best of {@value #ROUNDS} rounds after a warm-up. Ours decodes
 * the bytes and finds dates, authors, images and comments too; readability4j gets the decoded text.
 */
public final class PageSpeed {

  private static final int ROUNDS = 5;

  private PageSpeed() {}

  /** One page, as each reader wants it. */
  private record Sample(byte[] bytes, String html) {}

  /** Reads a page; false when it could not. */
  private interface Reader {
    boolean read(Sample page);
  }

  public static void main(String[] args) throws IOException {
    Path gold = Path.of(args.length > 0 ? args[0] : "../shared/gold/pages");
    if (!Files.isDirectory(gold)) {
      System.out.println("page-speed: skipped, there are no pages at " + gold);
      return;
    }
    List<Sample> pages = new ArrayList<>();
    for (String set : List.of("aeb", "fundus", "wcxb")) {
      for (byte[] bytes : PageFuzz.pages(gold.resolve(set))) {
        pages.add(new Sample(bytes, new String(bytes, StandardCharsets.UTF_8)));
      }
    }
    PageReader reader = PageReader.create();
    double ours = 0;
    double theirs = 0;
    for (int round = 0; round <= ROUNDS; round++) { // the first one warms up
      double a = rate(pages, page -> ours(reader, page));
      double b = rate(pages, PageSpeed::theirs);
      System.out.printf(Locale.ROOT, "round %d: %.0f and %.0f pages a second%n", round, a, b);
      ours = round == 0 ? 0 : Math.max(ours, a);
      theirs = round == 0 ? 0 : Math.max(theirs, b);
    }
    System.out.printf(
        Locale.ROOT,
        "%d pages, best of %d: dateline %.0f, readability4j 1.0.8 %.0f pages per CPU-second; ratio %.2f%n",
        pages.size(),
        ROUNDS,
        ours,
        theirs,
        ours / theirs);
  }

  private static boolean ours(PageReader reader, Sample page) {
    try {
      return !reader.read(PageInput.of(page.bytes(), null)).article().text().isEmpty();
    } catch (PageException e) {
      return false;
    }
  }

  private static boolean theirs(Sample page) {
    String text =
        new Readability4J("https://news.example/page", page.html()).parse().getTextContent();
    return text != null && !text.isEmpty();
  }

  private static double rate(List<Sample> pages, Reader reader) {
    long start = Measures.threadCpu();
    int read = 0;
    for (Sample page : pages) {
      read += reader.read(page) ? 1 : 0;
    }
    long nanos = Measures.threadCpu() - start;
    if (read < pages.size() / 2) {
      throw new IllegalStateException("only " + read + " pages were read");
    }
    return pages.size() / (nanos / 1e9);
  }
}
