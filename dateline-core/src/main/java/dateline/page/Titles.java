package dateline.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** Chinese and Japanese pages put the outlet's short name after a hyphen without blanks. */
  private static final Pattern CJK_OUTLET =
      Pattern.compile("^([^-_|]*[\\u3040-\\u9fff！？。」][^-_|]*?)(?:[-_|]{1,2}[^-_|]{2,12}){1,3}$");

  private record Vote(String text, double weight) {}

  private Titles() {}

  static @Nullable String of(
      Document document,
      JsonLd data,
      MetaTags meta,
      @Nullable Element body,
      @Nullable String outlet) {
    List<Vote> votes = new ArrayList<>();
    List<String> stated = new ArrayList<>();
    add(votes, stated, data.hasArticle() ? data.text("headline") : null, 1.2, outlet);
    add(votes, stated, meta.named("og:title"), 0.9, outlet);
    add(votes, stated, meta.named("twitter:title"), 0.4, outlet);
    String page = JsonLd.plain(document.title());
    add(votes, stated, page, 0.4, outlet);
    headings(document, stated, votes);
    return winner(votes);
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
    java.util.regex.Matcher m = SEPARATOR.matcher(text);
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
    java.util.regex.Matcher m = SEPARATOR.matcher(title);
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

  private static void headings(Document document, List<String> stated, List<Vote> votes) {
    int n = 0;
    List<Vote> found = new ArrayList<>();
    for (String tag : List.of("h1", "h2", "h3")) {
      for (Element heading : document.getElementsByTag(tag)) {
        if (++n > 60) {
          break;
        }
        String text = JsonLd.plain(ShortText.of(heading, LONGEST));
        if (text == null || text.length() > LONGEST || text.length() < 3) {
          continue;
        }
        double likeness = 0;
        for (String title : stated) {
          likeness = Math.max(likeness, likeness(text, title));
        }
        double weight = weight(tag, heading, likeness);
        if (weight > 0) {
          found.add(new Vote(text, weight - found.size() * 0.01));
        }
      }
    }
    votes.addAll(found);
  }

  private static double weight(String tag, Element heading, double likeness) {
    String names =
        (heading.className() + " " + heading.id() + " " + heading.attr("itemprop"))
            .toLowerCase(Locale.ROOT);
    boolean named = names.contains("headline") || names.contains("title");
    boolean logo =
        names.contains("logo")
            || names.contains("site-")
            || names.contains("blog-title")
            || isHomeLink(heading);
    if (logo) {
      return 0;
    }
    if (tag.equals("h1")) {
      return likeness > 0.3 ? 0.6 + 1.1 * likeness + (named ? 0.2 : 0) : 0.35 + (named ? 0.4 : 0);
    }
    return likeness > 0.6 ? (tag.equals("h2") ? 0.3 : 0.1) + likeness * 0.8 + (named ? 0.2 : 0) : 0;
  }

  /** A heading that links to the front page is the outlet's name. */
  private static boolean isHomeLink(Element heading) {
    Element link = heading.selectFirst("a[href]");
    if (link == null
        || ShortText.of(link, LONGEST).length() < ShortText.of(heading, LONGEST).length() - 2) {
      return false;
    }
    return link.attr("href").matches("/|\\./|\\.\\./|/?index\\.(?:html?|php)|https?://[^/]+/?");
  }

  /** Share of the heading's words that the title has, 0 to 1, less for short headings. */
  private static double likeness(String heading, String title) {
    Set<String> words = Set.of(distinct(title));
    String[] own = distinct(heading);
    if (own.length == 0 || words.isEmpty()) {
      return 0;
    }
    int common = 0;
    for (String word : own) {
      common += words.contains(word) ? 1 : 0;
    }
    double precision = common / (double) own.length;
    double recall = common / (double) words.size();
    return precision * Math.min(1, 0.4 + recall);
  }

  private static String[] distinct(String text) {
    return java.util.Arrays.stream(WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toArray(String[]::new);
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
