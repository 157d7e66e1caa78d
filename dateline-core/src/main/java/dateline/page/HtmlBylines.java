package dateline.page;

import static dateline.page.AuthorMarks.Mark.AUTHORS_NAME_PROPERTY;
import static dateline.page.AuthorMarks.Mark.AUTHOR_LINK;
import static dateline.page.AuthorMarks.Mark.BYLINE_CLASS;
import static dateline.page.AuthorMarks.Mark.LIKE_AUTHOR_ABROAD;
import static dateline.page.AuthorMarks.Mark.LIKE_BYLINE;
import static dateline.page.AuthorMarks.Mark.PAGE_LINK;

import dateline.data.Resource;
import dateline.page.AuthorMarks.Mark;
import dateline.page.MarkupWords.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds a page's authors: JSON-LD, meta elements, microdata and links, then visible bylines. */
final class HtmlBylines {

  /** A user's name, or a body's of up to four words. */
  private static final Pattern USER_NAME =
      Pattern.compile("[\\p{L}\\p{N}_.-]{2,30}(?:\\s\\p{L}[\\p{L}_.-]{0,30}){0,3}");

  /** Marks of nothing but authors. */
  private static final Set<Mark> STRONG = EnumSet.range(AUTHORS_NAME_PROPERTY, BYLINE_CLASS);

  /** Marks of an author wherever they stand. */
  private static final Set<Mark> SURE = EnumSet.range(AUTHORS_NAME_PROPERTY, AUTHOR_LINK);

  /** Names that are looked for in the whole page. */
  private static final int MOST_LOOKED_FOR = 5;

  private static final Set<Mark> WEAK = EnumSet.range(LIKE_BYLINE, LIKE_AUTHOR_ABROAD);
  private static final Set<Mark> LINKS = EnumSet.of(PAGE_LINK);

  private final Document document;
  private final PageParts parts;
  private final JsonLd data;
  private final MetaTags meta;
  private final PageTree tree;
  private final List<Block> body;
  private final List<String> above;
  private final List<String> below;
  private final Set<Element> readers;
  private final @Nullable String outlet;

  /** Found when it is first needed. */
  private @Nullable AuthorMarks marked;

  /**
   * @param body the article's blocks
   * @param above blocks from the body's beginning up
   * @param below blocks from the body's end down
   */
  HtmlBylines(
      Document document,
      PageParts parts,
      JsonLd data,
      MetaTags meta,
      PageTree tree,
      List<Block> body,
      List<String> above,
      List<String> below,
      @Nullable String outlet) {
    this.document = document;
    this.parts = parts;
    this.data = data;
    this.meta = meta;
    this.tree = tree;
    this.body = body;
    this.above = above;
    this.below = below;
    this.readers = tree.elements(Role.COMMENTS);
    this.outlet = outlet;
  }

  /** The authors, as clean names; empty when nobody is named. */
  List<String> read() {
    List<String> stated = fromData();
    boolean weak = !stated.isEmpty() && data.isAuthorABody();
    if (stated.isEmpty() || weak) {
      List<String> other = fromMeta();
      stated = stated.isEmpty() || isPerson(other) ? other : stated;
    }
    weak |= stated.isEmpty() || isOutlet(stated) || isInTitle(stated);
    if (!weak && !isUserName(stated)) {
      return isPrinted(stated) ? stated : inPrint(stated);
    }
    List<String> shown = visible(STRONG);
    boolean site = isUserName(shown) && isInTitle(shown);
    if (!shown.isEmpty() && !site && (weak || isPerson(shown))) {
      return shown;
    }
    if (!weak) {
      List<String> full = fullName(stated.get(0));
      return full.isEmpty() ? stated : full;
    }
    List<String> named = visible(WEAK);
    if (!named.isEmpty() && (stated.isEmpty() || isPerson(named))) {
      return named;
    }
    List<String> printed = fromLines();
    if (!printed.isEmpty()) {
      return printed;
    }
    for (Supplier<List<String>> place : places(stated)) {
      List<String> names = place.get();
      if (!names.isEmpty() && (stated.isEmpty() || isPerson(names))) {
        return names;
      }
    }
    return stated;
  }

  /** Where else names may stand, the surest first. */
  private List<Supplier<List<String>>> places(List<String> stated) {
    return List.of(
        () -> visible(LINKS), () -> signatures(stated.isEmpty()), this::fromScripts, this::owner);
  }

  private static boolean isPerson(List<String> names) {
    return !names.isEmpty() && names.get(0).indexOf(' ') > 0;
  }

