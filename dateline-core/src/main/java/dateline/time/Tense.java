package dateline.time;

import dateline.language.Analysis;
import dateline.language.Sentence;
import dateline.language.Token;
import java.util.Set;

/** Which way a clause looks: the tense of the verb that a time goes with. */
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  private static final Set<String> FUTURE_WORDS =
      Set.of("will", "wo", "shall", "'ll", "’ll", "upcoming", "due", "expires", "expire", "until");
  private static final Set<String> PLANS =
      Set.of(
          "expected",
          "expects",
          "expect",
          "scheduled",
          "plans",
          "planned",
          "plan",
          "planning",
          "due",
          "set",
          "supposed",
          "hopes",
          "hope",
          "intends",
          "intend",
          "going",
          "likely",
          "slated",
          "poised",
          "ready",
          "agreed",
          "about",
          "want",
          "wants",
          "must");
  private static final Set<String> PAST_WORDS =
      Set.of(
          "was", "were", "had", "did", "said", "told", "took", "came", "went", "made", "met",
          "began", "held", "killed", "left", "gave", "found", "fell", "rose", "won", "lost", "has",
          "have", "been", "called", "became", "got", "sent", "led", "struck", "broke", "spoke",
          "saw");
  private static final int REACH = 14;

  /** The tense at a stretch of tokens, from the nearest verb before it, else after it. */
  static Tense at(Analysis analysis, int firstToken, int endToken) {
    if (analysis.tokens().isEmpty() || firstToken >= analysis.tokens().size()) {
      return UNKNOWN;
    }
    Token first = analysis.tokens().get(firstToken);
    Sentence sentence = analysis.sentenceOf(first);
    for (int i = firstToken - 1; i >= Math.max(sentence.firstToken(), firstToken - REACH); i--) {
      Tense tense = of(analysis, sentence, i);
      if (tense != UNKNOWN) {
        return tense;
      }
    }
    for (int i = endToken; i < Math.min(sentence.endToken(), endToken + REACH); i++) {
      Tense tense = of(analysis, sentence, i);
      if (tense != UNKNOWN) {
        return tense;
      }
    }
    return UNKNOWN;
  }

  private static Tense of(Analysis analysis, Sentence sentence, int index) {
    Token token = analysis.tokens().get(index);
    String word = token.lower();
    if (FUTURE_WORDS.contains(word)) {
      return FUTURE;
    }
    boolean to = word.equals("to") && index > sentence.firstToken();
    if (to && isPlan(analysis, index - 1)) {
      return FUTURE;
    }
    boolean tagged = !token.pos().isEmpty();
    boolean past =
        tagged
            ? token.pos().equals("VBD") || PAST_WORDS.contains(word)
            : PAST_WORDS.contains(word)
                || word.length() > 4 && word.endsWith("ed") && !isPlan(analysis, index);
    return past ? PAST : UNKNOWN;
  }

  private static boolean isPlan(Analysis analysis, int index) {
    String word = analysis.tokens().get(index).lower();
    return PLANS.contains(word) || word.equals("is") || word.equals("are");
  }
}
