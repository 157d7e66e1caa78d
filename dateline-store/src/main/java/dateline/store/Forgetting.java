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

/** Takes people who comment out of the records. */
final class Forgetting {

  /** Settings that hold a forgotten pseudonym: the name itself is kept nowhere. */
  private static final String SETTING = "forgotten:";

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

  static long forget(Handle handle, String name, String pseudonym) {
    Pattern mention =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    long changed = 0;
    List<Long> revisions =
        handle
            .createQuery("SELECT revision FROM revision ORDER BY revision")
            .mapTo(Long.class)
            .list();
    for (long revision : revisions) {
      changed += forget(handle, revision, pseudonym, mention);
    }
    handle.execute(
        "INSERT INTO setting (name, value) VALUES (?, 'yes') ON CONFLICT DO NOTHING",
        SETTING + pseudonym);
    return changed;
  }

  private static long forget(Handle handle, long revision, String pseudonym, Pattern mention) {
    ArticleRecord record =
        handle
            .createQuery("SELECT record FROM revision WHERE revision = :revision")
            .bind("revision", revision)
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
          "UPDATE revision SET record = ? WHERE revision = ?",
          Packing.pack(record.withComments(comments)),
          revision);
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
