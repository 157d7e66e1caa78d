package dateline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total how many there are in all
 * @param exact whether {@code total} is all; false: there are more than that
 * @param hits as many as asked for
 * @param next for {@link Query#after}, to get the hits after these; null at the end
 */
public record Hits<T extends Hit>(long total, boolean exact, List<T> hits, @Nullable String next) {

  public Hits {
    hits = List.copyOf(hits);
  }
}
