package dateline.page;

import dateline.model.Article.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the images of an article: the figures and captions from its title to its end. */
final class HtmlImages {

  private static final int MOST = 60;
  private static final int LONGEST = 1_000;
  private static final Pattern CREDIT_NAME =
      Pattern.compile(
          "credit|copyright|source|photographer|rights|quelle|urheber|fotograf|autor|author|agency|attribution",
          Pattern.CASE_INSENSITIVE);

  private HtmlImages() {}

  /**
   * @param boxes the figures and captions of the article, in page order
   */
  static List<Image> read(List<Box> boxes) {
    List<Image> images = new ArrayList<>();
    for (Box box : boxes) {
      Image image = images.size() < MOST ? read(box.element) : null;
      if (image != null && !images.contains(image)) {
        images.add(image);
      }
    }
    return images;
  }

  private static @Nullable Image read(Element figure) {
    Element picture = figure.selectFirst("img");
    String file = picture == null ? null : file(picture);
    String credit = null;
    String caption =
        figure.selectFirst("figcaption") == null
            ? ShortText.of(figure, LONGEST)
            : ShortText.of(figure.selectFirst("figcaption"), LONGEST);
    Element named = credit(figure);
    named = named == null ? lastSmall(figure) : named;
    if (named != null) {
      credit = ImageCredits.clean(ShortText.of(named, LONGEST));
      caption = caption.replace(ShortText.of(named, LONGEST), " ").strip();
    }
    Image parsed = caption.isBlank() ? null : ImageCredits.parse(caption);
    parsed =
        parsed == null && credit == null && !caption.isBlank()
            ? ImageCredits.bracketed(caption)
            : parsed;
    if (credit == null || credit.isBlank()) {
      credit = parsed == null ? null : parsed.credit();
      caption = parsed == null ? caption : parsed.caption() == null ? "" : parsed.caption();
    }
    Image licence =
        parsed != null
            ? parsed
            : named == null ? null : ImageCredits.parse(ShortText.of(named, LONGEST));
    if (file == null && credit == null) {
      return null;
    }
    return new Image(
        file,
        caption == null || caption.isBlank() ? null : JsonLd.plain(caption),
        credit,
        licence == null ? null : licence.licence(),
        licenceUrl(figure, licence));
  }

  private static @Nullable String licenceUrl(Element figure, @Nullable Image parsed) {
    Element link = figure.selectFirst("a[rel*=license], a[href*=creativecommons.org/licenses]");
    return link != null ? link.attr("href") : parsed == null ? null : parsed.licenceUrl();
  }

  /** The innermost element that is named as the credit. */
  private static @Nullable Element credit(Element figure) {
    Element found = null;
    int n = 0;
    for (Element element : figure.getAllElements()) {
      String names = element.className() + " " + element.attr("itemprop");
      if (++n > 80) {
        break;
      }
      if (element != figure
          && names.length() > 1
          && names.length() < 300
          && CREDIT_NAME.matcher(names).find()) {
        String text = ShortText.of(element, 120);
        if (text.length() >= 2 && text.length() < 120 && !isLabel(text)) {
          found =
              found == null
                      || ShortText.of(found, 120).length() >= text.length()
                          && isInside(element, found)
                  ? element
                  : found;
        }
      }
    }
    return found;
  }

  /** A short last element of a caption that has more to say. */
  private static @Nullable Element lastSmall(Element figure) {
    Element caption = figure.selectFirst("figcaption");
    Element last = caption == null ? null : caption.lastElementChild();
    if (last == null
        || caption == null
        || last.normalName().equals("a")
        || last.normalName().equals("p")) {
      return null;
    }
    int length = ShortText.of(last, 80).length();
    return length >= 3
            && length < 80
            && ShortText.of(caption, LONGEST).length() > length + 20
            && ShortText.of(caption, LONGEST).endsWith(ShortText.of(last, 80))
        ? last
        : null;
  }

  private static boolean isInside(Element inner, Element outer) {
    for (Element at = inner; at != null; at = at.parent()) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLabel(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .matches("(?:photo|foto|bild|image|credit|source|quelle|copyright|©)?\\s?:?");
  }

  private static @Nullable String file(Element picture) {
    for (String name : List.of("data-src", "src", "data-original", "data-lazy-src")) {
      String address = picture.attr(name);
      if (!address.isBlank() && address.length() < 2_000 && !address.startsWith("data:")) {
        return address.strip();
      }
    }
    return null;
  }
}
