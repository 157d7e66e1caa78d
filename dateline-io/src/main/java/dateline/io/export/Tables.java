package dateline.io.export;

import dateline.io.export.Table.Column;
import dateline.io.export.Table.Type;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Provenance.Warning;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.model.TimeExpression;
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
          new Column("published_confidence", Type.NUMBER, "0 to 1"));

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
              new Column("date_confidence", Type.NUMBER, "0 to 1"),
              new Column("part_of", "id of the statement that this one continues"),
              new Column("within", "id of the statement in which this one is told"),
              new Column("confidence", Type.NUMBER, "0 to 1")),
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
              new Column("score", Type.NUMBER, "PLOVER's conflict-cooperation value, -10 to 10"),
              new Column("contexts", "PLOVER contexts of the article"),
              new Column("actors", "who did it, joined by semicolons"),
              new Column("actor_countries", "their countries, in the same order"),
              new Column("actor_sectors", "their sectors, in the same order"),
              new Column("recipients", "to whom, joined by semicolons"),
              new Column("recipient_countries", "their countries, in the same order"),
              new Column("recipient_sectors", "their sectors, in the same order"),
              new Column("date", "ISO 8601, of the event"),
              new Column("date_method", "how the date was worked out"),
              new Column("date_confidence", Type.NUMBER, "0 to 1"),
              new Column("place", "name of the place"),
              new Column("place_words", "the words in the article"),
              new Column("place_country", "ISO 3166-1 alpha-3"),
              new Column("lat", Type.NUMBER, "degrees north, WGS 84"),
              new Column("lon", Type.NUMBER, "degrees east"),
              new Column("place_precision", "country, region, city or place"),
              new Column("gazetteer", "source and id of the gazetteer's row"),
              new Column("place_confidence", Type.NUMBER, "0 to 1"),
              new Column("factuality", "actual, negated, possible, planned or conditional"),
              new Column(
                  "asserted_by", "the speaker whose claim it is; empty: the outlet reports it"),
              new Column("killed_min", Type.INTEGER, "at least so many people killed"),
              new Column("killed_max", Type.INTEGER, "at most so many"),
              new Column("injured_min", Type.INTEGER, "at least so many people injured"),
              new Column("injured_max", Type.INTEGER, "at most so many"),
              new Column("trigger", "the words that express the event"),
              new Column("trigger_span", "offsets of the trigger"),
              new Column("sentence", "the sentence around it"),
              new Column("confidence", Type.NUMBER, "0 to 1")),
          record -> new Rows(record).events());

  /** A row for each article, its text included. */
  public static final Table ARTICLES =
      new Table(
          "articles",
          columns(
              new Column("updated", "ISO 8601, as the page says"),
              new Column("byline", "names, joined by semicolons"),
              new Column("section", "the outlet's section"),
              new Column("language", "ISO 639-1"),
              new Column("dateline", "the words of the opening line of place and date"),
              new Column("text", "the article, paragraphs separated by a line's end"),
              new Column("canonical_url", "the page's own address for itself"),
              new Column("sha256", "of the source bytes"),
              new Column("bytes", Type.INTEGER, "number of source bytes"),
              new Column("fetched", "ISO 8601 instant"),
              new Column("statements", Type.INTEGER, "how many there are"),
              new Column("events", Type.INTEGER, "how many there are"),
              new Column("comments", Type.INTEGER, "how many there are"),
              new Column("warnings", "codes, joined by semicolons"),
              new Column("software", "what read it")),
          record -> new Rows(record).articles());

  /** A row for each actor. */
  public static final Table ACTORS =
      new Table(
          "actors",
          columns(
              new Column("id", "of the actor in the record"),
              new Column("name", "the fullest form in the article"),
              new Column("kind", "person, group, organisation, government and so on"),
              new Column("country", "ISO 3166-1 alpha-3 or PLOVER's group code"),
              new Column("sectors", "PLOVER sector codes, the primary first"),
              new Column("role", "the office or description that coded it"),
              new Column("mentions", Type.INTEGER, "how many there are"),
              new Column("mention_spans", "offsets of the mentions")),
          record -> new Rows(record).actors());

  /** A row for each mention of a place. */
  public static final Table PLACES =
      new Table(
          "places",
          columns(
              new Column("id", "of the place in the record"),
              new Column("name", "display name"),
              new Column("words", "the words in the article"),
              new Column("span", "offsets of the words"),
              new Column("country", "ISO 3166-1 alpha-3"),
              new Column("lat", Type.NUMBER, "degrees north, WGS 84"),
              new Column("lon", Type.NUMBER, "degrees east"),
              new Column("precision", "country, region, city or place"),
              new Column("gazetteer", "source and id of the gazetteer's row"),
              new Column("also_known_as", "other names, joined by semicolons"),
              new Column("method", "how it was resolved"),
              new Column("confidence", Type.NUMBER, "0 to 1")),
          record -> new Rows(record).places());

  /** A row for each temporal expression. */
  public static final Table TIMES =
      new Table(
          "times",
          columns(
              new Column("id", "of the expression in the record"),
              new Column("words", "the words in the article"),
              new Column("span", "offsets of the words"),
              new Column("type", "TIMEX3 type: DATE, TIME, DURATION or SET"),
              new Column("value", "TIMEX3 value"),
              new Column("mod", "TIMEX3 modifier"),
              new Column("anchor", "what it was worked out from"),
              new Column("method", "the rule that resolved it"),
              new Column("confidence", Type.NUMBER, "0 to 1")),
          record -> new Rows(record).times());

  /** A row for each reader's comment; a store gives pseudonyms for authors. */
  public static final Table COMMENTS =
      new Table(
          "comments",
          columns(
              new Column("number", Type.INTEGER, "place in the record's list, from 0"),
              new Column("author", "pseudonym"),
              new Column("posted", "ISO 8601 minute, or as printed"),
              new Column("reply_to", Type.INTEGER, "number of the comment answered"),
              new Column("text", "as printed")),
          record -> new Rows(record).comments());

  /** All tables without readers' comments, which are written only when asked for. */
  public static final List<Table> ALL =
      List.of(ARTICLES, STATEMENTS, EVENTS, ACTORS, PLACES, TIMES);

  /** Columns of the table of inputs that could not be read, a row each. */
  public static final List<Column> FAILURE_COLUMNS =
      List.of(
          new Column("input", "file"),
          new Column("line", Type.INTEGER, "line, or number of the record in a web archive"),
          new Column("offset", Type.INTEGER, "byte offset"),
          new Column("reason", "stable code"),
          new Column("message", "one sentence"));

  /** The table of these rows. */
  public static Table of(Table.What what) {
    return switch (what) {
      case STATEMENTS -> STATEMENTS;
      case EVENTS -> EVENTS;
      case ARTICLES -> ARTICLES;
    };
  }

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

    List<List<@Nullable Object>> articles() {
      Article article = record.article();
      List<@Nullable Object> row = article();
      row.add(article.updated() == null ? null : article.updated().value());
      row.add(joined(article.byline()));
      row.add(article.section());
      row.add(article.language());
      row.add(article.dateline() == null ? null : words(article.dateline().span()));
      row.add(article.text());
      row.add(article.canonicalUrl());
      row.add(record.source().sha256());
      row.add(record.source().bytes());
      row.add(record.source().fetched());
      row.add(record.statements().size());
      row.add(record.events().size());
      row.add(record.comments().size());
      row.add(joined(record.provenance().warnings().stream().map(Warning::code).toList()));
      row.add(record.provenance().software());
      return List.of(row);
    }

    List<List<@Nullable Object>> actors() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (Actor actor : record.actors()) {
        List<@Nullable Object> row = article();
        row.add(actor.id());
        row.add(actor.name());
        row.add(actor.kind().code());
        row.add(actor.country());
        row.add(joined(actor.sectors()));
        row.add(actor.role());
        row.add(actor.mentions().size());
        row.add(offsets(actor.mentions().stream().flatMap(each -> each.span().stream()).toList()));
        rows.add(row);
      }
      return rows;
    }

    List<List<@Nullable Object>> places() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (Place place : record.places()) {
        List<@Nullable Object> row = article();
        row.add(place.id());
        row.add(place.name());
        row.add(words(place.span()));
        row.add(offsets(place.span()));
        row.add(place.country());
        row.add(place.lat());
        row.add(place.lon());
        row.add(place.precision() == null ? null : place.precision().code());
        row.add(place.gazetteer());
        row.add(joined(place.alsoKnownAs()));
        row.add(place.method());
        row.add(place.confidence());
        rows.add(row);
      }
      return rows;
    }

    List<List<@Nullable Object>> times() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (TimeExpression time : record.times()) {
        List<@Nullable Object> row = article();
        row.add(time.id());
        row.add(words(time.span()));
        row.add(offsets(time.span()));
        row.add(time.type().code());
        row.add(time.value());
        row.add(time.mod());
        row.add(time.anchor());
        row.add(time.method());
        row.add(time.confidence());
        rows.add(row);
      }
      return rows;
    }

    List<List<@Nullable Object>> comments() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (Comment comment : record.comments()) {
        List<@Nullable Object> row = article();
        row.add(rows.size());
        row.add(comment.author());
        row.add(comment.posted());
        row.add(comment.replyTo());
        row.add(comment.text());
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
