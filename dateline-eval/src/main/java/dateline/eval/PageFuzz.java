package dateline.eval;

import dateline.PageException;
import dateline.PageInput;
import dateline.io.Watchdog;
import dateline.page.Page;
import dateline.page.PageReader;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads damaged pages. A page must be read or be refused by name: anything else thrown is a crash,
 * more than {@value #HANG_SECONDS} s of processor time is a hang. Every twentieth page is read with
 * its alignment, which must point into the page.
 */
final class PageFuzz {

  static final int HANG_SECONDS = 5;

  /** Wall time after which a reading is given up, on a machine however busy. */
  private static final Duration GIVE_UP = Duration.ofMinutes(2);

  private static final int ALIGNED = 20;

  private final Mutator mutator;
  private final @Nullable Path findings;
  private final PageReader reader = PageReader.create();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> crashes = new ArrayList<>();
  private final List<String> hangs = new ArrayList<>();
  private long slowest;

  /**
   * @param findings folder for the pages that crash or hang; null: they are not kept
   */
  PageFuzz(List<byte[]> pages, @Nullable Path findings) {
    this.mutator = new Mutator(pages);
    this.findings = findings;
  }

  /** The pages below a folder: {@code .html}, {@code .txt}, and either gzipped, by name. */
  static List<byte[]> pages(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().matches(".*\\.(?:html|txt)(?:\\.gz)?"))
              .sorted()
              .toList();
    }
    List<byte[]> pages = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        pages.add(
            file.toString().endsWith(".gz")
                ? new GZIPInputStream(in).readAllBytes()
                : in.readAllBytes());
      }
    }
    return pages;
  }

  /** Reads so many damaged pages; true when none crashed or hung. */
  boolean run(long seed, int inputs) throws IOException, InterruptedException {
    try (Watchdog watchdog = new Watchdog(1, GIVE_UP)) {
      for (int i = 0; i < inputs; i++) {
        byte[] page = mutator.page(seed, i);
        int number = i;
        try {
          outcomes.merge(
              watchdog.await(watchdog.submit(() -> read(page, number))), 1, Integer::sum);
        } catch (PageException e) {
          keep(hangs, i, page, "given up");
        } catch (ExecutionException e) {
          keep(crashes, i, page, String.valueOf(e.getCause()));
        }
      }
    }
    return crashes.isEmpty() && hangs.isEmpty();
  }

  private String read(byte[] page, int number) {
    long start = Measures.threadCpu();
    String outcome = "read";
    try {
      PageInput input = PageInput.of(page, "https://news.example/2021/02/03/page");
      if (number % ALIGNED == 0) {
        check(reader.readAligned(input));
      } else {
        check(reader.read(input));
      }
    } catch (PageException e) {
      outcome = "refused: " + e.reason().code();
    }
    long nanos = Measures.threadCpu() - start;
    slowest = Math.max(slowest, nanos);
    if (nanos > HANG_SECONDS * 1_000_000_000L) {
      throw new IllegalStateException("took " + nanos / 1_000_000 + " ms");
    }
    return outcome;
  }

  private static void check(Page page) {
    CodePoints text = CodePoints.of(page.article().text());
    for (Span paragraph : page.article().paragraphs()) {
      if (text.slice(paragraph).isBlank()) {
        throw new IllegalStateException("a blank paragraph");
      }
    }
    for (int i = 0; i < page.comments().size(); i++) {
      Integer replyTo = page.comments().get(i).replyTo();
      if (replyTo != null && (replyTo < 0 || replyTo >= i)) {
        throw new IllegalStateException("comment " + i + " answers " + replyTo);
      }
    }
  }

  private static void check(PageReader.Aligned aligned) {
    check(aligned.page());
    int length = CodePoints.of(aligned.source()).length();
    int at = 0;
    for (Span paragraph : aligned.page().article().paragraphs()) {
      for (Span piece : aligned.alignment().toSource(paragraph)) {
        if (piece.end() > length) {
          throw new IllegalStateException(piece + " is outside the page");
        }
        at = piece.end();
      }
    }
    if (at == 0 && !aligned.page().article().text().isBlank()) {
      throw new IllegalStateException("no word of the article stands in the page");
    }
  }

  private void keep(List<String> list, int number, byte[] page, String what) throws IOException {
    list.add("input " + number + ": " + what);
    if (findings != null) {
      Files.createDirectories(findings);
      Files.write(findings.resolve("input-" + number + ".page"), page);
    }
  }

  /** Crashes and hangs, one a line; empty when there are none. */
  List<String> findings() {
    List<String> all = new ArrayList<>(crashes);
    all.addAll(hangs);
    return all;
  }

  /** What came of the pages. */
  String report() {
    StringBuilder report = new StringBuilder();
    outcomes.forEach(
        (outcome, n) -> report.append(String.format(Locale.ROOT, "%7d %s%n", n, outcome)));
    report.append(
        String.format(
            Locale.ROOT,
            "%d crashes, %d hangs over %d s; the slowest page took %d ms of processor time%n",
            crashes.size(),
            hangs.size(),
            HANG_SECONDS,
            slowest / 1_000_000));
    findings().forEach(line -> report.append(line).append('\n'));
    return report.toString();
  }
}
