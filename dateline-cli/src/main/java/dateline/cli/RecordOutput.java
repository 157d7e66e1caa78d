package dateline.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Puts rendered records one after the other, with what belongs between them. */
final class RecordOutput implements Closeable {

  private final OutputStream out;
  private final byte[] before;
  private final byte[] between;
  private final byte[] after;
  private boolean any;

  private RecordOutput(OutputStream out, String before, String between, String after) {
    this.out = out;
    this.before = before.getBytes(StandardCharsets.UTF_8);
    this.between = between.getBytes(StandardCharsets.UTF_8);
    this.after = after.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param onePage whether one record at most is written: then JSON is that object, else a list
   */
  static RecordOutput of(Format format, boolean onePage, OutputStream out) {
    return switch (format) {
      case JSONL -> new RecordOutput(out, "", "", "");
      case TEXT -> new RecordOutput(out, "", "\n", "");
      case JSON ->
          onePage
              ? new RecordOutput(out, "", "", "\n")
              : new RecordOutput(out, "[\n", ",\n", "\n]\n");
    };
  }

  void write(byte[] rendered) throws IOException {
    out.write(any ? between : before);
    out.write(rendered);
    any = true;
  }

  /** Hands on what is buffered, so that a waiting reader sees it. */
  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (!any) {
      out.write(before);
    }
    out.write(after);
    out.close();
  }
}
