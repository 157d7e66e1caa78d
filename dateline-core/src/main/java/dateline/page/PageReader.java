package dateline.page;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.model.Article;
import dateline.model.Article.Dateline;
import dateline.model.Confidence;
import dateline.model.Provenance.Warning;
import dateline.model.Resolved;
import dateline.text.Alignment;
import dateline.text.CharRange;
import dateline.text.CodePoints;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page: bytes to text, HTML or plain text to the article, its facts and its comments.
 * Immutable and thread-safe. The work is linear in the size of the page.
 */
public final class PageReader {

  /** Largest page in bytes. */
  static final int MAX_BYTES = 10_000_000;

  private static final Pattern MARKUP =
      Pattern.compile(
          "<!doctype\\s+html|<(?:html|head|body|article|main|div|p|h1|meta|title|table|span|section)[\\s>]",
          Pattern.CASE_INSENSITIVE);
  private static final int SNIFF = 4_096;

  private final ScrapeReader scrapes = new ScrapeReader();
  private final HtmlReader pages = new HtmlReader();

  private PageReader() {}

  public static PageReader create() {
    return new PageReader();
  }

  /**
   * @throws PageException when nothing can be read, with the reason
   */
  public Page read(PageInput input) throws PageException {
    return read(input, false).page();
  }

  /**
   * A page with the way back: where the article's characters stand in the page.
   *
   * @param source the page's bytes as text; in a plain-text scrape every line ends in {@code \n}
   * @param alignment from {@code page.article().text()} to {@code source}
   */
  public record Aligned(Page page, String source, Alignment alignment) {}

  /**
   * Like {@link #read}, and tells where the article's text comes from; costs some more time.
   *
   * @throws PageException when nothing can be read, with the reason
   */
  public Aligned readAligned(PageInput input) throws PageException {
    Read read = read(input, true);
    Alignment alignment = read.reading().alignment();
    return new Aligned(
        read.page(),
        read.source(),
        alignment != null ? alignment : Alignment.identity(CodePoints.of(read.source()).length()));
  }

  private record Read(Page page, String source, Reading reading) {}

  private Read read(PageInput input, boolean aligned) throws PageException {
    check(input.bytes());
    Charsets.Decoded decoded = Charsets.decode(input.bytes(), input.charset());
    if (decoded.text().isBlank()) {
      throw new PageException(Reason.EMPTY, 0L, "the page holds nothing but white space");
    }
    PageInput.Kind kind = kind(input, decoded.text());
    String source = kind == PageInput.Kind.SCRAPE ? lines(decoded.text()) : decoded.text();
    Reading reading =
        switch (kind) {
          case TEXT -> plain(source);
          case HTML -> html(source, input, aligned);
          default -> scrapes.read(source, aligned);
        };
    return new Read(page(input, decoded, kind, reading), source, reading);
  }

  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private Reading html(String html, PageInput input, boolean aligned) throws PageException {
    References.check(html);
    return pages.read(html, input.uri(), latest(input.fetched()), aligned);
  }

  private static void check(byte[] bytes) throws PageException {
    if (bytes.length == 0) {
      throw new PageException(Reason.EMPTY, 0L, "the page has no bytes");
    }
    if (bytes.length > MAX_BYTES) {
      throw new PageException(
          Reason.TOO_LARGE,
          (long) MAX_BYTES,
          "the page has " + bytes.length + " bytes, the limit is " + MAX_BYTES);
    }
    Long binary = BinaryCheck.offset(bytes);
    if (binary != null) {
      throw new PageException(Reason.BINARY, binary, "the bytes are not text");
    }
  }

  private static PageInput.Kind kind(PageInput input, String text) {
    if (input.kind() != PageInput.Kind.AUTO) {
      return input.kind();
    }
    String head = text.substring(0, Math.min(SNIFF, text.length()));
    return MARKUP.matcher(head).find() || head.stripLeading().startsWith("<")
        ? PageInput.Kind.HTML
        : PageInput.Kind.SCRAPE;
  }

  private static Reading plain(String text) {
    return new Reading(
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        text,
        Paragraphs.ofLines(text),
        null,
        null,
        false,
        List.of(),
        List.of(),
        null);
  }

  private static Page page(
      PageInput input, Charsets.Decoded decoded, PageInput.Kind kind, Reading reading) {
    CodePoints points = CodePoints.of(reading.text());
    Resolved published = published(input, reading);
    List<Warning> warnings = new ArrayList<>(reading.warnings());
    if (decoded.guessed()) {
      warnings.add(
          new Warning(
              "charset-guessed",
              null,
              "nothing declares the charset, read as " + decoded.charset()));
    }
    if (published == null) {
      warnings.add(new Warning("no-date", null, "the page shows no date of publication"));
    }
    if (reading.truncated()) {
      warnings.add(new Warning("truncated", null, "the page shows only a part of the article"));
    }
    Article article =
        new Article(
            input.title() != null ? input.title() : reading.title(),
            reading.outlet(),
            Languages.of(reading.text(), reading.language()),
            published,
            reading.updated(),
            reading.byline(),
            dateline(reading, points, published),
            reading.images(),
            reading.text(),
            points.spans(reading.paragraphs()),
            List.of(),
            reading.section(),
            reading.canonicalUrl(),
            reading.truncated());
    String mediaType = kind == PageInput.Kind.HTML ? "text/html" : "text/plain";
    return new Page(article, mediaType, decoded.charset(), reading.comments(), warnings);
  }

  private static @Nullable Resolved published(PageInput input, Reading reading) {
    return input.published() != null
        ? new Resolved(input.published(), "given", Confidence.of(1), null)
        : reading.published();
  }

  /** The first two paragraphs may hold the dateline: a standfirst can stand above it. */
  private static @Nullable Dateline dateline(
      Reading reading, CodePoints points, @Nullable Resolved published) {
    for (CharRange paragraph :
        reading.paragraphs().subList(0, Math.min(2, reading.paragraphs().size()))) {
      DatelineParser.Parsed parsed = DatelineParser.parse(paragraph.of(reading.text()));
      if (parsed != null) {
        int start = paragraph.start();
        return new Dateline(
            List.of(points.span(start + parsed.range().start(), start + parsed.range().end())),
            null,
            parsed.time() == null ? null : parsed.time().toString(),
            parsed.isoDate(day(published)),
            parsed.agency());
      }
    }
    return null;
  }

  private static @Nullable LocalDate latest(@Nullable String fetched) {
    return fetched == null || fetched.length() < 10 ? null : parseDay(fetched);
  }

  private static @Nullable LocalDate day(@Nullable Resolved published) {
    if (published == null || published.value().length() < 10) {
      return null;
    }
    return parseDay(published.value());
  }

  private static @Nullable LocalDate parseDay(String iso) {
    try {
      return LocalDate.parse(iso.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
