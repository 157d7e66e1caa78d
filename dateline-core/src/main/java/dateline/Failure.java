package dateline;

import org.jspecify.annotations.Nullable;

/**
 * An input that could not be read: what, where, why.
 *
 * @param input file name as the caller gave it, or {@code -} for standard input
 * @param line 1-based line of a JSONL input, or number of the record in a web archive; null for a
 *     page of its own
 * @param offset byte offset in the input (unpacked, when it is gzipped) where it went wrong or, in
 *     a JSONL input, where the line begins; in a web archive, where the record or its gzip member
 *     begins in the file as it is; null when it can't be told
 * @param reason stable code that is counted: one of {@link PageException.Reason}'s, or {@link
 *     #INTERNAL_ERROR}
 * @param message one sentence for a person
 */
public record Failure(
    String input, @Nullable Long line, @Nullable Long offset, String reason, String message) {

  /** The reason of a failure that is a defect of Dateline itself, not of the input. */
  public static final String INTERNAL_ERROR = "internal-error";

  /** Where it is, as compilers print it: {@code pages.jsonl:12}. */
  public String where() {
    return line == null ? input : input + ":" + line;
  }
}
