package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Provenance;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.server.Highlights.Kind;
import dateline.server.Highlights.Piece;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HighlightsTest {

  @Test
  void marksMayOverlapAndCross() {
    ArticleRecord record =
        record(
            "He said so on Monday",
            List.of(statement("s1", new Span(8, 16))),
            List.of(time("t1", new Span(11, 20))));
    List<Piece> pieces = Highlights.of(record).get(0);
    assertThat(pieces).extracting(Piece::text).containsExactly("He said ", "so ", "on Mo", "nday");
    assertThat(pieces.get(2).kinds()).containsExactly(Kind.CONTENT, Kind.TIME);
    assertThat(pieces.get(2).itemList()).isEqualTo("s1 t1");
    assertThat(pieces.get(0).kinds()).isEmpty();
  }

  @Test
  void aMarkOverTwoParagraphsIsShownInBoth() {
    ArticleRecord record = record("one\ntwo", List.of(statement("s1", new Span(1, 6))), List.of());
    List<List<Piece>> paragraphs = Highlights.of(record);
    assertThat(paragraphs.get(0)).extracting(Piece::text).containsExactly("o", "ne");
    assertThat(paragraphs.get(1)).extracting(Piece::text).containsExactly("tw", "o");
  }

  /**
   * Whatever is marked, the words shown are the article's, each marked by just the spans over it.
   */
  @Property
  void nothingIsLostOrMarkedWrong(
      @ForAll @Size(max = 12) List<@IntRange(max = 21) Integer> starts,
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 9) Integer> lengths) {
    String text = "😊 a paragraph\nsecond";
    CodePoints points = CodePoints.of(text);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < Math.min(starts.size(), lengths.size()); i++) {
      int start = Math.min(starts.get(i), points.length() - 1);
      statements.add(
          statement("s" + i, new Span(start, Math.min(points.length(), start + lengths.get(i)))));
    }
    ArticleRecord record = record(text, statements, List.of());
    List<List<Piece>> paragraphs = Highlights.of(record);
    for (int p = 0; p < paragraphs.size(); p++) {
      Span paragraph = record.article().paragraphs().get(p);
      assertThat(paragraphs.get(p).stream().map(Piece::text).collect(Collectors.joining()))
          .isEqualTo(points.slice(paragraph));
      int at = paragraph.start();
      for (Piece piece : paragraphs.get(p)) {
        Span here = new Span(at, at + piece.text().codePointCount(0, piece.text().length()));
        List<String> over =
            statements.stream()
                .filter(s -> s.content().get(0).contains(here))
                .map(Statement::id)
                .toList();
        assertThat(piece.items()).containsExactlyInAnyOrderElementsOf(over);
        at = here.end();
      }
    }
  }

  private static Statement statement(String id, Span content) {
    return new Statement(
        id,
        Statement.Kind.INDIRECT,
        Statement.Type.COMMUNICATION,
        List.of(content),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        0.5);
  }

  private static TimeExpression time(String id, Span span) {
    return new TimeExpression(
        id, List.of(span), TimeExpression.Type.DATE, "2024-01-01", null, null, "day", 0.9);
  }

  private static ArticleRecord record(
      String text, List<Statement> statements, List<TimeExpression> times) {
    List<Span> paragraphs = new ArrayList<>();
    CodePoints points = CodePoints.of(text);
    int start = 0;
    for (String line : text.split("\n")) {
      paragraphs.add(points.span(start, start + line.length()));
      start += line.length() + 1;
    }
    Article article =
        new Article(
            null,
            null,
            "en",
            null,
            null,
            List.of(),
            null,
            List.of(),
            text,
            paragraphs,
            List.of(),
            null,
            null,
            false);
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        "x",
        new Source(null, "text/plain", "utf-8", "0".repeat(64), 0, null),
        article,
        List.of(),
        statements,
        List.of(),
        List.of(),
        times,
        List.of(),
        new Provenance("test", Map.of(), List.of()));
  }
}
