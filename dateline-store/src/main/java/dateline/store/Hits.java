package dateline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total how many there are in all
 * @param exact whether that is counted; false: it is reckoned from an even share of more than
 *     10,000
 * @param hits as many as asked for
 * @param next for {@link Query#after}, to get the hits after these; null at the end
 */
public record Hits<T extends Hit>(long total, boolean exact, List<T> hits, @Nullable String next) {

  public Hits {
    hits = List.copyOf(hits);
  }
}
