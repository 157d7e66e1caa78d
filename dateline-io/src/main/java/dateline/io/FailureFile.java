package dateline.io;

import dateline.Failure;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that lists failures, one JSON object a line: {@code input}, {@code line}, {@code
 * offset}, {@code reason}, {@code message}. It exists only when there are some: one that an earlier
 * run left is removed. Not thread-safe.
 */
public final class FailureFile implements Closeable {

  private final @Nullable Path file;
  private @Nullable BufferedWriter writer;

  /**
   * @param file null to list them nowhere
   */
  public FailureFile(@Nullable Path file) throws IOException {
    this.file = file;
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  public void write(Failure failure) throws IOException {
    if (file == null) {
      return;
    }
    if (writer == null) {
      writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }
    writer.write(line(failure));
    writer.write('\n');
    writer.flush(); // a run that is killed has told what it knew
  }

  /** A failure as one line of JSON, without the line's end. */
  public static String line(Failure failure) {
    return JsonObjectLine.write(fields(failure));
  }

  /** A failure's fields in JSON. */
  public static JsonObjectLine.Fields fields(Failure failure) {
    return line -> {
      line.writeStringField("input", failure.input());
      line.writeFieldName("line");
      JsonObjectLine.writeNumber(line, failure.line());
      line.writeFieldName("offset");
      JsonObjectLine.writeNumber(line, failure.offset());
      line.writeStringField("reason", failure.reason());
      line.writeStringField("message", failure.message());
    };
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
