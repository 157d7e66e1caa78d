package dateline.place;

import dateline.text.CharRange;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article besides its words.
 *
 * @param dateline the dateline's range in the text, UTF-16 units
 * @param outlet the publication's name
 * @param uri the page's address
 */
public record PlaceHints(
    @Nullable CharRange dateline, @Nullable String outlet, @Nullable String uri) {

  public static final PlaceHints NONE = new PlaceHints(null, null, null);
}
