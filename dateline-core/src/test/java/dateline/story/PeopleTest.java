package dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.story.People.Decision;
import dateline.story.People.Person;
import dateline.story.People.Role;
import dateline.story.People.Sighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

  private static int articles;

  private static Sighting seen(String name, @Nullable String country) {
    return seen(name, country, null, null);
  }

  private static Sighting seen(
      String name, @Nullable String country, @Nullable String role, @Nullable String day) {
    return new Sighting("article-" + ++articles, name, country, List.of(), role, day);
  }

  private static List<Person> people(Sighting... sightings) {
    return People.of(List.of(sightings), List.of());
  }

  private static Decision apart(String name, String other) {
    return new Decision(name, other, false, "by Jo, number 1");
  }

  private static Decision one(String name, String other) {
    return new Decision(name, other, true, "by Jo, number 2");
  }

  @ParameterizedTest
  @CsvSource({
    "Yusuf Karimov, Youssef Karimov",
    "Sergei Shcherbakov, Sergey Scherbakov",
    "Khalid Nasser, Halid Nasser",
    "Ilham Velizade, İlham Vəlizadə",
    "Jana Müller, Jana Muller",
    "A. Lindqvist, Anna Lindkvist"
  })
  void spellingsOfOneNameAreOnePerson(String one, String other) {
    List<Person> people = people(seen(one, "NOR"), seen(other, "NOR"), seen(one, "NOR"));

    assertThat(people).hasSize(1);
    assertThat(people.get(0).names()).containsExactly(one, other);
    assertThat(people.get(0).because()).containsExactly("names that sound alike, country NOR");
  }

  @ParameterizedTest
  @CsvSource({
    "Anna Berg, Erna Berg",
    "Anna Berg, Anna Borgen",
    "Karl Holm, Carla Holmes",
    "Ivan Petrov, Igor Petrov"
  })
  void otherNamesAreOtherPeople(String one, String other) {
    assertThat(people(seen(one, "NOR"), seen(other, "NOR"))).hasSize(2);
  }

  @Test
  void oneNameInTwoCountriesIsTwoPeople() {
    assertThat(people(seen("Maria Santos", "PRT"), seen("Maria Santos", "BRA"))).hasSize(2);
  }

  @Test
  void whoIsSeenWithoutACountryIsTheOneOfThatNameIfThereIsOnlyOne() {
    assertThat(people(seen("Maria Santos", "PRT"), seen("Maria Santos", null))).hasSize(1);
    assertThat(
            people(
                seen("Maria Santos", "PRT"),
                seen("Maria Santos", "BRA"),
                seen("Maria Santos", null)))
        .hasSize(3);
  }

  @Test
  void rolesAreDatedByTheArticlesThatGiveThem() {
    Person person =
        people(
                seen("Anna Berg", "NOR", "Minister", "2021-05-01"),
                seen("Anna Berg", "NOR", "mayor", "2019-03-02"),
                seen("Anna Berg", "NOR", "minister", "2022-01-09"),
                seen("Anna Berg", "NOR", "minister", null),
                seen("Anna Berg", "NOR"))
            .get(0);

    assertThat(person.roles())
        .containsExactly(
            new Role("mayor", "2019-03-02", "2019-03-02", 1),
            new Role("minister", "2021-05-01", "2022-01-09", 3));
    assertThat(person.articles()).hasSize(5);
  }

  @Test
  void whatSomebodyKeepsApartIsTwoPeople() {
    List<Sighting> seen = List.of(seen("Anna Berg", "NOR"), seen("Ana Bergh", "NOR"));

    List<Person> people = People.of(seen, List.of(apart("Ana Bergh", "Anna Berg")));
    assertThat(people).hasSize(2);
    assertThat(people)
        .allMatch(
            person ->
                person
                    .because()
                    .contains(
                        "Ana Bergh is held to be somebody else than Anna Berg"
                            + " (by Jo, number 1)"));
    assertThat(People.of(seen, List.of())).hasSize(1);
  }

  @Test
  void noThirdNameTiesTogetherWhatIsKeptApart() {
    List<Sighting> seen =
        List.of(
            seen("Anna Berg", "NOR"),
            seen("Ana Bergh", "NOR"),
            seen("A. Berg", "NOR"),
            seen("Ana Bergh", null));

    assertThat(People.of(seen, List.of(apart("Ana Bergh", "Anna Berg"))))
        .extracting(person -> Set.copyOf(person.names()))
        .containsExactlyInAnyOrder(
            Set.of("Anna Berg", "A. Berg"), Set.of("Ana Bergh"), Set.of("Ana Bergh"));
  }

  @Test
  void whatSomebodyMergesIsOnePerson() {
    List<Sighting> seen = List.of(seen("Anna Berg", "NOR"), seen("Anna Holm", null));

    List<Person> people = People.of(seen, List.of(one("anna  holm", "Anna Berg")));
    assertThat(people).hasSize(1);
    assertThat(people.get(0).because())
        .containsExactly("anna  holm is held to be Anna Berg (by Jo, number 2)");
  }

  @Test
  void theOrderOfSightingsMakesNoDifference() {
    List<Sighting> seen = new ArrayList<>();
    String[] names = {"Anna Berg", "Ana Bergh", "A. Berg", "Anna Holm", "Arne Berg"};
    String[] countries = {"NOR", "SWE", null};
    Random chance = new Random(3);
    for (int i = 0; i < 40; i++) {
      seen.add(seen(names[chance.nextInt(5)], countries[chance.nextInt(3)]));
    }
    List<Decision> decisions = List.of(apart("A. Berg", "Anna Berg"), one("Anna Holm", "A. Berg"));
    List<Person> people = People.of(seen, decisions);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(seen, chance);
      assertThat(People.of(seen, decisions)).isEqualTo(people);
    }
  }
}
