package dateline.page;

import dateline.data.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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
    ".auteurs, .auteur, .autor, .autorin, .redakteur, .author-name, .authorname, .author__name, .byline-name, .byline__name, .article-author__name, .c-byline__author",
    ".byline a, .byline-author, .article-byline a, .author a, .entry-author a, .post-author a, .vcard .fn, .author.vcard",
    ".byline, .article-byline, .entry-author, .post-author, .article-author, .story-author, .autor, .auteur, .author",
    "[class*=byline], [class*=Byline], byline",
    "[class*=author], [class*=Author], [id*=author]",
    "[class*=autor], [class*=auteur], [class*=redakteur]"
  };

  /** A user's name, or a body's of up to four words. */
  private static final Pattern USER_NAME =
      Pattern.compile("[\\p{L}\\p{N}_.-]{2,30}(?:\\s\\p{L}[\\p{L}_.-]{0,30}){0,3}");

  private HtmlBylines() {}

  /** How many of the selectors mark nothing but authors. */
  private static final int STRONG = 6;

  /** How many of them mark an author wherever they stand. */
  private static final int SURE = 3;

  /**
   * @param headLines short blocks around the body, from its beginning up, then below it
   * @param readers the elements of readers' comments, whose authors are not the article's
   */
  static List<String> of(
      Document document,
      JsonLd data,
      MetaTags meta,
      List<String> headLines,
      Set<Element> readers,
      @Nullable String outlet) {
    List<String> stated = fromData(data);
    boolean weak = !stated.isEmpty() && data.isAuthorABody();
    if (stated.isEmpty()) {
      stated = fromMeta(meta, outlet);
    }
    weak |= stated.isEmpty() || isOutlet(stated, outlet) || isInTitle(stated, document);
    if (!weak && !isUserName(stated)) {
      return stated;
    }
    List<String> marked = visible(document, readers, outlet, 0, STRONG);
    boolean site = isUserName(marked) && isInTitle(marked, document);
    if (!marked.isEmpty() && !site && (weak || marked.get(0).indexOf(' ') > 0)) {
      return marked;
    }
    if (!weak) {
      return stated;
    }
    List<String> named = visible(document, readers, outlet, STRONG, SELECTORS.length);
    if (!named.isEmpty() && (stated.isEmpty() || named.get(0).indexOf(' ') > 0)) {
      return named;
    }
    List<String> printed = fromLines(headLines, outlet);
    if (!printed.isEmpty()) {
      return printed;
    }
    return stated.isEmpty() ? owner(document, outlet) : stated;
  }

  /** One word, so that a full name in print is better. */
  private static boolean isUserName(List<String> names) {
    return names.size() == 1 && names.get(0).indexOf(' ') < 0;
  }

  /** Whether the one author is a piece of the page's title, as sites put their own names there. */
  private static boolean isInTitle(List<String> names, Document document) {
    if (names.size() != 1) {
      return false;
    }
    String name = Phrases.key(names.get(0));
    for (String piece : TITLE_PIECES.split(document.title())) {
      String key = Phrases.key(piece);
      if (key.equals(name) || name.length() > 5 && key.startsWith(name + " ")) {
        return true;
      }
    }
    return false;
  }

  private static final Pattern TITLE_PIECES = Pattern.compile("\\s+[|–—»«·•:~-]+\\s+");

  /** Who owns a personal site: the full name in its name or title that its address holds too. */
  private static List<String> owner(Document document, @Nullable String outlet) {
    Matcher host = HOST.matcher(document.location());
    if (!host.find()) {
      return List.of();
    }
    Set<String> labels = Set.of(distinct(host.group(1)));
    List<String> candidates = new ArrayList<>(List.of(PIECES.split(document.title())));
    if (outlet != null) {
      candidates.add(outlet);
    }
    for (Element link : document.select("a[href=/]")) {
      candidates.add(ShortText.of(link, 60));
    }
    for (String candidate : candidates) {
      String name = TITLES.matcher(candidate.strip()).replaceFirst("");
      if (FULL_NAME.matcher(name).matches()
          && FIRST_NAMES.contains(name.substring(0, name.indexOf(' ')))
          && isIn(labels, name.toLowerCase(Locale.ROOT))) {
        return List.of(name);
      }
    }
    return List.of();
  }

  private static String[] distinct(String host) {
    return java.util.Arrays.stream(host.toLowerCase(Locale.ROOT).split("\\."))
        .map(label -> label.replace("-", ""))
        .distinct()
        .toArray(String[]::new);
  }

  private static boolean isIn(Set<String> labels, String name) {
    String[] words = name.split(" ");
    return labels.contains(name.replaceAll("[ .'’-]", ""))
        || words[0].length() > 4 && labels.contains(words[0])
        || words[words.length - 1].length() > 4 && labels.contains(words[words.length - 1]);
  }

  private static final Set<String> FIRST_NAMES = firstNames();

  private static Set<String> firstNames() {
    Set<String> names = new HashSet<>();
    for (String[] row : Resource.table("actor/first-names.tsv")) {
      names.addAll(List.of(row[1].split(" ")));
    }
    return names;
  }

  private static final Pattern HOST = Pattern.compile("^https?://(?:www\\.)?([^/:?#]{4,200})");
  private static final Pattern TITLES = Pattern.compile("^(?:(?:Dr|Prof)\\.?\\s)+");

  /** Whether the only author named is the publication itself. */
  private static boolean isOutlet(List<String> names, @Nullable String outlet) {
    String name = names.get(0);
    return names.size() == 1
        && (outlet != null && Phrases.key(outlet).equals(Phrases.key(name))
            || name.matches(
                ".*\\.(?:de|com|net|org|at|ch|fr|co\\.uk)|.*\\b(?:GmbH|AG|e\\.\\s?V\\.?|Inc|Ltd|LLC)\\b\\.?"));
  }

  private static List<String> visible(
      Document document, Set<Element> readers, @Nullable String outlet, int from, int to) {
    List<String> names = List.of();
    for (int i = from; i < to && names.isEmpty(); i++) {
      names = select(document.select(SELECTORS[i]), readers, outlet, i < STRONG, i < SURE);
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

  private static List<String> fromMeta(MetaTags meta, @Nullable String outlet) {
    String site = outlet == null ? "" : Phrases.key(outlet);
    for (String value : meta.all("author")) {
      int cut = value.indexOf(" - "); // "Herald - Ana Reis"
      boolean named = cut > 0 && Phrases.key(value.substring(0, cut)).equals(site);
      List<String> names = Bylines.stated(named ? value.substring(cut + 3) : value);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> select(
      List<Element> elements,
      Set<Element> readers,
      @Nullable String outlet,
      boolean strong,
      boolean sure) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> elsewhere = new LinkedHashSet<>();
    Element scope = null;
    for (Element element : elements) {
      if (element.childNodeSize() > 30 || isByReaders(element, readers)) {
        continue;
      }
      List<String> found = named(element, outlet, strong);
      if (found.isEmpty()) {
        continue;
      }
      if (Elsewhere.is(element)) {
        elsewhere.addAll(found);
        continue;
      }
      Element block = block(element);
      if (scope == null) {
        scope = block;
      } else if (scope != block) {
        break;
      }
      names.addAll(found);
    }
    // A side bar that names one author on the whole page names this article's.
    return new ArrayList<>(names.isEmpty() && sure && elsewhere.size() == 1 ? elsewhere : names);
  }

  private static boolean isByReaders(Element element, Set<Element> readers) {
    for (Element at = element; at != null && !readers.isEmpty(); at = at.parent()) {
      if (readers.contains(at)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> named(Element element, @Nullable String outlet, boolean strong) {
    String text = ShortText.divided(element, 200);
    List<String> found = text.isEmpty() ? List.of() : Bylines.names(text, outlet);
    String own = Bylines.withoutPrefix(text);
    return found.isEmpty()
            && strong
            && USER_NAME.matcher(own).matches()
            && Dates.first(own) == null
            && Bylines.mayBeAuthor(own)
        ? Bylines.stated(own)
        : found;
  }

  /** Names of one byline stand under one parent, or one above. */
  private static @Nullable Element block(Element element) {
    Element parent = element.parent();
    return parent == null ? null : parent.parent();
  }

  /**
   * @param lines around the body, from its beginning up, then below it
   */
  private static List<String> fromLines(List<String> lines, @Nullable String outlet) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > 0 && ALONE.contains(Phrases.key(line))) {
        line = line + " " + lines.get(i - 1);
      }
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
    PrintedDate date = Dates.first(line);
    if (date == null) {
      return List.of();
    }
    for (String piece : PIECES.split(line)) {
      String text = piece.strip();
      boolean named = FULL_NAME.matcher(text).matches() || Bylines.hasPrefix(text);
      List<String> names =
          named && Dates.first(text) == null ? Bylines.names(text, outlet) : List.of();
      if (!names.isEmpty() && names.get(0).indexOf(' ') > 0) {
        return names;
      }
    }
    String rest =
        line.substring(0, date.range().start()) + " " + line.substring(date.range().end());
    Matcher by = BY.matcher(rest);
    return by.find() ? Bylines.names(by.group(1), outlet) : List.of();
  }

  private static final Set<String> ALONE =
      Set.of("by", "von", "par", "por", "written by", "posted by", "author", "autor", "text");

  /** "Posted on … by X": what is left of such a line without its date. */
  private static final Pattern BY =
      Pattern.compile("(?:^|\\s)(?:by|von|par|por)\\s+(\\S+(?:\\s\\p{Lu}\\S*){0,3})");

  private static final Pattern EXPLICIT =
      Pattern.compile(
          "^(?:posted|written|published|submitted) by|^(?:geschrieben|erstellt|verfasst|veröffentlicht) von|^aut(?:h?or|eur)(?:in)?\\s?:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PIECES = Pattern.compile("\\s*[|·•/]\\s*|\\s[–—-]\\s|,\\s");
  private static final Pattern FULL_NAME =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?:\\s(?:\\p{Lu}\\.|de|van|von|der|la))?\\s\\p{Lu}\\p{Ll}[\\p{L}'’-]+");
}
