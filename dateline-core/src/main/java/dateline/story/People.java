package dateline.story;

import dateline.model.Actor;
import dateline.model.ArticleRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is who across articles: a function of the sightings, in any order. Names that sound alike are
 * one person's when the countries don't differ; a person seen without a country is the one of that
 * name, if there is only one. What people decided about names comes before either.
 */
public final class People {

  private People() {}

  /**
   * A person in an article.
   *
   * @param name the fullest form there, of at least two words
   * @param day of publication, ISO 8601, or null
   */
  public record Sighting(
      String article,
      String name,
      @Nullable String country,
      List<String> sectors,
      @Nullable String role,
      @Nullable String day) {

    public Sighting {
      sectors = List.copyOf(sectors);
    }
  }

  /**
   * An office or description, as learned from the texts.
   *
   * @param first day of the first article that gives it
   * @param last day of the last
   */
  public record Role(String role, @Nullable String first, @Nullable String last, int articles) {}

  /**
   * A person across articles.
   *
   * @param names all spellings, the most used first
   * @param countries usually one
   * @param roles by first use
   * @param articles ids, in order of id
   * @param because why different spellings are taken for one person, and what was decided about
   *     them
   */
  public record Person(
      List<String> names,
      List<String> countries,
      List<String> sectors,
      List<Role> roles,
      List<String> articles,
      List<String> because) {

    public Person {
      names = List.copyOf(names);
      countries = List.copyOf(countries);
      sectors = List.copyOf(sectors);
      roles = List.copyOf(roles);
      articles = List.copyOf(articles);
      because = List.copyOf(because);
    }
  }

  /**
   * What somebody decided about two names. Of names that are held to be two people's, the first
   * goes alone when others that sound like both would tie them together.
   *
   * @param one whether they are one person's
   * @param by who decided, and the number under which it can be taken back, in words
   */
  public record Decision(String name, String other, boolean one, String by) {

    private boolean isAbout(String first, String second) {
      String mine = folded(name);
      String others = folded(other);
      return mine.equals(folded(first)) && others.equals(folded(second))
          || mine.equals(folded(second)) && others.equals(folded(first));
    }
  }

  /** What names are looked up by: the same for all spellings of a family name. */
  public static String key(String name) {
    return Names.family(name);
  }

  /** The people of one article whose names have at least two words. */
  public static List<Sighting> in(ArticleRecord record) {
    List<Sighting> sightings = new ArrayList<>();
    Long day = Digests.day(record.article().published());
    for (Actor actor : record.actors()) {
      if (actor.kind() == Actor.Kind.PERSON && Words.of(actor.name()).size() > 1) {
        sightings.add(
            new Sighting(
                record.id(),
                actor.name(),
                actor.country(),
                actor.sectors(),
                actor.role(),
                day == null ? null : LocalDate.ofEpochDay(day).toString()));
      }
    }
    return sightings;
  }

  /** The people that sightings are of, the most seen first. */
  public static List<Person> of(List<Sighting> sightings, List<Decision> decisions) {
    List<Sighting> sorted =
        sightings.stream()
            .sorted(
                Comparator.comparing(Sighting::name)
                    .thenComparing(s -> Objects.requireNonNullElse(s.country(), ""))
                    .thenComparing(Sighting::article))
            .toList();
    // One group for each name and country.
    Map<String, List<Sighting>> groups = new TreeMap<>();
    for (Sighting sighting : sorted) {
      String country = Objects.requireNonNullElse(sighting.country(), "");
      groups.computeIfAbsent(sighting.name() + "|" + country, k -> new ArrayList<>()).add(sighting);
    }
    List<List<Sighting>> list = List.copyOf(groups.values());
    return components(list, decisions).all().stream()
        .map(component -> component.stream().flatMap(i -> list.get(i).stream()).toList())
        .map(person -> person(person, decisions))
        .sorted(
            Comparator.comparing((Person person) -> -person.articles().size())
                .thenComparing(person -> person.names().get(0))
                .thenComparing(person -> String.join(" ", person.countries())))
        .toList();
  }

  private static Components components(List<List<Sighting>> groups, List<Decision> decisions) {
    Set<String> alone = new TreeSet<>();
    Components components = joined(groups, decisions, alone);
    for (Decision decision : decisions) {
      if (!decision.one() && together(groups, components, decision)) {
        alone.add(folded(decision.name()));
      }
    }
    return alone.isEmpty() ? components : joined(groups, decisions, alone);
  }

  /**
   * @param alone names that nothing but a decision joins to others
   */
  private static Components joined(
      List<List<Sighting>> groups, List<Decision> decisions, Set<String> alone) {
    Components components =
        Components.of(
            groups,
            (one, other) ->
                isDecided(decisions, true, one, other)
                    || !isDecided(decisions, false, one, other)
                        && !alone.contains(folded(one.get(0).name()))
                        && !alone.contains(folded(other.get(0).name()))
                        && areOne(one.get(0), other.get(0)));
    joinThoseWithoutCountry(groups, decisions, alone, components);
    return components;
  }

