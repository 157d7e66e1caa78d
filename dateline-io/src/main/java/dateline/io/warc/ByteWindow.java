package dateline.io.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads a channel from any place, through a buffer of fixed size. Not thread-safe. */
final class ByteWindow extends InputStream {

  private static final int SIZE = 1 << 16;

  private final SeekableByteChannel channel;
  private final byte[] bytes = new byte[SIZE];
  private long start;
  private int at;
  private int limit;

  ByteWindow(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.start = channel.position();
  }

  /** Offset of the next byte. */
  long position() {
    return start + at;
  }

  long size() throws IOException {
    return channel.size();
  }

  void seek(long position) throws IOException {
    if (position >= start && position <= start + limit) {
      at = (int) (position - start);
    } else {
      channel.position(position);
      start = position;
      at = 0;
      limit = 0;
    }
  }

  /** The buffer: bytes from {@link #at} to {@link #limit} are next. */
  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  int limit() {
    return limit;
  }

  /** Makes sure that a byte is in the buffer; false at the end. */
  boolean fill() throws IOException {
    if (at < limit) {
      return true;
    }
    start += limit;
    at = 0;
    limit = 0;
    ByteBuffer free = ByteBuffer.wrap(bytes);
    int read = 0;
    while (read == 0) {
      read = channel.read(free);
    }
    limit = Math.max(0, read);
    return limit > 0;
  }

  /** Steps over bytes that were taken out of the buffer. */
  void taken(int count) {
    at += count;
  }

  /** Steps to the next byte of this value; false when there is none. */
  boolean stepTo(int value) throws IOException {
    while (fill()) {
      while (at < limit) {
        if (bytes[at] == (byte) value) {
          return true;
        }
        at++;
      }
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, limit - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long possible = Math.max(0, Math.min(count, size() - position()));
    seek(position() + possible);
    return possible;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
