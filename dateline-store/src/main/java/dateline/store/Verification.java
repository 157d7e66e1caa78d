package dateline.store;

import dateline.model.ArticleRecord;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Looks for what should not be. */
final class Verification {

  private static final int FETCH = 100;

  private Verification() {}

  static List<String> of(Handle handle) {
    List<String> problems = new ArrayList<>();
    handle
        .createQuery(
            "SELECT revision, id, sha256, record FROM revision UNION ALL SELECT r.revision, r.id,"
                + " r.sha256, e.record FROM earlier e JOIN revision r ON r.revision = e.revision")
        .setFetchSize(FETCH)
        .map(
            (row, context) ->
                problem(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)))
        .forEach(
            problem -> {
              if (!problem.isEmpty()) {
                problems.add(problem);
              }
            });
    count(
        handle,
        problems,
        "articles have no current revision",
        "page g LEFT JOIN revision r ON r.revision = g.revision AND r.page = g.page"
            + " WHERE r.revision IS NULL");
    count(
        handle,
        problems,
        "articles can't be found by their words",
        "page g LEFT JOIN passage p ON p.page = g.page AND p.kind = 'article'"
            + " WHERE p.passage IS NULL");
    count(
        handle,
        problems,
        "articles are in no story",
        "page g LEFT JOIN story_article a ON a.page = g.page LEFT JOIN story s ON s.story = a.story"
            + " WHERE s.story IS NULL");
    count(
        handle,
        problems,
        "records are of no known run",
        "revision r WHERE r.since > (SELECT coalesce(max(tick), 0) FROM moment) OR r.added > r.since"
            + " OR EXISTS (SELECT 1 FROM earlier e WHERE e.revision = r.revision AND e.until >"
            + " r.since)");
    count(
        handle,
        problems,
        "inputs are on the list of what is done, but not kept",
        "done d LEFT JOIN revision r ON r.revision = d.revision WHERE r.revision IS NULL");
    count(
        handle,
        problems,
        "sums of events between countries are wrong",
        "(SELECT one FROM (SELECT one, other, month, quad, events, score FROM pair_month UNION ALL"
            + " SELECT one, other, month, quad, -1, -CAST(round(score * 1000) AS bigint)"
            + " FROM event_pair) e GROUP BY one, other, month, quad"
            + " HAVING sum(events) <> 0 OR sum(score) <> 0) x");
    return problems;
  }

  private static String problem(long revision, String id, String sha256, byte[] packed) {
    try {
      ArticleRecord record = Packing.unpack(packed);
      boolean same = record.source().sha256().equals(sha256) && record.id().equals(id);
      return same ? "" : "revision " + revision + " holds another article's record";
    } catch (RuntimeException e) {
      return "revision " + revision + " of " + id + " can't be read: " + e.getMessage();
    }
  }

  static void count(Handle handle, List<String> problems, String what, String from) {
    long count = handle.createQuery("SELECT count(*) FROM " + from).mapTo(Long.class).one();
    if (count > 0) {
      problems.add(count + " " + what);
    }
  }
}
