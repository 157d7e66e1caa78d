package dateline.diff;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item.
 *
 * @param what {@code added}, {@code removed} or {@code changed}
 * @param in {@code statements}, {@code events}, {@code places}, {@code times}, {@code actors}, or
 *     {@code article}: its own title, dates and text
 * @param type of the item as it is, or was when it is removed: AGREE, direct, city …
 * @param words of the item
 * @param fields of a changed one, by dotted name: {@code date.value}
 */
public record Change(
    String what, String in, String type, String words, Map<String, Values> fields) {

  public Change {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /** A field's values; null: it had none. */
  public record Values(@Nullable String before, @Nullable String after) {}
}
