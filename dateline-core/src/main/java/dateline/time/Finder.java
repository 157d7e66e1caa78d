package dateline.time;

import dateline.language.Analysis;
import dateline.language.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where rules match: from left to right, the longest match at each stretch. */
final class Finder {

  private static final Set<String> VERB_LEADS = WordLists.of("verb-leads");

  private static final Set<String> MONTH_LEADS = WordLists.of("month-leads");

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

  /** "April Jones", "Dawn Smith": one word that is part of a person's name. */
  private static boolean isName(Match match, Stretch stretch) {
    boolean name = match.has(Kind.MONTH) || match.has(Kind.PART) || match.has(Kind.HOLIDAY);
    boolean led = MONTH_LEADS.contains(match.lexemes().form(match.first() - 1));
    if (!name || led || match.end() > match.first() + 1) {
      return false;
    }
    Analysis analysis = stretch.analysis();
    int token = analysis.tokenAt(match.lexemes().at(match.first()).start());
    return token < analysis.tokens().size()
        && analysis.tokens().get(token).entity() == EntityType.PER;
  }

  /** "will last two weeks". */
  private static boolean isVerb(Lexemes lexemes, int at) {
    return lexemes.form(at).equals("last") && VERB_LEADS.contains(lexemes.form(at - 1));
  }

  private @Nullable Match longest(Stretch stretch, int at, List<Match> before) {
    if (isVerb(stretch.lexemes(), at)) {
      return null;
    }
    BitSet candidates = book.starting(stretch.lexemes().at(at));
    Match best = null;
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Rule rule = book.rule(i);
      if (rule.works(stretch.narrative())) {
        for (Pattern.State state : rule.pattern().match(reader, stretch.lexemes(), at)) {
          boolean longer = state.end() > (best == null ? at : best.end());
          if (longer) {
            Match match = Match.of(rule, stretch.lexemes(), at, state);
            boolean good = rule.guard().allows(match, stretch, before) && !isName(match, stretch);
            best = good ? match : best;
          }
        }
      }
    }
    return best;
  }
}
