package dateline.io;

/** How much of one input is ever held in memory. */
public final class Limits {

  /**
   * Largest page, unpacked, in bytes: 20 MiB. A news page is some hundred kilobytes; Common Crawl
   * cuts pages at 1 MiB, and what is larger than this is not an article.
   */
  public static final int MAX_PAGE_BYTES = 20 << 20;

  /** Longest line of a JSONL input, in bytes: a page of the largest size with room for escapes. */
  public static final int MAX_LINE_BYTES = 2 * MAX_PAGE_BYTES;

  private Limits() {}
}
