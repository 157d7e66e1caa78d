package dateline.io;

import dateline.Failure;
import dateline.PageException;
import dateline.PageInput;
import org.jspecify.annotations.Nullable;

/**
 * One input in its place in the order. Loading is left to whoever works on it, so that a queue of
 * inputs does not hold their pages. Immutable; {@link #load} may be called on any thread.
 *
 * @param name file name as the caller gave it, or {@code -}
 * @param line 1-based line of a JSONL input or number of a record in a web archive, or null
 * @param offset byte offset of that line or record, or null
 */
public record Input(String name, @Nullable Long line, @Nullable Long offset, Loader loader) {

  /** Gets the page's bytes and what the caller knows about it. */
  @FunctionalInterface
  public interface Loader {
    PageInput load() throws PageException;
  }

  public PageInput load() throws PageException {
    return loader.load();
  }

  /** What is reported when this input can't be read. */
  public Failure failure(PageException e) {
    return failure(e.reason().code(), e.offset(), String.valueOf(e.getMessage()));
  }

  /** What is reported when Dateline itself fails on this input. */
  public Failure failure(Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    return failure(
        Failure.INTERNAL_ERROR, null, defect + (trace.length == 0 ? "" : " at " + trace[0]));
  }

  private Failure failure(String reason, @Nullable Long inPage, String message) {
    if (line == null) {
      return new Failure(name, null, inPage, reason, message);
    }
    String where = inPage == null ? "" : " (at byte " + inPage + " of it)";
    return new Failure(name, line, offset, reason, message + where);
  }

  static Input failed(String name, PageException failure) {
    return failed(name, null, null, failure);
  }

  static Input failed(Failure where, PageException failure) {
    return failed(where.input(), where.line(), where.offset(), failure);
  }

  private static Input failed(
      String name, @Nullable Long line, @Nullable Long offset, PageException failure) {
    return new Input(
        name,
        line,
        offset,
        () -> {
          throw failure;
        });
  }
}
