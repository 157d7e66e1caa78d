package dateline.story;

import java.util.ArrayList;
import java.util.List;

/** Words in quotation marks. */
final class Quotations {

  private Quotations() {}

  /** The text with everything in double quotation marks, marks included, turned into blanks. */
  static String blanked(String text) {
    StringBuilder own = new StringBuilder(text);
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean opens = c == '“' || c == '„' || c == '«' || c == '"' && !inside;
      boolean closes = c == '”' || c == '»' || c == '"' && inside;
      if (c == '\n') {
        inside = false; // A mark that is never closed must not swallow the article.
      } else if (opens) {
        inside = true;
      }
      if ((inside || closes) && c != '\n' && !Character.isSurrogate(c)) {
        own.setCharAt(i, ' ');
      }
      if (closes) {
        inside = false;
      }
    }
    return own.toString();
  }

  /** What stands in double quotation marks, marks left out, in order; an open one to the end. */
  static List<String> quoted(String text) {
    List<String> quoted = new ArrayList<>();
    int from = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (from < 0 && (c == '“' || c == '„' || c == '«' || c == '"')) {
        from = i + 1;
      } else if (from >= 0 && (c == '”' || c == '»' || c == '"')) {
        quoted.add(text.substring(from, i));
        from = -1;
      }
    }
    if (from >= 0 && from < text.length()) {
      quoted.add(text.substring(from));
    }
    return quoted;
  }

  /** The quoted sentences of a text. */
  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String part : quoted(text)) {
      for (String sentence : part.split("(?<=[.!?…])\\s+")) {
        if (!sentence.isBlank()) {
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }
}
