package dateline.page;

import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;

/** Joins paragraphs to the article's text, one {@code \n} apart. */
final class Paragraphs {

  private final StringBuilder text = new StringBuilder();
  private final List<CharRange> ranges = new ArrayList<>();

  void add(String paragraph) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    int start = text.length();
    text.append(paragraph);
    ranges.add(new CharRange(start, text.length()));
  }

  String text() {
    return text.toString();
  }

  List<CharRange> ranges() {
    return ranges;
  }

  /** The non-blank lines of a text that is taken unchanged, without their outer white space. */
  static List<CharRange> ofLines(String text) {
    List<CharRange> ranges = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        ranges.add(new CharRange(from, to));
      }
      start = end + 1;
    }
    return ranges;
  }
}
