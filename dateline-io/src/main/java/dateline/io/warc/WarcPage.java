package dateline.io.warc;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.PageInput.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MediaType;

/** A record in which there is a page. Immutable, so it can be unpacked on any thread. */
public final class WarcPage {

  private static final int OK = 200;
  private static final int BUFFER = 1 << 13;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  private final Found.Whole record;
  private final byte[] content;
  private final int maxPage;

  private WarcPage(Found.Whole record, byte[] content, int maxPage) {
    this.record = record;
    this.content = content;
    this.maxPage = maxPage;
  }

  /**
   * The page in a record: an HTTP response with status 200, a resource or a conversion (a WET
   * file's text). Null when there is none: images, redirects, requests, revisits and so on.
   *
   * @param maxPage largest page in bytes, unpacked
   * @throws PageException when the HTTP header can't be read
   */
  public static @Nullable WarcPage of(Found.Whole record, int maxPage) throws PageException {
    byte[] content = record.content();
    if (content == null) {
      return null;
    }
    WarcPage page = new WarcPage(record, content, maxPage);
    return page.isPage() ? page : null;
  }

  private boolean isPage() throws PageException {
    return switch (record.header().type()) {
      case "response" -> {
        if (!isHttp()) {
          yield false;
        }
        HttpResponse response = response();
        yield response.status() == OK
            && isHtml(response.headers().first("Content-Type").orElse(""));
      }
      case "conversion" -> base(ownType()).equals("text/plain");
      default -> isHtml(ownType());
    };
  }

  /** Not a look-up of names, FTP or the like. */
  private boolean isHttp() {
    return base(ownType()).equals("application/http")
        || record.header().get("WARC-Target-URI").map(WarcPage::bare).orElse("").startsWith("http");
  }

  private String ownType() {
    return record.header().get("Content-Type").orElse("");
  }

  private static boolean isHtml(String type) {
    return HTML.contains(base(type));
  }

  private static String base(String type) {
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Unpacks the page.
   *
   * @throws PageException when it is damaged or too large
   */
  public PageInput input() throws PageException {
    boolean text = record.header().type().equals("conversion");
    if (!record.header().type().equals("response")) {
      return input(content, text ? Kind.SCRAPE : Kind.HTML, ownType());
    }
    HttpResponse response = response();
    return input(body(response), Kind.HTML, response.headers().first("Content-Type").orElse(""));
  }

  private PageInput input(byte[] bytes, Kind kind, String type) throws PageException {
    if (bytes.length > maxPage) {
      throw new PageException(
          Reason.TOO_LARGE, null, "the page is larger than " + (maxPage >> 20) + " MiB");
    }
    return new PageInput(
        null,
        bytes,
        kind,
        record.header().get("WARC-Target-URI").map(WarcPage::bare).orElse(null),
        MediaType.parseLeniently(type).parameters().get("charset"),
        null,
        null,
        record.header().get("WARC-Date").orElse(null));
  }

  /** Early writers put addresses in angle brackets. */
  private static String bare(String uri) {
    return uri.startsWith("<") && uri.endsWith(">") ? uri.substring(1, uri.length() - 1) : uri;
  }

  private HttpResponse response() throws PageException {
    if (!hasHeader()) {
      throw bad("there is no end of an HTTP header");
    }
    try {
      // With its length known, a message needs no Content-Length, and a wrong one does no harm.
      return HttpResponse.parse(
          LengthedBody.create(
              Channels.newChannel(new ByteArrayInputStream(content)),
              ByteBuffer.allocate(BUFFER).flip(),
              content.length));
    } catch (IOException | RuntimeException e) {
      throw bad("the HTTP header is damaged: " + e.getMessage());
    }
  }

  private boolean hasHeader() {
    int end = Math.min(content.length, WarcHeader.MAX_BYTES);
    for (int i = 1; i < end; i++) {
      if (content[i] == '\n'
          && (content[i - 1] == '\n'
              || i > 2 && content[i - 1] == '\r' && content[i - 2] == '\n')) {
        return true;
      }
    }
    return false;
  }

  /** The message's body without transfer and content encodings. */
  private byte[] body(HttpResponse response) throws PageException {
    try {
      byte[] coded = response.body().stream().readNBytes(maxPage + 1);
      return isCoded(response, coded) ? decoded() : coded;
    } catch (IOException | RuntimeException e) {
      throw bad("the HTTP body is damaged: " + e.getMessage());
    }
  }

  private byte[] decoded() throws IOException, PageException {
    try (InputStream in = response().bodyDecoded().stream()) {
      return in.readNBytes(maxPage + 1);
    }
  }

  /** Whether the body is coded as its header says: many crawlers keep it decoded. */
  private static boolean isCoded(HttpResponse response, byte[] body) {
    String encoding =
        response.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "gzip", "x-gzip" ->
          body.length > 1 && ((body[0] & 0xff) << 8 | body[1] & 0xff) == GZIP_MAGIC;
      case "br", "deflate", "zstd" -> !beginsLikeMarkup(body);
      default -> false;
    };
  }

  private static boolean beginsLikeMarkup(byte[] body) {
    byte[] head = Arrays.copyOf(body, Math.min(body.length, 64));
    return new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).strip().startsWith("<");
  }

  private PageException bad(String message) {
    return new PageException(Reason.BAD_ARCHIVE, null, message);
  }
}
