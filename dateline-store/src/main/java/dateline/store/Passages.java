package dateline.store;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes what search needs of one record: passages with their full text, and the statements,
 * events, actors and places that filters look at.
 */
final class Passages {

  private static final String UNKNOWN_SPEAKER = "unknown speaker";

  private final Handle handle;
  private final long page;
  private final ArticleRecord record;
  private final CodePoints text;
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Statement> statements = new HashMap<>();

  private Passages(Handle handle, long page, ArticleRecord record) {
    this.handle = handle;
    this.page = page;
    this.record = record;
    this.text = CodePoints.of(record.article().text());
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.places().forEach(place -> places.put(place.id(), place));
    record.statements().forEach(statement -> statements.put(statement.id(), statement));
  }

  /** Puts the record's passages in the place of the page's earlier ones. */
  static void replace(Handle handle, long page, ArticleRecord record) {
    for (String table : List.of("passage", "actor", "place")) {
      handle.execute("DELETE FROM " + table + " WHERE page = ?", page);
    }
    Passages passages = new Passages(handle, page, record);
    passages.article();
    record.statements().forEach(passages::statement);
    record.events().forEach(passages::event);
    record.actors().forEach(passages::actor);
    record.places().forEach(passages::place);
  }

  private void article() {
    Article article = record.article();
    String title = article.title();
    passage("article", "text", title == null ? article.text() : title + "\n" + article.text());
  }

  private void statement(Statement statement) {
    Actor speaker = actors.get(statement.speaker());
    String source = words(statement.source());
    handle.execute(
        "INSERT INTO statement (passage, kind, type, speaker, source, folded, country, sectors, cue,"
            + " date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        passage("statement", statement.id(), text.slice(statement.content())),
        statement.kind().code(),
        statement.type().code(),
        speaker == null ? null : speaker.name(),
        source,
        Folding.of((speaker == null ? "" : speaker.name()) + " " + (source == null ? "" : source)),
        speaker == null ? null : speaker.country(),
        sectors(speaker == null ? List.of() : speaker.sectors()),
        words(statement.cue()),
        date(statement.date(), record.article().published()));
  }

  private void event(Event event) {
    Place place = places.get(event.place());
    long passage = passage("event", event.id(), sentence(event.trigger()));
    String assertedBy = assertedBy(event);
    handle.execute(
        "INSERT INTO event (passage, type, mode, quad, cue, date, sort_date, place, country,"
            + " factuality, asserted_by, folded, confidence)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        passage,
        event.type().code(),
        event.mode(),
        event.quad().code(),
        text.slice(event.trigger()),
        date(event.date(), null),
        date(event.date(), record.article().published()),
        place == null ? null : place.name(),
        place == null ? null : place.country(),
        event.factuality().code(),
        assertedBy,
        assertedBy == null ? null : Folding.of(assertedBy),
        event.confidence());
    participants(passage, "actor", event.actors());
    participants(passage, "recipient", event.recipients());
  }

  private @Nullable String assertedBy(Event event) {
    if (event.assertedBy() == null) {
      return null;
    }
    Statement statement = statements.get(event.assertedBy());
    Actor speaker = statement == null ? null : actors.get(statement.speaker());
    if (speaker != null) {
      return speaker.name();
    }
    String source = statement == null ? null : words(statement.source());
    return source == null ? UNKNOWN_SPEAKER : source;
  }

  private void participants(long passage, String side, List<Participant> participants) {
    int number = 0;
    for (Participant participant : participants) {
      Actor actor = actors.get(participant.actor());
      String words = text.slice(participant.span());
      String name = actor == null ? words : actor.name();
      handle.execute(
          "INSERT INTO participant (passage, side, number, name, folded, country, sectors)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          passage,
          side,
          ++number,
          name,
          Folding.of(name + " " + words),
          participant.country(),
          sectors(participant.sectors()));
    }
  }

  private void actor(Actor actor) {
    handle.execute(
        "INSERT INTO actor (page, item, name, folded, kind, country, sectors)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        page,
        actor.id(),
        actor.name(),
        Folding.of(actor.name()),
        actor.kind().code(),
        actor.country(),
        sectors(actor.sectors()));
  }

  private void place(Place place) {
    handle.execute(
        "INSERT INTO place (page, item, name, country, lat, lon, precision, gazetteer)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        page,
        place.id(),
        place.name(),
        place.country(),
        place.lat(),
        place.lon(),
        place.precision() == null ? null : place.precision().code(),
        place.gazetteer());
  }

  private long passage(String kind, String item, String words) {
    return handle
        .createQuery(
            "INSERT INTO passage (page, kind, item, text) VALUES (:page, :kind, :item, :text)"
                + " RETURNING passage")
        .bind("page", page)
        .bind("kind", kind)
        .bind("item", item)
        .bind("text", words)
        .mapTo(Long.class)
        .one();
  }

  /** The sentence around a trigger; the trigger itself when no sentence holds it. */
  private String sentence(List<Span> trigger) {
    for (Span sentence : record.article().sentences()) {
      if (sentence.contains(trigger.get(0))) {
        return text.slice(sentence);
      }
    }
    return text.slice(trigger);
  }

  private @Nullable String words(List<Span> spans) {
    return spans.isEmpty() ? null : text.slice(spans);
  }

  private static @Nullable String date(@Nullable Resolved own, @Nullable Resolved otherwise) {
    Resolved date = own == null ? otherwise : own;
    return date == null ? null : date.value();
  }

  /** Codes with a blank on either side of each, so that one can be found with LIKE. */
  private static String sectors(List<String> codes) {
    return codes.isEmpty() ? "" : " " + String.join(" ", codes) + " ";
  }
}
