package dateline.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that somebody wrote about a happening, before outlets print it.
 *
 * @param key of the account: its reprints are near copies of each other
 * @param paragraphs the first tells what happened
 */
record Account(
    String key, Happening happening, Wording wording, Outlet author, List<Passage> paragraphs) {

  Account {
    paragraphs = List.copyOf(paragraphs);
  }

  Account withParagraphs(List<Passage> changed) {
    return new Account(key, happening, wording, author, changed);
  }

  /** The first paragraphs only. */
  Account cut(int paragraphsKept) {
    return withParagraphs(paragraphs.subList(0, Math.min(paragraphsKept, paragraphs.size())));
  }

  Account with(int at, Passage paragraph) {
    List<Passage> changed = new ArrayList<>(paragraphs);
    changed.set(at, paragraph);
    return withParagraphs(changed);
  }

  Account and(Passage paragraph) {
    List<Passage> more = new ArrayList<>(paragraphs);
    more.add(paragraph);
    return withParagraphs(more);
  }
}
