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

  /** Tokens that the search for a verb goes to either side. */
  private static final int REACH = 14;

  /**
   * The tense at some tokens: of the nearest verb before them in their sentence, else after. On the
   * development texts this told weekdays better than the verb that a parser attached them to.
   */
  static Tense at(Analysis analysis, int firstToken, int endToken) {
    if (firstToken >= analysis.tokens().size()) {
      return UNKNOWN;
    }
    if (saysSoon(analysis, firstToken)) {
      return FUTURE;
    }
    return nearby(analysis, firstToken, endToken);
  }

  /** "as early as Tuesday", "as soon as May". */
  private static boolean saysSoon(Analysis analysis, int firstToken) {
    return firstToken >= 2
        && isWord(analysis, firstToken - 1, "as")
        && (isWord(analysis, firstToken - 2, "early") || isWord(analysis, firstToken - 2, "soon"));
  }

  private static boolean isWord(Analysis analysis, int index, String word) {
    return analysis.tokens().get(index).lower().equals(word);
  }

  private static Tense nearby(Analysis analysis, int firstToken, int endToken) {
    Sentence sentence = analysis.sentenceOf(analysis.tokens().get(firstToken));
    for (int i = firstToken - 1; i >= Math.max(sentence.firstToken(), firstToken - REACH); i--) {
      Tense tense = ofWord(analysis, sentence, i);
      if (tense != UNKNOWN) {
        return tense;
      }
    }
    for (int i = endToken; i < Math.min(sentence.endToken(), endToken + REACH); i++) {
      Tense tense = ofWord(analysis, sentence, i);
      if (tense != UNKNOWN) {
        return tense;
      }
    }
    return UNKNOWN;
  }

  private static Tense ofWord(Analysis analysis, Sentence sentence, int index) {
    Token token = analysis.tokens().get(index);
    String word = token.lower();
    if (FUTURE_WORDS.contains(word)) {
      return FUTURE;
    }
    boolean planned = index > sentence.firstToken() && isPlan(analysis, index - 1);
    if (planned && word.equals("to")) {
      return wasBefore(analysis, sentence, index - 1) ? PAST : FUTURE;
    }
    if (PAST_WORDS.contains(word) || token.pos().equals("VBD")) {
      return PAST;
    }
    boolean regular = token.pos().isEmpty() && word.length() > 4 && word.endsWith("ed");
    return regular && !isPlan(analysis, index) ? PAST : UNKNOWN;
  }

  private static boolean isPlan(Analysis analysis, int index) {
    String word = analysis.tokens().get(index).lower();
    return PLANS.contains(word) || word.equals("is") || word.equals("are");
  }

  /** "had been due". */
  private static boolean wasBefore(Analysis analysis, Sentence sentence, int index) {
    for (int i = index; i >= Math.max(sentence.firstToken(), index - 3); i--) {
      if (isWord(analysis, i, "had")) {
        return true;
      }
    }
    return false;
  }
}
