package dateline.io.export;

import dateline.io.export.Table.What;
import dateline.model.ArticleRecord;
import java.util.Set;

/** A record of which only some items are to be written. */
final class Selection {

  private Selection() {}

  /** The record without the other items of this sort; the rest stays, since items refer to it. */
  static ArticleRecord of(ArticleRecord record, What what, Set<String> items) {
    if (what == What.ARTICLES) {
      return record;
    }
    return new ArticleRecord(
        record.schema(),
        record.id(),
        record.source(),
        record.article(),
        record.actors(),
        what == What.STATEMENTS
            ? record.statements().stream().filter(each -> items.contains(each.id())).toList()
            : record.statements(),
        what == What.EVENTS
            ? record.events().stream().filter(each -> items.contains(each.id())).toList()
            : record.events(),
        record.places(),
        record.times(),
        record.comments(),
        record.provenance());
  }
}
