package dateline.io.warc;

import dateline.PageException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * One member of a gzip file after RFC 1952, unpacked. Its end is told only when checksum and length
 * are right: then the window stands at the byte behind it. Not thread-safe.
 */
final class GzipMember extends InputStream {

  /** More than this is unpacked only from members that pack no better than {@link #MAX_RATIO}. */
  private static final long FREE_BYTES = 10 << 20;

  /** HTML packs 5:1 to 20:1; deflate's best is 1032:1, which only a bomb comes near. */
  private static final long MAX_RATIO = 200;

  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final ByteWindow window;
  private final Inflater inflater;
  private final CRC32 crc = new CRC32();
  private final long start;
  private boolean ended;
  private @Nullable String trouble;

  /**
   * @param window stands at the member's first byte
   * @param inflater for raw deflate; used by one member at a time
   */
  GzipMember(ByteWindow window, Inflater inflater) throws IOException {
    this.window = window;
    this.inflater = inflater;
    this.start = window.position();
    inflater.reset();
    header();
  }

  private static ArchiveException damaged(String message) {
    return new ArchiveException(Reason.BAD_GZIP, message);
  }

  private void header() throws IOException {
    if (next() != 0x1f || next() != 0x8b || next() != DEFLATE) {
      throw damaged("no gzip member begins here");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw damaged("the gzip header has flags that mean nothing");
    }
    window.skipNBytes(6);
    if ((flags & EXTRA) != 0) {
      window.skipNBytes(next() | next() << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      if ((flags & text) != 0) {
        int character = next();
        while (character != 0) {
          character = next();
        }
      }
    }
    if ((flags & HEADER_CRC) != 0) {
      window.skipNBytes(2);
    }
  }

  private int next() throws IOException {
    int b = window.read();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = 0;
    while (count == 0) {
      if (ended) {
        return -1;
      }
      count = inflate(into, offset, length);
      if (inflater.finished()) {
        ended = count == 0;
        if (ended) {
          trailer();
        }
      }
    }
    crc.update(into, offset, count);
    checkRatio();
    return count;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    if (inflater.finished()) {
      return 0;
    }
    if (trouble != null) {
      throw damaged("the gzip member is damaged: " + trouble);
    }
    if (!window.fill()) {
      throw new EOFException();
    }
    long before = inflater.getBytesWritten();
    int given = window.limit() - window.at();
    inflater.setInput(window.bytes(), window.at(), given);
    try {
      int count = inflater.inflate(into, offset, length);
      if (inflater.needsDictionary()) {
        throw damaged("the gzip member asks for a dictionary");
      }
      return count;
    } catch (DataFormatException e) {
      trouble = String.valueOf(e.getMessage());
      return (int) (inflater.getBytesWritten() - before); // what came before the damage
    } finally {
      window.taken(given - inflater.getRemaining());
    }
  }

  private void trailer() throws IOException {
    if (number() != crc.getValue()) {
      throw damaged("the gzip member's checksum is wrong");
    }
    if (number() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw damaged("the gzip member's length is wrong");
    }
  }

  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void checkRatio() throws IOException {
    long unpacked = inflater.getBytesWritten();
    if (unpacked > FREE_BYTES && unpacked > MAX_RATIO * (window.position() - start)) {
      throw new ArchiveException(
          Reason.TOO_LARGE,
          "the gzip member unpacks to more than " + MAX_RATIO + " times its size: given up");
    }
  }
}
