package dateline.corpus;

import java.util.List;

/**
 * A made-up person.
 *
 * @param id unique in the world: {@code GEO/mayor/Batumi}
 * @param given spellings of the given name, the person's own first
 * @param family spellings of the family name
 * @param role as printed before the name: {@code Interior Minister}
 * @param sector PLOVER sector code
 */
record Person(
    String id,
    List<String> given,
    List<String> family,
    String role,
    Country country,
    String sector) {

  String name(int spelling) {
    return pick(given, spelling) + " " + family(spelling);
  }

  String family(int spelling) {
    return pick(family, spelling);
  }

  Person withName(Person other) {
    return new Person(id, other.given, other.family, role, country, sector);
  }

  private static String pick(List<String> spellings, int spelling) {
    return spellings.get(Math.min(spelling, spellings.size() - 1));
  }
}
