package dateline.store;

import dateline.model.Actor;
import dateline.model.Actor.Form;
import dateline.model.Actor.Mention;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.model.Event;
import dateline.model.PloverType;
import dateline.model.Provenance;
import dateline.model.Resolved;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.text.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Records for tests, all of the shape: SPEAKER said: “CONTENT” OTHER signed the accord. */
final class Records {

  private Records() {}

  /**
   * @param sha256 stands for the page's bytes; 64 digits are made of it
   */
  static ArticleRecord record(String id, String uri, String sha256, String speaker, String words) {
    return record(id, uri, sha256, speaker, words, "Jo Doe", "Nonsense about marmalade.");
  }

  /** The same with another comment. */
  static ArticleRecord record(
      String id,
      String uri,
      String sha256,
      String speaker,
      String words,
      String commenter,
      String comment) {
    String said = speaker + " said: “";
    String first = said + words + "”";
    String text = first + "\n" + "Zürich and Norway signed the accord.";
    int length = text.codePointCount(0, text.length());
    int start = first.codePointCount(0, first.length()) + 1;
    Span name = new Span(0, speaker.codePointCount(0, speaker.length()));
    Span content = new Span(said.codePointCount(0, said.length()), start - 2);
    Span sentence = new Span(start, length);
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        id,
        new Source(uri, "text/html", "utf-8", sha256.repeat(64).substring(0, 64), 10, null),
        new Article(
            "Talks in the north",
            "The Courier",
            "en",
            new Resolved("2021-03-04", "test", 1, null),
            null,
            List.of(),
            null,
            List.of(),
            text,
            List.of(new Span(0, start - 1), sentence),
            List.of(new Span(0, start - 1), sentence),
            null,
            null,
            false),
        List.of(
            new Actor(
                "a1",
                speaker,
                Actor.Kind.PERSON,
                "NOR",
                List.of("GOV"),
                null,
                List.of(new Mention(List.of(name), Form.NAME)))),
        List.of(
            new Statement(
                "s1",
                Statement.Kind.DIRECT,
                Statement.Type.COMMUNICATION,
                List.of(content),
                List.of(new Span(name.end() + 1, name.end() + 5)),
                List.of(name),
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
                PloverType.AGREE,
                null,
                List.of(),
                "057",
                PloverType.AGREE.quad(),
                PloverType.AGREE.score(),
                List.of(new Span(start + 18, start + 24)),
                List.of(),
                List.of(
                    new Event.Participant(
                        null, List.of(new Span(start, start + 6)), "CHE", List.of("GOV"))),
                List.of(),
                new Resolved("2021-03-01", "test", 1, null),
                null,
                Event.Factuality.ACTUAL,
                null,
                Event.Harm.NONE,
                1)),
        List.of(),
        List.of(),
        List.of(new Comment(commenter, "2021-03-05", comment, null)),
        new Provenance("dateline test", Map.of(), List.of()));
  }

  /** A record with its statement so often, and with the other country on the event's other side. */
  static ArticleRecord grown(ArticleRecord record, int statements, String other) {
    Event event = record.events().get(0);
    Statement said = record.statements().get(0);
    return new ArticleRecord(
        record.schema(),
        record.id(),
        record.source(),
        record.article(),
        record.actors(),
        IntStream.range(0, statements).mapToObj(i -> again(said, "s" + (i + 1))).toList(),
        List.of(
            new Event(
                event.id(),
                event.type(),
                event.mode(),
                event.contexts(),
                event.cameo(),
                event.quad(),
                event.score(),
                event.trigger(),
                event.mentions(),
                event.actors(),
                List.of(new Event.Participant(null, event.trigger(), other, List.of())),
                event.date(),
                event.place(),
                event.factuality(),
                event.assertedBy(),
                event.harm(),
                event.confidence())),
        record.places(),
        record.times(),
        record.comments(),
        record.provenance());
  }

  private static Statement again(Statement said, String id) {
    return new Statement(
        id,
        said.kind(),
        said.type(),
        said.content(),
        said.cue(),
        said.source(),
        said.speaker(),
        said.addressee(),
        said.venue(),
        said.date(),
        said.partOf(),
        said.within(),
        said.confidence());
  }
}
