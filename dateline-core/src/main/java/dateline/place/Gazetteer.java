package dateline.place;

import java.util.List;
import java.util.Map;

/** Names and the places that carry them. Implementations are immutable and thread-safe. */
public interface Gazetteer {

  /**
   * Every place that carries a name.
   *
   * @param key the name as {@link PlaceNames#fold} gives it
   * @return empty when none does; the order is the same for the same gazetteer
   */
  List<Candidate> lookup(String key);

  /** Who must be named where its data is shown; empty when nobody asks for it. */
  List<String> attributions();

  /**
   * What it holds besides the release's own data, name to {@code sha256:…}: a record read with it
   * depends on that too.
   */
  Map<String, String> imports();
}
