package dateline.io.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.MessageHeaders;

/** The named fields at the beginning of a record. */
public final class WarcHeader {

  /** Longest header of a record or of an HTTP message in it; servers send at most some 10 kB. */
  static final int MAX_BYTES = 1 << 16;

  /** Each version's line, up to the minor number: {@code WARC/1.0}. */
  static final String VERSION = "WARC/1.";

  /** Types that hold what a reader saw; requests, metadata and revisits don't. */
  private static final Set<String> WITH_PAGES = Set.of("response", "resource", "conversion");

  private static final Set<String> WITHOUT =
      Set.of("warcinfo", "request", "metadata", "revisit", "continuation");

  private final MessageHeaders fields;
  private final long length;

  private WarcHeader(MessageHeaders fields) throws ArchiveException {
    this.fields = fields;
    this.length = length(fields);
  }

  /**
   * @param in stands at a record's first byte, afterwards at its content's
   * @throws ArchiveException when there is no record or its header is damaged
   */
  static WarcHeader read(InputStream in) throws IOException {
    byte[] header = block(in);
    int end = 0;
    while (header[end] != '\n') {
      end++;
    }
    String version = new String(header, 0, end, StandardCharsets.ISO_8859_1).strip();
    if (!version.matches("WARC/1\\.[0-9]")) {
      throw ArchiveException.bad("no record begins here");
    }
    try {
      ByteArrayInputStream lines =
          new ByteArrayInputStream(header, end + 1, header.length - end - 1);
      return new WarcHeader(MessageHeaders.parse(Channels.newChannel(lines)));
    } catch (ArchiveException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw ArchiveException.bad("the record's header is damaged: " + e.getMessage());
    }
  }

  /** All up to the empty line, which is included. Gives up where no version's line begins. */
  private static byte[] block(InputStream in) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream(1024);
    int lineLength = 0;
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw ArchiveException.bad("the record is cut short in its header");
      }
      int count = header.size();
      if (count < VERSION.length() && b != VERSION.charAt(count)) {
        throw ArchiveException.bad("no record begins here");
      }
      if (count == MAX_BYTES) {
        throw ArchiveException.bad(
            "the record's header is longer than " + (MAX_BYTES >> 10) + " KiB");
      }
      header.write(b);
      if (b == '\n' && lineLength == 0) {
        return header.toByteArray();
      }
      lineLength = b == '\n' ? 0 : b == '\r' ? lineLength : lineLength + 1;
    }
  }

  private static long length(MessageHeaders fields) throws ArchiveException {
    String length = fields.first("Content-Length").orElse("");
    if (!length.matches("[0-9]{1,18}")) {
      throw ArchiveException.bad("the record's Content-Length is no length: '" + length + "'");
    }
    return Long.parseLong(length);
  }

  /** Bytes of content that follow. */
  long length() {
    return length;
  }

  Optional<String> get(String field) {
    return fields.first(field);
  }

  String type() {
    return get("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
  }

  /** Whether the standard has such a type; else it was damaged, or is somebody's extension. */
  boolean isOfKnownType() {
    return mayHoldPage() || WITHOUT.contains(type());
  }

  /** Whether the content may be a page. */
  boolean mayHoldPage() {
    return WITH_PAGES.contains(type());
  }
}
