package dateline.corpus;

import dateline.data.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Countries, people, outlets and the sentences that they use. Immutable once made. */
final class World {

  /** Offices that every country fills, as printed before a name, and their PLOVER sector. */
  private static final Map<String, String> OFFICES =
      offices(
          "President", "GOV",
          "Prime Minister", "GOV",
          "Foreign Minister", "GOV",
          "Interior Minister", "GOV",
          "Defence Minister", "GOV",
          "opposition politician", "OPP",
          "union leader", "CVL",
          "army spokesman", "MIL");

  /** Offices that every city fills. */
  private static final Map<String, String> CITY_OFFICES =
      offices("Mayor", "GOV", "police chief", "COP");

  /** One in so many people has the name of somebody else abroad. */
  private static final int NAMESAKES = 40;

  final List<Country> countries = new ArrayList<>();
  final List<Outlet> agencies = new ArrayList<>();
  final List<Outlet> outlets = new ArrayList<>();
  final List<String> groups = new ArrayList<>();
  final Sentences sentences = new Sentences();
  final Map<String, List<Clause>> clauses = new HashMap<>();
  private final Map<String, List<String>> slots = new HashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();

  World(long seed) {
    for (String[] row : Resource.table("corpus/countries.tsv")) {
      List<String> cities = new ArrayList<>(List.of(row[3]));
      cities.addAll(List.of(row[4].split(",")));
      String[] point = row[6].split(",");
      countries.add(
          new Country(
              row[0],
              row[1],
              row[2],
              List.copyOf(cities),
              row[5],
              Double.parseDouble(point[0]),
              Double.parseDouble(point[1])));
    }
    for (String[] row : Resource.table("corpus/outlets.tsv")) {
      boolean agency = row[1].equals("agency");
      (agency ? agencies : outlets).add(new Outlet(row[0], agency, Integer.parseInt(row[2])));
    }
    Resource.table("corpus/groups.tsv").forEach(row -> groups.add(row[0]));
    for (String[] row : Resource.table("corpus/clauses.tsv")) {
      clauses
          .computeIfAbsent(row[0] + row[1], key -> new ArrayList<>())
          .add(new Clause(row[2], row[3], row[4]));
    }
    for (String[] row : Resource.table("corpus/slots.tsv")) {
      slots.computeIfAbsent(row[0], key -> new ArrayList<>()).add(row[1]);
    }
    populate(new SplittableRandom(seed));
  }

  private static Map<String, String> offices(String... pairs) {
    Map<String, String> offices = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      offices.put(pairs[i], pairs[i + 1]);
    }
    return offices;
  }

  private void populate(SplittableRandom random) {
    Map<String, Names> names = new HashMap<>();
    for (String[] row : Resource.table("corpus/names.tsv")) {
      names
          .computeIfAbsent(row[0], culture -> new Names(random.nextInt(1000)))
          .add(row[1], List.of(row[2].split("\\|")));
    }
    for (Country country : countries) {
      Names pool = names.getOrDefault(country.culture(), new Names(0));
      OFFICES.forEach((role, sector) -> settle(pool, country, "", role, sector));
      for (String city : country.cities()) {
        CITY_OFFICES.forEach((role, sector) -> settle(pool, country, "/" + city, role, sector));
      }
    }
    List<Person> all = List.copyOf(people.values());
    for (int i = 0; i < all.size() / NAMESAKES; i++) {
      Person one = all.get(random.nextInt(all.size()));
      Person other = all.get(random.nextInt(all.size()));
      if (!one.country().equals(other.country())) {
        people.put(one.id(), one.withName(other));
      }
    }
  }

  private void settle(Names pool, Country country, String city, String role, String sector) {
    String id = country.code() + "/" + role + city;
    people.put(id, pool.next(id, role, country, sector));
  }

  Person person(Country country, String office) {
    Person person = people.get(country.code() + "/" + office);
    if (person == null) {
      throw new IllegalArgumentException(country.name() + " has no " + office);
    }
    return person;
  }

  String slot(String name, SplittableRandom random) {
    return pick(slots.getOrDefault(name, List.of()), random);
  }

  Country country(String code) {
    return countries.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }

  static <T> T pick(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * What somebody says, sentence by sentence.
   *
   * @param direct with one {@code {word|altered word}}
   * @param indirect as told after "that"
   * @param translated in another translation
   */
  record Clause(String direct, String indirect, String translated) {}

  /** Hands out names of one culture; no two people of it get the same. */
  private static final class Names {

    private final List<List<String>> given = new ArrayList<>();
    private final List<List<String>> family = new ArrayList<>();
    private int next;

    Names(int first) {
      next = first;
    }

    void add(String part, List<String> spellings) {
      (part.equals("given") ? given : family).add(spellings);
    }

    Person next(String id, String role, Country country, String sector) {
      int row = next / family.size();
      int column = next % family.size();
      next++;
      return new Person(
          id,
          given.get((row + 3 * column) % given.size()),
          family.get(column),
          role,
          country,
          sector);
    }
  }

  /** Sentences by kind and part. */
  static final class Sentences {

    private final Map<String, List<String>> byPart = new HashMap<>();

    private Sentences() {
      for (String[] row : Resource.table("corpus/sentences.tsv")) {
        byPart.computeIfAbsent(row[0] + "/" + row[1], key -> new ArrayList<>()).add(row[2]);
      }
    }

    List<String> of(String kind, String part) {
      return byPart.getOrDefault(kind + "/" + part, List.of());
    }
  }
}
