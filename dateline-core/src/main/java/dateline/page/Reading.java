package dateline.page;

import dateline.model.Article.Image;
import dateline.model.Comment;
import dateline.model.Provenance.Warning;
import dateline.model.Resolved;
import dateline.text.Alignment;
import dateline.text.CharRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of one kind of page found, before dateline and language are added.
 *
 * @param text paragraphs joined by {@code \n}
 * @param alignment from the text to the page; null when it was not asked for
 * @param paragraphs where they stand in {@code text}, in UTF-16 units
 */
record Reading(
    @Nullable String title,
    @Nullable String outlet,
    @Nullable String language,
    @Nullable Resolved published,
    @Nullable Resolved updated,
    List<String> byline,
    List<Image> images,
    String text,
    List<CharRange> paragraphs,
    @Nullable String section,
    @Nullable String canonicalUrl,
    boolean truncated,
    List<Comment> comments,
    List<Warning> warnings,
    @Nullable Alignment alignment) {}
