package dateline.io.export;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the event exports ask of a record: names, places, days, claims by id. */
final class EventView {

  /** One side of a row; null where the side is not told. */
  record Dyad(@Nullable Participant source, @Nullable Participant target) {}

  private final ArticleRecord record;
  private final CodePoints text;
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Statement> statements = new HashMap<>();

  EventView(ArticleRecord record) {
    this.record = record;
    this.text = CodePoints.of(record.article().text());
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.places().forEach(place -> places.put(place.id(), place));
    record.statements().forEach(statement -> statements.put(statement.id(), statement));
  }

  Article article() {
    return record.article();
  }

  /**
   * Pairs of sides: each actor with each recipient; of a reciprocal event every ordered pair of
   * actors; a side that is not told is null.
   */
  static List<Dyad> dyads(Event event) {
    List<Dyad> dyads = new ArrayList<>();
    if (event.recipients().isEmpty() && event.actors().size() > 1) {
      for (Participant one : event.actors()) {
        for (Participant other : event.actors()) {
          if (one != other) {
            dyads.add(new Dyad(one, other));
          }
        }
      }
      return dyads;
    }
    for (Participant actor : orNull(event.actors())) {
      for (Participant recipient : orNull(event.recipients())) {
        dyads.add(new Dyad(actor, recipient));
      }
    }
    return dyads;
  }

  private static List<@Nullable Participant> orNull(List<Participant> sides) {
    List<@Nullable Participant> list = new ArrayList<>(sides);
    if (list.isEmpty()) {
      list.add(null);
    }
    return list;
  }

  /** The actor's name, else the participant's words. */
  String name(Participant side) {
    Actor actor = actors.get(side.actor());
    return actor == null ? text.slice(side.span()) : actor.name();
  }

  String words(List<Span> spans) {
    return text.slice(spans);
  }

  @Nullable Place place(Event event) {
    return places.get(event.place());
  }

  /** The event's day; when no day is told, the article's; null when neither is known. */
  @Nullable String day(Event event) {
    if (event.date() != null && isDay(event.date().value())) {
      return event.date().value().substring(0, 10);
    }
    return published();
  }

  /** The article's day; null when it is not known. */
  @Nullable String published() {
    Article article = record.article();
    return article.published() == null || !isDay(article.published().value())
        ? null
        : article.published().value().substring(0, 10);
  }

  private static boolean isDay(String date) {
    return date.matches("\\d{4}-\\d{2}-\\d{2}.*");
  }

  /** Number of the sentence around some words, from 0; -1 when there is none. */
  int sentence(List<Span> words) {
    List<Span> sentences = record.article().sentences();
    for (int i = 0; i < sentences.size() && !words.isEmpty(); i++) {
      if (sentences.get(i).contains(words.get(0))) {
        return i;
      }
    }
    return -1;
  }

  /** Who asserts an event, the innermost speaker first; empty when the outlet itself does. */
  List<String> asserters(Event event) {
    List<String> chain = new ArrayList<>();
    Statement statement = statements.get(event.assertedBy());
    while (statement != null && chain.size() < statements.size()) {
      Actor speaker = actors.get(statement.speaker());
      boolean unnamed = speaker == null && statement.source().isEmpty();
      chain.add(
          speaker != null ? speaker.name() : unnamed ? "unknown" : text.slice(statement.source()));
      statement = statements.get(statement.within());
    }
    return chain;
  }

  /** Whether the words stand in the first paragraph. */
  boolean isInLead(List<Span> words) {
    List<Span> paragraphs = record.article().paragraphs();
    return !paragraphs.isEmpty() && !words.isEmpty() && paragraphs.get(0).contains(words.get(0));
  }
}
