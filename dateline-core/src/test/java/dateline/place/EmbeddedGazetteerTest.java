package dateline.place;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedGazetteerTest {

  private static final EmbeddedGazetteer GAZETTEER = EmbeddedGazetteer.load();

  private static List<GazetteerEntry> entries(String name) {
    return GAZETTEER.lookup(PlaceNames.fold(name)).stream().map(Candidate::entry).toList();
  }

  @Test
  void holdsAtLeastThreeThousandCities() {
    assertThat(GAZETTEER.entries())
        .filteredOn(e -> e.kind() == PlaceKind.CITY)
        .hasSizeGreaterThan(3000);
  }

  @Test
  void beirutIsACityOfLebanon() {
    GazetteerEntry beirut = entries("Beirut").get(0);
    assertThat(beirut.country()).isEqualTo("LBN");
    assertThat(beirut.kind()).isEqualTo(PlaceKind.CITY);
    assertThat(beirut.capital()).isTrue();
  }

  @Test
  void karabakhIsDisputedAndKeepsTheNamesOfAllSides() {
    GazetteerEntry karabakh = entries("Karabakh").get(0);
    assertThat(karabakh.disputed()).isTrue();
    assertThat(karabakh.country()).isEqualTo("AZE");
    assertThat(karabakh.alternates()).contains("Artsakh", "Garabagh", "Karabakh");
  }

  @Test
  void everyCountryOfIsoHasCodesPeopleCapitalAndPoint() {
    for (String code : Locale.getISOCountries()) {
      String alpha3 = CountryCodes.load().byTwoLetters().get(code);
      assertThat(alpha3).as(code).isEqualTo(new Locale("", code).getISO3Country());
    }
    for (String[] row : Resource.table("place/countries.tsv")) {
      boolean inhabited = Long.parseLong(row[9]) > 20;
      boolean city = row[0].equals("HKG") || row[0].equals("MAC");
      assertThat(row[4].isEmpty() && inhabited).as("people of " + row[2]).isFalse();
      assertThat(row[5].isEmpty() && inhabited && !city).as("capital of " + row[2]).isFalse();
    }
  }

  @Test
  void everyCapitalIsACityOfItsCountry() {
    for (String[] row : Resource.table("place/countries.tsv")) {
      for (String capital : row[5].isEmpty() ? new String[0] : row[5].split("\\|")) {
        assertThat(entries(capital))
            .as(capital)
            .anyMatch(e -> e.kind() == PlaceKind.CITY && row[0].equals(e.country()));
      }
    }
  }

  @Test
  void neighboursAreMutual() {
    Map<String, List<String>> neighbours = new HashMap<>();
    for (String[] row : Resource.table("place/countries.tsv")) {
      neighbours.put(row[0], List.of(row[8].split(" ")));
    }
    neighbours.forEach(
        (country, others) -> {
          for (String other : others) {
            if (!other.isEmpty()) {
              assertThat(neighbours.get(other)).as(other).contains(country);
            }
          }
        });
  }

  @Test
  void idsAreUnique() {
    assertThat(GAZETTEER.entries().stream().map(GazetteerEntry::id).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyDisputedPlaceHasAllItsNames() {
    assertThat(GAZETTEER.entries())
        .filteredOn(GazetteerEntry::disputed)
        .hasSizeGreaterThan(20)
        .allSatisfy(e -> assertThat(e.hasPoint()).isTrue());
  }

  @Test
  void spellingsOfOneNameShareAKey() {
    assertThat(PlaceNames.fold("São Tomé")).isEqualTo(PlaceNames.fold("Sao Tome"));
    assertThat(PlaceNames.fold("The St. Louis")).isEqualTo(PlaceNames.fold("Saint Louis"));
    assertThat(PlaceNames.fold("Sana’a")).isEqualTo(PlaceNames.fold("Sanaa"));
  }
}
