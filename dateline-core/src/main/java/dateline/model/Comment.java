package dateline.model;

import org.jspecify.annotations.Nullable;

/**
 * A reader's comment. Its text has nothing to do with the article's text or offsets.
 *
 * @param posted ISO 8601 minute, or as printed when it is relative ("2 hours ago")
 * @param replyTo index of the comment answered, in the record's list
 */
public record Comment(
    @Nullable String author, @Nullable String posted, String text, @Nullable Integer replyTo) {

  public Comment withoutAuthor() {
    return new Comment(null, posted, text, replyTo);
  }
}
