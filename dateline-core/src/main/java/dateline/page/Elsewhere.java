package dateline.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells whether an element stands where other articles or readers have the word. */
final class Elsewhere {

  private static final int MOST_STEPS = 12;

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:^|\\s)(?:[\\w-]*(?:comment|kommentar|comentario|commentaire)(?:s|e)?[\\w-]*(?<!(?:open|closed|link|links|count|allowed))|comment-?list|comments?-area|comment-body|related\\S*|sidebar\\S*|\\S*-sidebar|widget|widget-area|widget_\\S*|teaser\\S*|respond|recommend\\S*|recent\\S*|more-stories)(?:\\s|$)",
          Pattern.CASE_INSENSITIVE);

  private Elsewhere() {}

  /** Whether it is in comments, teasers, side bars, navigation, a footer or a figure. */
  static boolean is(Element element) {
    Element at = element;
    for (int up = 0; at != null && up < MOST_STEPS; up++) {
      String tag = at.normalName();
      if (tag.equals("body") || tag.equals("main")) {
        return false;
      }
      if (tag.equals("nav")
          || tag.equals("footer")
          || tag.equals("aside")
          || tag.equals("figure")) {
        return true;
      }
      String names = at.className() + " " + at.id();
      if (names.length() > 1 && names.length() < 400 && NAMES.matcher(names).find()) {
        return at.selectFirst("h1") == null; // "sidebar" around the whole article is none
      }
      at = at.parent();
    }
    return false;
  }
}
