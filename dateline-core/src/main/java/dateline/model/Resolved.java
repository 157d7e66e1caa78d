package dateline.model;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that was worked out, with how and how surely.
 *
 * @param value the value as text: an ISO 8601 date, a name …
 * @param method how it was found: a stable, short name such as {@code json-ld} or {@code
 *     weekday-before-published}
 * @param confidence 0 to 1
 * @param span the words of the article that prove it; null when they are not in the article's text
 */
public record Resolved(String value, String method, double confidence, @Nullable List<Span> span) {

  public Resolved {
    confidence = Confidence.of(confidence);
    span = span == null ? null : List.copyOf(span);
  }
}
