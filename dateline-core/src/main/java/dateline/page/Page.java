package dateline.page;

import dateline.model.Article;
import dateline.model.Comment;
import dateline.model.Provenance.Warning;
import java.util.List;

/**
 * What {@link PageReader} finds on a page. The article's text is final: later steps only add spans
 * over it. Its sentences are empty and its dateline's place is null until later steps set them.
 *
 * @param mediaType {@code text/html} or {@code text/plain}
 * @param charset the charset that was used, lower case
 * @param comments readers' comments, in page order
 * @param warnings what was cut or doubtful
 */
public record Page(
    Article article,
    String mediaType,
    String charset,
    List<Comment> comments,
    List<Warning> warnings) {

  public Page {
    comments = List.copyOf(comments);
    warnings = List.copyOf(warnings);
  }
}
