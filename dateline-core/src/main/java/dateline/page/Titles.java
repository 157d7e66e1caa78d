package dateline.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the title among what a page offers: its headings, JSON-LD, OpenGraph and {@code <title>}.
 * Each source has a vote and equal wordings add up; a heading has most to say, for it is what a
 * reader sees. Weights tuned on the shared fundus, wcxb and segments sets together.
 */
final class Titles {

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|–—»«·•:~/-]+\\s+|\\s*[|»]\\s*|:\\s+");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST = 400;
  private static final int MOST_HEADINGS = 40;

  /** A title stands at most so many blocks above the body. */
  private static final int FAR = 40;

  // Weights and threshold: a search over the fundus, wcxb and segments titles together, 2026-11-25.
  private static final double HEADLINE = 1.6;

  /**
   * A headline that is not the {@code <title>} was written by an editor, not for search engines.
   */
  private static final double OWN_HEADLINE = 2.8;

  private static final double OG = 1.2;
  private static final double TWITTER = 0.7;
  private static final double PAGE = 0.7;

  /** The heading right above the body. */
  private static final double TOP = 2.0;

  private static final double TOP_LIKENESS = 0.1;
  private static final double BORROWED = 0.2;

  /** Chinese and Japanese pages put the outlet's short name after a hyphen without blanks. */
  private static final Pattern CJK_OUTLET =
      Pattern.compile("^([^-_|]*[\\u3040-\\u9fff！？。」][^-_|]*?)(?:[-_|]{1,2}[^-_|]{2,12}){1,3}$");

  private static final Pattern HOST =
      Pattern.compile(
          "^https?://(?:[^/?#]*\\.)?([^./?#]{3,})\\.(?:com?\\.|org\\.|gov\\.)?[a-z]{2,}(?:[/:?#]|$)");

  private record Vote(String text, double weight) {}

  private Titles() {}

  /**
   * @param tree the page's boxes, with what {@link BodyFinder} cut
   * @param bodyStart index of the body's first block, or -1 when the page has no body
   */
  static @Nullable String of(
      Document document,
      JsonLd data,
      MetaTags meta,
      PageTree tree,
      int bodyStart,
      @Nullable String outlet) {
    return choose(offer(document, data, meta, tree, bodyStart, outlet));
  }

  static Offer offer(
      Document document,
      JsonLd data,
      MetaTags meta,
      PageTree tree,
      int bodyStart,
      @Nullable String outlet) {
    String site = outlet == null ? hostName(document.location()) : outlet;
    String page = JsonLd.plain(document.title());
    return new Offer(
        data.hasArticle() ? data.text("headline") : null,
        meta.named("og:title"),
        meta.named("twitter:title"),
        page == null || page.length() > LONGEST ? null : page,
        site,
        headings(tree, bodyStart));
  }

  /** All that a page offers as its title. */
  record Offer(
      @Nullable String data,
      @Nullable String og,
      @Nullable String twitter,
      @Nullable String page,
      @Nullable String outlet,
      List<Heading> headings) {}

  static @Nullable String choose(Offer offer) {
    List<Vote> votes = new ArrayList<>();
    List<String> stated = new ArrayList<>();
    boolean own = offer.data() != null && !isSame(offer.data(), offer.page(), offer.outlet());
    add(votes, stated, offer.data(), own ? OWN_HEADLINE : HEADLINE, offer.outlet());
    add(votes, stated, offer.og(), OG, offer.outlet());
    add(votes, stated, offer.twitter(), TWITTER, offer.outlet());
    add(votes, stated, offer.page(), PAGE, offer.outlet());
    vote(offer.headings(), stated, votes);
    borrow(offer.headings(), stated, votes);
    return winner(votes);
  }

  private static boolean isSame(String title, @Nullable String other, @Nullable String outlet) {
    return other != null
        && title.length() <= LONGEST
        && key(withoutOutlet(title, outlet)).equals(key(withoutOutlet(other, outlet)));
  }

  private static void add(
      List<Vote> votes,
      List<String> stated,
      @Nullable String text,
      double weight,
      @Nullable String outlet) {
    if (text == null || text.length() > LONGEST) {
      return;
    }
    stated.add(text);
    String bare = withoutOutlet(text, outlet);
    if (!bare.isEmpty()) {
      votes.add(new Vote(bare, weight));
      int cut = lastSeparator(bare);
      if (cut > 0 && bare.substring(0, cut).split("\\s").length >= 3) {
        votes.add(new Vote(bare.substring(0, cut).strip(), weight * 0.5));
      }
    }
  }

  private static int lastSeparator(String text) {
    Matcher m = SEPARATOR.matcher(text);
    int at = -1;
    while (m.find()) {
      at = m.start();
    }
    return at;
  }

  /** The title without a first or last piece that names the outlet. */
  static String withoutOutlet(String title, @Nullable String outlet) {
    if (outlet == null || outlet.isBlank()) {
      return CJK_OUTLET.matcher(title).replaceFirst("$1").strip();
    }
    String name = key(outlet);
    Matcher m = SEPARATOR.matcher(title);
    String best = title;
    while (m.find()) {
      String head = title.substring(0, m.start());
      String tail = title.substring(m.end());
      if (isOutlet(tail, name) && head.length() >= 3) {
        best = head;
        break;
      }
      if (isOutlet(head, name) && tail.length() >= 3) {
        best = tail;
      }
    }
    return CJK_OUTLET.matcher(best).replaceFirst("$1").strip();
  }

  private static boolean isOutlet(String piece, String outlet) {
    String key = key(piece);
    return !key.isEmpty()
        && (key.equals(outlet)
            || key.replace(" ", "").equals(outlet.replace(" ", ""))
            || key.startsWith(outlet + " ") && key.length() < outlet.length() + 25
            || outlet.startsWith(key + " ") && key.length() > 3
            || outlet.endsWith(" " + key) && key.length() > 3);
  }

  /**
   * A heading of the page.
   *
   * @param text without a line above the title ("kicker") that the heading holds too
   * @param top whether it is the last one of its level above the body
   */
  record Heading(String tag, String text, boolean top, boolean named, boolean logo) {}

  private static List<Heading> headings(PageTree tree, int bodyStart) {
    List<Heading> headings = new ArrayList<>();
    for (String tag : List.of("h1", "h2", "h3")) {
      List<Box> level = new ArrayList<>();
      Box top = null;
      for (Box box : tree.boxes()) {
        if (box.tag.equals(tag) && !isElsewhere(box)) {
          level.add(box);
          boolean above = box.firstBlock <= bodyStart && box.firstBlock > bodyStart - FAR;
          top = above && box.lastBlock > box.firstBlock ? box : top;
        }
      }
      for (Box box : level.subList(0, Math.min(MOST_HEADINGS, level.size()))) {
        String text = JsonLd.plain(HeadingText.of(box.element, LONGEST));
        if (text != null && text.length() >= 3) {
          headings.add(heading(box.element, tag, text, box == top));
        }
      }
    }
    return headings;
  }

  private static Heading heading(Element element, String tag, String text, boolean top) {
    String names =
        (element.className() + " " + element.id() + " " + element.attr("itemprop"))
            .toLowerCase(Locale.ROOT);
    boolean named = names.contains("headline") || names.contains("title");
    boolean logo = names.contains("logo") || names.contains("site-") || isHomeLink(element);
    return new Heading(tag, text, top, named, logo);
  }

  /** A heading of the way to the page, of navigation or of a list of other articles. */
  private static boolean isElsewhere(Box box) {
    int up = 0;
    for (Box at = box; at != null && up < 4; at = at.parent, up++) {
      String names = at.element.className() + " " + at.element.id();
      if (at.tag.equals("nav")
          || names.toLowerCase(Locale.ROOT).contains("breadcrumb")
          || at.element.hasAttr("data-breadcrumb-headline")) {
        return true;
      }
    }
    return false;
  }

  private static void vote(List<Heading> headings, List<String> stated, List<Vote> votes) {
    int n = 0;
    boolean hasTop = false;
    List<Set<String>> titles = stated.stream().map(Titles::distinct).toList();
    for (Heading heading : headings) {
      Set<String> words = distinct(heading.text());
      double likeness = 0;
      for (Set<String> title : titles) {
        likeness = Math.max(likeness, likeness(words, title));
      }
      double weight = weight(heading, likeness, hasTop);
      if (weight > 0) {
        hasTop |= heading.top() && likeness > TOP_LIKENESS;
        votes.add(new Vote(heading.text(), weight - n++ * 0.01));
      }
    }
  }

  /** A stated title that begins or ends with a heading and a separator votes for the heading. */
  private static void borrow(List<Heading> headings, List<String> stated, List<Vote> votes) {
    for (Heading heading : headings) {
      if (!heading.top()) {
        continue;
      }
      String own = key(heading.text());
      for (String title : stated) {
        Matcher m = SEPARATOR.matcher(title);
        while (m.find()) {
          if (key(title.substring(0, m.start())).equals(own)
              || key(title.substring(m.end())).equals(own)) {
            votes.add(new Vote(heading.text(), BORROWED));
            break;
          }
        }
      }
    }
  }

  private static double weight(Heading heading, double likeness, boolean hasTop) {
    if (heading.logo()) {
      return 0;
    }
    boolean named = heading.named();
    boolean first = heading.tag().equals("h1");
    if (heading.top() && !hasTop && likeness > TOP_LIKENESS && heading.text().length() > 12) {
      return (first ? TOP : heading.tag().equals("h2") ? TOP - 0.5 : 0.4) + 1.1 * likeness;
    }
    if (first) {
      return likeness > 0.3 ? 0.6 + 1.1 * likeness + (named ? 0.2 : 0) : 0.35 + (named ? 0.4 : 0);
    }
    return likeness > 0.6
        ? (heading.tag().equals("h2") ? 0.3 : 0.1) + likeness * 0.8 + (named ? 0.2 : 0)
        : 0;
  }

  /** A heading that links to the front page is the outlet's name. */
  private static boolean isHomeLink(Element heading) {
    Element link = heading.nameIs("a") ? heading : heading.getElementsByTag("a").first();
    if (link == null
        || ShortText.of(link, LONGEST).length() < ShortText.of(heading, LONGEST).length() - 2) {
      return false;
    }
    return link.attr("href").matches("/|\\./|\\.\\./|/?index\\.(?:html?|php)|https?://[^/]+/?");
  }

  /** Share of the heading's words that the title has, 0 to 1, less for short headings. */
  private static double likeness(Set<String> heading, Set<String> title) {
    if (heading.isEmpty() || title.isEmpty()) {
      return 0;
    }
    int common = 0;
    for (String word : heading) {
      common += title.contains(word) ? 1 : 0;
    }
    double precision = common / (double) heading.size();
    double recall = common / (double) title.size();
    return precision * Math.min(1, 0.4 + recall);
  }

  private static Set<String> distinct(String text) {
    Set<String> words = new HashSet<>(List.of(WORDS.split(text.toLowerCase(Locale.ROOT))));
    words.remove("");
    return words;
  }

  /** The name in a page's address ("herald" of "www.herald.example"), or null. */
  private static @Nullable String hostName(String address) {
    Matcher m = HOST.matcher(address);
    return m.find() ? m.group(1) : null;
  }

  private static String key(String text) {
    return WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static @Nullable String winner(List<Vote> votes) {
    Map<String, Double> sums = new LinkedHashMap<>();
    Map<String, Vote> best = new LinkedHashMap<>();
    for (Vote vote : votes) {
      String key = key(vote.text());
      if (!key.isEmpty()) {
        sums.merge(key, vote.weight(), Double::sum);
        best.merge(key, vote, (a, b) -> b.weight() > a.weight() ? b : a);
      }
    }
    String winner = null;
    double most = 0;
    for (Map.Entry<String, Double> sum : sums.entrySet()) {
      if (sum.getValue() > most + 1e-9) {
        most = sum.getValue();
        winner = sum.getKey();
      }
    }
    Vote chosen = winner == null ? null : best.get(winner);
    return chosen == null ? null : chosen.text();
  }
}
