package dateline;

import org.jspecify.annotations.Nullable;

/**
 * One page as the caller hands it in.
 *
 * @param id the caller's id, or null to take it from the bytes
 * @param bytes the page's bytes; not copied, must not change
 * @param kind what the bytes are
 * @param uri address or file name, for the record and as a hint (media type, outlet, dates in
 *     paths)
 * @param charset charset from the transport, when known
 * @param title what the caller knows; wins over the page
 * @param published ISO day that the caller knows; wins over the page
 * @param fetched ISO 8601 instant of the fetch, when known: the upper bound of plausible dates
 */
public record PageInput(
    @Nullable String id,
    byte[] bytes,
    Kind kind,
    @Nullable String uri,
    @Nullable String charset,
    @Nullable String title,
    @Nullable String published,
    @Nullable String fetched) {

  /** What the bytes are. */
  public enum Kind {
    /** Find out from the name and the bytes. */
    AUTO,
    HTML,
    /** A plain-text scrape of a page: furniture, credits and comments may be in it. */
    SCRAPE,
    /** The article's text itself, taken unchanged: {@code article.text} is exactly this. */
    TEXT
  }

  public static PageInput of(byte[] bytes, @Nullable String uri) {
    return new PageInput(null, bytes, Kind.AUTO, uri, null, null, null, null);
  }
}
