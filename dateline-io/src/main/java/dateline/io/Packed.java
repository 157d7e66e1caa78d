package dateline.io;

import dateline.PageException;
import dateline.PageException.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens files that may be packed with gzip or Zstandard: the first bytes tell, not the name. */
final class Packed {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int ZSTD_MAGIC = 0x28b52ffd;

  /** Enough of a gzip file to unpack its first words. */
  private static final int HEAD = 1 << 13;

  private Packed() {}

  static InputStream open(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    int magic = number(head(in, 4));
    if (magic >>> 16 == GZIP_MAGIC) {
      return new GZIPInputStream(in, 1 << 16);
    }
    return magic == ZSTD_MAGIC ? new Zstd(in) : in;
  }

  /** The first bytes; fewer where reading fails, which the next who reads is told. */
  static byte[] head(BufferedInputStream in, int length) throws IOException {
    in.mark(length);
    byte[] head = new byte[length];
    int count = 0;
    try {
      for (int n = 0; n >= 0 && count < length; n = in.read(head, count, length - count)) {
        count += n;
      }
    } catch (IOException e) {
      // told when reading goes on
    }
    in.reset();
    return Arrays.copyOf(head, count);
  }

  private static int number(byte[] head) {
    return head.length < 4 ? 0 : ByteBuffer.wrap(head).getInt();
  }

  /** Whether a WARC file, packed or not, begins here; the stream stays where it is. */
  static boolean isWarc(BufferedInputStream in) throws IOException {
    byte[] head = head(in, HEAD);
    try {
      InputStream unpacked = open(new ByteArrayInputStream(head));
      return new String(unpacked.readNBytes(5), StandardCharsets.ISO_8859_1).equals("WARC/");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The bytes of one page.
   *
   * @throws PageException when the file is missing, damaged or larger than {@link
   *     Limits#MAX_PAGE_BYTES}
   */
  static byte[] page(Path file) throws PageException {
    try (InputStream in = open(Files.newInputStream(file))) {
      return page(in);
    } catch (IOException e) {
      throw failure(e, null);
    }
  }

  /** The bytes of one page from a stream that is already unpacked. */
  static byte[] page(InputStream in) throws PageException {
    long[] count = {0};
    CountingStream counted = new CountingStream(in, read -> count[0] += read);
    try {
      byte[] bytes = counted.readNBytes(Limits.MAX_PAGE_BYTES + 1);
      if (bytes.length > Limits.MAX_PAGE_BYTES) {
        throw new PageException(
            Reason.TOO_LARGE,
            (long) Limits.MAX_PAGE_BYTES,
            "the page is larger than " + (Limits.MAX_PAGE_BYTES >> 20) + " MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw failure(e, count[0]);
    }
  }

  /** What an error of reading means for a person. */
  static PageException failure(IOException e, @Nullable Long offset) {
    if (e instanceof NoSuchFileException) {
      return new PageException(Reason.MISSING, null, "there is no file " + e.getMessage());
    }
    if (e instanceof AccessDeniedException) {
      return new PageException(Reason.UNREADABLE, null, "no permission to read " + e.getMessage());
    }
    if (e instanceof Zstd.DamagedException) {
      return new PageException(
          Reason.BAD_ZSTD, offset, "the Zstandard file is damaged: " + e.getMessage());
    }
    if (e instanceof EOFException) {
      return new PageException(Reason.BAD_GZIP, offset, "the gzip file is cut short");
    }
    if (e instanceof ZipException) {
      return new PageException(
          Reason.BAD_GZIP, offset, "the gzip file is damaged: " + e.getMessage());
    }
    return new PageException(Reason.UNREADABLE, offset, "can't be read: " + e.getMessage());
  }
}
