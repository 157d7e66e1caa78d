package dateline.time;

import dateline.model.TimeExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of {@code time/rules.tsv}.
 *
 * @param index its row, from 0: of matches of equal length the earlier row's wins
 * @param type null when what matches is no time
 * @param recipe how to work out the value ({@link Resolver})
 * @param words the recipe's further words
 * @param mod TIMEX3 modifier that it always has, or null
 * @param guard check that the match must pass
 * @param confidence how sure, 0 to 1; set by hand from errors seen on development texts
 */
record Rule(
    int index,
    String name,
    TimeExpression.@Nullable Type type,
    Pattern pattern,
    String recipe,
    List<String> words,
    @Nullable String mod,
    Mode mode,
    Guard guard,
    double confidence) {

  /** In which texts the rule works. */
  enum Mode {
    ALL,
    NEWS,
    NARRATIVE,
    OFF
  }

  boolean works(boolean narrative) {
    return mode == Mode.ALL || mode == (narrative ? Mode.NARRATIVE : Mode.NEWS);
  }

  /** The recipe's first further word, or "". */
  String word() {
    return words.isEmpty() ? "" : words.get(0);
  }

  /** The recipe's first further word as a number; 0 when it has none. */
  int number() {
    return words.isEmpty() ? 0 : Integer.parseInt(words.get(0));
  }
}
