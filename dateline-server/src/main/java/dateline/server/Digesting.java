package dateline.server;

import dateline.text.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/**
 * Passes bytes on, and knows how many there were and their SHA-256. Doesn't close what is below.
 */
final class Digesting extends FilterOutputStream {

  private final MessageDigest digest = Sha256.digest();
  private long bytes;

  Digesting(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] b, int from, int length) throws IOException {
    out.write(b, from, length);
    digest.update(b, from, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  long bytes() {
    return bytes;
  }

  String sha256() {
    return Sha256.hex(digest);
  }
}
