package dateline.io.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Event.Factuality;
import dateline.model.Event.Harm;
import dateline.model.Event.Participant;
import dateline.model.PloverType;
import dateline.model.Provenance;
import dateline.model.Resolved;
import dateline.model.Source;
import dateline.text.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Events in PLOVER's JSON and in the columns of GDELT and Phoenix. */
class EventFormatsTest {

  private static final String TEXT = "Rebels attacked the \"Free\tArmy\" on Monday. It was a raid.";

  private static Event event(String id, Factuality factuality, List<Participant> recipients) {
    List<Span> attacked = List.of(new Span(7, 15));
    return new Event(
        id,
        PloverType.ASSAULT,
        null,
        List.of("military", "territory"),
        "190",
        PloverType.ASSAULT.quad(),
        -9,
        attacked,
        List.of(attacked, List.of(new Span(52, 56))),
        List.of(new Participant(null, List.of(new Span(0, 6)), "SYR", List.of("REB", "UAF"))),
        recipients,
        new Resolved("2020-11-16", "weekday", 0.9, List.of()),
        null,
        factuality,
        null,
        new Harm(new Count(3, 3), new Count(10, null), null, null, List.of()),
        0.8);
  }

  private static ArticleRecord record(String outlet, Event... events) {
    Actor army =
        new Actor(
            "a1", "Free\tArmy", Actor.Kind.ARMED_FORCE, "SYR", List.of("MIL"), null, List.of());
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        "r",
        new Source("https://example.org/a", "text/plain", "utf-8", "0", 0, null),
        new Article(
            "A \"title\"",
            outlet,
            "en",
            new Resolved("2020-11-17", "json-ld", 0.9, null),
            null,
            List.of(),
            null,
            List.of(),
            TEXT,
            List.of(new Span(0, 57)),
            List.of(new Span(0, 42), new Span(43, 57)),
            null,
            null,
            false),
        List.of(army),
        List.of(),
        List.of(events),
        List.of(),
        List.of(),
        List.of(),
        new Provenance("dateline test", Map.of(), List.of()));
  }

  private static ArticleRecord attack() {
    Participant army = new Participant("a1", List.of(new Span(21, 30)), "SYR", List.of("MIL"));
    return record("The Paper", event("e1", Factuality.ACTUAL, List.of(army)));
  }

  private static List<List<String>> rows(Table table, ArticleRecord record) throws IOException {
    StringWriter out = new StringWriter();
    new TabWriter(out, table).write(record);
    List<List<String>> rows = new ArrayList<>();
    for (String line : out.toString().split("\n")) {
      if (!line.isEmpty()) {
        rows.add(List.of(line.split("\t", -1)));
      }
    }
    return rows;
  }

  private static String cell(Table table, List<String> row, String column) {
    return row.get(table.columns().stream().map(Table.Column::name).toList().indexOf(column));
  }

  @Test
  void gdeltHasItsColumns() throws IOException {
    Table gdelt = OlderFormats.gdelt(false);
    List<List<String>> rows = rows(gdelt, attack());
    assertThat(gdelt.columns()).hasSize(58);
    assertThat(rows).singleElement().satisfies(row -> assertThat(row).hasSize(58));
    List<String> row = rows.get(0);
    assertThat(cell(gdelt, row, "SQLDATE")).isEqualTo("20201116");
    assertThat(cell(gdelt, row, "FractionDate")).isEqualTo("2020.9479");
    assertThat(cell(gdelt, row, "Actor1Code")).isEqualTo("SYRREBUAF");
    assertThat(cell(gdelt, row, "Actor2Name")).isEqualTo("FREE\\tARMY");
    assertThat(cell(gdelt, row, "EventRootCode")).isEqualTo("19");
    assertThat(cell(gdelt, row, "QuadClass")).isEqualTo("4");
    assertThat(cell(gdelt, row, "NumMentions")).isEqualTo("2");
    assertThat(cell(gdelt, row, "DATEADDED")).isEqualTo("20201117");
    assertThat(Long.parseLong(cell(gdelt, row, "GLOBALEVENTID"))).isPositive();
  }

  @Test
  void phoenixHasItsColumns() throws IOException {
    Table phoenix = OlderFormats.phoenix(false);
    List<String> row = rows(phoenix, attack()).get(0);
    assertThat(row).hasSize(26);
    assertThat(cell(phoenix, row, "SourceActorRole")).isEqualTo("REB");
    assertThat(cell(phoenix, row, "SourceActorAttribute")).isEqualTo("UAF");
    assertThat(cell(phoenix, row, "PentaClass")).isEqualTo("4");
    assertThat(cell(phoenix, row, "SentenceID")).isEqualTo("r_0");
    assertThat(cell(phoenix, row, "Issues")).isEqualTo("military;territory");
  }

  @Test
  void aRowForEachMentionOnRequest() throws IOException {
    Table phoenix = OlderFormats.phoenix(true);
    List<List<String>> rows = rows(phoenix, attack());
    assertThat(rows).hasSize(2);
    assertThat(cell(phoenix, rows.get(1), "SentenceID")).isEqualTo("r_1");
    assertThat(rows).extracting(row -> row.get(0)).doesNotHaveDuplicates();
  }

  @Test
  void onlyWhatHappenedGoesIntoOlderTables() throws IOException {
    ArticleRecord denied = record("x", event("e1", Factuality.NEGATED, List.of()));
    assertThat(rows(OlderFormats.gdelt(false), denied)).isEmpty();
  }

  @Test
  void aSideThatIsNotToldIsEmpty() throws IOException {
    Table gdelt = OlderFormats.gdelt(false);
    List<String> row = rows(gdelt, record("x", event("e1", Factuality.ACTUAL, List.of()))).get(0);
    assertThat(row).hasSize(58);
    assertThat(cell(gdelt, row, "Actor2Code")).isEmpty();
  }

  @Property
  void everyRecordIsALineAndTextComesBack(@ForAll String outlet) throws IOException {
    Table phoenix = OlderFormats.phoenix(false);
    StringWriter out = new StringWriter();
    new TabWriter(out, phoenix).write(record(outlet, event("e1", Factuality.ACTUAL, List.of())));
    String line = out.toString();
    assertThat(line.chars().filter(c -> c == '\n')).hasSize(1);
    String[] cells = line.substring(0, line.length() - 1).split("\t", -1);
    assertThat(cells).hasSize(26);
    assertThat(unescaped(cells[25])).isEqualTo(outlet);
  }

  @Test
  void tabNewlineQuoteAndBackslashSurviveInEveryFormat() throws IOException {
    String outlet = "a\tb\nc\rd\\e\"f'g";
    ArticleRecord record = record(outlet, event("e1", Factuality.ACTUAL, List.of()));

    List<String> row = rows(OlderFormats.phoenix(false), record).get(0);
    assertThat(unescaped(cell(OlderFormats.phoenix(false), row, "NewsSources"))).isEqualTo(outlet);
    assertThat(rows(OlderFormats.gdelt(false), record).get(0)).hasSize(58);
    StringWriter json = new StringWriter();
    PloverWriter plover = new PloverWriter(json, false, StoryColumns.NONE);
    plover.write(record);
    plover.end();
    assertThat(json.toString().lines()).hasSize(1);
    assertThat(new ObjectMapper().readTree(json.toString()).toString()).contains("a\\tb\\nc\\rd");
  }

  private static String unescaped(String cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\') {
        c =
            switch (cell.charAt(++i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> '\\';
            };
      }
      text.append(c);
    }
    return text.toString();
  }

  @Test
  void ploverJsonHasPloversFields() throws IOException {
    StringWriter out = new StringWriter();
    PloverWriter writer = new PloverWriter(out, false, StoryColumns.NONE);
    writer.write(attack());
    writer.write(record("x", event("e1", Factuality.NEGATED, List.of())));
    writer.end();
    String[] lines = out.toString().split("\n");
    assertThat(lines).hasSize(2);
    JsonNode event = new ObjectMapper().readTree(lines[0]);
    assertThat(event.at("/event/0").asText()).isEqualTo("ASSAULT");
    assertThat(event.at("/quad_code").asInt()).isEqualTo(4);
    assertThat(event.at("/actor/0/code").asText()).isEqualTo("SYR");
    assertThat(event.at("/recipient/0/entity_text").asText()).isEqualTo("Free\tArmy");
    assertThat(event.at("/size/dead").asInt()).isEqualTo(3);
    assertThat(event.at("/size/injured/0").asInt()).isEqualTo(10);
    assertThat(event.at("/size/injured/1").isNull()).isTrue();
    assertThat(event.at("/cite_info/title").asText()).isEqualTo("A \"title\"");
    assertThat(new ObjectMapper().readTree(lines[1]).at("/factuality").asText())
        .isEqualTo("negated");
  }

  @Test
  void theCodebookNamesEveryColumn() throws IOException {
    String codebook =
        Files.readString(Path.of("..", "docs", "codebook.md"), StandardCharsets.UTF_8);
    for (Table table : List.of(OlderFormats.gdelt(false), OlderFormats.phoenix(false))) {
      for (Table.Column column : table.columns()) {
        assertThat(codebook).contains("| " + column.name() + " | " + column.meaning() + " |");
      }
    }
  }
}
