package dateline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Event.Participant;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modes, sides, harm, contexts and chains of claims, in sentences of our own, by whole records. */
final class EventPhenomenaTest {

  private static final Dateline DATELINE = Dateline.open();

  static List<String> phenomena() throws IOException {
    return rows("phenomena.tsv");
  }

  static List<String> harms() throws IOException {
    return rows("harm.tsv");
  }

  static List<String> contexts() throws IOException {
    return rows("contexts.tsv");
  }

  @ParameterizedTest
  @MethodSource("phenomena")
  void typeModeAndCountries(String row) throws PageException {
    String[] cell = row.split("\t");
    ArticleRecord record = read(cell[0]);
    Event event = told(record, cell[1]);

    assertThat(event.type().name()).isEqualTo(cell[2]);
    if (!cell[3].equals("*")) {
      assertThat(event.mode()).isEqualTo(cell[3].equals("-") ? null : cell[3]);
    }
    assertThat(countries(event.actors())).isEqualTo(cell[4]);
    if (!cell[5].equals("*")) {
      assertThat(countries(event.recipients())).isEqualTo(cell[5]);
    }
  }

  @ParameterizedTest
  @MethodSource("harms")
  void harmIsARange(String row) throws PageException {
    String[] cell = row.split("\t");
    Event event = read(cell[0]).events().get(0);
    Count count =
        switch (cell[1]) {
          case "killed" -> event.harm().killed();
          case "injured" -> event.harm().injured();
          case "arrested" -> event.harm().arrested();
          default -> event.harm().displaced();
        };

    assertThat(range(count)).isEqualTo(cell[2]);
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void theArticleHasItsContexts(String row) throws PageException {
    String[] cell = row.split("\t");
    ArticleRecord record = read(cell[0]);

    assertThat(record.events()).isNotEmpty();
    assertThat(record.events().get(0).contexts()).containsExactly(cell[1].split(","));
  }

  @Test
  void aDatelineIsNoPartyButTellsWhosePoliceActed() throws PageException {
    ArticleRecord record =
        read(
            "KAMPALA, May 3 (Northline News Service) - Police arrested nine men. At least 140 people"
                + " were hurt.");

    Event event = told(record, "arrested");
    assertThat(event.actors()).extracting(a -> slice(record, a.span())).containsExactly("Police");
    assertThat(countries(event.actors())).isEqualTo("UGA");
    assertThat(record.actors()).extracting(Actor::name).containsExactly("Police");
  }

  @Test
  void whoseTheyAreIsNotTakenFromOneUnrelatedSentence() throws PageException {
    ArticleRecord record = read("Police arrested nine people. Kenya criticised the deal.");

    assertThat(countries(told(record, "arrested").actors())).isEqualTo("-");
  }

  @Test
  void aThingIsNotBlamed() throws PageException {
    ArticleRecord record = read("Kenya criticised the deal on Monday.");

    assertThat(told(record, "criticised").recipients()).isEmpty();
  }

  @Test
  void aClaimInAClaimKeepsTheChain() throws PageException {
    ArticleRecord record =
        read(
            "The envoy said that the army had denied that rebels claimed that troops shelled Kidal.");

    assertThat(chain(record, told(record, "shelled")))
        .containsExactly("rebels", "the army", "The envoy");
  }

  @Test
  void aDeniedClaimIsNegatedAndTheDeniers() throws PageException {
    ArticleRecord record =
        read("The ambassador said that the rebels had denied that they abducted the nurses.");
    Event event = told(record, "abducted");

    assertThat(event.factuality()).isEqualTo(Event.Factuality.NEGATED);
    assertThat(chain(record, event)).containsExactly("the rebels", "The ambassador");
  }

  @Test
  void victimsAndHowTheyDiedAreOneEvent() throws PageException {
    List<Event> events = read("Nine miners were killed when police opened fire.").events();

    assertThat(events).hasSize(1);
    assertThat(events.get(0).mode()).isEqualTo("firearms");
  }

  @Test
  void anEventIsThereOnceWithAllItsMentions() throws PageException {
    ArticleRecord record =
        read(
            "Turkish police arrested two poets on Monday. The poets read in a park.\n"
                + "The arrest of the poets by Turkish police angered writers.");
    List<Event> arrests = record.events().stream().filter(e -> "arrest".equals(e.mode())).toList();

    assertThat(arrests).hasSize(1);
    assertThat(arrests.get(0).mentions()).hasSize(2);
  }

  @Test
  void anotherDayIsAnotherEvent() throws PageException {
    ArticleRecord record =
        read(
            "Turkish police arrested two poets on 3 May 2021.\n"
                + "Turkish police arrested two poets on 9 June 2021.");

    assertThat(record.events()).hasSize(2);
  }

  @Test
  void policeWithoutACountryHaveTheOnlyOneThatTheTextNames() throws PageException {
    Event event = told(read("Police in Lima arrested nine students."), "arrested");

    assertThat(countries(event.actors())).isEqualTo("PER");
    assertThat(countries(event.recipients())).isEqualTo("PER");
  }

  @Test
  void rebelsDoNotTakeTheirEnemysCountry() throws PageException {
    Event event = told(read("Rebels killed two American soldiers."), "killed");

    assertThat(countries(event.actors())).isEqualTo("-");
  }

  @Test
  void whoOnlySaysItDidNotDoIt() throws PageException {
    Event event =
        told(read("Three shepherds were killed near Mosul, Iraqi police said."), "killed");

    assertThat(event.actors()).isEmpty();
  }

  private static ArticleRecord read(String text) throws PageException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return DATELINE.read(
        new PageInput(null, bytes, PageInput.Kind.TEXT, null, null, null, null, null));
  }

  /** The first event whose trigger holds a word. */
  private static Event told(ArticleRecord record, String word) {
    for (Event event : record.events()) {
      if (slice(record, event.trigger()).contains(word)) {
        return event;
      }
    }
    throw new AssertionError(
        "no event by " + word + ": " + record.events().stream().map(Event::type).toList());
  }

  private static String slice(ArticleRecord record, List<Span> spans) {
    return CodePoints.of(record.article().text()).slice(spans);
  }

  private static String countries(List<Participant> sides) {
    String countries =
        sides.stream()
            .map(Participant::country)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return countries.isEmpty() ? "-" : countries;
  }

  private static String range(@Nullable Count count) {
    return count == null
        ? "none"
        : Objects.toString(count.min(), "-") + ".." + Objects.toString(count.max(), "-");
  }

  /** Whose claim it is, the innermost first. */
  private static List<String> chain(ArticleRecord record, Event event) {
    List<String> sources = new ArrayList<>();
    String id = event.assertedBy();
    while (id != null) {
      String wanted = id;
      Statement statement =
          record.statements().stream().filter(s -> s.id().equals(wanted)).findFirst().orElseThrow();
      sources.add(slice(record, statement.source()));
      id = statement.within();
    }
    return sources;
  }

  private static List<String> rows(String file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EventPhenomenaTest.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
