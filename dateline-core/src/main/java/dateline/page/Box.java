package dateline.page;

import dateline.page.MarkupWords.Role;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block-level element with what the walk over the page learnt of it. Boxes are numbered in page
 * order; those inside this one have the numbers {@code index + 1} to {@code end - 1}.
 */
final class Box {

  final Element element;
  final @Nullable Box parent;
  final int index;
  final int depth;
  final String tag;
  final Set<Role> roles;

  /** Number of the first box after this one that is not inside it. */
  int end;

  /** The first block in this box and the one after its last. */
  int firstBlock;

  int lastBlock;

  /** Characters of good text in it, and of text in links or in scraps. */
  int good;

  int bad;

  /** Characters of all text in it, before anything is cut. */
  int text;

  /** Whether this box itself is furniture, a caption or comments, so that its text is left out. */
  @Nullable Role cut;

  Box(Element element, @Nullable Box parent, int index, Set<Role> roles) {
    this.element = element;
    this.parent = parent;
    this.index = index;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.tag = element.normalName();
    this.roles = roles;
  }

  boolean contains(Box other) {
    return index <= other.index && other.index < end;
  }
}
