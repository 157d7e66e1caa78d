package dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.PloverType;
import dateline.model.Provenance;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.story.Edits.Edit;
import dateline.story.WordDiff.Op;
import dateline.text.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditsTest {

  private static final String QUOTE = "“We will never sign this treaty without a vote,”";

  /** An article that quotes a speaker and tells of an attack, with what stands after both. */
  private static ArticleRecord article(String quote, @Nullable Count killed, String end) {
    String text = quote + " Anna Berg said.\nShells hit the market.\n" + end;
    int told = text.indexOf("hit");
    Event.Harm harm = new Event.Harm(killed, null, null, null, null);
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        "article",
        new Source(null, "text/html", "utf-8", "0".repeat(64), 1, null),
        new Article(
            "Vote",
            "The Courier",
            "en",
            null,
            null,
            List.of(),
            null,
            List.of(),
            text,
            List.of(),
            List.of(),
            null,
            null,
            false),
        List.of(new Actor("a1", "Anna Berg", Actor.Kind.PERSON, null, List.of(), null, List.of())),
        List.of(
            new Statement(
                "s1",
                Statement.Kind.DIRECT,
                Statement.Type.COMMUNICATION,
                List.of(new Span(0, quote.length())),
                List.of(),
                List.of(),
                "a1",
                null,
                null,
                null,
                null,
                null,
                1)),
        List.of(
            new Event(
                "e1",
                PloverType.ASSAULT,
                null,
                List.of(),
                null,
                PloverType.ASSAULT.quad(),
                PloverType.ASSAULT.score(),
                List.of(new Span(told, told + 3)),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                Event.Factuality.ACTUAL,
                null,
                harm,
                1)),
        List.of(),
        List.of(),
        List.of(),
        new Provenance("test", Map.of(), List.of()));
  }

  private static Count dead(int number) {
    return new Count(number, number);
  }

  private static List<Edit> between(ArticleRecord earlier, ArticleRecord later) {
    return Edits.between(earlier, later);
  }

  @Test
  void whatStaysIsNoEdit() {
    ArticleRecord article = article(QUOTE, dead(12), "");
    assertThat(between(article, article(QUOTE, dead(12), "More is to follow."))).isEmpty();
  }

  @Test
  void aChangedQuoteIsToldWordByWord() {
    List<Edit> edits =
        between(
            article(QUOTE, null, ""), article(QUOTE.replace("never ", "not "), null, "The end."));

    assertThat(edits).hasSize(1);
    Edit edit = edits.get(0);
    assertThat(edit.what()).isEqualTo("quote");
    assertThat(edit.isAdmitted()).isFalse();
    assertThat(edit.difference())
        .filteredOn(piece -> piece.op() != Op.KEPT)
        .extracting(WordDiff.Piece::words)
        .containsExactly("never", "not");
  }

  @Test
  void aQuoteThatIsOnlyCutAddedOrLeftOutIsNoEdit() {
    ArticleRecord whole = article(QUOTE, null, "");
    assertThat(between(whole, article("“We will never sign this treaty,”", null, ""))).isEmpty();
    assertThat(between(whole, article("“Winter is coming early, farmers fear,”", null, "")))
        .isEmpty();
    assertThat(between(whole, article("Nothing is to be added,", null, ""))).isEmpty();
  }

  @Test
  void aChangedNumberIsToldAndTheFirstOneIsNoChange() {
    ArticleRecord twelve = article(QUOTE, dead(12), "");
    assertThat(between(twelve, article(QUOTE, new Count(10, null), "")))
        .containsExactly(new Edit("killed", "12", "at least 10", List.of(), false));
    assertThat(between(article(QUOTE, null, ""), twelve)).isEmpty();
    assertThat(between(twelve, article(QUOTE, null, ""))).isEmpty();
  }

  @Test
  void anOutletThatSaysSoIsNotSilent() {
    String note = "Correction: an earlier version of this article gave another number.";
    assertThat(between(article(QUOTE, dead(12), ""), article(QUOTE, dead(10), note)))
        .extracting(Edit::isAdmitted)
        .containsExactly(true);
    // A note that was there before is about something else.
    assertThat(between(article(QUOTE, dead(12), note), article(QUOTE, dead(10), note)))
        .extracting(Edit::isAdmitted)
        .containsExactly(false);
  }
}
