package dateline.io.warc;

import dateline.PageException;
import dateline.PageException.Reason;
import org.jspecify.annotations.Nullable;

/** What lies next in an archive. */
public sealed interface Found {

  /** Of the record or stretch: 1, 2, 3 … in the file. */
  long number();

  /** Byte offset in the file of the record, or of the gzip member that it lies in. */
  long offset();

  /**
   * A record that is whole.
   *
   * @param content null when no page can be in it
   */
  record Whole(long number, long offset, WarcHeader header, byte @Nullable [] content)
      implements Found {}

  /**
   * A record that can't be read, or a stretch of the file in which there is none.
   *
   * @param end byte offset of what can be read next, or the file's size; for a record among others
   *     in one gzip member, the member's offset
   */
  record Damage(long number, long offset, long end, Reason reason, String message)
      implements Found {

    public PageException exception() {
      String lost =
          end > offset ? " (bytes " + offset + " to " + (end - 1) + " are passed over)" : "";
      return new PageException(reason, null, message + lost);
    }
  }
}
