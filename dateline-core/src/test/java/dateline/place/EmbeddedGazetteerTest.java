package dateline.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedGazetteerTest {

  private static final EmbeddedGazetteer GAZETTEER = EmbeddedGazetteer.load();

  private static List<GazetteerEntry> entries(String name) {
    return GAZETTEER.lookup(PlaceNames.fold(name)).stream().map(Candidate::entry).toList();
  }

  @Test
  void holdsAtLeastThreeThousandCities() {
    assertThat(GAZETTEER.size()).isGreaterThan(3000);
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
  void spellingsOfOneNameShareAKey() {
    assertThat(PlaceNames.fold("São Tomé")).isEqualTo(PlaceNames.fold("Sao Tome"));
    assertThat(PlaceNames.fold("The St. Louis")).isEqualTo(PlaceNames.fold("Saint Louis"));
    assertThat(PlaceNames.fold("Sana’a")).isEqualTo(PlaceNames.fold("Sanaa"));
  }
}
