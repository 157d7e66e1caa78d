package dateline.io;

import dateline.PageInput.Kind;
import java.util.Locale;
import java.util.Set;

/** What file names say about what is in the files. */
final class Names {

  private static final Set<String> HTML = Set.of("html", "htm", "xhtml");
  private static final Set<String> JSON_LINES = Set.of("jsonl", "ndjson");

  private Names() {}

  static boolean isJsonLines(String name) {
    return JSON_LINES.contains(suffix(name));
  }

  /** Whether a file found in a folder is read; a file named by the caller always is. */
  static boolean isInput(String name) {
    return isJsonLines(name) || kind(name) != Kind.AUTO;
  }

  static Kind kind(String name) {
    String suffix = suffix(name);
    if (HTML.contains(suffix)) {
      return Kind.HTML;
    }
    return suffix.equals("txt") ? Kind.SCRAPE : Kind.AUTO;
  }

  /** The suffix in lower case, below {@code .gz}. */
  private static String suffix(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".gz")) {
      lower = lower.substring(0, lower.length() - 3);
    }
    return lower.substring(lower.lastIndexOf('.') + 1);
  }
}