  /** Whether one of the names can be read on the page. */
  private boolean isPrinted(List<String> names) {
    for (String name : names.subList(0, Math.min(MOST_LOOKED_FOR, names.size()))) {
      String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      for (Block block : tree.blocks()) {
        if (contains(block.text(), last)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean contains(String text, String lower) {
    int last = text.length() - lower.length();
    for (int i = 0; i <= last; i++) {
      if (text.regionMatches(true, i, lower, 0, lower.length())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The one author whom the page prints, where the stated one is nowhere to be read: then that is
   * who put the page into the system.
   */
  private List<String> inPrint(List<String> stated) {
    for (List<String> names :
        List.of(visible(STRONG), visible(LINKS), fromLines(), signatures(false))) {
      if (!names.isEmpty()
          && names.size() <= stated.size()
          && names.stream().allMatch(name -> FULL_NAME.matcher(name).matches())) {
        return names;
      }
    }
    return stated;
  }

  /** The full name of a user name, where the page prints it next to a byline's word. */
  private List<String> fullName(String user) {
    String key = Phrases.key(user);
    for (List<String> names : List.of(fromLines(), signatures(false), attributed())) {
      if (isPerson(names) && names.size() == 1 && isShortFor(key, Phrases.key(names.get(0)))) {
        return names;
      }
    }
    return List.of();
  }

  /** "areis", "ana", "ana.reis" and "reis" for "ana reis". */
  private static boolean isShortFor(String user, String name) {
    String letters = NO_LETTERS.matcher(user).replaceAll("");
    String first = name.substring(0, name.indexOf(' '));
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return letters.equals("" + first.charAt(0) + last.charAt(0))
        || letters.equals(first)
        || letters.equals(last)
        || letters.equals(first.charAt(0) + last)
        || letters.equals(first + last);
  }

  /**
   * Names that sign the article: alone above or below its paragraphs, or in brackets at its end.
   *
   * @param lastLine whether a last line of nothing but a name is one, whatever the first name
   */
  private List<String> signatures(boolean lastLine) {
    for (int i = 0; i < Math.min(4, body.size()); i++) {
      Block block = body.get(i);
      String text = block.text();
      boolean prefixed = text.length() < 120 && Bylines.hasPrefix(text);
      if (prefixed || !block.isHeading() && isSignature(text)) {
        List<String> names = Bylines.names(text, outlet);
        if (isPerson(names)) {
          return names;
        }
      }
    }
    for (int i = body.size() - 1; i >= Math.max(1, body.size() - 5); i--) {
      List<String> names = signature(body.get(i), lastLine && i == body.size() - 1);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private List<String> signature(Block block, boolean anyName) {
    String text = block.text();
    Matcher bracket = BRACKET.matcher(text.substring(Math.max(0, text.length() - END)));
    if (bracket.find()) {
      List<String> names = Bylines.names(bracket.group(1), outlet);
      boolean full = names.stream().allMatch(name -> FULL_NAME.matcher(name).matches());
      return full && !Agencies.namesAgency(bracket.group(1)) ? names : List.of();
    }
    boolean stated = text.length() < 120 && EXPLICIT.matcher(text).find();
    boolean alone =
        isSignature(text)
            && !block.isHeading()
            && (anyName || FIRST_NAMES.contains(firstWord(text)));
    return stated || alone ? Bylines.names(text, outlet) : List.of();
  }

  private static boolean isSignature(String text) {
    return text.length() < 120 && SIGNATURE.matcher(text).matches();
  }

  private static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }

  /** Authors in the variables that sites hand to their visitor counters. */
  private List<String> fromScripts() {
    for (Element script : parts.scripts()) {
      String code = script.data();
      if (code.length() > 20 && code.length() < LONGEST_SCRIPT) {
        Matcher author = SCRIPT_AUTHOR.matcher(code);
        while (author.find()) {
          Set<String> names = new LinkedHashSet<>();
          Matcher value = QUOTED.matcher(author.group(1));
          while (value.find()) {
            names.addAll(Bylines.names(value.group(1), outlet));
          }
          if (!names.isEmpty()) {
            return new ArrayList<>(names);
          }
        }
      }
    }
    return List.of();
  }

  /** To whom the page's Creative Commons licence says it is to be attributed (CC REL). */
  private List<String> attributed() {
    Element holder = document.selectFirst(ATTRIBUTION);
    String name = holder == null ? "" : ShortText.of(holder, 60);
    return FULL_NAME.matcher(name).matches() ? Bylines.names(name, outlet) : List.of();
  }

  /** The person in a personal site's copyright line. */
  private List<String> copyrightHolder() {
    for (int i = tree.blocks().size() - 1; i >= Math.max(0, tree.blocks().size() - 40); i--) {
      String text = tree.blocks().get(i).text();
      Matcher holder = text.length() > 300 ? null : COPYRIGHT.matcher(text);
      if (holder != null && holder.find() && FIRST_NAMES.contains(firstWord(holder.group(1)))) {
        return Bylines.names(holder.group(1), outlet);
      }
    }
    return List.of();
  }

  /** One word, so that a full name in print is better. */
  private static boolean isUserName(List<String> names) {
    return names.size() == 1 && names.get(0).indexOf(' ') < 0;
  }

  /** Whether the one author is a piece of the page's title, as sites put their own names there. */
  private boolean isInTitle(List<String> names) {
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
  private List<String> owner() {
    List<String> holder = attributed();
    holder = holder.isEmpty() ? copyrightHolder() : holder;
    Matcher host = HOST.matcher(document.location());
    if (!holder.isEmpty() || !host.find()) {
      return holder;
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
  private boolean isOutlet(List<String> names) {
    String name = names.get(0);
    return names.size() == 1
        && (outlet != null && Phrases.key(outlet).equals(Phrases.key(name))
            || name.matches(
                ".*\\.(?:de|com|net|org|at|ch|fr|co\\.uk)|.*\\b(?:GmbH|AG|e\\.\\s?V\\.?|Inc|Ltd|LLC)\\b\\.?"));
  }

  private List<String> visible(Set<Mark> marks) {
    if (marked == null) {
      marked = AuthorMarks.of(document);
    }
    List<String> names = List.of();
    for (Mark mark : marks) {
      names =
          names.isEmpty()
              ? select(marked.with(mark), STRONG.contains(mark), SURE.contains(mark))
              : names;
    }
    return names;
  }

  private List<String> fromData() {
    Set<String> names = new LinkedHashSet<>();
    for (String property : List.of("author", "creator")) {
      for (String name : data.names(property)) {
        names.addAll(Bylines.stated(name));
      }
      if (!names.isEmpty()) {
        break;
      }
    }
    List<String> found = new ArrayList<>(names);
    if (found.size() > 1) {
      found.removeIf(name -> isOutlet(List.of(name)));
    }
    return found.isEmpty() ? new ArrayList<>(names) : found;
  }

  private List<String> fromMeta() {
    String site = outlet == null ? "" : Phrases.key(outlet);
    for (List<String> values : meta.byName("author")) {
      Set<String> names = new LinkedHashSet<>();
      for (String value : values) {
        int cut = value.indexOf(" - "); // "Herald - Ana Reis"
        boolean named = cut > 0 && Phrases.key(value.substring(0, cut)).equals(site);
        names.addAll(Bylines.stated(named ? value.substring(cut + 3) : value));
      }
      if (!names.isEmpty()) {
        return new ArrayList<>(names);
      }
    }
    return List.of();
  }

  private List<String> select(List<Element> elements, boolean strong, boolean sure) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> elsewhere = new LinkedHashSet<>();
    Element scope = null;
    for (Element element : elements) {
      if (element.childNodeSize() > 30 || isByReaders(element) || isOfPicture(element)) {
        continue;
      }
      List<String> found = named(element, strong);
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

  /** The author of a picture, or of its licence. */
  private static boolean isOfPicture(Element element) {
    return isPictureName(element)
        || element.childrenSize() == 1 && isPictureName(element.child(0))
        || element.parent() != null && isPictureName(element.parent());
  }

  private static boolean isPictureName(Element element) {
    String name = element.className();
    return name.length() < 400 && OF_PICTURE.matcher(name).find();
  }

  private boolean isByReaders(Element element) {
    for (Element at = element; at != null && !readers.isEmpty(); at = at.parent()) {
      if (readers.contains(at)) {
        return true;
      }
    }
    return false;
  }

  private List<String> named(Element element, boolean strong) {
    String text = ShortText.divided(element, 200);
    List<String> found = parts(element.childrenSize() == 1 ? element.child(0) : element);
    if (found.isEmpty() && !text.isEmpty()) {
      found = Bylines.names(text, outlet);
    }
    String own = Bylines.withoutPrefix(text);
    return found.isEmpty()
            && strong
            && USER_NAME.matcher(own).matches()
            && Dates.first(own) == null
            && Bylines.mayBeAuthor(own)
        ? Bylines.stated(own)
        : found;
  }

  /** The full names of like elements side by side, each of which holds nothing else. */
  private List<String> parts(Element element) {
    Set<String> names = new LinkedHashSet<>();
    if (element.childrenSize() >= 2 && element.childrenSize() < 10) {
      for (Element child : element.children()) {
        String text = ShortText.of(child, 60);
        boolean like =
            child.normalName().equals(element.child(0).normalName())
                && child.className().equals(element.child(0).className());
        if (!like || !FULL_NAME.matcher(text).matches()) {
          return List.of();
        }
        names.addAll(Bylines.names(text, outlet));
      }
    }
    return new ArrayList<>(names);
  }

  /** Names of one byline stand under one parent, or one above. */
  private static @Nullable Element block(Element element) {
    Element parent = element.parent();
    return parent == null ? null : parent.parent();
  }

  private List<String> fromLines() {
    for (int i = 0; i < above.size(); i++) {
      List<String> names = fromLine(above.get(i), i == 0 ? "" : above.get(i - 1));
      if (!names.isEmpty()) {
        return names;
      }
    }
    for (int i = 0; i < below.size(); i++) {
      List<String> names = fromLine(below.get(i), i + 1 < below.size() ? below.get(i + 1) : "");
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private List<String> fromLine(String line, String next) {
    String whole = ALONE.contains(Phrases.key(line)) ? line + " " + next : line;
    return whole.length() < 120 ? inLine(whole) : List.of();
  }

  /** A line that says so ("Posted by X"), or a date's line with a name beside it. */
  private List<String> inLine(String line) {
    if (Bylines.hasPrefix(line)) {
      List<String> names = Bylines.names(line, outlet);
      boolean sure = EXPLICIT.matcher(line).find();
      return !names.isEmpty() && (sure || names.get(0).indexOf(' ') > 0) ? names : List.of();
    }
    PrintedDate date = Dates.first(line);
    if (date == null) {
      return List.of();
    }
    String[] pieces = PIECES.split(line);
    for (String piece : pieces.length > MOST_PIECES ? new String[0] : pieces) {
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

  private static final String ATTRIBUTION =
      "[rel*=cc:attributionURL], [property=cc:attributionName]";

  /** A stamp with more pieces beside it is a list of sections or tags. */
  private static final int MOST_PIECES = 4;

  /** Characters of a paragraph's end that may sign the article. */
  private static final int END = 200;

  private static final int LONGEST_SCRIPT = 300_000;
  private static final Pattern OF_PICTURE =
      Pattern.compile(
          "licen[sc]e-|(?:photo|image|picture)-(?:author|credit|by)|caption",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern SCRIPT_AUTHOR =
      Pattern.compile(
          "[\"'](?:pagePostAuthor|content_?[Aa]uthors?|article_?[Aa]uthors?|author_?[Nn]ames?|authors?)[\"']\\s{0,3}:\\s{0,3}(\"[^\"\\n]{2,80}\"|'[^'\\n]{2,80}'|\\[(?:\\s{0,3}[\"'][^\"'\\n]{2,80}[\"'],?){1,8}\\s{0,3}\\])");
  private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\n]{2,80})[\"']");

  private static final Set<String> ALONE =
      Set.of("by", "von", "par", "por", "written by", "posted by", "author", "autor", "text");

  /** "Posted on … by X": what is left of such a line without its date. */
  private static final Pattern BY =
      Pattern.compile("(?:^|\\s)(?:by|von|par|por)\\s+(\\S+(?:\\s\\p{Lu}\\S*){0,3})");

  private static final Pattern EXPLICIT =
      Pattern.compile(
          "^(?:posted|written|published|submitted) by|^(?:geschrieben|erstellt|verfasst|veröffentlicht|(?:blog|gast)[ -]?beitrag) von|^aut(?:h?or|eur)(?:in)?\\s?:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PIECES = Pattern.compile("\\s*[|·•/]\\s*|\\s[–—-]\\s|,\\s");
  private static final Pattern FULL_NAME =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?:\\s(?:\\p{Lu}\\.|de|van|von|der|la))?\\s\\p{Lu}\\p{Ll}[\\p{L}'’-]+");

  /** One or more full names and nothing else. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          FULL_NAME + "(?:\\s?(?:[/,&]|and|und|et|y)\\s?" + FULL_NAME + "){0,3}(?:/[\\w-]{2,8})?");

  private static final Pattern BRACKET = Pattern.compile("\\(([^()]{5,150})\\)[\\s+*.]*$");

  /** "© 2020 Ana Reis", "Copyright (c) 2012- Ana Reis", "2006-2008 by Ana Reis". */
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?:(?:©|\\([cC]\\)|[Cc]opyright)[\\s\\d,–-]*(?:by\\s)?|\\d{4}\\s?[–-]\\s?\\d{4}\\s(?:by|von)\\s)("
              + FULL_NAME
              + ")(?=$|[\\s.,|·–-]*(?:$|[Aa]ll|[Aa]lle|[Dd]esign|[Pp]owered|\\d))");
}
