package dateline.time;

import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.TimeExpression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code time/rules.examples.tsv}: words and what the rules must find in them. Checked
 * without the encoder's tags.
 *
 * @param rule the rule that must find it; for a text without times, one that must prevent them
 * @param published ISO day, or {@code -}
 * @param marked the text, the time in brackets
 * @param type TIMEX3 type; {@code -}: no time at all may be found
 * @param value TIMEX3 value, or {@code -} for none
 * @param mod TIMEX3 modifier, or {@code -} for none
 */
public record RuleExample(
    String rule, String published, String marked, String type, String value, String mod) {

  private static final NewsEnglish ENGLISH = NewsEnglish.segmentOnly();

  /**
   * @param row its cells
   * @throws IllegalArgumentException when a cell is missing or the brackets are
   */
  public static RuleExample of(String[] row) {
    if (row.length != 6) {
      throw new IllegalArgumentException("six columns are needed, here are " + row.length);
    }
    RuleExample example = new RuleExample(row[0], row[1], row[2], row[3], row[4], row[5]);
    boolean marked = row[2].indexOf('[') >= 0 && row[2].indexOf(']') > row[2].indexOf('[');
    if (!marked && !row[3].equals("-")) {
      throw new IllegalArgumentException("no words are in [brackets]");
    }
    return example;
  }

  /** What is wrong; null when the rules do as it says. */
  public @Nullable String check(TimeTagger tagger) {
    String text = marked.replace("[", "").replace("]", "");
    List<TimeExpression> times;
    try {
      Analysis analysis = ENGLISH.analyse(text, Paragraphs.of(text));
      times = tagger.tag(analysis, published.equals("-") ? null : LocalDate.parse(published));
    } catch (DateTimeException wrong) {
      return "the day of publication is no ISO day: " + published;
    }
    if (type.equals("-")) {
      return times.isEmpty() ? null : "a time was found: " + shown(text, times.get(0));
    }
    String wanted =
        "[" + marked.substring(marked.indexOf('[') + 1, marked.indexOf(']')) + "] by " + rule;
    wanted += " as " + type + " " + value + " " + mod;
    int start = text.codePointCount(0, marked.indexOf('['));
    for (TimeExpression time : times) {
      if (time.span().get(0).start() == start) {
        String found = shown(text, time);
        return found.equals(wanted) ? null : "wanted " + wanted + ", found " + found;
      }
    }
    return "not found: " + wanted;
  }

  private static String shown(String text, TimeExpression time) {
    int start = text.offsetByCodePoints(0, time.span().get(0).start());
    int end = text.offsetByCodePoints(0, time.span().get(0).end());
    return "[%s] by %s as %s %s %s"
        .formatted(
            text.substring(start, end),
            time.method(),
            time.type().code(),
            time.value() == null ? "-" : time.value(),
            time.mod() == null ? "-" : time.mod());
  }
}
