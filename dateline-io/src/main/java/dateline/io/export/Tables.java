package dateline.io.export;

import dateline.io.export.Table.Column;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables that records are exported as. Every row names its article, the words that prove it and
 * their offsets (code points into the article's text, {@code start-end} joined by semicolons);
 * every value that was worked out has its method and confidence beside it.
 */
public final class Tables {

  private static final List<Column> ARTICLE_COLUMNS =
      List.of(
          new Column("article", "the record's id"),
          new Column("uri", "address or file of the article"),
          new Column("outlet", "the publication"),
          new Column("title", "the headline"),
          new Column("published", "ISO 8601 day or minute"),
          new Column("published_method", "how the date was found"),
          new Column("published_confidence", "0 to 1"));

  /** A row for each statement: who said what. */
  public static final Table STATEMENTS =
      new Table(
          "statements",
          columns(
              new Column("id", "of the statement in the record"),
              new Column("speaker", "name of the actor; empty when unknown"),
              new Column("speaker_country", "ISO 3166-1 alpha-3 or PLOVER's group code"),
              new Column("speaker_sectors", "PLOVER sector codes, the primary first"),
              new Column("source", "the words for who says it"),
              new Column("cue", "the words that attribute"),
              new Column("content", "what is attributed"),
              new Column("content_span", "offsets of the content"),
              new Column("kind", "direct, indirect or mixed: how much is in quotation marks"),
              new Column("type", "communication, attitude, factive or control"),
              new Column("addressee", "name of the actor spoken to"),
              new Column("venue", "where or through what it was said"),
              new Column("date", "ISO 8601, of the statement"),
              new Column("date_method", "how the date was worked out"),
              new Column("date_confidence", "0 to 1"),
              new Column("part_of", "id of the statement that this one continues"),
              new Column("within", "id of the statement in which this one is told"),
              new Column("confidence", "0 to 1")),
          record -> new Rows(record).statements());

  /** A row for each event: who did what to whom. */
  public static final Table EVENTS =
      new Table(
          "events",
          columns(
              new Column("id", "of the event in the record"),
              new Column("type", "PLOVER event type"),
              new Column("mode", "PLOVER mode"),
              new Column("quad", "PLOVER quad category"),
              new Column("cameo", "the closest CAMEO code"),
              new Column("score", "PLOVER's conflict-cooperation value, -10 to 10"),
              new Column("contexts", "PLOVER contexts of the article"),
              new Column("actors", "who did it, joined by semicolons"),
              new Column("actor_countries", "their countries, in the same order"),
              new Column("actor_sectors", "their sectors, in the same order"),
              new Column("recipients", "to whom, joined by semicolons"),
              new Column("recipient_countries", "their countries, in the same order"),
              new Column("recipient_sectors", "their sectors, in the same order"),
              new Column("date", "ISO 8601, of the event"),
              new Column("date_method", "how the date was worked out"),
              new Column("date_confidence", "0 to 1"),
              new Column("place", "name of the place"),
              new Column("place_words", "the words in the article"),
              new Column("place_country", "ISO 3166-1 alpha-3"),
              new Column("lat", "degrees north, WGS 84"),
              new Column("lon", "degrees east"),
              new Column("place_precision", "country, region, city or place"),
              new Column("gazetteer", "source and id of the gazetteer's row"),
              new Column("place_confidence", "0 to 1"),
              new Column("factuality", "actual, negated, possible, planned or conditional"),
              new Column(
                  "asserted_by", "the speaker whose claim it is; empty: the outlet reports it"),
              new Column("killed_min", "at least so many people killed"),
              new Column("killed_max", "at most so many"),
              new Column("injured_min", "at least so many people injured"),
              new Column("injured_max", "at most so many"),
              new Column("trigger", "the words that express the event"),
              new Column("trigger_span", "offsets of the trigger"),
              new Column("sentence", "the sentence around it"),
              new Column("confidence", "0 to 1")),
          record -> new Rows(record).events());

  public static final List<Table> ALL = List.of(STATEMENTS, EVENTS);

  private Tables() {}

  private static List<Column> columns(Column... own) {
    List<Column> columns = new ArrayList<>(ARTICLE_COLUMNS);
    columns.addAll(Arrays.asList(own));
    return columns;
  }

  /** Makes the rows of one record. */
  private static final class Rows {

    private final ArticleRecord record;
    private final CodePoints text;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();

    Rows(ArticleRecord record) {
      this.record = record;
      this.text = CodePoints.of(record.article().text());
      record.actors().forEach(actor -> actors.put(actor.id(), actor));
      record.places().forEach(place -> places.put(place.id(), place));
      record.statements().forEach(statement -> statements.put(statement.id(), statement));
    }

    private List<@Nullable Object> article() {
      Article article = record.article();
      List<@Nullable Object> row = new ArrayList<>();
      row.add(record.id());
      row.add(record.source().uri());
      row.add(article.outlet());
      row.add(article.title());
      addResolved(row, article.published());
      return row;
    }

    List<List<@Nullable Object>> statements() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (Statement statement : record.statements()) {
        Actor speaker = actors.get(statement.speaker());
        Actor addressee = actors.get(statement.addressee());
        List<@Nullable Object> row = article();
        row.add(statement.id());
        row.add(speaker == null ? null : speaker.name());
        row.add(speaker == null ? null : speaker.country());
        row.add(speaker == null ? null : joined(speaker.sectors()));
        row.add(words(statement.source()));
        row.add(words(statement.cue()));
        row.add(words(statement.content()));
        row.add(offsets(statement.content()));
        row.add(statement.kind().code());
        row.add(statement.type().code());
        row.add(addressee == null ? null : addressee.name());
        row.add(statement.venue() == null ? null : words(statement.venue().span()));
        addResolved(row, statement.date());
        row.add(statement.partOf());
        row.add(statement.within());
        row.add(statement.confidence());
        rows.add(row);
      }
      return rows;
    }

    List<List<@Nullable Object>> events() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (Event event : record.events()) {
        List<@Nullable Object> row = article();
        row.add(event.id());
        row.add(event.type().code());
        row.add(event.mode());
        row.add(event.quad().code());
        row.add(event.cameo());
        row.add(event.score());
        row.add(joined(event.contexts()));
        addParticipants(row, event.actors());
        addParticipants(row, event.recipients());
        addResolved(row, event.date());
        addPlace(row, places.get(event.place()));
        row.add(event.factuality().code());
        row.add(assertedBy(event));
        addCount(row, event.harm().killed());
        addCount(row, event.harm().injured());
        row.add(words(event.trigger()));
        row.add(offsets(event.trigger()));
        row.add(sentence(event.trigger()));
        row.add(event.confidence());
        rows.add(row);
      }
      return rows;
    }

    private void addParticipants(List<@Nullable Object> row, List<Participant> participants) {
      row.add(joined(participants.stream().map(this::name).toList()));
      row.add(
          joined(
              participants.stream()
                  .map(each -> each.country() == null ? "" : each.country())
                  .toList()));
      row.add(joined(participants.stream().map(each -> String.join(" ", each.sectors())).toList()));
    }

    private String name(Participant participant) {
      Actor actor = actors.get(participant.actor());
      return actor == null ? text.slice(participant.span()) : actor.name();
    }

    private void addPlace(List<@Nullable Object> row, @Nullable Place place) {
      row.add(place == null ? null : place.name());
      row.add(place == null ? null : words(place.span()));
      row.add(place == null ? null : place.country());
      row.add(place == null ? null : place.lat());
      row.add(place == null ? null : place.lon());
      row.add(place == null || place.precision() == null ? null : place.precision().code());
      row.add(place == null ? null : place.gazetteer());
      row.add(place == null ? null : place.confidence());
    }

    private @Nullable String assertedBy(Event event) {
      Statement statement = statements.get(event.assertedBy());
      if (statement == null) {
        return null;
      }
      Actor speaker = actors.get(statement.speaker());
      String name = speaker == null ? words(statement.source()) : speaker.name();
      return name == null ? "unknown speaker" : name;
    }

    private @Nullable String sentence(List<Span> trigger) {
      for (Span sentence : record.article().sentences()) {
        if (sentence.contains(trigger.get(0))) {
          return text.slice(sentence);
        }
      }
      return null;
    }

    private @Nullable String words(List<Span> spans) {
      return spans.isEmpty() ? null : text.slice(spans);
    }

    private static String offsets(List<Span> spans) {
      return spans.stream()
          .map(span -> span.start() + "-" + span.end())
          .collect(Collectors.joining(";"));
    }

    private static @Nullable String joined(List<String> values) {
      return values.isEmpty() ? null : String.join(";", values);
    }

    private static void addResolved(List<@Nullable Object> row, @Nullable Resolved resolved) {
      row.add(resolved == null ? null : resolved.value());
      row.add(resolved == null ? null : resolved.method());
      row.add(resolved == null ? null : resolved.confidence());
    }

    private static void addCount(List<@Nullable Object> row, @Nullable Count count) {
      row.add(count == null ? null : count.min());
      row.add(count == null ? null : count.max());
    }
  }
}