  private static boolean together(
      List<List<Sighting>> groups, Components components, Decision decision) {
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (components.find(i) == components.find(j)
            && decision.isAbout(groups.get(i).get(0).name(), groups.get(j).get(0).name())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDecided(
      List<Decision> decisions, boolean toBeOne, List<Sighting> one, List<Sighting> other) {
    return decisions.stream()
        .anyMatch(
            decision ->
                decision.one() == toBeOne
                    && decision.isAbout(one.get(0).name(), other.get(0).name()));
  }

  private static String folded(String name) {
    return String.join(" ", Words.of(name));
  }

  private static boolean areOne(Sighting one, Sighting other) {
    return soundAlike(one.name(), other.name()) && Objects.equals(one.country(), other.country());
  }

  /** Whether family names sound alike, and given names do or one is the other's initial. */
  private static boolean soundAlike(String one, String other) {
    List<String> ones = Words.of(one);
    List<String> others = Words.of(other);
    return Names.family(one).equals(Names.family(other)) && given(ones.get(0), others.get(0));
  }

  private static boolean given(String one, String other) {
    return one.length() == 1 || other.length() == 1
        ? one.charAt(0) == other.charAt(0)
        : Names.skeleton(one).equals(Names.skeleton(other));
  }

  private static void joinThoseWithoutCountry(
      List<List<Sighting>> groups,
      List<Decision> decisions,
      Set<String> alone,
      Components components) {
    Map<Integer, Integer> homes = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      Sighting open = groups.get(i).get(0);
      if (open.country() == null && !alone.contains(folded(open.name()))) {
        Set<Integer> candidates = new TreeSet<>();
        for (int j = 0; j < groups.size(); j++) {
          Sighting other = groups.get(j).get(0);
          if (other.country() != null
              && !alone.contains(folded(other.name()))
              && !isDecided(decisions, false, groups.get(i), groups.get(j))
              && soundAlike(open.name(), other.name())) {
            candidates.add(components.find(j));
          }
        }
        if (candidates.size() == 1) {
          homes.put(i, candidates.iterator().next());
        }
      }
    }
    homes.forEach(components::join);
  }

  private static Person person(List<Sighting> sightings, List<Decision> decisions) {
    Map<String, Integer> names = new TreeMap<>();
    Set<String> countries = new TreeSet<>();
    Set<String> sectors = new TreeSet<>();
    Map<String, List<Sighting>> roles = new TreeMap<>();
    Set<String> articles = new TreeSet<>();
    for (Sighting sighting : sightings) {
      names.merge(sighting.name(), 1, Integer::sum);
      if (sighting.country() != null) {
        countries.add(sighting.country());
      }
      sectors.addAll(sighting.sectors());
      if (sighting.role() != null) {
        roles.computeIfAbsent(Words.folded(sighting.role()), r -> new ArrayList<>()).add(sighting);
      }
      articles.add(sighting.article());
    }
    List<String> spellings =
        names.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    return new Person(
        spellings,
        List.copyOf(countries),
        List.copyOf(sectors),
        roles.entrySet().stream()
            .map(entry -> role(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparing(
                        Role::first, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                    .thenComparing(Role::role))
            .toList(),
        List.copyOf(articles),
        because(spellings, countries, decisions));
  }

  private static Role role(String role, List<Sighting> sightings) {
    TreeSet<String> days = new TreeSet<>();
    Set<String> articles = new LinkedHashSet<>();
    for (Sighting sighting : sightings) {
      articles.add(sighting.article());
      if (sighting.day() != null) {
        days.add(sighting.day());
      }
    }
    return new Role(
        role,
        days.isEmpty() ? null : days.first(),
        days.isEmpty() ? null : days.last(),
        articles.size());
  }

  private static List<String> because(
      List<String> spellings, Set<String> countries, List<Decision> decisions) {
    List<String> because = new ArrayList<>();
    if (spellings.stream().skip(1).anyMatch(name -> soundAlike(spellings.get(0), name))) {
      because.add(
          "names that sound alike"
              + (countries.isEmpty() ? "" : ", country " + String.join(", ", countries)));
    }
    Set<String> known = new TreeSet<>();
    spellings.forEach(name -> known.add(folded(name)));
    for (Decision decision : decisions) {
      boolean name = known.contains(folded(decision.name()));
      boolean other = known.contains(folded(decision.other()));
      if (decision.one() ? name && other : name != other) {
        String held = decision.one() ? " is held to be " : " is held to be somebody else than ";
        because.add(decision.name() + held + decision.other() + " (" + decision.by() + ")");
      }
    }
    return because;
  }
}
