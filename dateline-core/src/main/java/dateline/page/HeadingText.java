package dateline.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The text of a heading without the line above the title that some pages put inside it. */
final class HeadingText {

  private static final Pattern KICKER =
      Pattern.compile(
          "kicker|dachzeile|overline|topline|eyebrow|spitzmarke|strapline|overhead|roofline|cintillo|chapeau|surtitre|antetitulo|vorspann|hashtag|colon|visually-?hidden|sr-only|screen-reader|invisible|(?:^|[\\s_-])(?:date|label|category|section|rubrik|badge|tag|flag|icon|prefix)(?:[\\s_-]|$)");
  private static final Pattern HEADLINE =
      Pattern.compile("headline|(?:^|[\\s_-])(?:title|name)(?:[\\s_-]|$)");

  private HeadingText() {}

  /** The title's words; empty when they are longer than {@code limit} characters. */
  static String of(Element heading, int limit) {
    String whole = ShortText.of(heading, limit);
    if (heading.childrenSize() == 0 || heading.childrenSize() > 8 || whole.isEmpty()) {
      return whole;
    }
    Element inner = heading;
    for (int down = 0; down < 2 && isWrapper(inner, whole, limit); down++) {
      inner = inner.child(0);
    }
    Element named = only(inner, limit);
    if (named != null) {
      return ShortText.of(named, limit);
    }
    String rest = whole;
    for (Element child : inner.children()) {
      String text = ShortText.of(child, limit);
      boolean kicker = child.nameIs("small") || KICKER.matcher(names(child)).find();
      if (kicker && !text.isEmpty() && rest.startsWith(text)) {
        rest = rest.substring(text.length()).strip();
      }
    }
    return rest.length() < MIN ? whole : rest;
  }

  private static final int MIN = 8;

  private static boolean isWrapper(Element element, String whole, int limit) {
    return element.childrenSize() == 1
        && ShortText.of(element.child(0), limit).equals(whole)
        && element.child(0).childrenSize() > 0;
  }

  /** The one child that is named a headline, when others are named otherwise. */
  private static @Nullable Element only(Element heading, int limit) {
    Element found = null;
    boolean others = false;
    for (Element child : heading.children()) {
      String text = ShortText.of(child, limit);
      if (text.length() >= MIN
          && HEADLINE.matcher(names(child)).find()
          && !KICKER.matcher(names(child)).find()) {
        if (found != null) {
          return null;
        }
        found = child;
      } else {
        others |= !text.isEmpty();
      }
    }
    return others ? found : null;
  }

  /** Its names, and the names of its attributes: some sites mark parts with {@code data-kicker}. */
  private static String names(Element element) {
    StringBuilder names = new StringBuilder(element.className());
    names.append(' ').append(element.id()).append(' ').append(element.attr("itemprop"));
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().startsWith("data-") && names.length() < LONGEST_NAMES) {
        names.append(' ').append(attribute.getKey());
      }
    }
    return names.length() > LONGEST_NAMES ? "" : names.toString().toLowerCase(Locale.ROOT);
  }

  private static final int LONGEST_NAMES = 300;
}
