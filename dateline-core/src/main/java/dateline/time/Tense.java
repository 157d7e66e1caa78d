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

  private static final Set<String> FUTURE_WORDS = WordLists.of("future-words");
  private static final Set<String> PLANS = WordLists.of("plans");
  private static final Set<String> PAST_WORDS = WordLists.of("past-words");
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
    boolean inside = index > sentence.firstToken();
    if (inside && word.equals("to") && isPlan(analysis, index - 1)) {
      return wasBefore(analysis, sentence, index - 1) ? PAST : FUTURE;
    }
    if (inside && (word.equals("early") || word.equals("soon")) && isAs(analysis, index - 1)) {
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

  /** "had been due to", "was to". */
  private static boolean wasBefore(Analysis analysis, Sentence sentence, int index) {
    for (int i = index; i >= Math.max(sentence.firstToken(), index - 3); i--) {
      String word = analysis.tokens().get(i).lower();
      if (word.equals("had")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAs(Analysis analysis, int index) {
    return analysis.tokens().get(index).lower().equals("as");
  }

  private static boolean isPlan(Analysis analysis, int index) {
    String word = analysis.tokens().get(index).lower();
    return PLANS.contains(word) || word.equals("is") || word.equals("are");
  }
}
