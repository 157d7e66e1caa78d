package dateline.store;

import java.util.List;

/**
 * What a search found.
 *
 * @param total how many there are in all
 * @param hits as many as asked for
 */
public record Hits<T extends Hit>(long total, List<T> hits) {

  public Hits {
    hits = List.copyOf(hits);
  }
}
