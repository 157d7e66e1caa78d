package dateline.page;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** News and picture agencies, from {@code page/agencies.tsv}. */
final class Agencies {

  private static final Map<String, String> BY_KEY = new HashMap<>();
  private static final Map<String, String> WIRES = new HashMap<>();
  private static final Pattern SEPARATOR = Pattern.compile("\\s?[/,]\\s?");

  static {
    for (String[] row : Resource.table("page/agencies.tsv")) {
      BY_KEY.putIfAbsent(key(row[0]), row[0]);
      if (row[1].equals("wire")) {
        WIRES.putIfAbsent(key(row[0]), row[0]);
      }
    }
  }

  private Agencies() {}

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^the\\s", "");
  }

  /** Whether the text is the name of a news or picture agency. */
  static boolean isAgency(String text) {
    return BY_KEY.containsKey(key(text));
  }

  /** Whether the text is one or more wire services ("AP", "dpa/lno", "Reuters, AFP"). */
  static boolean isWire(String text) {
    if (WIRES.containsKey(key(text))) {
      return true;
    }
    String[] parts = SEPARATOR.split(text.strip());
    return parts.length > 1 && WIRES.containsKey(key(parts[0]));
  }

  /** Whether some agency's name is one of the parts between slashes, bars or commas. */
  static boolean namesAgency(String text) {
    for (String part : text.split("[/|,]|\\bvia\\b")) {
      if (isAgency(part)) {
        return true;
      }
    }
    return false;
  }

  /** The wire service of this name as it is usually spelt, or null. */
  static @Nullable String wire(String text) {
    return WIRES.get(key(text));
  }
}
