package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.PageInput;
import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.PloverType;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The mission's own page, read right in every layer. Skipped where the shared data is absent. */
class MissionPageTest {

  private static ArticleRecord record;
  private static CodePoints text;

  @BeforeAll
  static void read() throws Exception {
    Path seed = Shared.folder().resolve("seed");
    Assumptions.assumeTrue(Files.isDirectory(seed), "skipped: there is no mission page at " + seed);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(seed, "*.txt")) {
      Path page = files.iterator().next();
      record =
          Dateline.open()
              .read(PageInput.of(Files.readAllBytes(page), page.getFileName().toString()));
    }
    text = CodePoints.of(record.article().text());
  }

  @Test
  void thePage() {
    assertThat(record.article().title()).isNull();
    assertThat(Objects.requireNonNull(record.article().published()).value())
        .isEqualTo("2020-11-17");
    assertThat(record.article().paragraphs()).hasSize(8);
    assertThat(record.article().images())
        .singleElement()
        .satisfies(
            image -> {
              assertThat(image.file()).contains("Ilham Aliyev November 2017.jpg");
              assertThat(image.credit()).isEqualTo("The Kremlin");
              assertThat(image.licence()).isEqualTo("CC BY 4.0");
            });
    assertThat(record.article().text())
        .startsWith("BEIRUT, LEBANON (2:40 P.M.)")
        .endsWith("to end the war.")
        .doesNotContain("licensed", "Daeshbags", "Comment");
  }

  @Test
  void theDateline() {
    var line = Objects.requireNonNull(record.article().dateline());
    assertThat(text.slice(line.span())).startsWith("BEIRUT, LEBANON");
    assertThat(line.time()).isEqualTo("14:40");
    Place place =
        record.places().stream().filter(p -> p.id().equals(line.place())).findFirst().orElseThrow();
    assertThat(place.name()).isEqualTo("Beirut");
    assertThat(place.country()).isEqualTo("LBN");
  }

  @Test
  void theComment() {
    assertThat(record.comments())
        .singleElement()
        .satisfies(
            comment -> {
              assertThat(comment.author()).isEqualTo("Daeshbags Sux");
              assertThat(comment.posted()).isEqualTo("2020-11-17T16:37");
              assertThat(comment.text())
                  .startsWith("With the electronic")
                  .doesNotContain("Daeshbags");
            });
    for (Comment comment : record.comments()) {
      assertThat(record.article().text()).doesNotContain(comment.text());
    }
  }

  @Test
  void thePresidentsStatements() {
    Actor aliyev = actor("Ilham Aliyev");
    assertThat(aliyev.country()).isEqualTo("AZE");
    assertThat(aliyev.sectors()).contains("GOV");
    List<Statement> his =
        record.statements().stream().filter(s -> aliyev.id().equals(s.speaker())).toList();
    assertThat(cues(his))
        .containsSubsequence("said", "said", "claimed", "adding", "noting", "concluded");
    assertThat(words(his.get(0).content()))
        .contains("there can be no negotiations on Karabakh’s status");
    assertThat(his.get(0).kind()).isEqualTo(Statement.Kind.INDIRECT);
    assertThat(Objects.requireNonNull(his.get(0).date()).value()).isEqualTo("2020-11-17");
    assertThat(words(his.get(1).content()))
        .startsWith("“I have repeatedly said that we will not allow");
    assertThat(his.get(1).kind()).isEqualTo(Statement.Kind.DIRECT);
    assertThat(words(Objects.requireNonNull(his.get(1).venue()).span()))
        .contains("speech to citizens")
        .contains("AZTV");
  }

  @Test
  void statementsThatGoOnPointToTheOneBefore() {
    Statement claimed = statement("claimed");
    assertThat(statement("adding").partOf()).isEqualTo(claimed.id());
    assertThat(statement("noting").partOf()).isIn(claimed.id(), statement("adding").id());
  }

  @Test
  void heAndThePresidentAreAliyev() {
    Actor aliyev = actor("Ilham Aliyev");
    List<String> mentions =
        aliyev.mentions().stream().map(mention -> words(mention.span())).toList();
    assertThat(mentions)
        .anyMatch("He"::equals)
        .anyMatch(words -> words.contains("Azerbaijani president"));
  }

  @Test
  void armeniaAndAzerbaijanAccuseEachOther() {
    Event accuse = reported(PloverType.ACCUSE);
    assertThat(countries(accuse.actors())).containsExactlyInAnyOrder("ARM", "AZE");
    assertThat(Objects.requireNonNull(accuse.date()).value()).startsWith("2020-09");
  }

  @Test
  void mobilisationAndFighting() {
    assertThat(reported(PloverType.MOBILIZE).factuality()).isEqualTo(Event.Factuality.ACTUAL);
    assertThat(record.events())
        .anyMatch(
            e ->
                e.type() == PloverType.ASSAULT
                    && e.assertedBy() == null
                    && words(e.trigger()).contains("fighting"));
  }

  @Test
  void threeCapitalsSignTheCeasefire() {
    Event signed =
        record.events().stream()
            .filter(e -> countries(e.actors()).containsAll(List.of("RUS", "AZE", "ARM")))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError("no event of Moscow, Baku and Yerevan: " + record.events()));
    assertThat(Objects.requireNonNull(signed.date()).value()).startsWith("2020-11-10");
    assertThat(signed.assertedBy()).isNull();
    assertThat(signed.actors()).allMatch(side -> side.sectors().contains("GOV"));
  }

  @Test
  void hisRefusalAndHisThreatAreHisClaims() {
    assertThat(record.events())
        .anyMatch(e -> e.type() == PloverType.REJECT && his(e.assertedBy()))
        .anyMatch(e -> e.type() == PloverType.THREATEN && his(e.assertedBy()));
  }

  @Test
  void theReturnIsWhatTheVideoShows() {
    int start = record.article().text().indexOf("returning");
    assertThat(record.events())
        .noneMatch(
            e ->
                e.trigger().get(0).start() == start
                    && e.factuality() == Event.Factuality.ACTUAL
                    && e.assertedBy() == null);
  }

  @Test
  void karabakhKeepsAllItsNames() {
    Place karabakh =
        record.places().stream()
            .filter(p -> p.name().contains("Karabakh"))
            .findFirst()
            .orElseThrow();
    assertThat(karabakh.disputed()).isTrue();
    assertThat(karabakh.alsoKnownAs()).anyMatch(name -> name.contains("Artsakh"));
    assertThat(karabakh.lat()).isNotNull();
  }

  private static boolean his(String statement) {
    String aliyev = actor("Ilham Aliyev").id();
    return record.statements().stream()
        .anyMatch(s -> s.id().equals(statement) && aliyev.equals(s.speaker()));
  }

  private static Event reported(PloverType type) {
    return record.events().stream()
        .filter(e -> e.type() == type && e.assertedBy() == null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " among " + record.events()));
  }

  private static Statement statement(String cue) {
    return record.statements().stream()
        .filter(s -> words(s.cue()).equals(cue))
        .findFirst()
        .orElseThrow();
  }

  private static Actor actor(String name) {
    return record.actors().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> cues(List<Statement> statements) {
    return statements.stream().map(s -> words(s.cue())).toList();
  }

  private static List<String> countries(List<Event.Participant> participants) {
    List<String> countries = new ArrayList<>();
    participants.forEach(p -> countries.add(String.valueOf(p.country())));
    return countries;
  }

  private static String words(List<Span> spans) {
    return text.slice(spans);
  }
}
