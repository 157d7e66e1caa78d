package dateline.io;

import dateline.PageException;
import dateline.PageInput;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * All inputs that a caller names, one after the other: files, folders (recursive, in the order of
 * their names), globs, and {@code -} for standard input (JSON lines when it begins with a brace, a
 * web archive when it begins like one, else one page). In a folder, files called {@code .html .htm
 * .xhtml .txt .jsonl .ndjson .warc .wet}, each also with {@code .gz} or {@code .zst}, and {@code
 * .wacz} are read; a file that the caller names always is. What can't be opened is an {@link Input}
 * that fails when it is loaded, in its place. Streams: holds the names of one folder a level, and
 * one line or record. Not thread-safe, but {@link #bytesPassed} may be asked by another thread.
 */
public final class Inputs implements Iterator<Input>, Closeable {

  /** The caller's name for standard input. */
  public static final String STANDARD_INPUT = "-";

  private final Deque<Path> pending = new ArrayDeque<>();
  private final InputStream standardInput;
  private @Nullable Series series;
  private @Nullable Input next;
  private volatile long bytesPassed;

  private Inputs(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * @param names in the order in which they are read
   * @param standardInput read when {@code -} is named; not closed
   * @throws InvalidPathException for a name that the file system can't have
   */
  public static Inputs of(List<String> names, InputStream standardInput) {
    Inputs inputs = new Inputs(standardInput);
    for (String name : names) {
      inputs.pending.addAll(Paths.expand(name));
    }
    return inputs;
  }

  /**
   * Whether the names are one page that exists: then there is one record, not a list of unknown
   * length.
   */
  public static boolean isOnePage(List<String> names) {
    return names.size() == 1
        && !Names.isSeries(names.get(0))
        && Files.isRegularFile(Path.of(names.get(0)));
  }

  /** Whether a file of this name is read when it is found in a folder. */
  public static boolean isInput(String fileName) {
    return !fileName.startsWith(".") && Names.isInput(fileName);
  }

  /** Size in bytes of all files that the names stand for, standard input left out. */
  public static long totalBytes(List<String> names) {
    long total = 0;
    for (String name : names) {
      for (Path path : Paths.expand(name)) {
        total += Paths.bytesBelow(path);
      }
    }
    return total;
  }

  /** Bytes of the files that were handed out or, for JSON lines, read so far. */
  public long bytesPassed() {
    return bytesPassed;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (series != null || !pending.isEmpty())) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Input next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more inputs");
    }
    Input input = next;
    next = null;
    return input;
  }

  private @Nullable Input advance() {
    if (series != null) {
      Input input = series.next();
      if (input == null) {
        close();
      }
      return input;
    }
    Path path = pending.removeFirst();
    String name = path.toString();
    try {
      if (name.equals(STANDARD_INPUT)) {
        return standardInput();
      }
      if (Files.isDirectory(path)) {
        pushChildren(path);
        return null;
      }
      if (Names.isSeries(name)) {
        series = series(name, path);
        return null;
      }
    } catch (IOException e) {
      return Input.failed(name, Packed.failure(e, null));
    }
    passed(Paths.bytesOf(path));
    return new Input(name, null, null, () -> page(path));
  }

  private Series series(String name, Path path) throws IOException {
    if (Names.isWacz(name)) {
      return Archive.wacz(name, path, this::passed);
    }
    if (Names.isWarc(name)) {
      return Archive.warc(name, path, this::passed, false);
    }
    CountingStream counted = new CountingStream(Files.newInputStream(path), this::passed);
    Path folder = path.toAbsolutePath().getParent();
    return new JsonLines(name, Packed.open(counted), folder == null ? path : folder);
  }

  private void pushChildren(Path folder) throws IOException {
    List<Path> children = Paths.children(folder);
    for (int i = children.size() - 1; i >= 0; i--) {
      if (Paths.isInput(children.get(i))) {
        pending.addFirst(children.get(i));
      }
    }
  }

  private static PageInput page(Path path) throws PageException {
    String name = path.toString();
    return input(Packed.page(path), Names.kind(name), name);
  }

  private @Nullable Input standardInput() throws IOException {
    BufferedInputStream raw = new BufferedInputStream(standardInput, 1 << 16);
    if (Packed.isWarc(raw)) {
      Path copy = Files.createTempFile("dateline", ".warc");
      Files.copy(raw, copy, StandardCopyOption.REPLACE_EXISTING);
      series = Archive.warc(STANDARD_INPUT, copy, this::passed, true);
      return null;
    }
    BufferedInputStream in = new BufferedInputStream(Packed.open(raw), 1 << 16);
    if (beginsWithBrace(in)) {
      series = new JsonLines(STANDARD_INPUT, in, Path.of("").toAbsolutePath());
      return null;
    }
    try {
      byte[] bytes = Packed.page(in);
      return new Input(STANDARD_INPUT, null, null, () -> input(bytes, PageInput.Kind.AUTO, null));
    } catch (PageException e) {
      return Input.failed(STANDARD_INPUT, e);
    }
  }

  private static PageInput input(byte[] bytes, PageInput.Kind kind, @Nullable String uri) {
    return new PageInput(null, bytes, kind, uri, null, null, null, null);
  }

  private static boolean beginsWithBrace(BufferedInputStream in) throws IOException {
    for (byte b : Packed.head(in, 32)) {
      if (b > ' ') {
        return b == '{';
      }
    }
    return false;
  }

  // One thread reads; the field is volatile for the one that watches.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void passed(long bytes) {
    bytesPassed += bytes;
  }

  /** Closes what is open; standard input stays open. */
  @Override
  public void close() {
    if (series != null) {
      series.close();
      series = null;
    }
  }
}
