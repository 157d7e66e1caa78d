package dateline.actor;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Map;

/** Genders of first names: {@code m}, {@code f}, or {@code ?}. Immutable and thread-safe. */
final class FirstNames {

  static final char UNKNOWN = '?';

  private static final class Holder {
    static final FirstNames SHARED = new FirstNames();
  }

  private final Map<String, Character> genders = new HashMap<>();

  private FirstNames() {
    for (String[] row : Resource.table("actor/first-names.tsv")) {
      for (String name : row[1].split(" ")) {
        genders.put(Word.key(name), row[0].charAt(0));
      }
    }
    for (String[] row : Resource.table("actor/persons.tsv")) {
      String[] names = row[0].split(" ");
      if (names.length > 1 && row[1].charAt(0) != 'g') {
        genders.putIfAbsent(Word.key(names[0]), row[1].charAt(0));
      }
    }
  }

  static FirstNames shared() {
    return Holder.SHARED;
  }

  char gender(String name) {
    return genders.getOrDefault(Word.key(name), UNKNOWN);
  }

  boolean contains(String name) {
    return gender(name) != UNKNOWN;
  }
}
