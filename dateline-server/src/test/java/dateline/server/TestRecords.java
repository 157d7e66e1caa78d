package dateline.server;

import dateline.model.Actor;
import dateline.model.Actor.Form;
import dateline.model.Actor.Mention;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records of which every field that can hold text holds given words. */
final class TestRecords {

  private TestRecords() {}

  /**
   * A record of one paragraph a word list; each is a statement, an event, an actor, a place, a
   * time.
   */
  static ArticleRecord record(String id, List<String> words) {
    String all = String.join("\n", words);
    List<Span> paragraphs = new ArrayList<>();
    List<Actor> actors = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    List<TimeExpression> times = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    List<Article.Image> images = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int length = word.codePointCount(0, word.length());
      Span span = new Span(at, at + length);
      List<Span> whole = List.of(span);
      Resolved date = new Resolved("2024-05-0" + (1 + i % 9), word, 0.5, whole);
      paragraphs.add(span);
      actors.add(
          new Actor(
              "a" + i,
              word,
              Actor.Kind.PERSON,
              "NOR",
              List.of(word),
              word,
              List.of(new Mention(whole, Form.NAME))));
      statements.add(
          new Statement(
              "s" + i,
              Statement.Kind.DIRECT,
              Statement.Type.COMMUNICATION,
              whole,
              whole,
              whole,
              "a" + i,
              "a" + i,
              new Statement.Venue(whole),
              date,
              null,
              null,
              0.5));
      places.add(
          new Place(
              "p" + i,
              whole,
              word,
              word,
              60.0,
              10.0,
              Place.Precision.CITY,
              word,
              List.of(word),
              true,
              word,
              0.5));
      events.add(
          new Event(
              "e" + i,
              PloverType.ACCUSE,
              word,
              List.of(word),
              "112",
              PloverType.ACCUSE.quad(),
              PloverType.ACCUSE.score(),
              whole,
              List.of(whole),
              List.of(new Event.Participant("a" + i, whole, "NOR", List.of("GOV"))),
              List.of(new Event.Participant(null, whole, "SWE", List.of(word))),
              date,
              "p" + i,
              Event.Factuality.ACTUAL,
              i % 2 == 0 ? "s" + i : null,
              Event.Harm.NONE,
              0.5));
      times.add(
          new TimeExpression(
              "t" + i, whole, TimeExpression.Type.DATE, word, null, null, word, 0.5));
      comments.add(new Comment(word, word, word, null));
      images.add(new Article.Image(word, word, word, word, word));
      at += length + 1;
    }
    String first = words.get(0);
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        id,
        new Source("https://paper.example/" + id, "text/html", "utf-8", "a".repeat(64), 1, null),
        new Article(
            first,
            first,
            first,
            new Resolved("2024-05-01", first, 0.5, null),
            new Resolved(first, first, 0.5, null),
            words,
            null,
            images,
            all,
            paragraphs,
            paragraphs,
            first,
            first,
            false),
        actors,
        statements,
        events,
        places,
        times,
        comments,
        new Provenance(
            "dateline test", Map.of(), List.of(new Provenance.Warning(first, null, first))));
  }
}
