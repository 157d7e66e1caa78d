package dateline.page;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.model.Comment;
import dateline.page.MarkupWords.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads the readers' comments of an HTML page, as the common systems mark them up: one element a
 * comment, replies inside the comment that they answer; else a list of names and texts; else lines.
 */
final class HtmlComments {

  private static final Phrases WORDS = Phrases.load("page/comment-words.tsv");
  private static final Phrases LINES = Phrases.load("page/scrape-lines.tsv");
  private static final Pattern ITEM_ID =
      Pattern.compile(
          "(?:[a-z]{1,6}[-_])?(?:comment|comments|cmt|kommentar|commentaire|comentario|posting|dsq-comment|reply|c)[-_]?(?:id[-_]?)?\\d+",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> ITEM_TAGS =
      Set.of("li", "div", "article", "section", "dd", "tr", "table", "blockquote");
  private static final Pattern SAYS =
      Pattern.compile(
          "\\s*(?:\\b(?:says|said|wrote|writes|sagt|sagte|schreibt|schrieb|meint|dit|a dit|dice|dijo|scrive|zegt|permalink|antworten|reply|on|am)\\b[\\s:.…|·-]*)+$|[\\s:|·,–-]+$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int LONGEST_NAME = 60;

  /** Comments of one page that are read; what follows is left out. */
  static final int MOST_COMMENTS = 10_000;

  private final PageTree tree;
  private final List<Block> blocks;
  private final ScrapeComments lines;
  private final DayOrder order;
  private final @Nullable LocalDate published;

  HtmlComments(PageTree tree, DayOrder order, @Nullable LocalDate published) {
    this.tree = tree;
    this.blocks = tree.blocks();
    this.order = order;
    this.published = published;
    this.lines = new ScrapeComments(LINES, order, published);
  }

  /** One comment's element while it is read. */
  private static final class Item {
    final Box box;
    final @Nullable Item parent;
    final List<Block> own = new ArrayList<>();
    @Nullable String author;
    @Nullable String posted;
    @Nullable Integer index;

    Item(Box box, @Nullable Item parent) {
      this.box = box;
      this.parent = parent;
    }
  }

  /** All comments of the page, in page order. */
  List<Comment> read() {
    List<Comment> comments = new ArrayList<>();
    int until = -1;
    for (Box box : tree.boxes()) {
      if (box.index >= until && box.cut == Role.COMMENTS && comments.size() < MOST_COMMENTS) {
        readRoot(box, comments);
        until = box.end;
      }
    }
    return comments;
  }

  private void readRoot(Box root, List<Comment> comments) {
    List<Item> items = items(root);
    int before = comments.size();
    readItems(items, comments);
    if (comments.size() == before) {
      readDefinitionLists(root, comments);
    }
    if (comments.size() == before) {
      readLines(root, comments);
    }
  }

  private List<Item> items(Box root) {
    List<Item> items = new ArrayList<>();
    Map<Box, Item> byBox = new IdentityHashMap<>();
    for (int i = root.index; i < root.end; i++) {
      Box box = tree.boxes().get(i);
      Item around = i == root.index || box.parent == null ? null : byBox.get(box.parent);
      if (items.size() < MOST_COMMENTS && isItem(box)) {
        Item item = new Item(box, around);
        items.add(item);
        around = item;
      }
      if (around != null) {
        byBox.put(box, around);
      }
    }
    for (int i = root.firstBlock; i < root.lastBlock; i++) {
      Item item = byBox.get(blocks.get(i).box());
      if (item != null) {
        item.own.add(blocks.get(i));
      }
    }
    return items;
  }

  static boolean isItem(Box box) {
    return isItem(box.element);
  }

  private static boolean isItem(Element element) {
    if (!ITEM_TAGS.contains(element.normalName())) {
      return false;
    }
    if (element.attr("itemtype").endsWith("Comment")
        || element.attr("itemprop").equals("comment")) {
      return true;
    }
    String id = element.id();
    if (!id.isEmpty() && id.length() < 60 && ITEM_ID.matcher(id).matches()) {
      return true;
    }
    String names = element.className();
    if (names.isEmpty() || names.length() > 400) {
      return false;
    }
    for (String name : names.split("\\s+")) {
      if (WORDS.has("item", String.join(" ", MarkupWords.words(name)))) {
        return true;
      }
    }
    return false;
  }

  private void readItems(List<Item> items, List<Comment> comments) {
    Map<Item, String> texts = new IdentityHashMap<>();
    for (Item item : items) {
      facts(item);
      texts.put(item, text(item));
    }
    for (Item item : items) {
      String text = texts.getOrDefault(item, "");
      if (text.isEmpty()) {
        continue;
      }
      Item holder = emptyHolder(item, texts);
      String author = item.author == null && holder != null ? holder.author : item.author;
      String posted = item.posted == null && holder != null ? holder.posted : item.posted;
      if (author == null && posted == null) {
        continue;
      }
      Integer replyTo = parent(holder == null ? item : holder);
      item.index = comments.size();
      if (holder != null) {
        holder.index = item.index;
      }
      comments.add(new Comment(author, posted, text, replyTo));
    }
  }

  /** The outermost element around an item that has no text of its own and no other item yet. */
  private static @Nullable Item emptyHolder(Item item, Map<Item, String> texts) {
    Item holder = null;
    Item at = item.parent;
    while (at != null && at.index == null && texts.getOrDefault(at, "").isEmpty()) {
      holder = at;
      at = at.parent;
    }
    return holder;
  }

  private static @Nullable Integer parent(Item item) {
    Item at = item.parent;
    while (at != null && at.index == null) {
      at = at.parent;
    }
    return at == null ? null : at.index;
  }

  /** Author and time, from the elements of the item that are not inside another item. */
  private void facts(Item item) {
    Element root = item.box.element;
    int authorRank = 9;
    Node node = root;
    int steps = 0;
    while (node != null && steps++ < 3_000) {
      boolean enter = true;
      if (node instanceof Element element && element != root) {
        if (isItem(element)) {
          enter = false;
        } else {
          int rank = authorRank(element);
          if (rank < authorRank) {
            String name = name(ShortText.of(element, 160));
            if (name != null) {
              item.author = name;
              authorRank = rank;
            }
          }
          if (item.posted == null) {
            item.posted = posted(element);
          }
        }
      }
      node = enter ? ShortText.next(node, root) : ShortText.after(node, root);
    }
  }

  /** How surely an element holds the author's name: 0 best, 9 not at all. */
  private static int authorRank(Element element) {
    String property = element.attr("itemprop");
    if (property.equals("author") || property.equals("creator") || element.hasClass("fn")) {
      return 0;
    }
    String names = element.className() + " " + element.id();
    if (names.length() > 1 && names.length() < 200) {
      for (String word : MarkupWords.words(names)) {
        if (WORDS.has("author", word)) {
          return names.contains("avatar") || names.contains("comment-body") ? 5 : 2;
        }
      }
    }
    return element.normalName().equals("cite")
        ? 3
        : element.normalName().equals("b") || element.normalName().equals("strong") ? 6 : 9;
  }

  private static @Nullable String name(String text) {
    String name = text.strip();
    PrintedDate date = Dates.first(name);
    if (date != null) {
      name = name.substring(0, date.range().start());
    }
    name = SAYS.matcher(name.strip()).replaceFirst("").strip();
    name = name.replaceFirst("(?i)^(?:by|von|par|por|posted by|written by)\\s+", "");
    return name.isEmpty()
            || name.length() > LONGEST_NAME
            || Dates.isRelative(name)
            || LINES.has("comment-button", Phrases.key(name))
        ? null
        : name;
  }

  private @Nullable String posted(Element element) {
    String tag = element.normalName();
    boolean time = tag.equals("time") || element.hasAttr("datetime");
    if (!time && !isNamed(element, "time")) {
      return null;
    }
    for (String value :
        new String[] {
          element.attr("datetime"),
          element.attr("title"),
          element.attr("data-datetime"),
          ShortText.of(element, 80)
        }) {
      String posted = value.length() > 80 ? null : stamp(value);
      if (posted != null) {
        return posted;
      }
    }
    return null;
  }

  private @Nullable String stamp(String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return null;
    }
    PrintedDate date = Dates.first(text);
    if (date != null) {
      LocalDate day = order.day(date, published);
      return day == null ? null : PrintedDate.iso(day, date.time());
    }
    return Dates.isRelative(text) ? text : null;
  }

  private static boolean isNamed(Element element, String part) {
    String names = element.className() + " " + element.id() + " " + element.attr("itemprop");
    if (names.length() < 3 || names.length() > 300) {
      return false;
    }
    for (String word : MarkupWords.words(names)) {
      if (WORDS.has(part, word)) {
        return true;
      }
    }
    return false;
  }

  private String text(Item item) {
    Map<Box, Integer> weights = new HashMap<>();
    List<Block> kept = new ArrayList<>();
    for (Block block : item.own) {
      if (!isOther(block, item.box) && !isFact(block.text(), item)) {
        kept.add(block);
        Box container = textBox(block.box(), item.box);
        if (container != null) {
          weights.merge(container, block.text().length(), Integer::sum);
        }
      }
    }
    Box text = null;
    for (Map.Entry<Box, Integer> entry : weights.entrySet()) {
      if (text == null || entry.getValue() > weights.getOrDefault(text, 0)) {
        text = entry.getKey();
      }
    }
    StringBuilder joined = new StringBuilder();
    for (Block block : kept) {
      if (text == null || text.contains(block.box())) {
        joined.append(joined.isEmpty() ? "" : "\n").append(block.text());
      }
    }
    return joined.toString();
  }

  /** The outermost box inside the item, around a block, that is named as text and nothing else. */
  private static @Nullable Box textBox(Box box, Box item) {
    Box found = null;
    for (Box at = box; at != null && at != item; at = at.parent) {
      if (at.element.attr("itemprop").equals("text") || isNamed(at.element, "text")) {
        found =
            found == null
                    || !isNamed(at.element, "other")
                        && !at.element.className().contains("comment-body")
                ? at
                : found;
      }
    }
    return found;
  }

  private static boolean isOther(Block block, Box item) {
    for (Box at = block.box(); at != null && at != item; at = at.parent) {
      boolean text = isNamed(at.element, "text");
      if (text) {
        return false;
      }
      if (at.tag.equals("header")
          || at.tag.equals("footer")
          || at.tag.equals("form")
          || isNamed(at.element, "other")) {
        return true;
      }
    }
    return false;
  }

  private boolean isFact(String text, Item item) {
    if (text.length() > 160) {
      return false;
    }
    String key = Phrases.key(text);
    if (key.isEmpty() || lines.isButtons(text) || ScrapeComments.isEnd(LINES, text)) {
      return true;
    }
    if (item.author != null
        && Phrases.key(SAYS.matcher(text).replaceFirst("")).equals(Phrases.key(item.author))) {
      return true;
    }
    if (Dates.isRelative(text)) {
      return true;
    }
    PrintedDate date = Dates.first(text);
    if (date == null || text.length() > 100) {
      return false;
    }
    String rest = text.substring(0, date.range().start()) + text.substring(date.range().end());
    rest = item.author == null ? rest : rest.replace(item.author, "");
    return rest.codePoints().filter(Character::isLetter).count() <= 22;
  }

  /**
   * {@code <dl>}: each {@code dt} names the author, the {@code dd}s below it hold text and time.
   */
  private void readDefinitionLists(Box root, List<Comment> comments) {
    Item item = null;
    List<Item> items = new ArrayList<>();
    for (int i = root.firstBlock; i < root.lastBlock; i++) {
      Block block = blocks.get(i);
      Box cell = cell(block.box(), root);
      if (cell == null) {
        continue;
      }
      if (cell.tag.equals("dt")) {
        String author = name(block.text());
        item = new Item(cell, null);
        item.author = author;
        items.add(item);
      } else if (item != null) {
        String posted =
            block.text().length() < 80 && isFact(block.text(), item) ? stamp(block.text()) : null;
        if (posted != null) {
          item.posted = posted;
        } else {
          item.own.add(block);
        }
      }
    }
    for (Item one : items) {
      StringBuilder text = new StringBuilder();
      for (Block block : one.own) {
        if (!isFact(block.text(), one)) {
          text.append(text.isEmpty() ? "" : "\n").append(block.text());
        }
      }
      if (!text.isEmpty() && one.author != null) {
        comments.add(new Comment(one.author, one.posted, text.toString(), null));
      }
    }
  }

  private static @Nullable Box cell(Box box, Box root) {
    for (Box at = box; at != null && at != root; at = at.parent) {
      if (at.tag.equals("dt") || at.tag.equals("dd")) {
        return at;
      }
    }
    return null;
  }

  /** Comments that stand in plain lines, as in a scrape. */
  List<Comment> lines(List<String> below) {
    List<@Nullable String> kept = new ArrayList<>();
    for (String line : below) {
      if (!ScrapeComments.isHeading(LINES, line)) {
        kept.add(line);
      }
    }
    return lines.read(kept);
  }

  private void readLines(Box root, List<Comment> comments) {
    List<String> below = new ArrayList<>();
    for (Block block : blocks.subList(root.firstBlock, root.lastBlock)) {
      below.add(block.text());
    }
    int base = comments.size();
    for (Comment comment : lines(below)) {
      Integer replyTo =
          comment.replyTo() == null ? null : Integer.valueOf(comment.replyTo() + base);
      comments.add(new Comment(comment.author(), comment.posted(), comment.text(), replyTo));
    }
  }

  /** Comments that only the page's JSON-LD shows. */
  static List<Comment> stated(JsonLd data) {
    List<Comment> comments = new ArrayList<>();
    JsonNode list = data.property("comment");
    for (JsonNode node : list.isArray() ? list : List.of(list)) {
      String text = JsonLd.plain(node.path("text").asText(null));
      if (text != null && comments.size() < MOST_COMMENTS) {
        JsonNode author = node.path("author");
        String name =
            JsonLd.plain((author.isArray() ? author.path(0) : author).path("name").asText(null));
        PrintedDate date =
            Dates.first(node.path("dateCreated").asText(node.path("datePublished").asText("")));
        LocalDate day = date == null ? null : date.date();
        comments.add(
            new Comment(
                name,
                day == null || date == null ? null : PrintedDate.iso(day, date.time()),
                text,
                null));
      }
    }
    return comments;
  }
}
