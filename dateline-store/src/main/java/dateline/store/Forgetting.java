package dateline.store;

import dateline.model.ArticleRecord;
import dateline.model.Comment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes people who comment out of the records. */
final class Forgetting {

  /** Settings that hold a forgotten pseudonym: the name itself is kept nowhere. */
  private static final String SETTING = "forgotten:";

  /** What stands there instead of an instant where earlier releases forgot. */
  private static final String EARLY = "yes";

  private Forgetting() {}

  /** Pseudonyms of the people whose comments are not kept. */
  static Set<String> names(Handle handle) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT substr(name, length('"
                    + SETTING
                    + "') + 1) FROM setting"
                    + " WHERE name LIKE '"
                    + SETTING
                    + "%'")
            .mapTo(String.class)
            .list());
  }

  /** How many people were forgotten after an instant; all when that is null. */
  static long since(Handle handle, @Nullable String instant) {
    return handle
        .createQuery(
            "SELECT count(*) FROM setting WHERE name LIKE '"
                + SETTING
                + "%' AND value > :instant AND value <> '"
                + EARLY
                + "'")
        .bind("instant", instant == null ? "" : instant)
        .mapTo(Long.class)
        .one();
  }

  /**
   * @param now what is kept of it: the instant
   */
  static long forget(Handle handle, String name, String pseudonym, String now, Journal journal) {
    Pattern mention =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    long changed = 0;
    for (String table : List.of("revision", "earlier")) {
      List<long[]> keys =
          handle
              .createQuery("SELECT revision, since FROM " + table + " ORDER BY revision, since")
              .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
              .list();
      for (long[] key : keys) {
        changed += forget(handle, table, key, pseudonym, mention);
      }
    }
    journal.tickIf(
        tick ->
            handle.execute(
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    SETTING + pseudonym,
                    now)
                > 0);
    return changed;
  }

  private static long forget(
      Handle handle, String table, long[] key, String pseudonym, Pattern mention) {
    String where = " WHERE revision = " + key[0] + " AND since = " + key[1];
    ArticleRecord record =
        handle
            .createQuery("SELECT record FROM " + table + where)
            .map((row, context) -> Packing.unpack(row.getBytes(1)))
            .one();
    List<Comment> comments = new ArrayList<>();
    long changed = 0;
    for (Comment comment : record.comments()) {
      Comment left = without(comment, pseudonym, mention);
      comments.add(left);
      changed += left.equals(comment) ? 0 : 1;
    }
    if (changed > 0) {
      handle.execute(
          "UPDATE " + table + " SET record = ?" + where,
          Packing.pack(record.withComments(comments)));
    }
    return changed;
  }

  private static Comment without(Comment comment, String pseudonym, Pattern mention) {
    if (pseudonym.equals(comment.author())) {
      return Pseudonyms.removed(comment);
    }
    return new Comment(
        comment.author(),
        comment.posted(),
        mention.matcher(comment.text()).replaceAll(Matcher.quoteReplacement(Pseudonyms.REMOVED)),
        comment.replyTo());
  }
}
