package dateline.io;

import dateline.Failure;
import dateline.PageException;
import dateline.PageException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file with one JSON object a line, gzipped or not, in bounded memory. Blank lines
 * are passed over. Not thread-safe.
 */
public final class JsonObjectLines implements Closeable {

  private final String name;
  private final LineReader lines;

  private JsonObjectLines(String name, LineReader lines) {
    this.name = name;
    this.lines = lines;
  }

  /**
   * @param name a file, or {@link Inputs#STANDARD_INPUT}
   * @throws IOException when the file can't be opened
   */
  public static JsonObjectLines open(String name, InputStream standardInput) throws IOException {
    boolean standard = name.equals(Inputs.STANDARD_INPUT);
    InputStream raw = standard ? standardInput : Files.newInputStream(Path.of(name));
    return of(name, Packed.open(raw));
  }

  /**
   * @param in unpacked
   */
  static JsonObjectLines of(String name, InputStream in) {
    return new JsonObjectLines(name, new LineReader(in, Limits.MAX_LINE_BYTES));
  }

  /** One line, parsed when it is asked for: on any thread. */
  public static final class Line {

    private final String name;
    private final LineReader.Line line;

    private Line(String name, LineReader.Line line) {
      this.name = name;
      this.line = line;
    }

    public long number() {
      return line.number();
    }

    public long offset() {
      return line.offset();
    }

    /**
     * @throws PageException when the line is too long or not one JSON object
     */
    public JsonObjectLine parse() throws PageException {
      if (line.tooLong()) {
        throw new PageException(
            Reason.TOO_LARGE,
            null,
            "the line is longer than " + (Limits.MAX_LINE_BYTES >> 20) + " MiB");
      }
      return JsonObjectLine.parse(line.bytes());
    }

    /** What is reported when the line or what it tells of can't be read. */
    public Failure failure(PageException e) {
      String where = e.offset() == null ? "" : " (at byte " + e.offset() + " of it)";
      return new Failure(
          name, line.number(), line.offset(), e.reason().code(), e.getMessage() + where);
    }
  }

  /**
   * The next line; null at the end.
   *
   * @throws IOException when the file can't be read on: {@link #failure} tells where
   */
  public @Nullable Line next() throws IOException {
    LineReader.Line line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    return line == null ? null : new Line(name, line);
  }

  /** What is reported when {@link #next} fails: nothing more can be read. */
  public Failure failure(IOException e) {
    PageException failure = Packed.failure(e, null);
    return new Failure(
        name,
        lines.nextNumber(),
        lines.offset(),
        failure.reason().code(),
        String.valueOf(failure.getMessage()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
