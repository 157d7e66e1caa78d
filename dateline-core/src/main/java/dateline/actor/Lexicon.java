package dateline.actor;

import dateline.actor.Entry.Casing;
import dateline.actor.Entry.Sort;
import dateline.data.Resource;
import dateline.language.Tokenizer;
import dateline.model.Actor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables under {@code actor/}: countries, cities, bodies, persons and roles by their spellings.
 * Immutable and thread-safe; read once.
 */
final class Lexicon {

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "la", "le", "van", "der", "von", "al", "el", "bin", "di", "da", "del", "dos", "ter",
          "ben", "abu", "den", "du", "des", "st", "mac", "ould", "ap", "ibn", "los", "o");

  private static final int LONGEST = 12;

  private static final class Holder {
    static final Lexicon SHARED = new Lexicon();
  }

  private final Tokenizer tokenizer = Tokenizer.load();
  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();
  private final Map<String, List<Person>> surnames = new HashMap<>();

  private Lexicon() {
    persons();
    bodies();
    countries();
    cities();
    roles();
    Comparator<Entry> preference = Comparator.comparing(Entry::sort);
    entries.values().forEach(list -> list.sort(preference));
  }

  static Lexicon shared() {
    return Holder.SHARED;
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  /**
   * A spelling of the lexicon in a row of words.
   *
   * @param start index of its first word
   * @param end index after its last word
   * @param entry the preferred row
   */
  record Match(int start, int end, Entry entry) {}

  /** The longest spellings of a row of words, from left to right, not overlapping. */
  List<Match> scan(List<Word> words) {
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Match match = longestAt(words, at);
      if (match == null) {
        at++;
      } else {
        matches.add(match);
        at = match.end();
      }
    }
    return matches;
  }

  /** The longest spelling that starts at a word, or null. */
  @Nullable Match longestAt(List<Word> words, int at) {
    int length = Math.min(longest.getOrDefault(words.get(at).key(), 0), words.size() - at);
    for (; length > 0; length--) {
      Entry entry = entry(words.subList(at, at + length));
      if (entry != null) {
        return new Match(at, at + length, entry);
      }
    }
    return null;
  }

  private @Nullable Entry entry(List<Word> words) {
    for (Entry entry : entries.getOrDefault(key(words), List.of())) {
      if (fits(entry, words)) {
        return entry;
      }
    }
    return null;
  }

  private static boolean fits(Entry entry, List<Word> words) {
    return switch (entry.casing()) {
      case ANY -> true;
      case INITIAL -> words.get(0).isCapitalised() || words.size() > 2;
      case ALL -> words.stream().allMatch(Word::isAllCapitals);
    };
  }

  /** Persons of a surname, in the table's order. */
  List<Person> surnamed(List<Word> words) {
    return surnames.getOrDefault(key(words), List.of());
  }

  private static String key(List<Word> words) {
    if (words.size() == 1) {
      return words.get(0).key();
    }
    StringBuilder key = new StringBuilder();
    for (Word word : words) {
      key.append(key.isEmpty() ? "" : " ").append(word.key());
    }
    return key.toString();
  }

  private void persons() {
    for (String[] row : Resource.table("actor/persons.tsv")) {
      String[] names = row[0].split("\\|");
      Person person = new Person(names[0], row[1].charAt(0), row[2], Person.roles(row[3]));
      boolean group = person.gender() == 'g';
      Actor.Kind what = group ? Actor.Kind.ARMED_FORCE : Actor.Kind.PERSON;
      for (String name : names) {
        add(name, Sort.PERSON, names[0], row[2], List.of(), what, Casing.INITIAL, person);
        if (!group) {
          surname(row.length > 4 ? row[4] : name, person);
        }
      }
    }
  }

  /** The last word of a name, alone and with the particles before it. */
  private void surname(String name, Person person) {
    List<Word> words = Word.of(name, tokenizer);
    int last = words.size() - 1;
    if (words.get(last).key().equals("jr") || words.get(last).key().matches("[ivx]+")) {
      return;
    }
    for (int from = last; from >= 0; from--) {
      if (from < last && !PARTICLES.contains(words.get(from).key())) {
        return;
      }
      List<Person> bearers =
          surnames.computeIfAbsent(key(words.subList(from, last + 1)), k -> new ArrayList<>());
      if (!bearers.contains(person)) {
        bearers.add(person);
      }
    }
  }

  private void bodies() {
    for (String[] row : Resource.table("actor/organisations.tsv")) {
      List<String> sectors = row[1].equals("-") ? List.of() : List.of(row[1].split(";"));
      Actor.@Nullable Kind what = kind(row[2]);
      for (String body : row[3].split(";")) {
        String[] names = body.strip().split("\\|");
        for (String name : names) {
          add(name, Sort.BODY, names[0], row[0], sectors, what, casing(name), null);
        }
      }
    }
  }

  private void countries() {
    for (String[] row : Resource.table("actor/countries.tsv")) {
      String[] names = row[1].split("\\|");
      for (String name : names) {
        national(name, Sort.COUNTRY, names[0], row[0], Actor.Kind.PLACE, false);
      }
      for (String adjective : cells(row[2])) {
        national(adjective, Sort.DEMONYM, names[0], row[0], Actor.Kind.PEOPLE, false);
        plural(adjective, names[0], row[0]);
      }
      for (String noun : cells(row[3])) {
        national(noun, Sort.DEMONYM, names[0], row[0], Actor.Kind.PEOPLE, false);
        plural(noun, names[0], row[0]);
      }
      for (String capital : cells(row[4])) {
        national(capital, Sort.CAPITAL, capital, row[0], Actor.Kind.PLACE, false);
      }
    }
  }

  private void plural(String demonym, String country, String code) {
    if (!demonym.matches(
        ".*(ese|ish|ch|sh|ss)|U\\.?S\\.?|U\\.?K\\.?|UAE|United States|Papua New Guinea|Hong Kong|New Zealand|Solomon Islands")) {
      national(pluralOf(demonym), Sort.DEMONYM, country, code, Actor.Kind.PEOPLE, true);
    }
  }

  private void national(
      String name, Sort sort, String of, String code, Actor.Kind what, boolean plural) {
    put(new Entry(sort, of, code, List.of(), what, false, plural, casing(name), null), name);
  }

  private void cities() {
    for (String[] row : Resource.table("actor/cities.tsv")) {
      for (String city : row[1].split(";")) {
        String[] names = city.strip().split("\\|");
        for (String name : names) {
          national(name, Sort.CITY, names[0], row[0], Actor.Kind.PLACE, false);
        }
      }
    }
  }

  private void roles() {
    for (String[] row : Resource.table("actor/roles.tsv")) {
      List<String> sectors = row[0].equals("-") ? List.of() : List.of(row[0]);
      boolean soft = row[1].equals("soft");
      Actor.@Nullable Kind what = kind(row[2]);
      for (String cell : row[3].split(";")) {
        String word = cell.strip();
        Actor.@Nullable Kind one = row[2].equals("person") ? Actor.Kind.PERSON : what;
        put(new Entry(Sort.ROLE, word, null, sectors, one, soft, false, Casing.ANY, null), word);
        Actor.@Nullable Kind many = row[2].equals("person") ? Actor.Kind.GROUP : what;
        put(
            new Entry(Sort.ROLE, word, null, sectors, many, soft, true, Casing.ANY, null),
            pluralOf(word));
      }
    }
  }

  private static Actor.@Nullable Kind kind(String cell) {
    if (cell.equals("thing") || cell.equals("place")) {
      return null;
    }
    return switch (cell) {
      case "person" -> Actor.Kind.PERSON;
      default -> Actor.Kind.valueOf(cell.toUpperCase(Locale.ROOT).replace('-', '_'));
    };
  }

  private void add(
      String name,
      Sort sort,
      String of,
      String country,
      List<String> sectors,
      Actor.@Nullable Kind what,
      Casing casing,
      @Nullable Person person) {
    put(new Entry(sort, of, country, sectors, what, false, false, casing, person), name);
  }

  private void put(Entry entry, String spelling) {
    List<Word> words = Word.of(spelling, tokenizer);
    if (words.get(0).key().equals("the") && words.size() > 1) {
      words = words.subList(1, words.size());
    }
    if (words.size() > LONGEST) {
      throw new IllegalStateException("the lexicon's spelling \"" + spelling + "\" is too long");
    }
    longest.merge(words.get(0).key(), words.size(), Math::max);
    List<Entry> same = entries.computeIfAbsent(key(words), k -> new ArrayList<>(1));
    if (same.stream().noneMatch(e -> e.sort() == entry.sort() && e.name().equals(entry.name()))) {
      same.add(entry);
    }
  }

  /** Short names all in capitals match only capitals; other names want a capital at their start. */
  private static Casing casing(String name) {
    String letters = name.replaceAll("[^\\p{L}]", "");
    if (letters.length() <= 5 && letters.equals(letters.toUpperCase(Locale.ROOT))) {
      return Casing.ALL;
    }
    String start = name.startsWith("the ") ? name.substring(4) : name;
    return Character.isUpperCase(start.codePointAt(0)) ? Casing.INITIAL : Casing.ANY;
  }

  private static List<String> cells(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  /** The regular plural of a noun; of "man" and its compounds, "men". */
  static String pluralOf(String noun) {
    if (noun.endsWith("man")
        && !noun.endsWith("human")
        && !noun.equals("German")
        && !noun.equals("Roman")
        && !noun.endsWith("Ottoman")
        && !noun.equals("shaman")) {
      return noun.substring(0, noun.length() - 3) + "men";
    }
    if (noun.endsWith("y") && !noun.matches(".*[aeiou]y")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    if (noun.matches(".*(s|x|ch|sh|z)")) {
      return noun.endsWith("s") && !noun.endsWith("ss") ? noun : noun + "es";
    }
    return noun + "s";
  }
}
