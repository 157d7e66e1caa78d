package dateline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.PloverType;
import dateline.model.Provenance;
import dateline.model.Resolved;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.text.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

  private static final List<Span> HERE = List.of(new Span(0, 4), new Span(6, 9));

  @Test
  void readsBackWhatItWrote() {
    ArticleRecord record = full();
    assertThat(RecordJson.read(RecordJson.write(record))).isEqualTo(record);
    assertThat(RecordJson.read(RecordJson.pretty(record))).isEqualTo(record);
  }

  @Test
  void writesSpansAsPairsAndCodesAsTheContractSpellsThem() {
    String json = RecordJson.write(full());
    assertThat(json)
        .startsWith("{\"schema\":\"dateline/1\",\"id\":\"x\"")
        .contains("\"span\":[[0,4],[6,9]]")
        .contains("\"kind\":\"armed-force\"")
        .contains("\"quad\":\"material conflict\"")
        .contains("\"type\":\"ASSAULT\"")
        .contains("\"type\":\"DATE\"")
        .contains("\"updated\":null")
        .doesNotContain("\n");
  }

  @Test
  void isValidAgainstItsOwnSchema() {
    assertThat(problems(RecordJson.write(full()))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatTheContractDoesNotKnow() {
    String json = RecordJson.write(full());
    assertThat(problems(json.replace("\"armed-force\"", "\"army\""))).isNotEmpty();
    assertThat(problems(json.replace("\"id\":\"x\"", "\"id\":\"x\",\"mood\":1"))).isNotEmpty();
    assertThat(problems(json.replace("[[0,4],[6,9]]", "[[0,4,5]]"))).isNotEmpty();
  }

  @Test
  void saysWhereARecordIsBroken() {
    assertThatThrownBy(() -> RecordJson.read("{\"schema\":\"dateline/1\",\n oops}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line: 2");
  }

  private static List<?> problems(String json) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RecordJson.schema(), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON);
  }

  private static ArticleRecord full() {
    Resolved day = new Resolved("2024-03-02", "json-ld", 0.99, null);
    Article article =
        new Article(
            "Title",
            "The Harbour Post",
            "en",
            day,
            null,
            List.of("A. Writer"),
            new Article.Dateline(HERE, "p1", "14:40", null, null),
            List.of(new Article.Image("a.jpg", null, "Someone", "CC BY 4.0", null)),
            "Rebels hit the fort",
            List.of(new Span(0, 19)),
            List.of(new Span(0, 19)),
            null,
            null,
            false);
    Actor actor =
        new Actor(
            "a1",
            "rebels",
            Actor.Kind.ARMED_FORCE,
            "AZE",
            List.of("REB"),
            null,
            List.of(new Actor.Mention(HERE, Actor.Form.DESCRIPTION)));
    Statement statement =
        new Statement(
            "s1",
            Statement.Kind.MIXED,
            Statement.Type.COMMUNICATION,
            HERE,
            List.of(),
            HERE,
            "a1",
            null,
            new Statement.Venue(HERE),
            new Resolved("2024-03-01", "weekday", 0.9, HERE),
            null,
            null,
            0.8);
    Event event =
        new Event(
            "e1",
            PloverType.ASSAULT,
            null,
            List.of("military"),
            "190",
            Event.Quad.MATERIAL_CONFLICT,
            -9,
            HERE,
            List.of(HERE),
            List.of(new Event.Participant("a1", HERE, "AZE", List.of("REB"))),
            List.of(),
            null,
            "p1",
            Event.Factuality.ACTUAL,
            "s1",
            new Event.Harm(new Event.Count(12, null), null, null, null, HERE),
            0.87);
    Place place =
        new Place(
            "p1",
            HERE,
            "Beirut",
            "LBN",
            33.9,
            35.5,
            Place.Precision.CITY,
            "dateline:beirut",
            List.of(),
            false,
            "only",
            0.98);
    TimeExpression time =
        new TimeExpression(
            "t1", HERE, TimeExpression.Type.DATE, "2024-03-02", null, "published", "r", 0.9);
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        "x",
        new Source("a.html", "text/html", "utf-8", "0".repeat(64), 12, null),
        article,
        List.of(actor),
        List.of(statement),
        List.of(event),
        List.of(place),
        List.of(time),
        List.of(new Comment("Reader", "2024-03-02T10:00", "Hm.", null)),
        new Provenance(
            "dateline 0",
            Map.of("news-en", "sha256:" + "0".repeat(64)),
            List.of(new Provenance.Warning("truncated", null, "Cut."))));
  }
}
