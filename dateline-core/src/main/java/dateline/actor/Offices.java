package dateline.actor;

import java.util.List;
import java.util.Set;

/** Which heads of descriptions may mean the holder of which title: "the leader" a president. */
final class Offices {

  private static final List<Set<String>> KIN =
      List.of(
          Set.of("spokesman", "spokeswoman", "spokesperson"),
          Set.of("premier", "minister", "taoiseach", "chancellor"),
          Set.of(
              "lawmaker",
              "legislator",
              "senator",
              "congressman",
              "congresswoman",
              "representative",
              "mp",
              "parliamentarian",
              "speaker",
              "deputy",
              "sen",
              "rep"),
          Set.of("candidate", "nominee", "hopeful", "contender", "frontrunner", "runner"),
          Set.of("diplomat", "ambassador", "envoy"),
          Set.of(
              "chief",
              "head",
              "director",
              "commander",
              "chairman",
              "chairwoman",
              "boss",
              "executive",
              "ceo",
              "president"),
          Set.of(
              "businessman",
              "billionaire",
              "mogul",
              "tycoon",
              "magnate",
              "millionaire",
              "developer"),
          Set.of(
              "journalist", "reporter", "correspondent", "anchor", "columnist", "editor", "host"),
          Set.of(
              "professor", "scientist", "historian", "economist", "analyst", "expert", "scholar"),
          Set.of("monarch", "king", "queen", "emir", "sultan"),
          Set.of("priest", "bishop", "archbishop", "cardinal", "pope", "cleric", "imam", "pontiff"),
          Set.of("politician", "senator", "governor", "mayor", "congressman", "candidate"),
          Set.of("general", "colonel", "officer", "commander", "admiral"),
          Set.of("official", "minister", "secretary", "adviser", "advisor", "aide", "spokesman"));

  private static final Set<String> LEADERS =
      Set.of(
          "president",
          "minister",
          "premier",
          "chancellor",
          "king",
          "emir",
          "leader",
          "dictator",
          "ruler",
          "sultan",
          "taoiseach",
          "chairman",
          "secretary");

  private Offices() {}

  /** Whether a holder of {@code title} may be called {@code word}; both are last words. */
  static boolean fits(String word, String title) {
    if (word.equals(title) || word.equals("leader") && LEADERS.contains(title)) {
      return true;
    }
    return KIN.stream().anyMatch(set -> set.contains(word) && set.contains(title));
  }
}
