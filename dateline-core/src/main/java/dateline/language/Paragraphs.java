package dateline.language;

import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;

/** The paragraphs of a plain text: its lines that hold more than white space. */
public final class Paragraphs {

  private Paragraphs() {}

  /** In order, in UTF-16 units, without the line breaks; empty for a blank text. */
  public static List<CharRange> of(String text) {
    List<CharRange> paragraphs = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      CharRange line = new CharRange(start, end);
      if (!line.of(text).isBlank()) {
        paragraphs.add(line);
      }
      start = end + 1;
    }
    return paragraphs;
  }
}
