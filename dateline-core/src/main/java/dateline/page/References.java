package dateline.page;

import dateline.PageException;
import dateline.PageException.Reason;

/** Bounds the character references ({@code &amp;}) of a page: each is small, millions are not. */
final class References {

  /** The richest pages of the shared sets have some thousand. */
  static final int MAX_REFERENCES = 500_000;

  private References() {}

  /**
   * @throws PageException when the page has more than {@value #MAX_REFERENCES}
   */
  static void check(String html) throws PageException {
    int n = 0;
    for (int at = html.indexOf('&'); at >= 0; at = html.indexOf('&', at + 1)) {
      if (++n > MAX_REFERENCES) {
        throw new PageException(
            Reason.TOO_MANY_REFERENCES,
            null,
            "the page has more than " + MAX_REFERENCES + " character references");
      }
    }
  }
}
