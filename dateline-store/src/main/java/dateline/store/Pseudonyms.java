package dateline.store;

import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.model.Commenters;
import dateline.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Replaces the names of people who comment. The salt is the store's own, so the same name has
 * another pseudonym in another store and can't be looked up in a table of hashes.
 */
final class Pseudonyms {

  /** In the place of what was forgotten. */
  static final String REMOVED = "[removed]";

  private static final int DIGITS = 12;

  private final byte[] salt;

  Pseudonyms(byte[] salt) {
    this.salt = salt.clone();
  }

  /**
   * {@link Commenters#renamed}.
   *
   * @param forgotten pseudonyms of people whose comments are not kept
   */
  ArticleRecord replaceIn(ArticleRecord record, Set<String> forgotten) {
    ArticleRecord renamed = Commenters.renamed(record, this::of);
    return renamed.withComments(
        renamed.comments().stream()
            .map(comment -> forgotten.contains(comment.author()) ? removed(comment) : comment)
            .toList());
  }

  /** What is left of a comment, so that answers to others keep their places. */
  static Comment removed(Comment comment) {
    return new Comment(null, null, REMOVED, comment.replyTo());
  }

  String of(String author) {
    MessageDigest digest = Sha256.digest();
    digest.update(salt);
    digest.update(author.getBytes(StandardCharsets.UTF_8));
    return "reader-" + Sha256.hex(digest).substring(0, DIGITS);
  }
}
