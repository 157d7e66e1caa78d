package dateline.model;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the text shows it, before anyone is resolved: the three parts of an attribution
 * (after PARC 3.0 and PolNeAR). Each part is in text order, may be discontinuous; source and cue
 * may be empty, content never is.
 *
 * @param partOf index, in the list that this stands in, of the attribution that this one continues;
 *     null if none
 * @param parent index of the attribution inside whose content this one stands; null if none
 * @param addressee words for who is spoken to, or empty
 * @param venue words for where or through what it was said, or empty
 */
public record Attribution(
    Statement.Kind kind,
    Statement.Type type,
    List<Span> source,
    List<Span> cue,
    List<Span> content,
    @Nullable Integer partOf,
    @Nullable Integer parent,
    List<Span> addressee,
    List<Span> venue,
    double confidence) {

  public Attribution {
    if (content.isEmpty()) {
      throw new IllegalArgumentException("an attribution needs content");
    }
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
    addressee = List.copyOf(addressee);
    venue = List.copyOf(venue);
  }
}
