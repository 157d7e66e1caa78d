package dateline;

import org.jspecify.annotations.Nullable;

/**
 * A page that can't be read: the world's mess, named so that it can be counted and found.
 *
 * <p>Only the whole page's failure is one of these; anything less is a warning in the record.
 */
public final class PageException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a page can't be read. */
  public enum Reason {
    /** There is no such file. */
    MISSING,
    /** A gzip file that is cut short or damaged. */
    BAD_GZIP,
    /** Likewise, packed with Zstandard. */
    BAD_ZSTD,
    /** A record of an archive that is damaged, or a stretch without one. */
    BAD_ARCHIVE,
    EMPTY,
    BINARY,
    TOO_LARGE,
    TOO_DEEP,
    TOO_MANY_ELEMENTS,
    TOO_MANY_REFERENCES,
    TOO_SLOW,
    BAD_CHARSET,
    BAD_JSON,
    NO_ARTICLE,
    UNREADABLE;

    /** Stable spelling for counts and files: lower case with hyphens. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final @Nullable Long offset;

  /**
   * @param offset byte offset in the input where it went wrong, when it can be told
   * @param message one sentence for a person
   */
  public PageException(Reason reason, @Nullable Long offset, String message) {
    super(message);
    this.reason = reason;
    this.offset = offset;
  }

  public Reason reason() {
    return reason;
  }

  public @Nullable Long offset() {
    return offset;
  }
}
