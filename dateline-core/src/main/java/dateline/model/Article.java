package dateline.model;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article as a reader would see it.
 *
 * @param title null when the page prints none
 * @param outlet the publication's name
 * @param language ISO 639-1, or null when it can't be told
 * @param published an ISO day or minute; {@code updated} likewise
 * @param byline clean person (or agency) names in printed order
 * @param dateline the article's opening line of place, time and agency; stays in the text
 * @param text paragraphs separated by one {@code \n}, otherwise as printed
 * @param paragraphs spans of the paragraphs, in order
 * @param sentences spans of the sentences, in order; each lies in one paragraph
 * @param section the outlet's section ("World"), or null
 * @param canonicalUrl the page's own address for itself, http(s) only
 * @param truncated whether the page shows only part of the article (a paywall)
 */
public record Article(
    @Nullable String title,
    @Nullable String outlet,
    @Nullable String language,
    @Nullable Resolved published,
    @Nullable Resolved updated,
    List<String> byline,
    @Nullable Dateline dateline,
    List<Image> images,
    String text,
    List<Span> paragraphs,
    List<Span> sentences,
    @Nullable String section,
    @Nullable String canonicalUrl,
    boolean truncated) {

  public Article {
    byline = List.copyOf(byline);
    images = List.copyOf(images);
    paragraphs = List.copyOf(paragraphs);
    sentences = List.copyOf(sentences);
  }

  /**
   * The line that says where and when a report was filed.
   *
   * @param span its words, from the start of the place to before the dash
   * @param place id of the {@link Place}, once resolved
   * @param time {@code HH:MM}, local
   * @param date ISO day, or {@code --MM-DD} when no year is printed
   * @param agency the wire service named in it
   */
  public record Dateline(
      List<Span> span,
      @Nullable String place,
      @Nullable String time,
      @Nullable String date,
      @Nullable String agency) {

    public Dateline {
      span = List.copyOf(span);
    }

    public Dateline withPlace(@Nullable String id) {
      return new Dateline(span, id, time, date, agency);
    }
  }

  /**
   * An image of the article.
   *
   * @param file file name or address as printed
   * @param licence short form such as {@code CC BY 4.0} or {@code public domain}
   */
  public record Image(
      @Nullable String file,
      @Nullable String caption,
      @Nullable String credit,
      @Nullable String licence,
      @Nullable String licenceUrl) {}

  public Article withSentences(List<Span> spans) {
    return new Article(
        title,
        outlet,
        language,
        published,
        updated,
        byline,
        dateline,
        images,
        text,
        paragraphs,
        spans,
        section,
        canonicalUrl,
        truncated);
  }

  public Article withDateline(@Nullable Dateline line) {
    return new Article(
        title,
        outlet,
        language,
        published,
        updated,
        byline,
        line,
        images,
        text,
        paragraphs,
        sentences,
        section,
        canonicalUrl,
        truncated);
  }
}
