package dateline.corpus;

import dateline.PageInput;
import dateline.model.ArticleRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as an outlet prints it, with what is true about it.
 *
 * @param id unique in the corpus; a revision has its own
 * @param url the same for all revisions of an article
 * @param outlet the publication
 * @param byline the agency when it is named there, else null
 * @param published local time, to the minute; of a revision: when it was changed
 * @param revision from 1
 * @param text paragraphs separated by one {@code \n}
 * @param marks in no order
 */
public record Report(
    String id,
    String url,
    String outlet,
    @Nullable String byline,
    String title,
    String headlineTemplate,
    LocalDateTime published,
    int revision,
    String text,
    List<Mark> marks,
    Truth truth) {

  public Report {
    marks = List.copyOf(marks);
  }

  /** The same page of the outlet, changed. */
  Report inPlaceOf(Report earlier) {
    return new Report(
        earlier.id + "-r" + revision,
        earlier.url,
        outlet,
        byline,
        earlier.title,
        headlineTemplate,
        published,
        revision,
        text,
        marks,
        truth);
  }

  /** A plain page of HTML. */
  public String html() {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>\n");
    page.append("<meta charset=\"utf-8\">\n<title>").append(escape(title)).append("</title>\n");
    meta(page, "og:type", "article");
    meta(page, "og:site_name", outlet);
    meta(page, "og:title", title);
    meta(page, "article:published_time", published + ":00Z");
    page.append("<link rel=\"canonical\" href=\"").append(url).append("\">\n</head><body>\n");
    page.append("<header><a href=\"/\">").append(escape(outlet)).append("</a></header>\n");
    page.append("<article><h1>").append(escape(title)).append("</h1>\n");
    if (byline != null) {
      page.append("<p class=\"byline\">By <span class=\"author\" rel=\"author\">");
      page.append(escape(byline)).append("</span></p>\n");
    }
    page.append("<time datetime=\"")
        .append(published)
        .append("\">")
        .append(published.toLocalDate());
    page.append("</time>\n<div class=\"article-body\">\n");
    for (String paragraph : text.split("\n")) {
      page.append("<p>").append(escape(paragraph)).append("</p>\n");
    }
    return page.append("</div></article>\n</body></html>\n").toString();
  }

  private static void meta(StringBuilder page, String property, String content) {
    page.append("<meta property=\"").append(property).append("\" content=\"");
    page.append(escape(content)).append("\">\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** The page as Dateline reads it. */
  public PageInput page() {
    return new PageInput(
        id,
        html().getBytes(StandardCharsets.UTF_8),
        PageInput.Kind.HTML,
        url,
        "utf-8",
        null,
        null,
        null);
  }

  /**
   * The record as a faultless reader would make it, from what is true about the report: for tests
   * of what comes after reading, where reading a million pages would take days.
   */
  public ArticleRecord record() {
    return MadeRecord.of(this);
  }
}
