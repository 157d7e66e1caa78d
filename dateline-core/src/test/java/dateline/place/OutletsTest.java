package dateline.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.language.Analysis;
import dateline.model.ArticleRecord;
import dateline.place.OutletHomes.Learned;
import dateline.place.Outlets.Home;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletsTest {

  private static final Gazetteer GAZETTEER = EmbeddedGazetteer.load();
  private static final Outlets TOLD =
      Outlets.of(
          List.of(
              new Home("Eagle-Gazette", "Lancaster, Ohio"),
              new Home("valleynews.example", "Ohio, United States")));

  private static @Nullable String home(
      Outlets outlets, @Nullable String outlet, @Nullable String uri) {
    Analysis text = MarkedText.of("The mayor of [LOC Springfield] spoke.");
    PlaceHints hints = new PlaceHints(null, outlet, uri);
    return PlaceFinder.create(GAZETTEER, outlets).find(text, hints).get(0).gazetteer();
  }

  @Test
  void aToldHomeDecidesByNameOrAddress() {
    assertThat(home(Outlets.NONE, null, null)).doesNotContain("USA.OH");
    assertThat(home(TOLD, "eagle-gazette", null)).startsWith("dateline:USA.OH.");
    assertThat(home(TOLD, null, "https://www.valleynews.example/1")).startsWith("dateline:USA.OH.");
    assertThat(home(TOLD, "Another Paper", "https://other.example/1")).doesNotContain("USA.OH");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.chicagotribune.com/news/1, dateline:USA.IL.",
    "https://news.bostonherald.com/1, dateline:USA.MA.",
  })
  void thePlaceInAnAddressIsAHome(String uri, String id) {
    assertThat(home(Outlets.NONE, null, uri)).startsWith(id);
  }

  @ParameterizedTest
  @CsvSource({"https://laweekly.com/1", "https://example.org", "not an address", "https://times"})
  void mostAddressesSayNothing(String uri) {
    assertThat(home(Outlets.NONE, null, uri)).isEqualTo(home(Outlets.NONE, null, null));
  }

  @Test
  void whatNoGazetteerHasIsNoHome() {
    Outlets odd = Outlets.of(List.of(new Home("Eagle-Gazette", "Nowhere at all, Ohio")));

    assertThat(home(odd, "Eagle-Gazette", null)).isEqualTo(home(Outlets.NONE, null, null));
  }

  @Test
  void linesAreReadAndTheFirstOfAnOutletCounts() {
    Outlets outlets =
        Outlets.parse(
            List.of("# ours", "", "Gazette\tBaku\t6 of 7 datelines", "GAZETTE\tParis"), "file");

    assertThat(outlets.home("gazette", null)).isEqualTo(new Home("Gazette", "Baku"));
    assertThat(outlets.versions().get("outlets")).matches("sha256:[0-9a-f]{64}");
    assertThat(Outlets.NONE.versions()).isEmpty();
  }

  @Test
  void aLineThatSaysNothingIsNamed() {
    assertThatThrownBy(() -> Outlets.parse(List.of("Gazette\tBaku", "Gazette, Baku"), "o.tsv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("o.tsv:2: ");
  }

  @Test
  void homesAreLearnedFromDatelinesWhateverTheOrder() throws PageException {
    List<ArticleRecord> records = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      records.add(filed("TOLEDO, Ohio", "The Lake Post", i));
      records.add(filed(i % 2 == 0 ? "TOLEDO, Ohio" : "DAYTON, Ohio", "The State Post", i));
      records.add(
          filed(List.of("LYON", "NICE", "PARIS").get(i % 3) + ", France", "The Country Post", i));
      records.add(filed(List.of("LIMA", "OSLO", "BAKU").get(i % 3), "The World Post", i));
    }
    records.add(filed("OSLO, Norway", "The Small Post", 0));

    List<Learned> learned = learn(records);
    Collections.reverse(records);

    assertThat(learned)
        .contains(
            new Learned(new Home("The Lake Post", "Toledo, Ohio"), 6, 6),
            new Learned(new Home("The State Post", "Ohio, United States"), 6, 6),
            new Learned(new Home("The Country Post", "France"), 6, 6),
            new Learned(new Home("the-lake-post.example", "Toledo, Ohio"), 6, 6))
        .noneMatch(one -> one.home().outlet().matches("The (World|Small) Post"));
    assertThat(learn(records)).isEqualTo(learned);
  }

  private static List<Learned> learn(List<ArticleRecord> records) {
    OutletHomes homes = new OutletHomes(GAZETTEER);
    records.forEach(homes::take);
    return homes.homes();
  }

  private static final Dateline READER = Dateline.open();

  private static ArticleRecord filed(String line, String outlet, int day) throws PageException {
    String host = outlet.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    String html =
        "<html><head><title>A page</title><meta property=\"og:site_name\" content=\"%s\"></head><body>"
                .formatted(outlet)
            + "<article><h1>Council meets again</h1><p>%s, March %d – The council met on Monday to speak"
                .formatted(line, day + 1)
            + " of the bridge, the harbour and the school, and it will meet again next week.</p>"
            + "<p>Nobody spoke against the plan, which was made in the winter.</p></article></body>";
    return READER.read(
        PageInput.of(
            html.getBytes(StandardCharsets.UTF_8),
            "https://www.%s.example/%d".formatted(host, day)));
  }
}
