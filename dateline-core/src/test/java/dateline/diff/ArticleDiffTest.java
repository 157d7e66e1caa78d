package dateline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.PloverType;
import dateline.model.Provenance;
import dateline.model.Resolved;
import dateline.model.Source;
import dateline.text.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleDiffTest {

  private static final String TEXT = "Berg will sign the accord. Holm fears a siege of Oslo.";

  private static ArticleRecord record(String text, List<Event> events) {
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        "a",
        new Source(null, "text/html", "utf-8", "0", 1, null),
        new Article(
            "T", null, "en", null, null, List.of(), null, List.of(), text, List.of(), List.of(),
            null, null, false),
        List.of(
            new Actor(
                "a1",
                "Berg",
                Actor.Kind.PERSON,
                null,
                List.of(),
                null,
                List.of(new Actor.Mention(List.of(new Span(0, 4)), Actor.Form.NAME)))),
        List.of(),
        events,
        List.of(),
        List.of(),
        List.of(),
        new Provenance("x", Map.of(), List.of()));
  }

  private static Event event(
      String id, PloverType type, int start, int end, @Nullable String date) {
    return new Event(
        id,
        type,
        null,
        List.of(),
        null,
        type.quad(),
        type.score(),
        List.of(new Span(start, end)),
        List.of(),
        List.of(new Event.Participant("a1", List.of(new Span(0, 4)), null, List.of())),
        List.of(),
        date == null ? null : new Resolved(date, "test", 1, null),
        null,
        Event.Factuality.PLANNED,
        null,
        Event.Harm.NONE,
        1);
  }

  @Test
  void theSameUnderOtherNumbersIsTheSame() {
    ArticleRecord one =
        record(
            TEXT,
            List.of(
                event("e1", PloverType.AGREE, 10, 14, null),
                event("e2", PloverType.COERCE, 40, 45, null)));
    ArticleRecord other =
        record(
            TEXT,
            List.of(
                event("e1", PloverType.COERCE, 40, 45, null),
                event("e2", PloverType.AGREE, 10, 14, null)));

    assertThat(ArticleDiff.of(one, other).isSame()).isTrue();
  }

  @Test
  void tellsWhatWasAddedRemovedAndChangedField() {
    ArticleDiff diff =
        ArticleDiff.of(
            record(
                TEXT,
                List.of(
                    event("e1", PloverType.AGREE, 10, 14, "2024"),
                    event("e2", PloverType.COERCE, 40, 45, null))),
            record(
                TEXT,
                List.of(
                    event("e1", PloverType.CONSULT, 10, 14, "2024-05"),
                    event("e2", PloverType.ASSAULT, 32, 37, null))));

    assertThat(diff.what()).isEqualTo("changed");
    assertThat(diff.changes())
        .extracting(change -> change.what() + " " + change.type() + " " + change.words())
        .containsExactly("changed CONSULT sign", "added ASSAULT fears", "removed COERCE siege");
    Map<String, Change.Values> fields = diff.changes().get(0).fields();
    assertThat(fields.get("date.value")).isEqualTo(new Change.Values("2024", "2024-05"));
    assertThat(fields.get("type")).isEqualTo(new Change.Values("AGREE", "CONSULT"));
    assertThat(fields).doesNotContainKey("actors");
  }

  @Test
  void wordsThatGrewAreTheSameItem() {
    ArticleDiff diff =
        ArticleDiff.of(
            record(TEXT, List.of(event("e1", PloverType.AGREE, 10, 14, null))),
            record(TEXT, List.of(event("e1", PloverType.AGREE, 5, 14, null))));

    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.changes().get(0).fields())
        .containsOnly(Map.entry("trigger", new Change.Values("sign", "will sign")));
  }

  @Test
  void inAnotherTextItemsAreKnownByTheirWords() {
    ArticleDiff diff =
        ArticleDiff.of(
            record(TEXT, List.of(event("e1", PloverType.AGREE, 10, 14, null))),
            record("Berg now will sign it.", List.of(event("e1", PloverType.AGREE, 14, 18, null))));

    assertThat(diff.changes())
        .extracting(change -> change.what() + " " + change.in())
        .containsExactly("changed article");
  }

  @Test
  void ofAnArticleThatIsNewAllIsNew() {
    ArticleRecord record = record(TEXT, List.of(event("e1", PloverType.AGREE, 10, 14, null)));
    DiffSummary summary = new DiffSummary();
    summary.add(ArticleDiff.of(null, record));
    summary.add(ArticleDiff.of(record, null));
    summary.add(ArticleDiff.of(record, record));

    assertThat(summary.articles()).isEqualTo(Map.of("added", 1L, "removed", 1L, "same", 1L));
    assertThat(summary.types().get("events").get("AGREE"))
        .isEqualTo(Map.of("added", 1L, "removed", 1L));
    assertThat(summary.items().get("actors")).isEqualTo(Map.of("added", 1L, "removed", 1L));
  }
}
