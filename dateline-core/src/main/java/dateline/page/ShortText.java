package dateline.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element that should be short: a name, a stamp, a credit. Reading stops at the
 * limit, so that many elements around a large text cost no more than their number.
 */
final class ShortText {

  private ShortText() {}

  /** The text with white space collapsed; empty when it is longer than {@code limit} characters. */
  static String of(@Nullable Element element, int limit) {
    if (element == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    Node node = element;
    int steps = 0;
    while (node != null) {
      if (text.length() > limit || ++steps > 4 * limit) {
        return "";
      }
      if (node instanceof TextNode words) {
        append(text, words.getWholeText(), limit);
      } else if (node instanceof Element inner && (inner.isBlock() || inner.nameIs("br"))) {
        append(text, " ", limit);
      }
      node = next(node, element);
    }
    String whole = text.toString().strip();
    return whole.length() > limit ? "" : whole;
  }

  /**
   * The text with {@code " | "} where two elements meet without white space between their letters,
   * so that "Ana Reis" and "Editor" side by side are not one name. Empty when it is too long.
   */
  static String divided(Element element, int limit) {
    StringBuilder text = new StringBuilder();
    Node node = element;
    boolean border = false;
    int steps = 0;
    while (node != null) {
      if (text.length() > limit || ++steps > 4 * limit) {
        return "";
      }
      if (node instanceof TextNode words && !words.isBlank()) {
        String own = words.getWholeText();
        boolean glued =
            border
                && text.length() > 2
                && Character.isLetter(text.charAt(text.length() - 1))
                && Character.isLetter(own.charAt(0));
        append(text, glued ? " | " : "", limit);
        append(text, own, limit);
        border = false;
      } else if (node instanceof TextNode words) {
        append(text, words.getWholeText(), limit);
      } else {
        border = true;
      }
      Node next = next(node, element);
      border |= next != null && next.parent() != node.parent();
      node = next;
    }
    return text.toString().strip();
  }

  /** The node after this one in document order, inside {@code root}; null after the last. */
  static @Nullable Node next(Node node, Node root) {
    return node.childNodeSize() > 0 ? node.childNode(0) : after(node, root);
  }

  /** The node after this one and all that it holds, inside {@code root}; null after the last. */
  static @Nullable Node after(Node node, Node root) {
    Node at = node;
    while (at != null && at != root) {
      Node sibling = at.nextSibling();
      if (sibling != null) {
        return sibling;
      }
      at = at.parent();
    }
    return null;
  }

  private static void append(StringBuilder text, String words, int limit) {
    for (int i = 0; i < words.length() && text.length() <= limit; i++) {
      char c = words.charAt(i);
      boolean space = Character.isWhitespace(c) || c == '\u00a0';
      if (!space) {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }
}
