package dateline.event;

import dateline.data.Resource;
import dateline.model.PloverType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PLOVER's conflict-cooperation values by type and mode. */
final class Scores {

  private final Map<String, Double> byMode = new HashMap<>();

  Scores() {
    for (String[] row : Resource.table("event/modes.tsv")) {
      if (row.length > 2 && !row[2].isBlank()) {
        byMode.put(row[0] + " " + row[1], Double.valueOf(row[2].trim()));
      }
    }
  }

  /** The mode's value, or the type's when the table has none for it. */
  double of(PloverType type, @Nullable String mode) {
    Double value = mode == null ? null : byMode.get(type.name() + " " + mode);
    return value == null ? type.score() : value;
  }
}
