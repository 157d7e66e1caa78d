package dateline.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds a page's authors: JSON-LD, meta elements, microdata and links, then visible bylines. */
final class HtmlBylines {

  private static final String[] SELECTORS = {
    "[itemprop=author] [itemprop=name]",
    "[itemprop=author]",
    "a[rel=author], a[rel*=author]",
    ".author-name, .authorname, .author__name, .byline-name, .byline__name, .article-author__name, .c-byline__author",
    ".byline a, .byline-author, .article-byline a, .author a, .entry-author a, .post-author a, .vcard .fn, .author.vcard",
    ".byline, .article-byline, .entry-author, .post-author, .article-author, .story-author, .autor, .auteur, .author",
    "[class*=byline], [class*=Byline], byline",
    "[class*=author], [class*=Author], [id*=author]"
  };

  private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{2,30}");

  private HtmlBylines() {}

  /** How many of the selectors mark nothing but authors. */
  private static final int STRONG = 5;

  static List<String> of(
      Document document,
      JsonLd data,
      MetaTags meta,
      List<String> headLines,
      @Nullable String outlet) {
    List<String> stated = fromData(data);
    if (stated.isEmpty()) {
      stated = fromMeta(meta);
    }
    if (!stated.isEmpty() && !isOutlet(stated, outlet)) {
      return stated;
    }
    List<String> visible = visible(document, outlet, stated.isEmpty() ? SELECTORS.length : STRONG);
    if (!visible.isEmpty() && (stated.isEmpty() || visible.get(0).indexOf(' ') > 0)) {
      return visible;
    }
    return stated.isEmpty() ? fromLines(headLines, outlet) : stated;
  }

  /** Whether the only author named is the publication itself. */
  private static boolean isOutlet(List<String> names, @Nullable String outlet) {
    String name = names.get(0);
    return names.size() == 1
        && (outlet != null && Phrases.key(outlet).equals(Phrases.key(name))
            || name.matches(
                ".*\\.(?:de|com|net|org|at|ch|fr|co\\.uk)|.*\\b(?:GmbH|AG|e\\.\\s?V\\.?|Inc|Ltd|LLC)\\b\\.?"));
  }

  private static List<String> visible(Document document, @Nullable String outlet, int selectors) {
    List<String> names = List.of();
    for (int i = 0; i < selectors && names.isEmpty(); i++) {
      names = select(document, SELECTORS[i], outlet, i < STRONG);
    }
    return names;
  }

  private static List<String> fromData(JsonLd data) {
    Set<String> names = new LinkedHashSet<>();
    for (String property : List.of("author", "creator")) {
      for (String name : data.names(property)) {
        names.addAll(Bylines.stated(name));
      }
      if (!names.isEmpty()) {
        break;
      }
    }
    return new ArrayList<>(names);
  }

  private static List<String> fromMeta(MetaTags meta) {
    for (String value : meta.all("author")) {
      List<String> names = Bylines.stated(value);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> select(
      Document document, String selector, @Nullable String outlet, boolean strong) {
    Set<String> names = new LinkedHashSet<>();
    Element scope = null;
    for (Element element : document.select(selector)) {
      if (Elsewhere.is(element) || element.childNodeSize() > 30) {
        continue;
      }
      String text = ShortText.of(element, 200);
      if (!text.isEmpty()) {
        List<String> found = Bylines.names(text, outlet);
        if (found.isEmpty() && strong && USER_NAME.matcher(text.strip()).matches()) {
          found = Bylines.stated(text);
        }
        if (!found.isEmpty()) {
          Element block = block(element);
          if (scope == null) {
            scope = block;
          } else if (scope != block) {
            break;
          }
          names.addAll(found);
        }
      }
    }
    return new ArrayList<>(names);
  }

  /** Names of one byline stand under one parent, or one above. */
  private static @Nullable Element block(Element element) {
    Element parent = element.parent();
    return parent == null ? null : parent.parent();
  }

  private static List<String> fromLines(List<String> lines, @Nullable String outlet) {
    for (String line : lines) {
      List<String> names = line.length() < 120 ? fromLine(line, outlet) : List.of();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** A line that says so ("Posted by X"), or a date's line with a name beside it. */
  private static List<String> fromLine(String line, @Nullable String outlet) {
    if (Bylines.hasPrefix(line)) {
      List<String> names = Bylines.names(line, outlet);
      boolean sure = EXPLICIT.matcher(line).find();
      return !names.isEmpty() && (sure || names.get(0).indexOf(' ') > 0) ? names : List.of();
    }
    if (Dates.first(line) == null) {
      return List.of();
    }
    for (String piece : PIECES.split(line)) {
      String text = piece.strip();
      if (FULL_NAME.matcher(text).matches() && Dates.first(text) == null) {
        return Bylines.names(text, outlet);
      }
    }
    return List.of();
  }

  private static final Pattern EXPLICIT =
      Pattern.compile(
          "^(?:posted|written|published|submitted) by|^(?:geschrieben|erstellt|verfasst|veröffentlicht) von|^aut(?:h?or|eur)(?:in)?\\s?:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PIECES = Pattern.compile("\\s*[|·•/]\\s*|\\s[–—-]\\s|,\\s");
  private static final Pattern FULL_NAME =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?:\\s(?:\\p{Lu}\\.|de|van|von|der|la))?\\s\\p{Lu}\\p{Ll}[\\p{L}'’-]+");
}
