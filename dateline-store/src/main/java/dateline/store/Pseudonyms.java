package dateline.store;

import dateline.model.ArticleRecord;
import dateline.model.Comment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Replaces the names of people who comment. The salt is the store's own, so the same name has
 * another pseudonym in another store and can't be looked up in a table of hashes.
 */
final class Pseudonyms {

  /** In the place of what was forgotten. */
  static final String REMOVED = "[removed]";

  private static final int DIGITS = 12;

  /** Shorter names are words of the text too often. */
  private static final int SHORTEST = 3;

  /** Names that are looked for in other comments; a bound on the work for one page. */
  private static final int MOST = 500;

  private final byte[] salt;

  Pseudonyms(byte[] salt) {
    this.salt = salt.clone();
  }

  /**
   * The record with a pseudonym for every commenter, also where another comment calls one by name
   * ("@Ann"). The article's text is not touched.
   *
   * @param forgotten pseudonyms of people whose comments are not kept
   */
  ArticleRecord replaceIn(ArticleRecord record, Set<String> forgotten) {
    List<String> names = names(record.comments());
    return withComments(
        record,
        record.comments().stream()
            .map(
                comment -> {
                  String author = comment.author() == null ? null : of(comment.author());
                  return forgotten.contains(author)
                      ? removed(comment)
                      : new Comment(
                          author, comment.posted(), text(comment, names), comment.replyTo());
                })
            .toList());
  }

  /** The names to look for, the longest first. */
  private static List<String> names(List<Comment> comments) {
    TreeSet<String> names =
        new TreeSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));
    for (Comment comment : comments) {
      String name = comment.author();
      if (name != null && name.length() >= SHORTEST && names.size() < MOST) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private String text(Comment comment, List<String> names) {
    String text = comment.text();
    for (String name : names) {
      if (text.contains(name)) {
        Pattern word =
            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
        text = word.matcher(text).replaceAll(of(name));
      }
    }
    return text;
  }

  /** What is left of a comment, so that answers to others keep their places. */
  static Comment removed(Comment comment) {
    return new Comment(null, null, REMOVED, comment.replyTo());
  }

  static ArticleRecord withComments(ArticleRecord record, List<Comment> comments) {
    return new ArticleRecord(
        record.schema(),
        record.id(),
        record.source(),
        record.article(),
        record.actors(),
        record.statements(),
        record.events(),
        record.places(),
        record.times(),
        comments,
        record.provenance());
  }

  String of(String author) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      byte[] hash = digest.digest(author.getBytes(StandardCharsets.UTF_8));
      return "reader-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
