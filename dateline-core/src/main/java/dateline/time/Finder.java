package dateline.time;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where rules match: from left to right, the longest match at each stretch. */
final class Finder {

  private final RuleBook book;
  private final Reader reader;

  Finder(RuleBook book, Reader reader) {
    this.book = book;
    this.reader = reader;
  }

  /** Matches in text order; they don't overlap. */
  List<Match> find(Stretch stretch) {
    List<Match> found = new ArrayList<>();
    int at = 0;
    while (at < stretch.lexemes().size()) {
      Match match = longest(stretch, at, found);
      if (match == null) {
        at++;
      } else {
        found.add(match);
        at = match.end();
      }
    }
    return found;
  }

  private @Nullable Match longest(Stretch stretch, int at, List<Match> before) {
    BitSet candidates = book.starting(stretch.lexemes().at(at));
    Match best = null;
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Rule rule = book.rule(i);
      if (rule.works(stretch.narrative())) {
        for (Pattern.State state : rule.pattern().match(reader, stretch.lexemes(), at)) {
          boolean longer = state.end() > (best == null ? at : best.end());
          if (longer) {
            Match match = Match.of(rule, stretch.lexemes(), at, state);
            best = rule.guard().allows(match, stretch, before) ? match : best;
          }
        }
      }
    }
    return best;
  }
}
