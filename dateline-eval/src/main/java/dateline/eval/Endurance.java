package dateline.eval;

import dateline.PageException;
import dateline.io.Limits;
import dateline.io.warc.Found;
import dateline.io.warc.WarcPage;
import dateline.io.warc.WarcScanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * R5: archives larger than any disk here, made up while they are read: ten gigabytes of pages, one
 * record of three gigabytes, a bomb of zeros. Every page is unpacked, none is read for its news.
 * Tells what memory is held on the way.
 */
@Command(
    name = "endurance",
    mixinStandardHelpOptions = true,
    description = "Reads huge archives and a bomb in little memory (R5).")
final class Endurance implements Callable<Integer> {

  private static final int STOPS = 10;
  private static final long MOST_MEGABYTES = 1024;
  private static final double FLAT = 0.1;
  private static final double BOMB_SECONDS = 1;

  @Option(names = "--gigabytes", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private double gigabytes = 10;

  /**
   * What came of an archive.
   *
   * @param told records that are too large or damaged
   * @param resident MB of memory of the process, at equal steps
   */
  record Result(long bytes, long pages, long told, double seconds, long[] resident) {

    /** Whether memory stayed where it was after the first third. */
    boolean isFlat() {
      long from = resident[STOPS / 3];
      for (int i = STOPS / 3; i < resident.length; i++) {
        if (resident[i] > MOST_MEGABYTES || resident[i] > from * (1 + FLAT)) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public Integer call() throws IOException {
    Result pages = print("pages", pages((long) (gigabytes * 1e9)));
    Result record = print("one record", oneRecord(3L << 30));
    Result bomb = print("bomb", bomb(1024));
    boolean holds = pages.isFlat() && record.isFlat() && record.told() > 0 && bomb.told() > 0;
    boolean isCut = bomb.seconds() < BOMB_SECONDS;
    System.out.printf(
        "memory flat and within 1 GB: %s; bomb cut within a second: %s%n", holds, isCut);
    return holds && isCut ? 0 : 1;
  }

  private static Result print(String name, SeekableByteChannel channel) throws IOException {
    Result result = scan(channel);
    System.out.printf(
        Locale.ROOT,
        "%-11s %.3f GB, %,d pages, %d records told as too large or damaged, %.2f s, %.0f MB/s%n",
        name,
        result.bytes() / 1e9,
        result.pages(),
        result.told(),
        result.seconds(),
        result.bytes() / 1e6 / result.seconds());
    StringBuilder memory = new StringBuilder("  resident memory on the way (MB):");
    for (long each : result.resident()) {
      memory.append(' ').append(each);
    }
    System.out.println(memory);
    return result;
  }

  static Result scan(SeekableByteChannel channel) throws IOException {
    long start = System.nanoTime();
    long pages = 0;
    long told = 0;
    long[] resident = new long[STOPS];
    int stop = 0;
    try (WarcScanner scanner = new WarcScanner(channel, Limits.MAX_PAGE_BYTES + (1 << 16))) {
      for (Found each = scanner.next(); each != null; each = scanner.next()) {
        if (each instanceof Found.Whole whole) {
          pages += isPage(whole) ? 1 : 0;
        } else {
          told++;
        }
        while (stop < STOPS && scanner.position() >= channel.size() / STOPS * (stop + 1)) {
          resident[stop++] = Measures.resident();
        }
      }
    }
    while (stop < STOPS) {
      resident[stop++] = Measures.resident();
    }
    return new Result(channel.size(), pages, told, (System.nanoTime() - start) / 1e9, resident);
  }

  private static boolean isPage(Found.Whole record) {
    try {
      WarcPage page = WarcPage.of(record, Limits.MAX_PAGE_BYTES);
      return page != null && page.input().bytes().length > 0;
    } catch (PageException e) {
      throw new IllegalStateException("a sound page was refused", e);
    }
  }

  /** So many bytes of packed pages; the same two hundred again and again. */
  static SeekableByteChannel pages(long bytes) throws IOException {
    Path block = Files.createTempFile("dateline", ".warc.gz");
    ArchiveMaker.make(block, 200, 50_000, 5, ArchiveMaker.AS_REPORTED);
    byte[] members = Files.readAllBytes(block);
    Files.delete(block);
    return new Repeated(new byte[0], members, Math.max(1, bytes / members.length) * members.length);
  }

  /** A record without packing whose content is noise. */
  static SeekableByteChannel oneRecord(long length) {
    byte[] noise = new byte[1 << 20];
    new SplittableRandom(3).nextBytes(noise);
    String header =
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    return new Repeated(header.getBytes(StandardCharsets.US_ASCII), noise, length);
  }

  /** So many MiB of zeros, packed a thousand to one. */
  static SeekableByteChannel bomb(int mebibytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      String header =
          "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: "
              + ((long) mebibytes << 20)
              + "\r\n\r\n";
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < mebibytes; i++) {
        out.write(zeros);
      }
    }
    return new Repeated(new byte[0], bytes.toByteArray(), bytes.size());
  }

  /** A file that holds a beginning, and then a block again and again. */
  private static final class Repeated implements SeekableByteChannel {

    private final byte[] start;
    private final byte[] block;
    private final long size;
    private long position;

    Repeated(byte[] start, byte[] block, long length) {
      this.start = start;
      this.block = block;
      this.size = start.length + length;
    }

    @Override
    public int read(ByteBuffer into) {
      if (position >= size) {
        return -1;
      }
      int count = 0;
      while (into.hasRemaining() && position < size) {
        boolean first = position < start.length;
        byte[] from = first ? start : block;
        int at = (int) (first ? position : (position - start.length) % block.length);
        int length = (int) Math.min(Math.min(size - position, from.length - at), into.remaining());
        into.put(from, at, length);
        position += length;
        count += length;
      }
      return count;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
      position = to;
      return this;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
