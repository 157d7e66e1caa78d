package dateline.store;

import dateline.model.ArticleRecord;
import dateline.store.RecordStore.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that another release, model, set of rules or gazetteer would read otherwise. Thread-safe.
 *
 * <p>A record is read again from itself: all but the page, which stays as it was read. So one whose
 * page would be read otherwise stays due for that until its page is handed in again.
 */
public interface Upgrades {

  /**
   * Records for which the same parts have changed since they were read.
   *
   * @param changed names of the parts; all of them when it is not known what read the records
   */
  record Due(Set<String> changed, long records) {}

  /**
   * What is due, most records first.
   *
   * @param parts what would read now, as in {@link Runs.Reader}
   */
  List<Due> due(Map<String, String> parts);

  /**
   * A record to be read again.
   *
   * @param since tick at which it was kept
   * @param changed as in {@link Due}
   */
  record Old(long revision, long since, Set<String> changed, ArticleRecord record) {}

  /**
   * Records, of all revisions, that are due for more than their page.
   *
   * @param parts as for {@link #due}
   * @param page name of the part that pages are read by
   * @param after number of the revision after which to look; 0 at first
   */
  List<Old> next(Map<String, String> parts, String page, long after, int limit);

  /**
   * A record that was read again.
   *
   * @param old that it was read from
   */
  record Again(Old old, ArticleRecord record) {}

  /**
   * Keeps them, all in one transaction. A record that was replaced meanwhile stays; comments stay
   * as they are.
   *
   * @param run as in {@link RecordStore#save}
   * @return what became of each, in order
   */
  List<Change> save(long run, Map<String, String> parts, String page, List<Again> records);
}
