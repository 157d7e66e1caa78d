package dateline.language;

import dateline.text.CharRange;
import java.util.Locale;

/**
 * One word or punctuation mark, with what the encoder says of it.
 *
 * @param index position in {@link Analysis#tokens()}
 * @param range UTF-16 units into {@link Analysis#text()}
 * @param text the words as printed
 * @param pos Penn Treebank tag ({@code NNP}, {@code VBD} …); {@code ""} when no model has read the
 *     text
 * @param head index in {@link Analysis#tokens()} of the syntactic head, own index for a root; -1
 *     when not read
 * @param relation Universal Dependencies relation to the head ({@code nsubj}, {@code obj:pass} …),
 *     or {@code ""}
 * @param entity named-entity type of the span that the token is in, or {@link EntityType#NONE}
 */
public record Token(
    int index,
    CharRange range,
    String text,
    String pos,
    int head,
    String relation,
    EntityType entity) {

  /** Lower case, locale-independent. */
  public String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  public int start() {
    return range.start();
  }

  public int end() {
    return range.end();
  }

  public boolean isRoot() {
    return head == index;
  }
}
