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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what search needs of one record: passages with their full text, and the statements,
 * events, actors and places that filters look at.
 */
final class Passages {

  private static final String UNKNOWN_SPEAKER = "unknown speaker";

  /** Adds what stands between countries on a page so many times: once, or takes it away. */
  private static final String COUNT_PAIRS =
      "INSERT INTO pair_month (one, other, month, quad, events, score) SELECT one, other, month,"
          + " quad, e.times * count(*), e.times * sum(CAST(round(score * 1000) AS bigint))"
          + " FROM event_pair CROSS JOIN (SELECT CAST(? AS bigint) AS times) e WHERE page = ?"
          + " GROUP BY one, other, month, quad, e.times ON CONFLICT (one, other, month, quad)"
          + " DO UPDATE SET events = pair_month.events + excluded.events,"
          + " score = pair_month.score + excluded.score";

  private final Rows rows;
  private final long page;
  private final ArticleRecord record;
  private final CodePoints text;
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Statement> statements = new HashMap<>();

  private Passages(Rows rows, long page, ArticleRecord record) {
    this.rows = rows;
    this.page = page;
    this.record = record;
    this.text = CodePoints.of(record.article().text());
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.places().forEach(place -> places.put(place.id(), place));
    record.statements().forEach(statement -> statements.put(statement.id(), statement));
  }

  /** Puts the record's passages in the place of the page's earlier ones. */
  static void replace(Rows rows, long page, ArticleRecord record) {
    rows.write(COUNT_PAIRS, -1, page);
    for (String table : List.of("passage", "actor", "place")) {
      rows.write("DELETE FROM " + table + " WHERE page = ?", page);
    }
    Passages passages = new Passages(rows, page, record);
    passages.article();
    record.statements().forEach(passages::statement);
    record.events().forEach(passages::event);
    record.actors().forEach(passages::actor);
    record.places().forEach(passages::place);
    rows.write(COUNT_PAIRS, 1, page);
  }

  private void article() {
    Article article = record.article();
    String title = article.title();
    Tokens tokens = new Tokens("article", article.outlet());
    for (Actor actor : record.actors()) {
      tokens.country(actor.country()).sectors(actor.sectors()).name(Query.Role.ACTOR, actor.name());
    }
    record.events().forEach(event -> tokens.type(event.type().code()));
    passage(
        "article",
        "text",
        published(),
        title == null ? article.text() : title + "\n" + article.text(),
        join(record.statements().stream().map(this::speakerWords)),
        join(record.actors().stream().map(a -> party(a.name(), a.country(), a.sectors()))),
        tokens);
  }

  private void statement(Statement statement) {
    Actor speaker = actors.get(statement.speaker());
    String source = words(statement.source());
    List<String> sectors = speaker == null ? List.of() : speaker.sectors();
    String country = speaker == null ? null : speaker.country();
    String date = date(statement.date(), record.article().published());
    Tokens tokens =
        new Tokens("statement", record.article().outlet())
            .type(statement.kind().code())
            .type(statement.type().code())
            .country(country)
            .sectors(sectors)
            .name(Query.Role.SPEAKER, speaker == null ? source : speaker.name());
    Actor addressee = actors.get(statement.addressee());
    if (addressee != null) {
      tokens.name(Query.Role.RECIPIENT, addressee.name());
    }
    rows.write(
        "INSERT INTO statement (passage, kind, type, speaker, source, country, sectors, cue,"
            + " date, outlet) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        passage(
            "statement",
            statement.id(),
            date,
            text.slice(statement.content()),
            speakerWords(statement),
            speakerWords(statement) + " " + party("", country, sectors),
            tokens),
        statement.kind().code(),
        statement.type().code(),
        speaker == null ? null : speaker.name(),
        source,
        country,
        sectors(sectors),
        words(statement.cue()),
        date,
        record.article().outlet());
  }

  private String speakerWords(Statement statement) {
    Actor speaker = actors.get(statement.speaker());
    String source = words(statement.source());
    return (speaker == null ? "" : speaker.name()) + " " + (source == null ? "" : source);
  }

  private void event(Event event) {
    Place place = places.get(event.place());
    String assertedBy = assertedBy(event);
    long passage =
        passage(
            "event",
            event.id(),
            date(event.date(), record.article().published()),
            sentence(event.trigger()),
            assertedBy == null ? "" : assertedBy,
            join(
                Stream.concat(event.actors().stream(), event.recipients().stream())
                    .map(this::party)),
            tokens(event, place, assertedBy));
    rows.write(
        "INSERT INTO event (passage, type, mode, quad, cue, date, place, country, lat, lon,"
            + " precision, factuality, asserted_by, score, confidence, outlet)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        passage,
        event.type().code(),
        event.mode(),
        event.quad().code(),
        text.slice(event.trigger()),
        date(event.date(), null),
        place == null ? null : place.name(),
        place == null ? null : place.country(),
        place == null ? null : place.lat(),
        place == null ? null : place.lon(),
        place == null || place.precision() == null ? null : place.precision().code(),
        event.factuality().code(),
        assertedBy,
        event.score(),
        event.confidence(),
        record.article().outlet());
    participants(passage, "actor", event.actors());
    participants(passage, "recipient", event.recipients());
  }

  private Tokens tokens(Event event, @Nullable Place place, @Nullable String assertedBy) {
    Tokens tokens =
        new Tokens("event", record.article().outlet())
            .type(event.type().code())
            .type(event.quad().code())
            .factuality(event.factuality().code())
            .assertedBy(assertedBy)
            .place(place == null ? null : place.name())
            .country(place == null ? null : place.country());
    for (Participant actor : event.actors()) {
      tokens.country(actor.country()).sectors(actor.sectors()).name(Query.Role.ACTOR, name(actor));
    }
    for (Participant recipient : event.recipients()) {
      tokens
          .country(recipient.country())
          .sectors(recipient.sectors())
          .name(Query.Role.RECIPIENT, name(recipient));
    }
    return tokens;
  }

  private String name(Participant participant) {
    Actor actor = actors.get(participant.actor());
    return actor == null ? text.slice(participant.span()) : actor.name();
  }

  private String party(Participant participant) {
    String words = text.slice(participant.span());
    return party(name(participant) + " " + words, participant.country(), participant.sectors());
  }

  private static String party(String name, @Nullable String country, List<String> sectors) {
    return name + " " + (country == null ? "" : country) + " " + String.join(" ", sectors);
  }

  private static String join(Stream<String> words) {
    return words.distinct().collect(Collectors.joining(" . "));
  }

  private @Nullable String published() {
    return date(null, record.article().published());
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
      rows.write(
          "INSERT INTO participant (passage, side, number, name, country, sectors)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          passage,
          side,
          ++number,
          name(participant),
          participant.country(),
          sectors(participant.sectors()));
    }
  }

  private void actor(Actor actor) {
    rows.write(
        "INSERT INTO actor (page, item, name, folded, kind, country, sectors, role)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        page,
        actor.id(),
        actor.name(),
        Folding.of(actor.name()),
        actor.kind().code(),
        actor.country(),
        sectors(actor.sectors()),
        actor.role());
  }

  private void place(Place place) {
    rows.write(
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

  private long passage(
      String kind,
      String item,
      @Nullable String date,
      String words,
      String speaker,
      String party,
      Tokens tokens) {
    return rows.dialect()
        .insertPassage(
            rows, page, kind, item, SortDate.of(date), words, speaker, party, tokens.toString());
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
