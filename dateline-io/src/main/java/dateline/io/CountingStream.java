package dateline.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes pass, read by read. */
final class CountingStream extends FilterInputStream {

  private final LongConsumer passed;

  CountingStream(InputStream in, LongConsumer passed) {
    super(in);
    this.passed = passed;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    passed.accept(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    passed.accept(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
