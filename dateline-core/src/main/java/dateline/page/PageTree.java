package dateline.page;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.page.MarkupWords.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The page's block-level elements and their text, from one walk over the document that uses no
 * stack: linear in the page, whatever its nesting.
 */
final class PageTree {

  /** More elements are no news page. */
  static final int MAX_ELEMENTS = 300_000;

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "select",
          "button",
          "input",
          "textarea",
          "object",
          "embed",
          "canvas",
          "map",
          "audio",
          "video",
          "math",
          "head",
          "datalist");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul",
          "caption",
          "legend",
          "option");

  private static final String[] NAMES = {
    "class", "id", "itemprop", "role", "data-testid", "data-component", "data-qa"
  };

  private final MarkupWords words;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Set<Role>> known = new HashMap<>();
  private final StringBuilder run = new StringBuilder();
  private int linked;
  private int links;
  private int breaks;
  private int elements;

  private final @Nullable SourceTracker tracker;

  private PageTree(MarkupWords words, @Nullable SourceTracker tracker) {
    this.words = words;
    this.tracker = tracker;
  }

  /**
   * @param tracker told where each character comes from; null when nobody asks
   * @throws PageException when the page has more than {@value #MAX_ELEMENTS} elements
   */
  static PageTree of(Element root, MarkupWords words, @Nullable SourceTracker tracker)
      throws PageException {
    PageTree tree = new PageTree(words, tracker);
    tree.walk(root);
    return tree;
  }

  /** Every box, in page order. */
  List<Box> boxes() {
    return boxes;
  }

  /** Every block, in page order. */
  List<Block> blocks() {
    return blocks;
  }

  /** The elements that were cut for a reason. */
  Set<Element> elements(Role cut) {
    Set<Element> elements = new HashSet<>();
    for (Box box : boxes) {
      if (box.cut == cut) {
        elements.add(box.element);
      }
    }
    return elements;
  }

  private void walk(Element root) throws PageException {
    Box box = open(root, null);
    Node node = root.childNodeSize() == 0 ? null : root.childNode(0);
    while (node != null) {
      boolean enter = false;
      if (node instanceof TextNode text) {
        append(text.getWholeText(), tracker == null ? null : tracker.positions(text));
      } else if (node instanceof Element element) {
        enter = !SKIPPED.contains(element.normalName());
        box = enter ? enter(element, box) : box;
      }
      if (enter && node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      while (node != null) {
        box = node instanceof Element element ? leave(element, box) : box;
        Node next = node.nextSibling();
        Node parent = node.parent();
        if (next != null) {
          node = next;
          break;
        }
        node = parent == root ? null : parent;
      }
    }
    flush(box);
    close(box);
  }

  private Box enter(Element element, Box box) throws PageException {
    if (++elements > MAX_ELEMENTS) {
      throw new PageException(
          Reason.TOO_MANY_ELEMENTS, null, "the page has more than " + MAX_ELEMENTS + " elements");
    }
    if (elements % 1_024 == 0 && Thread.currentThread().isInterrupted()) {
      throw new PageException(Reason.TOO_SLOW, null, "the page was given up while it was read");
    }
    String tag = element.normalName();
    if (tag.equals("br")) {
      lineBreak(box);
    } else if (tag.equals("a")) {
      links += isLink(element) ? 1 : 0;
    } else if (isBlock(tag)) {
      flush(box);
      return open(element, box);
    }
    return box;
  }

  private Box leave(Element element, Box box) {
    if (element.normalName().equals("a") && isLink(element)) {
      links = Math.max(0, links - 1);
    }
    if (box.element == element && box.parent != null) {
      flush(box);
      close(box);
      return box.parent;
    }
    return box;
  }

  /** A link to another page; anchors and links to a place on this page are none. */
  private static boolean isLink(Element element) {
    String target = element.attr("href");
    return !target.isEmpty() && target.charAt(0) != '#';
  }

  private static boolean isBlock(String tag) {
    return BLOCKS.contains(tag) || tag.indexOf('-') > 0;
  }

  private Box open(Element element, @Nullable Box parent) {
    Box box = new Box(element, parent, boxes.size(), roles(element));
    box.firstBlock = blocks.size();
    boxes.add(box);
    return box;
  }

  private void close(Box box) {
    box.end = boxes.size();
    box.lastBlock = blocks.size();
  }

  /** The roles that an element's names give it. */
  Set<Role> roles(Element element) {
    if (element.attributesSize() == 0) {
      return MarkupWords.NONE;
    }
    Set<Role> roles = null;
    for (String name : NAMES) {
      String value = element.attr(name);
      if (!value.isEmpty() && value.length() < 500) {
        Set<Role> found = known.computeIfAbsent(value, words::roles);
        if (!found.isEmpty()) {
          roles = roles == null ? EnumSet.copyOf(found) : roles;
          roles.addAll(found);
        }
      }
    }
    if (element.attr("itemtype").endsWith("/Comment")) {
      roles = roles == null ? EnumSet.of(Role.COMMENTS) : roles;
      roles.add(Role.COMMENTS);
    }
    return roles == null ? MarkupWords.NONE : roles;
  }

  private void append(String text, int @Nullable [] positions) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int before = run.length();
      if (isSpace(c)) {
        if (!run.isEmpty() && run.charAt(run.length() - 1) != ' ') {
          run.append(' ');
        }
      } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff' && c != '\u0000') {
        run.append(c);
        linked += links > 0 ? 1 : 0;
        breaks = 0;
      }
      if (tracker != null && run.length() > before) {
        int from = positions == null ? -1 : positions[i];
        tracker.note(before, from, positions == null ? -1 : spelled(positions, i));
      }
    }
  }

  /** Where the spelling of a character ends: characters of one reference share it. */
  private static int spelled(int[] positions, int i) {
    int next = i + 1;
    while (next < positions.length - 1 && positions[next] == positions[i]) {
      next++;
    }
    return positions[next];
  }

  private static boolean isSpace(char c) {
    return c == ' '
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || c == '\f'
        || c == '\u00a0'
        || c == '\u2028'
        || c == '\u2029';
  }

  /** One break inside a sentence is white space; two, or one after a sentence, end a paragraph. */
  private void lineBreak(Box box) {
    breaks++;
    if (breaks >= 2 || endsSentence()) {
      int kept = breaks;
      flush(box);
      breaks = kept;
    } else {
      append(" ", null);
    }
  }

  private boolean endsSentence() {
    for (int i = run.length() - 1; i >= 0; i--) {
      char c = run.charAt(i);
      if (".!?:…".indexOf(c) >= 0) {
        return true;
      }
      if (" \"”’'»“)".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  private void flush(Box box) {
    int end = run.length();
    while (end > 0 && run.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0) {
      String text = run.substring(0, end);
      Block block = new Block(box, text, Math.min(linked, end));
      blocks.add(block);
      if (tracker != null) {
        tracker.close(block);
      }
    }
    run.setLength(0);
    linked = 0;
    breaks = 0;
  }
}
