package dateline.cli;

import dateline.io.Failure;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that lists failures, one JSON object a line. It exists only when there are some: one
 * that an earlier run left is removed.
 */
final class FailureFile implements Closeable {

  private final @Nullable Path file;
  private @Nullable BufferedWriter writer;

  /**
   * @param file null to list them nowhere
   */
  FailureFile(@Nullable Path file) throws IOException {
    this.file = file;
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  void write(Failure failure) throws IOException {
    if (file == null) {
      return;
    }
    if (writer == null) {
      writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }
    writer.write(failure.toJson());
    writer.write('\n');
    writer.flush(); // a run that is killed has told what it knew
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
