package dateline.io;

import dateline.PageInput;
import dateline.model.ArticleRecord;
import dateline.model.Commenters;

/** What of people who comment is written out when nothing else was asked for. */
public final class Disclosure {

  private Disclosure() {}

  /**
   * The record with {@linkplain Commenters#numbered numbers for commenters}; as printed only for a
   * page that came under an id of the caller's own, who has the page already (the evaluation
   * contract).
   */
  public static ArticleRecord of(PageInput page, ArticleRecord record) {
    return page.id() == null ? Commenters.numbered(record) : record;
  }
}
