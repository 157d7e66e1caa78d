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
  private static final Set<String> APPOINTED = WordLists.of("appointed");
  private static final Set<String> TIMETABLE = WordLists.of("timetable");
  private static final Set<String> TIMETABLE_UNTAGGED = WordLists.of("timetable-untagged");
  private static final Set<String> AHEAD_LEADS = WordLists.of("ahead-leads");
  private static final Set<String> MEETINGS = WordLists.of("meetings");
  private static final Set<String> PAST_WORDS = WordLists.of("past-words");

  /** Tokens that the search for a verb goes to either side. */
  private static final int REACH = 14;

  /** Tokens between a participle after its noun and the time that goes with it. */
  private static final int NEAR = 2;

  /**
   * The tense at some tokens: of the nearest verb before them in their sentence, else after. On the
   * development texts this told weekdays better than the verb that a parser attached them to.
   */
  static Tense at(Analysis analysis, int firstToken, int endToken) {
    if (firstToken >= analysis.tokens().size()) {
      return UNKNOWN;
    }
    Sentence sentence = analysis.sentenceOf(analysis.tokens().get(firstToken));
    Clause clause = new Clause(analysis, sentence);
    if (clause.leadsAhead(firstToken)) {
      return FUTURE;
    }
    if (clause.isPossessive(endToken)) {
      return clause.ofPossessive(firstToken, endToken);
    }
    return clause.nearby(firstToken, endToken);
  }

  /** A sentence in which verbs are looked for. */
  private record Clause(Analysis analysis, Sentence sentence) {

    /** The word at a token of the sentence, in lower case; "" outside of it. */
    private String word(int index) {
      boolean inside = index >= sentence.firstToken() && index < sentence.endToken();
      return inside ? analysis.tokens().get(index).lower() : "";
    }

    /** "until Tuesday", "ahead of Sunday's vote", "as early as Tuesday". */
    private boolean leadsAhead(int firstToken) {
      String last = word(firstToken - 1);
      String twoWords = word(firstToken - 2) + " " + last;
      return AHEAD_LEADS.contains(last)
          || twoWords.equals("ahead of")
          || twoWords.equals("early as")
          || twoWords.equals("soon as");
    }

    private boolean isPossessive(int endToken) {
      return word(endToken).equals("'s") || word(endToken).equals("’s");
    }

    /** "Wednesday's ruling" was, "Sunday's election" may be ahead. */
    private Tense ofPossessive(int firstToken, int endToken) {
      if (!MEETINGS.contains(word(endToken + 1))) {
        return PAST;
      }
      Tense tense = nearby(firstToken, endToken);
      return tense == UNKNOWN ? FUTURE : tense;
    }

    private Tense nearby(int firstToken, int endToken) {
      int first = Math.max(sentence.firstToken(), firstToken - REACH);
      for (int i = firstToken - 1; i >= first; i--) {
        Tense tense = ofWord(i, firstToken);
        if (tense != UNKNOWN) {
          return tense;
        }
      }
      for (int i = endToken; i < Math.min(sentence.endToken(), endToken + REACH); i++) {
        Tense tense = ofWord(i, firstToken);
        if (tense != UNKNOWN) {
          return tense;
        }
      }
      return UNKNOWN;
    }

    private Tense ofWord(int index, int time) {
      String word = word(index);
      if (FUTURE_WORDS.contains(word)) {
        return word(index + 1).equals("have") ? PAST : FUTURE;
      }
      if (word.equals("to") && isPlan(index - 1)) {
        return wasBefore(index - 1) ? PAST : FUTURE;
      }
      if (word.equals("be") && word(index - 1).equals("to")) {
        return FUTURE;
      }
      if (APPOINTED.contains(word) && index < time && !wasBefore(index)) {
        return FUTURE;
      }
      return ofVerb(analysis.tokens().get(index), word, time);
    }

    private Tense ofVerb(Token token, String word, int time) {
      return switch (token.pos()) {
        case "VBD" -> PAST;
        case "VBZ", "VBP" -> isTimetable(token.index(), word) ? FUTURE : UNKNOWN;
        case "VBN" -> ofParticiple(token, time);
        case "" -> untagged(token.index(), word);
        default -> UNKNOWN;
      };
    }

    /** "announced Wednesday", "was held", but not "will be held" nor "led by the man". */
    private Tense ofParticiple(Token token, int time) {
      for (int i = token.index() - 1; i >= token.index() - 3; i--) {
        switch (word(i)) {
          case "be", "being", "is", "are", "'s", "’s" -> {
            return UNKNOWN;
          }
          case "has", "have", "had", "'ve", "’ve", "was", "were", "been" -> {
            return PAST;
          }
          default -> {}
        }
      }
      boolean near = token.index() < time && time - token.index() <= NEAR;
      return near && !token.relation().equals("amod") ? PAST : UNKNOWN;
    }

    /** "votes", "takes effect". */
    private boolean isTimetable(int index, String word) {
      return TIMETABLE.contains(word) || TIMETABLE.contains(word + "_" + word(index + 1));
    }

    private Tense untagged(int index, String word) {
      if (TIMETABLE_UNTAGGED.contains(word)) {
        return FUTURE;
      }
      boolean regular = word.length() > 4 && word.endsWith("ed") && !isPlan(index);
      boolean passive = word(index - 1).equals("be");
      return (regular || PAST_WORDS.contains(word)) && !passive ? PAST : UNKNOWN;
    }

    private boolean isPlan(int index) {
      String word = word(index);
      return PLANS.contains(word) || word.equals("is") || word.equals("are");
    }

    /** "had been due". */
    private boolean wasBefore(int index) {
      return word(index).equals("had")
          || word(index - 1).equals("had")
          || word(index - 2).equals("had")
          || word(index - 3).equals("had");
    }
  }
}
