package dateline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page whose names say that they hold an author, by the strength of what they
 * say; from one walk over the page.
 */
final class AuthorMarks {

  /** The marks, the strongest first. */
  enum Mark {
    AUTHORS_NAME_PROPERTY,
    AUTHOR_PROPERTY,
    AUTHOR_LINK,
    NAME_CLASS,
    INSIDE_BYLINE,
    BYLINE_CLASS,
    LIKE_BYLINE,
    LIKE_AUTHOR,
    LIKE_AUTHOR_ABROAD,
    PAGE_LINK
  }

  private static final Set<String> NAMES =
      Set.of(
          "auteurs",
          "auteur",
          "autor",
          "autorin",
          "redakteur",
          "author-name",
          "authorname",
          "author__name",
          "byline-name",
          "byline__name",
          "article-author__name",
          "c-byline__author");

  private static final Set<String> LINKED =
      Set.of("byline", "article-byline", "author", "entry-author", "post-author");

  private static final Set<String> BYLINES =
      Set.of(
          "byline",
          "article-byline",
          "entry-author",
          "post-author",
          "article-author",
          "story-author",
          "autor",
          "auteur",
          "author");

  /** A page with more marked elements is a list of authors; the first ones are looked at. */
  private static final int MOST = 1_000;

  /** Words that names of authors' elements hold. */
  private static final List<String> WORDS =
      List.of("author", "byline", "autor", "auteur", "redakteur", "vcard");

  /** Folders of addresses in which sites keep their authors' pages. */
  private static final List<String> FOLDERS =
      List.of(
          "/author/",
          "/authors/",
          "/autor/",
          "/autoren/",
          "/auteur/",
          "/auteurs/",
          "/autores/",
          "/staff/",
          "/contributors/",
          "/contributor/",
          "/producers/",
          "/columnists/",
          "/journalists/");

  private final List<Element> candidates = new ArrayList<>();

  private AuthorMarks() {}

  static AuthorMarks of(Document document) {
    AuthorMarks marks = new AuthorMarks();
    Node node = document;
    boolean inside = false;
    Node end = null; // the first node after the marked element around this one
    while (node != null && marks.candidates.size() < MOST) {
      inside &= node != end;
      if (node instanceof Element element && element.attributesSize() > 0) {
        boolean marked = isMarked(element);
        if (marked || inside && isInner(element)) {
          marks.candidates.add(element);
        }
        if (marked && !inside) {
          inside = true;
          end = ShortText.after(element, document);
        }
      }
      if (node instanceof Element element && !inside && element.normalName().equals("byline")) {
        marks.candidates.add(element);
      }
      node = ShortText.next(node, document);
    }
    return marks;
  }

  /** The elements with a mark, in page order. */
  List<Element> with(Mark mark) {
    List<Element> found = new ArrayList<>();
    for (Element element : candidates) {
      if (has(element, mark)) {
        found.add(element);
      }
    }
    return found;
  }

  private static boolean isMarked(Element element) {
    return holdsWord(element.className())
        || holdsWord(element.id())
        || holdsWord(element.attr("itemprop"))
        || element.nameIs("a") && (isAuthorLink(element) || isPageLink(element));
  }

  private static boolean holdsWord(String names) {
    if (names.length() < 5 || names.length() > 1_000) {
      return false;
    }
    for (String word : WORDS) {
      if (containsWord(names, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsWord(String names, String word) {
    char first = word.charAt(0);
    char upper = Character.toUpperCase(first);
    for (int i = 0; i <= names.length() - word.length(); i++) {
      char c = names.charAt(i);
      if ((c == first || c == upper) && names.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInner(Element element) {
    return element.nameIs("a")
        || element.hasAttr("itemprop")
        || element.hasClass("fn")
        || element.nameIs("byline");
  }

  private static boolean has(Element element, Mark mark) {
    return switch (mark) {
      case AUTHORS_NAME_PROPERTY ->
          isProperty(element, "name") && isInside(element, at -> isProperty(at, "author"));
      case AUTHOR_PROPERTY -> isProperty(element, "author");
      case AUTHOR_LINK -> isAuthorLink(element);
      case NAME_CLASS -> hasAny(element, NAMES);
      case INSIDE_BYLINE -> isInsideByline(element);
      case BYLINE_CLASS -> hasAny(element, BYLINES);
      case LIKE_BYLINE -> element.nameIs("byline") || containsWord(element.className(), "byline");
      case LIKE_AUTHOR ->
          containsWord(element.className(), "author") || containsWord(element.id(), "author");
      case LIKE_AUTHOR_ABROAD ->
          containsWord(element.className(), "autor")
              || containsWord(element.className(), "auteur")
              || containsWord(element.className(), "redakteur");
      case PAGE_LINK -> element.nameIs("a") && isPageLink(element);
    };
  }

  private static boolean isProperty(Element element, String name) {
    return element.attr("itemprop").strip().equalsIgnoreCase(name);
  }

  private static boolean isAuthorLink(Element element) {
    return element.nameIs("a") && element.attr("rel").toLowerCase(Locale.ROOT).contains("author");
  }

  private static boolean isPageLink(Element element) {
    String address = element.attr("href");
    if (address.length() < 8 || address.length() > 1_000) {
      return false;
    }
    for (String folder : FOLDERS) {
      if (address.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAny(Element element, Set<String> names) {
    String className = element.className();
    if (className.indexOf(' ') < 0) {
      return names.contains(className.toLowerCase(Locale.ROOT));
    }
    for (String name : element.classNames()) {
      if (names.contains(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInsideByline(Element element) {
    return element.hasClass("byline-author")
        || element.hasClass("vcard") && element.hasClass("author")
        || element.nameIs("a") && isInside(element, at -> hasAny(at, LINKED))
        || element.hasClass("fn") && isInside(element, at -> at.hasClass("vcard"));
  }

  private static boolean isInside(Element element, java.util.function.Predicate<Element> outer) {
    for (@Nullable Element at = element.parent(); at != null; at = at.parent()) {
      if (outer.test(at)) {
        return true;
      }
    }
    return false;
  }
}
