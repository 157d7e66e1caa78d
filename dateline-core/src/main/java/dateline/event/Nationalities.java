package dateline.event;

import dateline.data.Resource;
import dateline.language.EntityType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Countries by their names, adjectives and peoples, and bodies of many states by their names, in
 * the words of a sentence. Immutable.
 */
final class Nationalities {

  private static final int LONGEST = 5; // words

  /** Columns of {@code actor/countries.tsv}: names, adjectives, further nouns for people. */
  private static final int[] COLUMNS = {1, 2, 3};

  private static final Set<String> BODIES = Set.of("IGO", "UNO", "EUR");

  private static final Nationalities SHARED = new Nationalities();

  private final Map<String, String> codes = new HashMap<>();

  private Nationalities() {
    for (String[] row : Resource.table("actor/organisations.tsv")) {
      if (BODIES.contains(row[0])) {
        for (String name : row[3].split("[;|]")) {
          codes.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), row[0]);
        }
      }
    }
    for (String[] row : Resource.table("actor/countries.tsv")) {
      for (int column : COLUMNS) {
        for (String word : row[column].split("\\|")) {
          if (!word.isBlank()) {
            String key = word.toLowerCase(Locale.ROOT);
            codes.putIfAbsent(key, row[0]);
            codes.putIfAbsent(key + "s", row[0]);
          }
        }
      }
    }
  }

  static Nationalities shared() {
    return SHARED;
  }

  /** The country whose name, adjective or people ends at a position, or null. */
  @Nullable String at(Syntax syntax, int last) {
    String word = syntax.token(last).text();
    if (!Character.isUpperCase(word.codePointAt(0))
        || syntax.token(last).entity() == EntityType.PER) {
      return null;
    }
    String words = "";
    String found = null;
    for (int first = last; first >= 0 && first > last - LONGEST; first--) {
      words = words.isEmpty() ? syntax.lower(first) : syntax.lower(first) + " " + words;
      String code = codes.get(words);
      found = code == null ? found : code; // the longest: "South African"
    }
    return found;
  }
}
