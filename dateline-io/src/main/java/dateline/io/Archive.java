package dateline.io;

import dateline.Failure;
import dateline.PageException;
import dateline.PageException.Reason;
import dateline.io.warc.Found;
import dateline.io.warc.WarcPage;
import dateline.io.warc.WarcScanner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a web archive: a WARC file, packed or not, or the WARC files in a WACZ. Records
 * count as lines; their offset is that of the record or of its gzip member. Files in a WACZ are
 * copied to a temporary file one at a time, since going on behind damage needs a file in which one
 * can go back. Not thread-safe.
 */
final class Archive implements Series {

  /** A record of the largest page, with its header and chunks. */
  private static final int MAX_CONTENT = Limits.MAX_PAGE_BYTES + (1 << 16);

  /** Where a WACZ keeps its WARC files. */
  private static final String FOLDER = "archive/";

  /** What one file of a WACZ may grow by when it is unpacked: they are packed already. */
  private static final long MAX_RATIO = 200;

  private static final long FREE_BYTES = 10 << 20;

  private final String name;
  private final LongConsumer passed;
  private final Deque<ZipEntry> entries = new ArrayDeque<>();
  private final Deque<Input> waiting = new ArrayDeque<>();
  private @Nullable ZipFile zip;
  private @Nullable WarcScanner scanner;
  private @Nullable Path copy;
  private String current;
  private long counted;

  private Archive(String name, LongConsumer passed) {
    this.name = name;
    this.current = name;
    this.passed = passed;
  }

  /**
   * @param file a WARC file
   * @param passed told how many bytes of the file have been read
   * @param temporary whether the file is deleted in the end
   */
  static Archive warc(String name, Path file, LongConsumer passed, boolean temporary)
      throws IOException {
    Archive archive = new Archive(name, passed);
    archive.copy = temporary ? file : null;
    archive.scanner = archive.scanner(Files.newByteChannel(file));
    return archive;
  }

  /**
   * @param file a WACZ; when its directory is damaged, it is searched for records all the same
   */
  static Archive wacz(String name, Path file, LongConsumer passed) throws IOException {
    Archive archive = new Archive(name, passed);
    try {
      archive.zip = new ZipFile(file.toFile());
      archive.zip.stream()
          .filter(entry -> entry.getName().startsWith(FOLDER) && Names.isWarc(entry.getName()))
          .sorted(java.util.Comparator.comparing(ZipEntry::getName))
          .forEach(archive.entries::add);
      if (archive.entries.isEmpty()) {
        archive.fail("there is no WARC file in the WACZ");
      }
    } catch (java.util.zip.ZipException e) {
      archive.fail("the WACZ's directory is damaged, so all of it is searched: " + e.getMessage());
      archive.scanner = archive.scanner(Files.newByteChannel(file));
    }
    return archive;
  }

  private WarcScanner scanner(SeekableByteChannel channel) throws IOException {
    counted = 0;
    return new WarcScanner(channel, MAX_CONTENT);
  }

  private void fail(String message) {
    waiting.add(Input.failed(current, new PageException(Reason.BAD_ARCHIVE, null, message)));
  }

  @Override
  public @Nullable Input next() {
    while (waiting.isEmpty() && (scanner != null || !entries.isEmpty())) {
      try {
        if (scanner == null) {
          open(entries.remove());
        } else {
          advance(scanner);
        }
      } catch (IOException e) {
        waiting.add(Input.failed(current, Packed.failure(e, counted)));
        closeScanner();
      }
    }
    return waiting.poll();
  }

  private void advance(WarcScanner from) throws IOException {
    Found found = from.next();
    passed.accept(from.position() - counted);
    counted = from.position();
    if (found == null) {
      closeScanner();
    } else if (found instanceof Found.Damage damage) {
      waiting.add(
          Input.failed(where(found, damage.reason().code(), damage.message()), damage.exception()));
    } else if (found instanceof Found.Whole record) {
      add(record);
    }
  }

  private void add(Found.Whole record) {
    try {
      WarcPage page = WarcPage.of(record, Limits.MAX_PAGE_BYTES);
      if (page != null) {
        waiting.add(new Input(current, record.number(), record.offset(), page::input));
      }
    } catch (PageException e) {
      waiting.add(
          Input.failed(where(record, e.reason().code(), String.valueOf(e.getMessage())), e));
    }
  }

  private Failure where(Found found, String reason, String message) {
    return new Failure(current, found.number(), found.offset(), reason, message);
  }

  private void open(ZipEntry entry) throws IOException {
    current = name + "!/" + entry.getName();
    Path file = Files.createTempFile("dateline", ".warc");
    copy = file;
    if (zip == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      long most = Math.max(FREE_BYTES, MAX_RATIO * entry.getCompressedSize());
      if (copy(in, file, most) > most) {
        closeScanner();
        fail("the file unpacks to more than " + MAX_RATIO + " times its size: given up");
        return;
      }
    }
    scanner = scanner(Files.newByteChannel(file));
  }

  private static long copy(InputStream in, Path file, long most) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long total = 0;
      for (int n = in.read(buffer); n >= 0 && total <= most; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        total += n;
      }
      return total;
    }
  }

  private void closeScanner() {
    try {
      if (scanner != null) {
        scanner.close();
      }
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      // read to its end, or given up: nothing is lost
    }
    scanner = null;
    copy = null;
  }

  @Override
  public void close() {
    closeScanner();
    entries.clear();
    try {
      if (zip != null) {
        zip.close();
      }
    } catch (IOException e) {
      // as above
    }
  }
}
