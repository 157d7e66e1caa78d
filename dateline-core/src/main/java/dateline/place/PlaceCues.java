package dateline.place;

import dateline.data.Resource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words that tell what a name near them is, from {@code place/cues.tsv}; lower case. Immutable.
 *
 * @param kinds words that tell the kind of a place: "province", "county"
 */
record PlaceCues(Map<Cue, Set<String>> words, Map<String, PlaceKind> kinds) {

  /** What a word tells. */
  enum Cue {
    /** The name after it is a person's. */
    TITLE,
    /** A given name. */
    GIVEN,
    /** The name before it is a newspaper's, a team's. */
    INSTITUTION,
    /** The name after it is a ship's: "frigate". */
    SHIP,
    /** The name after it is a team's: "Real Madrid". */
    TEAM,
    /** "Of" a place after it is a part of a person's title: "Duchess". */
    NOBLE,
    /** The name before it is the place that runs it: "police", "council". */
    CIVIC,
    /** "Of" a place after it is what it governs: "parliament". */
    GOVERNING,
    /** The last word of a street's name. */
    STREET,
    /** The last word of a street's, a building's, a park's name. */
    SITE,
    /** The first word of something numbered: "Highway 29", "District B". */
    NUMBERED,
    /** A part of a larger place: "northern", "downtown", "upstate". */
    PART,
    /** Also a word, a month, a person's name: a place only where more says so. */
    ORDINARY
  }

  static PlaceCues load() {
    Map<Cue, Set<String>> words = new EnumMap<>(Cue.class);
    Map<String, PlaceKind> kinds = new HashMap<>();
    for (Cue cue : Cue.values()) {
      words.put(cue, new HashSet<>());
    }
    for (String[] row : Resource.table("place/cues.tsv")) {
      String sort = row[0].toUpperCase(Locale.ROOT);
      if (row[0].startsWith("kind-")) {
        kinds.put(row[1], PlaceKind.valueOf(sort.substring("kind-".length())));
      } else {
        words.getOrDefault(Cue.valueOf(sort), new HashSet<>()).add(row[1]);
      }
    }
    return new PlaceCues(words, kinds);
  }

  boolean is(Cue cue, String word) {
    return words.getOrDefault(cue, Set.of()).contains(word);
  }
}
