package dateline.event;

import dateline.data.Resource;
import dateline.model.PloverType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CAMEO codes and modes of verbs that speak of another event: what is promised, asked, threatened.
 */
final class Complements {

  /** Code and mode by what is spoken of. */
  record Content(@Nullable String cameo, @Nullable String mode) {}

  private final Map<String, Content> rows = new HashMap<>();

  Complements() {
    for (String[] row : Resource.table("event/complements.tsv")) {
      rows.put(
          row[0] + " " + row[1],
          new Content(row[2], row.length > 3 && !row[3].isBlank() ? row[3].trim() : null));
    }
  }

  /**
   * @param cameo the governing row's own code, kept when the table has no narrower one; its root
   *     chooses between appeals (02) and demands (10)
   */
  Content of(PloverType governor, TriggerEntry governed, @Nullable String cameo) {
    PloverType type = governed.type();
    Content content = type == null ? null : rows.get(governor.name() + " " + type.name());
    if (content == null) {
      return new Content(cameo, null);
    }
    String code = content.cameo();
    if (cameo != null && cameo.startsWith("02") && code != null) {
      code = "02" + code.substring(2);
    }
    return new Content(code, content.mode());
  }
}
