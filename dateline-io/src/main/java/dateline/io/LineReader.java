package dateline.io;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bytes with their number and offset, in bounded memory: a line longer than the limit is
 * passed over to its end and told as {@link Line#tooLong}. Lines end with {@code \n} or {@code
 * \r\n}. Not thread-safe.
 */
final class LineReader implements Closeable {

  /**
   * @param number 1-based
   * @param offset bytes from the input's beginning to the line's
   * @param bytes the line without its end; empty when it is too long
   */
  record Line(long number, long offset, byte[] bytes, boolean tooLong) {

    boolean isBlank() {
      for (byte b : bytes) {
        if (b > ' ' || b < 0) {
          return false;
        }
      }
      return !tooLong;
    }
  }

  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long number;
  private long offset;

  LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Bytes from the input's beginning to the next line's. */
  long offset() {
    return offset;
  }

  /** Number of the next line. */
  long nextNumber() {
    return number + 1;
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    long start = offset;
    boolean tooLong = false;
    boolean any = false;
    while (from < to || fill()) {
      any = true;
      int end = indexOfNewline();
      int stop = end < 0 ? to : end;
      if (tooLong || line.size() + (stop - from) > maxBytes) {
        tooLong = true;
        line.reset();
      } else {
        line.write(buffer, from, stop - from);
      }
      offset += stop - from;
      from = stop;
      if (end >= 0) {
        offset++;
        from++;
        break;
      }
    }
    if (!any) {
      return null;
    }
    return new Line(++number, start, withoutCarriageReturn(line.toByteArray()), tooLong);
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  private int indexOfNewline() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    int end = line.length;
    return end > 0 && line[end - 1] == '\r' ? java.util.Arrays.copyOf(line, end - 1) : line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
