package dateline.corpus;

import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Words with marks; offsets are code points. No word of the corpus lies outside the BMP. */
record Passage(String text, List<Mark> marks) {

  Passage {
    marks = List.copyOf(marks);
  }

  static Passage plain(String text) {
    return new Passage(text, List.of());
  }

  static Passage joined(List<Passage> parts, String separator) {
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    for (Passage part : parts) {
      if (!text.isEmpty()) {
        text.append(separator);
      }
      int at = text.length();
      part.marks.forEach(mark -> marks.add(mark.shifted(at)));
      text.append(part.text);
    }
    return new Passage(text.toString(), marks);
  }

  /** A sentence in which {@code *words*} express the event. */
  static Passage event(String sentence, String key) {
    int open = sentence.indexOf('*');
    int close = sentence.indexOf('*', open + 1);
    String text =
        sentence.substring(0, open)
            + sentence.substring(open + 1, close)
            + sentence.substring(close + 1);
    return new Passage(
        text,
        List.of(
            new Mark(
                Mark.What.EVENT,
                key,
                new Span(0, text.length()),
                List.of(new Span(open, close - 1)),
                false,
                null)));
  }

  /** The same words with one more mark over them. */
  Passage with(Mark mark) {
    List<Mark> all = new ArrayList<>(marks);
    all.add(mark);
    return new Passage(text, all);
  }
}
