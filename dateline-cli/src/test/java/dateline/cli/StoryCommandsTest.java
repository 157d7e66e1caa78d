package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.store.RecordStore;
import dateline.store.RecordStore.Reading;
import dateline.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories of a made-up fortnight, whose records are taken from the truth. */
class StoryCommandsTest {

  @TempDir private static Path folder;

  private static Path store;
  private static String largest;

  @BeforeAll
  static void fill() {
    store = folder.resolve("store.db");
    try (RecordStore opened = SqliteStore.open(store)) {
      opened.save(
          Corpus.reports(Plan.demo(3))
              .map(report -> new Reading(report.url(), null, report.id(), report.record()))
              .toList());
    }
    Matcher line =
        Pattern.compile("story\\s+(\\d+)").matcher(run("stories", "--by", "largest").out());
    assertThat(line.find()).isTrue();
    largest = line.group(1);
  }

  private static Cli.Result run(Object... arguments) {
    return new Cli().with("DATELINE_STORE", store.toString()).run(arguments);
  }

  private static JsonNode json(Object... arguments) throws IOException {
    return new ObjectMapper().readTree(run(arguments).out());
  }

  @Test
  void storiesAreListedWithArticlesTextsAndOutletsApart() throws IOException {
    Cli.Result result = run("stories", "--by", "largest", "--limit", "3");
    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("the first 3").contains("articles · ").contains(" texts · ");

    JsonNode found = json("stories", "--by", "largest", "--limit", "3", "--format", "json");
    assertThat(found.at("/total").asInt()).isGreaterThan(3);
    JsonNode first = found.at("/stories/0");
    assertThat(first.path("articles").asInt())
        .isGreaterThanOrEqualTo(found.at("/stories/1/articles").asInt())
        .isGreaterThan(first.path("texts").asInt());
  }

  @Test
  void aStoryTellsItsSourcesEventsStatementsAndWhy() throws IOException {
    String shown = run("story", largest).out();
    assertThat(shown)
        .contains("independent source")
        .contains("Who reports it")
        .contains("(agency), printed by")
        .contains("What happened")
        .contains("Who said what")
        .contains("Why these articles are one story")
        .contains("both tell of");

    JsonNode story = json("story", largest, "--format", "json");
    assertThat(story.path("number").asText()).isEqualTo(largest);
    assertThat(story.at("/story/sources").size()).isLessThan(story.at("/story/outlets").asInt());
    String article = story.at("/story/articles/1/article").asText();
    assertThat(run("story", article).out()).isEqualTo(shown);
  }

  @Test
  void whatIsNotThereIsStatusOneAndWhatIsWrongStatusTwo() {
    assertThat(run("story", "999999").status()).isEqualTo(1);
    assertThat(run("stories", "marmalade").status()).isEqualTo(1);
    assertThat(run("said", "Marmalade").status()).isEqualTo(1);
    assertThat(run("people", "Marmalade").status()).isEqualTo(1);
    assertThat(run("stories", "--from", "yesterday").status()).isEqualTo(2);
    assertThat(run("stories", "--limit", "0").status()).isEqualTo(2);
    assertThat(run("people").status()).isEqualTo(2);
    assertThat(run("people", "Berg", "--undo", "77").status()).isEqualTo(2);
  }

  @Test
  void whatASpeakerSaidAndWhoTheyAre() throws IOException {
    String speaker =
        json("story", largest, "--format", "json")
            .at("/story/statements")
            .findValuesAsText("speaker")
            .stream()
            .filter(name -> name.contains(" "))
            .findFirst()
            .orElseThrow();

    JsonNode said = json("said", speaker, "--format", "json");
    assertThat(said.at("/0/speaker").asText()).isEqualTo(speaker);
    assertThat(run("said", speaker).out()).contains("2024");
    assertThat(json("people", speaker, "--format", "json").at("/0/names").toString())
        .contains(speaker);
  }

  @Test
  void exportsTellHowEventsAndStatementsStandInTheirStories() {
    String events = run("export", "--what", "events").out();
    assertThat(events.lines().findFirst().orElseThrow())
        .endsWith("story,standing,reports,outlets,independent_sources,claimed_by,denied_by");
    assertThat(events).containsPattern("(?m),\\d+,corroborated,\\d+,\\d+,\\d+,");
    assertThat(run("export", "--what", "statements").out())
        .containsPattern("(?m),\\d+,whole,\\d+,\\d+,\\d+\\r?$")
        .containsPattern("(?m),\\d+,altered,\\d+,\\d+,\\d+\\r?$");
    assertThat(run("export", "--format", "plover").out())
        .contains("\"corroboration\":{\"story\":")
        .contains("\"standing\":\"corroborated\"");
    assertThat(run("export", "--format", "geojson").out()).contains("\"independent_sources\":");
  }

  @Test
  void namesAreMergedAndThatIsTakenBack() {
    Cli.Result kept = run("people", "Nobody Atall", "--merge", "Some Other", "--who", "Ana");
    assertThat(kept.err()).contains("Kept as number 1");
    assertThat(run("people", "--undo", "1").status()).isZero();
    assertThat(run("people", "--undo", "1").status()).isEqualTo(2);
  }
}
