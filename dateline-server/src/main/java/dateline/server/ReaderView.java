package dateline.server;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.server.Highlights.Piece;
import dateline.text.CodePoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record in the words that the reader page prints.
 *
 * @param statements what was said
 * @param thoughts what somebody is said to believe, know, want: kept apart, so that it is never
 *     taken for words
 */
public record ReaderView(
    ArticleRecord record,
    List<List<Piece>> paragraphs,
    List<StatementLine> statements,
    List<StatementLine> thoughts,
    List<EventLine> events,
    List<ActorLine> actors,
    List<PlaceLine> places,
    List<TimeLine> times) {

  /**
   * Who said what.
   *
   * @param speaker null when unknown
   * @param why how the date was found, for people who check
   */
  public record StatementLine(
      String id,
      String kind,
      String type,
      @Nullable String speaker,
      @Nullable String who,
      String cue,
      String content,
      @Nullable String venue,
      @Nullable String date,
      @Nullable String why,
      @Nullable String partOf) {}

  /** Who did what to whom, by whose word. */
  public record EventLine(
      String id,
      String type,
      @Nullable String mode,
      String quad,
      String trigger,
      String actors,
      String recipients,
      @Nullable String date,
      @Nullable String why,
      @Nullable String place,
      String factuality,
      @Nullable String claimant,
      @Nullable String claim,
      @Nullable String harm,
      int mentions) {}

  /** Who is who. */
  public record ActorLine(String id, String name, @Nullable String who, int mentions) {}

  /** Where. */
  public record PlaceLine(
      String id,
      String words,
      String name,
      @Nullable String where,
      @Nullable String alsoKnownAs,
      String why) {}

  /** When. */
  public record TimeLine(String id, String words, @Nullable String value, String why) {}

  public static ReaderView of(ArticleRecord record) {
    CodePoints text = CodePoints.of(record.article().text());
    Map<String, Actor> actors = new HashMap<>();
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    Map<String, String> places = new HashMap<>();
    record.places().forEach(place -> places.put(place.id(), place.name()));
    Map<String, String> speakers = new HashMap<>();
    for (Statement statement : record.statements()) {
      speakers.put(statement.id(), speaker(statement, actors, text));
    }
    return new ReaderView(
        record,
        Highlights.of(record),
        statements(record, actors, text, true),
        statements(record, actors, text, false),
        record.events().stream().map(event -> line(event, actors, places, speakers, text)).toList(),
        record.actors().stream()
            .map(
                actor ->
                    new ActorLine(
                        actor.id(),
                        actor.name(),
                        who(actor.country(), actor.sectors()),
                        actor.mentions().size()))
            .toList(),
        record.places().stream().map(place -> line(place, text)).toList(),
        record.times().stream()
            .map(
                time ->
                    new TimeLine(
                        time.id(),
                        text.slice(time.span()),
                        time.value(),
                        why(time.method(), time.confidence())))
            .toList());
  }

  /** The title, or else the first words of the text. */
  public String heading() {
    Article article = record.article();
    if (article.title() != null) {
      return article.title();
    }
    String text = article.text().strip();
    int cut = text.offsetByCodePoints(0, Math.min(80, text.codePointCount(0, text.length())));
    return cut < text.length() ? text.substring(0, cut) + "…" : text;
  }

  private static List<StatementLine> statements(
      ArticleRecord record, Map<String, Actor> actors, CodePoints text, boolean said) {
    return record.statements().stream()
        .filter(statement -> (statement.type() == Statement.Type.COMMUNICATION) == said)
        .map(statement -> line(statement, actors, text))
        .toList();
  }

  private static StatementLine line(
      Statement statement, Map<String, Actor> actors, CodePoints text) {
    Actor speaker = statement.speaker() == null ? null : actors.get(statement.speaker());
    Resolved date = statement.date();
    return new StatementLine(
        statement.id(),
        statement.kind().code(),
        statement.type().code(),
        speaker(statement, actors, text),
        speaker == null ? null : who(speaker.country(), speaker.sectors()),
        text.slice(statement.cue()),
        text.slice(statement.content()),
        statement.venue() == null ? null : text.slice(statement.venue().span()),
        date == null ? null : date.value(),
        date == null ? null : why(date.method(), date.confidence()),
        statement.partOf());
  }

  private static @Nullable String speaker(
      Statement statement, Map<String, Actor> actors, CodePoints text) {
    Actor actor = statement.speaker() == null ? null : actors.get(statement.speaker());
    if (actor != null) {
      return actor.name();
    }
    return statement.source().isEmpty() ? null : text.slice(statement.source());
  }

  private static EventLine line(
      Event event,
      Map<String, Actor> actors,
      Map<String, String> places,
      Map<String, String> speakers,
      CodePoints text) {
    Resolved date = event.date();
    return new EventLine(
        event.id(),
        event.type().code(),
        event.mode(),
        event.quad().code(),
        text.slice(event.trigger()),
        participants(event.actors(), actors, text),
        participants(event.recipients(), actors, text),
        date == null ? null : date.value(),
        date == null ? null : why(date.method(), date.confidence()),
        event.place() == null ? null : places.get(event.place()),
        event.factuality().code(),
        event.assertedBy() == null
            ? null
            : speakers.getOrDefault(event.assertedBy(), "an unnamed source"),
        event.assertedBy(),
        harm(event.harm()),
        event.mentions().size());
  }

  private static String participants(
      List<Event.Participant> participants, Map<String, Actor> actors, CodePoints text) {
    List<String> names = new ArrayList<>();
    for (Event.Participant participant : participants) {
      Actor actor = participant.actor() == null ? null : actors.get(participant.actor());
      String who = who(participant.country(), participant.sectors());
      names.add(
          (actor == null ? text.slice(participant.span()) : actor.name())
              + (who == null ? "" : " (" + who + ")"));
    }
    return String.join(", ", names);
  }

  private static PlaceLine line(Place place, CodePoints text) {
    String where =
        place.lat() == null || place.lon() == null
            ? null
            : String.format(
                Locale.ROOT,
                "%s%.2f, %.2f",
                place.country() == null ? "" : place.country() + " · ",
                place.lat(),
                place.lon());
    return new PlaceLine(
        place.id(),
        text.slice(place.span()),
        place.name(),
        where,
        place.disputed() && !place.alsoKnownAs().isEmpty()
            ? String.join(", ", place.alsoKnownAs())
            : null,
        why(place.method(), place.confidence()));
  }

  private static @Nullable String harm(Event.Harm harm) {
    List<String> parts = new ArrayList<>();
    count(parts, harm.killed(), "killed");
    count(parts, harm.injured(), "injured");
    count(parts, harm.arrested(), "arrested");
    count(parts, harm.displaced(), "displaced");
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static void count(List<String> parts, Event.@Nullable Count count, String what) {
    if (count == null) {
      return;
    }
    String number;
    if (count.min() == null) {
      number = "at most " + count.max();
    } else if (count.max() == null) {
      number = "at least " + count.min();
    } else {
      number =
          count.min().equals(count.max())
              ? count.min().toString()
              : count.min() + " to " + count.max();
    }
    parts.add(number + " " + what);
  }

  private static @Nullable String who(@Nullable String country, List<String> sectors) {
    String codes = sectors.stream().collect(Collectors.joining(" "));
    if (country == null) {
      return codes.isEmpty() ? null : codes;
    }
    return codes.isEmpty() ? country : country + " " + codes;
  }

  private static String why(@Nullable String method, double confidence) {
    return String.format(
        Locale.ROOT, "%s, %.0f %%", method == null ? "unresolved" : method, confidence * 100);
  }
}
