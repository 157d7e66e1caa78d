package dateline.io;

import dateline.PageInput.Kind;
import java.util.Locale;
import java.util.Set;

/** What file names say about what is in the files. */
final class Names {

  private static final Set<String> HTML = Set.of("html", "htm", "xhtml");
  private static final Set<String> JSON_LINES = Set.of("jsonl", "ndjson");
  private static final Set<String> WARC = Set.of("warc", "wet");
  private static final Set<String> PACKED = Set.of(".gz", ".zst");

  private Names() {}

  static boolean isJsonLines(String name) {
    return JSON_LINES.contains(suffix(name));
  }

  static boolean isWarc(String name) {
    return WARC.contains(suffix(name));
  }

  static boolean isWacz(String name) {
    return suffix(name).equals("wacz");
  }

  /** Whether the file holds many pages. */
  static boolean isSeries(String name) {
    return isJsonLines(name) || isWarc(name) || isWacz(name);
  }

  /** Whether a file found in a folder is read; a file named by the caller always is. */
  static boolean isInput(String name) {
    return isSeries(name) || kind(name) != Kind.AUTO;
  }

  static Kind kind(String name) {
    String suffix = suffix(name);
    if (HTML.contains(suffix)) {
      return Kind.HTML;
    }
    return suffix.equals("txt") ? Kind.SCRAPE : Kind.AUTO;
  }

  /** The suffix in lower case, below {@code .gz} or {@code .zst}. */
  private static String suffix(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String packed : PACKED) {
      if (lower.endsWith(packed)) {
        lower = lower.substring(0, lower.length() - packed.length());
        break;
      }
    }
    return lower.substring(lower.lastIndexOf('.') + 1);
  }
}
