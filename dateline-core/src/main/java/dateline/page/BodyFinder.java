package dateline.page;

import dateline.page.MarkupWords.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of a page that are the article's body. */
final class BodyFinder {

  private static final Set<String> CUT_TAGS = Set.of("nav", "footer", "aside", "dialog", "address");

  /** Blocks before the body that may hold its date and authors. */
  private static final int AROUND = 16;

  /** Characters of prose of an article; a page with no box that has them may be a brief. */
  private static final int ENOUGH = 100;

  /** Figures of an article that are read; a long gallery has some hundred. */
  private static final int MOST_FIGURES = 2_000;

  /** A longer paragraph is text, whatever its name. */
  private static final int LONGEST_NOTE = 250;

  /** A shorter paragraph can stand twice in earnest. */
  private static final int REPEATED = 60;

  /** Share of a body that repeats itself when the page holds it twice. */
  private static final double TWICE = 0.4;

  /** Share of the prose above a heading of other articles. */
  private static final double MOST_ABOVE = 0.6;

  private static final Pattern AGO =
      Pattern.compile(
          "^.{0,30}\\s(?:ago|geleden|sedan|siden)$|^(?:vor|hace|il y a)\\s\\d{1,3}\\s\\p{L}{1,12}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GALLERY =
      Pattern.compile("gallery|galerie|slideshow|bildstrecke", Pattern.CASE_INSENSITIVE);

  /** The stamp of a live blog's post. */
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?:\\s?[ap]\\.?m\\.?)?(?:\\s?(?:Uhr|GMT|UTC|[A-Z]{2,4}))?",
          Pattern.CASE_INSENSITIVE);

  private static final double LINKED = 0.6;
  private static final double LINKED_HEADING = 0.9;
  private static final Phrases LINES = Phrases.load("page/scrape-lines.tsv");

  private final List<Box> boxes;
  private final List<Block> blocks;
  private final @Nullable Role[] cuts;
  private final int[] good;
  private final int[] bad;
  private final int[] all;

  /** First block of comments that no element marks, or -1. */
  private int commentsFrom = -1;

  BodyFinder(PageTree tree) {
    this.boxes = tree.boxes();
    this.blocks = tree.blocks();
    this.cuts = new Role[blocks.size()];
    this.good = new int[blocks.size() + 1];
    this.bad = new int[blocks.size() + 1];
    this.all = new int[blocks.size() + 1];
    weigh();
    int total = good[blocks.size()];
    cut(true);
    weigh();
    if (lost() > 0.6 * total) {
      java.util.Arrays.fill(cuts, null);
      boxes.forEach(box -> box.cut = null);
      weigh();
      cut(false);
      weigh();
    }
  }

  private void weigh() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int length = weight(block.text());
      boolean isGood = cuts[i] == null && isProse(block);
      boolean isBad = !isGood && block.linkDensity() > 0.4;
      good[i + 1] = good[i] + (isGood ? length : 0);
      bad[i + 1] = bad[i] + (isBad && cuts[i] == null ? length : 0);
      all[i + 1] = all[i] + length;
    }
    for (Box box : boxes) {
      box.good = good[box.lastBlock] - good[box.firstBlock];
      box.bad = bad[box.lastBlock] - bad[box.firstBlock];
      box.text = all[box.lastBlock] - all[box.firstBlock];
    }
  }

  /** Length of a text, where one Chinese, Japanese or Korean character counts for three. */
  static int weight(String text) {
    int weight = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      weight += c >= 0x3040 && c < 0xD7A4 ? 2 : 0;
    }
    return weight;
  }

  /** Running text: long enough or a sentence, and mostly not links. */
  static boolean isProse(Block block) {
    String text = block.text();
    if (block.linkDensity() > 0.5 || block.isHeading()) {
      return false;
    }
    String tag = block.box().tag;
    int least = tag.equals("p") || tag.equals("blockquote") ? 25 : 60;
    int weight = weight(text);
    return weight >= 80 || weight >= least && endsSentence(text);
  }

  static boolean endsSentence(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (".!?:…。！？।؟۔".indexOf(c) >= 0) {
        return true;
      }
      if (" \"”’'»“)]".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  /** Characters of prose that names of furniture took away. */
  private int lost() {
    int lost = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (cuts[i] == Role.CUT && isProse(blocks.get(i))) {
        lost += blocks.get(i).text().length();
      }
    }
    return lost;
  }

  /**
   * @param byName whether names of furniture count, not only elements that are meant for it
   */
  private void cut(boolean byName) {
    int total = Math.max(1, good[blocks.size()]);
    int until = -1;
    for (Box box : boxes) {
      if (box.index < until) {
        continue;
      }
      Role role = cutRole(box, total, byName);
      if (role != null) {
        box.cut = role;
        until = box.end;
        java.util.Arrays.fill(cuts, box.firstBlock, box.lastBlock, role);
      }
    }
  }

  private @Nullable Role cutRole(Box box, int total, boolean byName) {
    if (box.depth == 0) {
      return null;
    }
    double share = box.good / (double) total;
    boolean isRoot = box.tag.equals("article") || box.tag.equals("main") || box.tag.equals("body");
    if (box.roles.contains(Role.COMMENTS)
        && !isRoot
        && !holdsTitle(box)
        && (HtmlComments.isItem(box) || !holdsBody(box))) {
      return Role.COMMENTS;
    }
    if (box.depth == 1) {
      return null;
    }
    if (box.tag.equals("figcaption") || box.tag.equals("figure") && isPicture(box)) {
      return share < 0.5 ? Role.CAPTION : null;
    }
    if (CUT_TAGS.contains(box.tag) && !holdsTitle(box) && !holdsBody(box)) {
      return Role.CUT;
    }
    if (share > 0.4 || isRoot && share > 0.1) {
      return null;
    }
    if (isHidden(box) || box.tag.equals("form") && share < 0.1) {
      return Role.CUT;
    }
    if (!byName || box.tag.equals("p") && box.text > LONGEST_NOTE) {
      return null;
    }
    if (box.tag.equals("article") && isTeaser(box) || isTeaserList(box)) {
      return Role.CUT;
    }
    boolean body = box.roles.contains(Role.BODY1);
    if (box.roles.contains(Role.CUT) && !(body && share > 0.2)) {
      return Role.CUT;
    }
    return box.roles.contains(Role.CAPTION) && !body ? Role.CAPTION : null;
  }

  /** An article inside the article whose heading is a link leads to another one. */
  private boolean isTeaser(Box box) {
    boolean inside = false;
    for (Box at = box.parent; at != null; at = at.parent) {
      inside |= at.tag.equals("article") || at.roles.contains(Role.BODY1);
    }
    if (!inside) {
      return false;
    }
    for (int i = box.firstBlock; i < box.lastBlock; i++) {
      if (blocks.get(i).isHeading()) {
        return blocks.get(i).linkDensity() > 0.7;
      }
    }
    return false;
  }

  /** Three or more children, each a linked line and a little text: a list of other articles. */
  private boolean isTeaserList(Box box) {
    int teasers = 0;
    int others = 0;
    for (int i = box.index + 1; i < box.end; i = boxes.get(i).end) {
      Box child = boxes.get(i);
      if (child.text > 0) {
        Block first = blocks.get(child.firstBlock);
        boolean linked = first.linkDensity() > 0.8 && first.text().length() > 15;
        if (linked && child.good < 350 && child.good > 0) {
          teasers++;
        } else if (child.good > 0) {
          others++;
        }
      }
    }
    return teasers >= 3 && others <= teasers / 3;
  }

  private static boolean isPicture(Box box) {
    return box.element.selectFirst("table, blockquote, p + p") == null;
  }

  private static boolean isHidden(Box box) {
    if (box.element.hasAttr("hidden")
        || box.element.hasClass("hidden") && box.element.className().indexOf(':') < 0) {
      return true;
    }
    String style = box.element.attr("style");
    return !style.isEmpty()
        && style.length() < 1000
        && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }

  private boolean holdsTitle(Box box) {
    for (int i = box.index; i < box.end; i++) {
      if (boxes.get(i).tag.equals("h1")) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsBody(Box box) {
    int i = box.index + 1;
    while (i < box.end) {
      Box inner = boxes.get(i);
      if (inner.roles.contains(Role.COMMENTS)) {
        i = inner.end;
        continue;
      }
      if (inner.roles.contains(Role.BODY1) && inner.good > box.good / 2) {
        return true;
      }
      i++;
    }
    return false;
  }

  /** The container of the article, or null when the page holds no running text. */
  @Nullable Box container() {
    Box found = container(ENOUGH);
    found = found != null ? found : container(1);
    return found == null ? null : firstOfMany(found);
  }

  /**
   * Pages that go on with other articles when one scrolls hold each in an element with an {@code
   * h1} of its own; the page's article is the first. The posts of a live blog have lesser headings.
   */
  private Box firstOfMany(Box container) {
    Box first = null;
    int i = container.index + 1;
    while (i < container.end) {
      Box box = boxes.get(i);
      boolean article = box.tag.equals("article") || box.roles.contains(Role.BODY1);
      if (box.cut == null && article && box.good > 3 * ENOUGH && holdsTitle(box)) {
        if (first != null) {
          return first;
        }
        first = box;
        i = box.end;
      } else {
        i = box.cut == null ? i + 1 : box.end;
      }
    }
    return container;
  }

  /**
   * @param least characters of prose that a container must hold
   */
  private @Nullable Box container(int least) {
    int total = good[blocks.size()];
    Box densest = densest();
    Box best = null;
    double bestScore = 0;
    for (Box box : boxes) {
      if (box.cut != null || box.good < least) {
        continue;
      }
      double score = score(box, total) * (box == densest ? 1.1 : 1);
      if (score > bestScore) {
        bestScore = score;
        best = box;
      }
    }
    return best;
  }

  private double score(Box box, int total) {
    double trust = trust(box);
    double purity = box.good / (box.good + 0.5 * box.bad + 100);
    return Math.sqrt(box.good / (double) total) * purity * trust;
  }

  private static double trust(Box box) {
    if (box.depth == 0) {
      return 1;
    }
    if (box.roles.contains(Role.BODY1)) {
      return 1.6;
    }
    if (box.tag.equals("article")) {
      return 1.4;
    }
    if (box.roles.contains(Role.BODY2)) {
      return 1.3;
    }
    if (box.roles.contains(Role.BODY3) || box.tag.equals("main")) {
      return 1.15;
    }
    return box.roles.contains(Role.BODY4) ? 1.05 : 1;
  }

  /** The deepest box that still holds three quarters of the good text of every box around it. */
  private Box densest() {
    Box at = boxes.get(0);
    boolean deeper = true;
    while (deeper) {
      deeper = false;
      for (int i = at.index + 1; i < at.end; i = boxes.get(i).end) {
        Box child = boxes.get(i);
        if (child.good >= 0.75 * at.good && child.good > 0) {
          at = child;
          deeper = true;
          break;
        }
      }
    }
    return at;
  }

  /** The blocks of the body in a container, with the standfirst above it. */
  List<Block> body(Box container) {
    List<Block> body = standfirst(container);
    int from = body.size();
    boolean begun = false;
    for (int i = container.firstBlock; i < container.lastBlock; i++) {
      Block block = blocks.get(i);
      if (begun && cuts[i] == null && isRelatedHeading(i, container)) {
        break;
      }
      if (cuts[i] != null || isFurniture(block)) {
        continue;
      }
      if (begun && isCommentsHeading(i)) {
        commentsFrom = i + 1;
        break;
      }
      if (begun || isProse(block) || isStandfirst(block)) {
        begun = true;
        body.add(block);
      } else if (block.isHeading() && !block.box().tag.equals("h1")) {
        body.subList(from, body.size()).clear();
        body.add(block);
      } else if (block.box().tag.equals("li")) {
        body.add(block);
      }
    }
    while (!body.isEmpty() && body.get(body.size() - 1).isHeading()) {
      body.remove(body.size() - 1);
    }
    return once(body);
  }

  /**
   * The body without its second copy, where the page holds the article twice (for small and for
   * large screens). A few paragraphs can stand twice in earnest.
   */
  private static List<Block> once(List<Block> body) {
    Set<String> seen = new HashSet<>();
    List<Block> first = new ArrayList<>();
    int repeated = 0;
    int all = 0;
    for (Block block : body) {
      all += block.text().length();
      if (block.text().length() < REPEATED || seen.add(block.text())) {
        first.add(block);
      } else {
        repeated += block.text().length();
      }
    }
    return repeated > TWICE * all ? first : body;
  }

  /** A heading of other articles with most of the prose above it and teasers below. */
  private boolean isRelatedHeading(int at, Box container) {
    Block block = blocks.get(at);
    String key = block.text().length() > 60 || !block.isHeading() ? "" : Phrases.key(block.text());
    if (key.isEmpty() || !LINES.has("related", key) && !LINES.startsWith("more", key)) {
      return false;
    }
    int above = good[at] - good[container.firstBlock];
    return above > MOST_ABOVE * container.good && hasTeasers(at + 1, container.lastBlock);
  }

  /** Whether linked lines and stamps are at least as many as paragraphs of prose. */
  private boolean hasTeasers(int from, int to) {
    int teasers = 0;
    int prose = 0;
    for (int i = from; i < to; i++) {
      Block block = blocks.get(i);
      String text = block.text();
      if (text.length() > 15 && block.linkDensity() > 0.8 || AGO.matcher(text).find()) {
        teasers++;
      } else if (cuts[i] == null && isProse(block)) {
        prose++;
      }
    }
    return teasers >= 2 && teasers >= prose;
  }

  /** The lead between the page's last title and the container. */
  private List<Block> standfirst(Box container) {
    List<Block> lead = new ArrayList<>();
    for (int i = container.firstBlock - 1; i >= Math.max(0, container.firstBlock - 30); i--) {
      Block block = blocks.get(i);
      if (block.box().tag.equals("h1")) {
        return lead;
      }
      boolean named = isStandfirst(block);
      boolean fits = named || block.box().tag.equals("p") && isProse(block);
      if (cuts[i] == null
          && fits
          && !isFurniture(block)
          && block.linkDensity() < 0.3
          && lead.size() < 3) {
        lead.add(0, block);
      }
    }
    return new ArrayList<>();
  }

  private static boolean isStandfirst(Block block) {
    if (block.text().length() < 40
        || block.text().length() > 1_000
        || block.box().tag.equals("h1")) {
      return false;
    }
    Box at = block.box();
    for (int up = 0; up < 2 && at != null; up++) {
      if (at.roles.contains(Role.STANDFIRST)) {
        return true;
      }
      at = at.parent;
    }
    return false;
  }

  /** A heading of comments: a heading element, a count, or a bare word with a stamp below it. */
  private boolean isCommentsHeading(int at) {
    Block block = blocks.get(at);
    if (block.linkDensity() >= 0.5 || !ScrapeComments.isHeading(LINES, block.text())) {
      return false;
    }
    if (block.isHeading() || ScrapeComments.isCounted(block.text())) {
      return true;
    }
    for (int i = at + 1; i < Math.min(blocks.size(), at + 4); i++) {
      String text = blocks.get(i).text();
      if (text.length() < 80 && (Dates.first(text) != null || Dates.isRelative(text))) {
        return true;
      }
    }
    return false;
  }

  /** The lines below a comments' heading that no element marks; empty when there is none. */
  List<String> unmarkedComments(Box container) {
    List<String> lines = new ArrayList<>();
    for (int i = commentsFrom; commentsFrom >= 0 && i < container.lastBlock; i++) {
      if (cuts[i] == null) {
        lines.add(blocks.get(i).text());
      }
    }
    return lines;
  }

  /** Whether the article or what follows it says that the rest is for subscribers. */
  boolean isPaywalled(Box container) {
    int end = Math.min(blocks.size(), container.lastBlock + 40);
    for (int i = container.firstBlock; i < end; i++) {
      String text = blocks.get(i).text();
      if (text.length() < 200 && isPaywallLine(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPaywallLine(String text) {
    String key = Phrases.key(text);
    for (String words : LINES.all("paywall")) {
      if (key.contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFurniture(Block block) {
    String text = block.text();
    double linked = block.linkDensity();
    if (linked > (block.isHeading() ? LINKED_HEADING : LINKED)) {
      return true;
    }
    if (text.length() > 160) {
      return false;
    }
    String key = Phrases.key(text);
    return key.isEmpty()
        || AGO.matcher(text).find()
        || isClock(text)
        || LINES.has("noise", key)
        || LINES.has("related", key)
        || LINES.startsWith("noise-start", key)
        || isPaywallLine(text);
  }

  static boolean isClock(String text) {
    return text.length() < 16 && CLOCK.matcher(text).matches();
  }

  /** A box of pictures of the article, cut from its text. */
  private static boolean isGallery(Box box) {
    String names = box.element.className();
    return box.cut == Role.CUT && names.length() < 400 && GALLERY.matcher(names).find();
  }

  /** The outermost figures and captions from the article's title to its end. */
  List<Box> figures(Box container) {
    List<Box> figures = new ArrayList<>();
    int from = container.index;
    for (int i = container.index; i >= 0 && i > container.index - 150; i--) {
      if (boxes.get(i).tag.equals("h1")) {
        from = i;
      }
    }
    int i = from;
    while (i < Math.min(boxes.size(), container.end) && figures.size() < MOST_FIGURES) {
      Box box = boxes.get(i);
      boolean figure = box.cut == Role.CAPTION || box.tag.equals("figure");
      if ((box.cut != null || figure) && !isGallery(box)) {
        if (figure) {
          figures.add(box);
        }
        i = box.end;
      } else {
        i++;
      }
    }
    return figures;
  }

  /** Short blocks from the page's last title above the body to its end, in page order. */
  List<String> notes(List<Block> body) {
    List<String> lines = new ArrayList<>();
    int first = start(body);
    int last = body.isEmpty() ? -1 : indexOf(body.get(body.size() - 1));
    for (int i = Math.max(0, first - 4 * AROUND);
        i <= Math.min(blocks.size() - 1, last + AROUND);
        i++) {
      Block block = blocks.get(i);
      boolean other = cuts[i] == Role.COMMENTS || i > first && cuts[i] != null;
      if (!other && block.text().length() < LONGEST_NOTE / 3 && block.linkDensity() < 0.5) {
        lines.add(block.text());
      }
    }
    return lines;
  }

  private int indexOf(Block block) {
    for (int i = block.box().firstBlock; i < block.box().lastBlock; i++) {
      if (blocks.get(i) == block) {
        return i;
      }
    }
    throw new IllegalArgumentException("a block of another page");
  }

  /** Index of the body's first block, or -1. */
  int start(List<Block> body) {
    return body.isEmpty() ? -1 : indexOf(body.get(0));
  }

  /** Blocks from the body's first one up, the nearest first. */
  List<String> above(List<Block> body) {
    List<String> lines = new ArrayList<>();
    int first = start(body);
    for (int i = first; i >= Math.max(0, first - AROUND); i--) {
      lines.add(blocks.get(i).text());
    }
    return lines;
  }

  /** Blocks below the body, the nearest first. */
  List<String> below(List<Block> body) {
    List<String> lines = new ArrayList<>();
    int last = body.isEmpty() ? blocks.size() : indexOf(body.get(body.size() - 1));
    for (int i = last + 1; i < Math.min(blocks.size(), last + AROUND / 2); i++) {
      lines.add(blocks.get(i).text());
    }
    return lines;
  }
}
