package dateline.event;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lemmas of verbs and nouns: irregular forms by table, others by English spelling rules, of which
 * the first result that the event tables know wins.
 */
final class Lemmas {

  private final Map<String, String> irregular = new HashMap<>();
  private final Set<String> known;

  /**
   * @param known words that the tables use: a spelling rule that leads to one of them is preferred
   */
  Lemmas(Set<String> known) {
    this.known = known;
    for (String[] row : Resource.table("event/irregular.tsv")) {
      for (String form : row[1].split(",")) {
        irregular.put(form, row[0]);
      }
    }
  }

  /**
   * @param word in lower case
   * @param pos Penn tag; other than nouns and verbs are their own lemma
   */
  String of(String word, String pos) {
    boolean noun = pos.equals("NNS") || pos.equals("NNPS");
    boolean verb = pos.startsWith("VB") || pos.equals("JJ");
    if (pos.equals("$") || !word.isEmpty() && "$€£¥".indexOf(word.charAt(0)) >= 0) {
      return "money";
    }
    boolean base = (pos.equals("VB") || pos.equals("VBP")) && known.contains(word);
    if (verb && !base || noun && isNounForm(word)) {
      String form = irregular.get(word);
      if (form != null) {
        return form;
      }
    }
    if (noun) {
      return choose(word, withoutS(word));
    }
    // Taggers mix up the forms of a verb, so the ending decides.
    boolean inflected = word.endsWith("ed") || word.endsWith("ing");
    if (!verb || pos.startsWith("VB") && known.contains(word) && !inflected) {
      return word;
    }
    if (word.endsWith("ing")) {
      return choose(word, withoutIng(word));
    }
    if (word.endsWith("ed")) {
      return choose(word, withoutEd(word));
    }
    return pos.equals("JJ") ? word : choose(word, withoutS(word));
  }

  /** "left", "found" as plural nouns do not exist; "men", "children", "lives" do. */
  private static boolean isNounForm(String word) {
    return word.endsWith("n") || word.endsWith("es") || word.equals("feet");
  }

  private String choose(String word, List<String> candidates) {
    for (String candidate : candidates) {
      if (known.contains(candidate)) {
        return candidate;
      }
    }
    return candidates.isEmpty() || known.contains(word) ? word : candidates.get(0);
  }

  private static List<String> withoutS(String word) {
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
      return List.of();
    }
    String stem = word.substring(0, word.length() - 1);
    if (word.endsWith("ies")) {
      return List.of(word.substring(0, word.length() - 3) + "y", stem);
    }
    return word.endsWith("es")
        ? List.of(stem, word.substring(0, word.length() - 2))
        : List.of(stem);
  }

  private static List<String> withoutEd(String word) {
    if (word.length() < 4 || !word.endsWith("ed")) {
      return List.of();
    }
    String stem = word.substring(0, word.length() - 2);
    if (word.endsWith("ied")) {
      return List.of(word.substring(0, word.length() - 3) + "y");
    }
    return stems(stem);
  }

  private static List<String> withoutIng(String word) {
    return word.length() < 5 ? List.of() : stems(word.substring(0, word.length() - 3));
  }

  private static List<String> stems(String stem) {
    int n = stem.length();
    if (n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2)) {
      return List.of(stem, stem.substring(0, n - 1));
    }
    return List.of(stem, stem + "e");
  }
}
