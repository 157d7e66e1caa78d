package dateline.place;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.language.Analysis;
import dateline.model.Place;
import dateline.model.Place.Precision;
import dateline.text.CharRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {

  private static final PlaceFinder FINDER = PlaceFinder.create(EmbeddedGazetteer.load());

  private static List<Place> places(String marked) {
    return FINDER.find(MarkedText.of(marked), PlaceHints.NONE);
  }

  private static List<String> words(String marked) {
    Analysis analysis = MarkedText.of(marked);
    return FINDER.find(analysis, PlaceHints.NONE).stream()
        .map(place -> analysis.codePoints().slice(place.span()))
        .toList();
  }

  private static Place place(String marked, int index) {
    return places(marked).get(index);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The fire began in [LOC Paris], [LOC Texas], on Monday.            | USA | TX
          The fire began in [LOC Paris], TX, on Monday.                     | USA | TX
          The talks were held in [LOC Paris] by ministers of [LOC France].  | FRA |
          A bridge in [LOC Melbourne], [LOC Florida], was shut.             | USA | FL
          Farmers met in [LOC Melbourne] to speak of [LOC Australia].       | AUS |
          The mayor of [LOC Birmingham], [LOC Alabama], resigned.           | USA | AL
          """)
  void whatIsNamedWithATownTellsWhichItIs(String text, String country, @Nullable String state) {
    Place place = place(text, 0);

    assertThat(place.country()).isEqualTo(country);
    if (state != null) {
      assertThat(place.gazetteer()).startsWith("dateline:" + country + "." + state);
      assertThat(place.method()).isEqualTo("containment");
    }
  }

  @Test
  void theDatelinesPlaceCountsAndItsAgencyDoesNot() {
    Analysis analysis =
        MarkedText.of("LIMA, Sept. 18 ([LOC Harbour Wire]) – Farmers blocked a road on Monday.");
    CharRange line = new CharRange(0, "LIMA, Sept. 18 (Harbour Wire)".length());

    List<Place> found = FINDER.find(analysis, new PlaceHints(line, null, null));

    assertThat(found).singleElement().extracting(Place::gazetteer).isEqualTo("dateline:PER.lima");
  }

  @Test
  void aNameMeansOnePlaceThroughoutAnArticle() {
    List<Place> found =
        places("A man of [LOC Paris], [LOC Texas], was found. [LOC Paris] was quiet after that.");

    assertThat(found.get(2).gazetteer()).isEqualTo(found.get(0).gazetteer());
  }

  @Test
  void theCountryNamedBesidesDecides() {
    Place alone = place("The port of [LOC Tripoli] was closed.", 0);
    Place besides =
        place(
            "In [LOC Lebanon], soldiers went from [LOC Beirut] and [LOC Sidon] to [LOC Tripoli].",
            3);

    assertThat(alone.country()).isEqualTo("LBY");
    assertThat(besides.country()).isEqualTo("LBN");
  }

  @Test
  void peopleNamedAfterPlacesArePeople() {
    assertThat(words("[PER Paris Hilton] met [PER Chad Brown] and [PER London Breed].")).isEmpty();
  }

  @Test
  void anOfficeNamesThePlaceThatItIsOf() {
    assertThat(words("[PER Foreign Minister of Niger Ali Saley] left.")).containsExactly("Niger");
  }

  @Test
  void papersAndTeamsAreNoPlaces() {
    assertThat(words("The New York Times wrote that the Chicago Bulls lost.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ORG New York Times] reporters met [ORG Moscow Times] staff.",
        "Fans of Real [LOC Madrid] sang, and so did those of FC [LOC Barcelona].",
        "The USS [LOC New York] met the frigate [LOC Moskva] and HMS Edinburgh.",
        "The [PER Duke of Sussex] and the Prince of [LOC Wales] came.",
        "The [ORG Bank of England] and the [ORG University of Nairobi] were shut.",
        "[PER Denzel Washington] came late. [PER Washington] was tired.",
      })
  void namesOfPapersTeamsShipsPeersAndBodiesAreNoPlaces(String text) {
    assertThat(words(text)).isEmpty();
  }

  @Test
  void whatIsGovernedIsAPlace() {
    assertThat(
            words(
                "The [ORG Parliament of Georgia] voted; the [ORG Supreme Court of India] did not."))
        .containsExactly("Georgia", "India");
  }

  @Test
  void aCapitalThatActsIsAPlaceWhateverItIsMarkedAs() {
    assertThat(words("[PER Baku] accused [ORG Yerevan] of breaking its word."))
        .containsExactly("Baku", "Yerevan");
  }

  @Test
  void aPrepositionIsNoPartOfAName() {
    assertThat(words("A bomb went off in the town [LOC of Garissa].")).containsExactly("Garissa");
  }

  @ParameterizedTest
  @CsvSource({"Oklahoma, REGION", "Africa, REGION", "Mexico, COUNTRY", "Baku, CITY"})
  void whatIsLargeComesBeforeAVillageOfItsName(String name, Precision precision) {
    GazetteerEntry village =
        new GazetteerEntry(
            "geonames:1", PlaceKind.CITY, name, "USA", "PA", 40, -79, 800, false, List.of(), false);
    Gazetteer villages =
        new Gazetteer() {
          @Override
          public List<Candidate> lookup(String key) {
            return key.equals(PlaceNames.fold(name))
                ? List.of(new Candidate(village, name, NameForm.LISTED))
                : List.of();
          }

          @Override
          public List<String> attributions() {
            return List.of();
          }

          @Override
          public Map<String, String> imports() {
            return Map.of();
          }
        };
    PlaceFinder finder =
        PlaceFinder.create(LayeredGazetteer.of(villages, EmbeddedGazetteer.load()));

    assertThat(finder.find(MarkedText.of("Rain fell on [LOC " + name + "]."), PlaceHints.NONE))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.gazetteer()).isNotEqualTo(village.id());
              assertThat(place.precision()).isEqualTo(precision);
            });
  }

  @Test
  void theArticleIsOnlyOfANameThatHasIt() {
    assertThat(words("The Berlin talks were moved to The Hague."))
        .containsExactly("Berlin", "The Hague");
  }

  @Test
  void theTownOfAPoliceForceIsAPlace() {
    assertThat(words("[ORG Chicago Police Department] made an arrest.")).containsExactly("Chicago");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She speaks the English language.",
        "The grant is worth US$3 million.",
        "He may march in May, reading of a nice orange.",
        "He lives at 20 Victoria Street.",
      })
  void wordsThatOnlyLookLikePlaces(String text) {
    assertThat(words(text)).isEmpty();
  }

  @Test
  void continentsAndPeoplesStandForTheirAreas() {
    Place european = place("[NORP European] ministers met.", 0);

    assertThat(european.name()).isEqualTo("Europe");
    assertThat(european.country()).isNull();
    assertThat(european.precision()).isEqualTo(Precision.REGION);
  }

  @Test
  void aStreetLiesWhereTheArticleIs() {
    Place street = place("Shots were heard in [LOC Aleppo], near [LOC Baghdad Street].", 1);

    assertThat(street.name()).isEqualTo("Baghdad Street");
    assertThat(street.country()).isEqualTo("SYR");
    assertThat(street.precision())
        .as("no word says that it lies in it")
        .isEqualTo(Precision.REGION);
    assertThat(street.method()).isEqualTo("focus");
    assertThat(street.gazetteer()).isNull();
    assertThat(street.confidence()).isLessThanOrEqualTo(0.6);
  }

  @Test
  void aHospitalOfATownLiesInIt() {
    Place hospital = place("They were taken to [LOC Aleppo University Hospital].", 0);

    assertThat(hospital.name()).isEqualTo("Aleppo University Hospital");
    assertThat(hospital.country()).isEqualTo("SYR");
    assertThat(hospital.method()).isEqualTo("within");
    assertThat(hospital.precision()).isEqualTo(Precision.CITY);
  }

  @Test
  void whatNothingIsKnownOfStaysUnresolved() {
    Place unknown = place("They were last seen at [LOC Grimbleton Hollow].", 0);

    assertThat(unknown.country()).isNull();
    assertThat(unknown.lat()).isNull();
    assertThat(unknown.precision()).isNull();
    assertThat(unknown.method()).isEqualTo("unresolved");
  }

  @Test
  void aPartOfAPlaceIsFoundWithIt() {
    assertThat(words("Storms hit [LOC northern Iraq] and [LOC Northern California]."))
        .containsExactly("Iraq", "Northern California");
  }

  @Test
  void aNameMarkedAsAPersonElsewhereIsAPerson() {
    assertThat(
            words("[PER Juan Kosinski] was armed. [PER Kosinski] fled; [LOC Kosinski] was caught."))
        .isEmpty();
  }

  @Test
  void disputedPlacesKeepAllNames() {
    Place place = place("Fighting broke out in [LOC Karabakh].", 0);

    assertThat(place.disputed()).isTrue();
    assertThat(place.country()).isEqualTo("AZE");
    assertThat(place.alsoKnownAs()).contains("Artsakh");
  }

  @Test
  void aTelephoneNumberTellsTheState() {
    String town = "The council of [LOC Springfield] meets on Monday.";

    assertThat(place(town + " Call 413-555-0134.", 0).gazetteer()).startsWith("dateline:USA.MA");
    assertThat(place(town + " Call (417) 555-0134.", 0).gazetteer()).startsWith("dateline:USA.MO");
  }

  @Test
  void thePublicationsNameAndAddressTellItsHome() {
    Analysis text = MarkedText.of("The mayor of [LOC Perth] spoke.");

    Place unknown = FINDER.find(text, PlaceHints.NONE).get(0);
    Place ofScotland =
        FINDER
            .find(text, new PlaceHints(null, "The Glasgow Herald", "https://news.example.uk/1"))
            .get(0);
    assertThat(ofScotland.country()).isEqualTo("GBR");
    assertThat(unknown.country()).isEqualTo("AUS");
  }

  @Test
  void theSameTextGivesTheSamePlaces() {
    String text = "[LOC Tripoli], [LOC Paris] and [LOC Springfield] signed in [LOC Georgia].";

    assertThat(places(text)).isEqualTo(places(text));
  }
}
