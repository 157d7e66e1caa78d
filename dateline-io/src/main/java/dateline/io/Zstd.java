package dateline.io;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks Zstandard, and tells damage as the error of reading that it is. */
final class Zstd extends FilterInputStream {

  /** The file is cut short, damaged, or made with a window that a reader need not support. */
  static final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  Zstd(InputStream in) {
    super(new ZstdInputStream(in));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return length == 0 ? 0 : in.read(bytes, offset, length);
    } catch (MalformedInputException | IndexOutOfBoundsException e) {
      throw new DamagedException(e);
    } catch (IOException e) {
      throw e.getMessage() != null && e.getMessage().startsWith("Not enough input")
          ? new DamagedException(e)
          : e;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
