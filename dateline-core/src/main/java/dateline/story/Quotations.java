package dateline.story;

import dateline.model.Statement;
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
  private static List<String> quoted(String text) {
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

  /** What a statement's content quotes; all of a direct one whose marks stand outside it. */
  static List<String> quoted(Statement.Kind kind, String content) {
    List<String> quoted = kind == Statement.Kind.INDIRECT ? List.of() : quoted(content);
    return quoted.isEmpty() && kind == Statement.Kind.DIRECT ? List.of(content) : quoted;
  }

  /** The sentences of what is quoted. */
  static List<String> sentences(List<String> quoted) {
    List<String> sentences = new ArrayList<>();
    for (String part : quoted) {
      for (String sentence : part.split("(?<=[.!?…])\\s+")) {
        if (!sentence.isBlank()) {
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }
}
