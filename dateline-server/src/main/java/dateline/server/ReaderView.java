package dateline.server;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.server.Highlights.Piece;
import dateline.store.Reviews.Review;
import dateline.text.CodePoints;
import dateline.text.Span;
import dateline.words.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record in the words that the reader page prints.
 *
 * @param statements what was said
 * @param thoughts what somebody is said to believe, know, want: kept apart, so that it is never
 *     taken for words
 * @param stored whether the article lies in a store: then actors have pages, and items can be
 *     corrected
 * @param revisions how many versions of the article the store has
 */
public record ReaderView(
    ArticleRecord record,
    List<List<Piece>> paragraphs,
    List<StatementLine> statements,
    List<StatementLine> thoughts,
    List<EventLine> events,
    List<ActorLine> actors,
    List<PlaceLine> places,
    List<TimeLine> times,
    boolean stored,
    int revisions) {

  /** Why something is as it says: what is explained, and the explanation. */
  public record Reason(String of, String words) {}

  /** Who stands for a name: for linking to the actor's page. */
  public record Party(String name, @Nullable String code, @Nullable String codeInWords) {}

  /**
   * Who said what.
   *
   * @param speaker name of the actor, else the words for the source, else null
   * @param known whether {@code speaker} is an actor's name
   * @param reviews what people said of this reading, not taken back
   */
  public record StatementLine(
      String id,
      String kind,
      String type,
      @Nullable Party speaker,
      boolean known,
      String cue,
      String content,
      @Nullable String addressee,
      @Nullable String venue,
      @Nullable String date,
      @Nullable String partOf,
      List<Reason> why,
      List<Review> reviews) {}

  /** Who did what to whom, by whose word. */
  public record EventLine(
      String id,
      String type,
      @Nullable String mode,
      String quad,
      String trigger,
      List<Party> actors,
      List<Party> recipients,
      @Nullable String date,
      @Nullable String place,
      String factuality,
      @Nullable String claimant,
      @Nullable String claim,
      String harm,
      int mentions,
      List<Reason> why,
      List<Review> reviews) {}

  /** Who is who. */
  public record ActorLine(String id, Party party, String kind, int mentions, List<Reason> why) {}

  /** Where. */
  public record PlaceLine(
      String id,
      String words,
      String name,
      @Nullable String where,
      @Nullable String alsoKnownAs,
      List<Reason> why) {}

  /** When. */
  public record TimeLine(String id, String words, @Nullable String value, List<Reason> why) {}

  /** A record that is not stored. */
  public static ReaderView of(ArticleRecord record) {
    return new Maker(record, List.of()).view(false, 1);
  }

  /** A stored one. */
  public static ReaderView of(ArticleRecord record, List<Review> reviews, int revisions) {
    return new Maker(record, reviews).view(true, revisions);
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

  /** The article's own address, if it may be linked to: http and https only. */
  public @Nullable String source() {
    for (String address :
        new @Nullable String[] {record.article().canonicalUrl(), record.source().uri()}) {
      if (address != null && address.matches("(?i)https?://[^\\s]+")) {
        return address;
      }
    }
    return null;
  }

  /** A licence's address, likewise. */
  public static @Nullable String link(@Nullable String address) {
    return address != null && address.matches("(?i)https?://[^\\s]+") ? address : null;
  }

  /** Makes the lines of one record. */
  private static final class Maker {

    private final ArticleRecord record;
    private final CodePoints text;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, List<Review>> reviews = new HashMap<>();

    Maker(ArticleRecord record, List<Review> reviews) {
      this.record = record;
      this.text = CodePoints.of(record.article().text());
      record.actors().forEach(actor -> actors.put(actor.id(), actor));
      record.places().forEach(place -> places.put(place.id(), place));
      record.statements().forEach(statement -> statements.put(statement.id(), statement));
      for (Review review : reviews) {
        if (review.item() != null && !review.undone()) {
          this.reviews.computeIfAbsent(review.item(), item -> new ArrayList<>()).add(review);
        }
      }
    }

    ReaderView view(boolean stored, int revisions) {
      return new ReaderView(
          record,
          Highlights.of(record),
          statements(true),
          statements(false),
          record.events().stream().map(this::line).toList(),
          record.actors().stream().map(this::line).toList(),
          record.places().stream().map(this::line).toList(),
          record.times().stream()
              .map(
                  time ->
                      new TimeLine(
                          time.id(),
                          text.slice(time.span()),
                          time.value(),
                          List.of(
                              new Reason("value", Words.why(time.method(), time.confidence())))))
              .toList(),
          stored,
          revisions);
    }

    private List<StatementLine> statements(boolean said) {
      return record.statements().stream()
          .filter(statement -> (statement.type() == Statement.Type.COMMUNICATION) == said)
          .map(this::line)
          .toList();
    }

    private StatementLine line(Statement statement) {
      Actor addressee = actor(statement.addressee());
      Actor speaker = actor(statement.speaker());
      Resolved date = statement.date();
      List<Reason> why = new ArrayList<>();
      addSource(why, statement.source(), speaker);
      addDate(why, date);
      why.add(new Reason("statement", percent(statement.confidence())));
      return new StatementLine(
          statement.id(),
          statement.kind().code(),
          statement.type().code(),
          speaker(statement),
          speaker != null,
          text.slice(statement.cue()),
          text.slice(statement.content()),
          addressee == null ? null : addressee.name(),
          statement.venue() == null ? null : text.slice(statement.venue().span()),
          date == null ? null : date.value(),
          statement.partOf(),
          why,
          reviews.getOrDefault(statement.id(), List.of()));
    }

    /** The words for the source and, where they are not the name, whom they stand for. */
    private void addSource(List<Reason> why, List<Span> source, @Nullable Actor speaker) {
      if (source.isEmpty()) {
        why.add(new Reason("speaker", "no source is named"));
        return;
      }
      String words = text.slice(source);
      why.add(
          new Reason(
              "speaker",
              "“"
                  + words
                  + "”"
                  + (speaker == null || speaker.name().equals(words)
                      ? ""
                      : " stands for " + speaker.name())));
    }

    private void addDate(List<Reason> why, @Nullable Resolved date) {
      if (date != null) {
        why.add(
            new Reason(
                "date",
                (date.span() == null || date.span().isEmpty()
                        ? ""
                        : "“" + text.slice(date.span()) + "”: ")
                    + Words.why(date.method(), date.confidence())));
      }
    }

    private @Nullable Actor actor(@Nullable String id) {
      return id == null ? null : actors.get(id);
    }

    private @Nullable Party speaker(Statement statement) {
      Actor actor = actor(statement.speaker());
      if (actor != null) {
        return party(actor.name(), actor.country(), actor.sectors());
      }
      return statement.source().isEmpty()
          ? null
          : new Party(text.slice(statement.source()), null, null);
    }

    private static Party party(String name, @Nullable String country, List<String> sectors) {
      String codes = (country == null ? "" : country + " ") + String.join(" ", sectors);
      return codes.isBlank()
          ? new Party(name, null, null)
          : new Party(name, codes.strip(), Wording.affiliation(country, sectors));
    }

    private EventLine line(Event event) {
      Resolved date = event.date();
      Place place = event.place() == null ? null : places.get(event.place());
      List<Reason> why = new ArrayList<>();
      addDate(why, date);
      if (place != null) {
        why.add(
            new Reason(
                "place",
                "“"
                    + text.slice(place.span())
                    + "”: "
                    + Words.why(place.method(), place.confidence())));
      }
      event.actors().forEach(actor -> addActor(why, "actor", actor));
      event.recipients().forEach(actor -> addActor(why, "recipient", actor));
      why.add(new Reason("event", percent(event.confidence())));
      return new EventLine(
          event.id(),
          event.type().code(),
          event.mode(),
          event.quad().code(),
          text.slice(event.trigger()),
          event.actors().stream().map(this::party).toList(),
          event.recipients().stream().map(this::party).toList(),
          date == null ? null : date.value(),
          place == null ? null : place.name(),
          event.factuality().code(),
          claimant(event),
          event.assertedBy(),
          Wording.harm(event.harm()),
          event.mentions().size(),
          why,
          reviews.getOrDefault(event.id(), List.of()));
    }

    private void addActor(List<Reason> why, String side, Event.Participant participant) {
      Actor actor = actor(participant.actor());
      String words = text.slice(participant.span());
      if (actor != null && !actor.name().equals(words)) {
        why.add(new Reason(side, "“" + words + "” stands for " + actor.name()));
      }
    }

    private @Nullable String claimant(Event event) {
      Statement statement = event.assertedBy() == null ? null : statements.get(event.assertedBy());
      if (event.assertedBy() == null) {
        return null;
      }
      Party speaker = statement == null ? null : speaker(statement);
      return speaker == null ? "an unnamed source" : speaker.name();
    }

    private Party party(Event.Participant participant) {
      Actor actor = actor(participant.actor());
      return party(
          actor == null ? text.slice(participant.span()) : actor.name(),
          participant.country(),
          participant.sectors());
    }

    private ActorLine line(Actor actor) {
      List<Reason> why = new ArrayList<>();
      if (actor.role() != null) {
        why.add(new Reason("code", "from “" + actor.role() + "”"));
      }
      List<String> forms =
          actor.mentions().stream()
              .map(mention -> "“" + text.slice(mention.span()) + "”")
              .distinct()
              .limit(8)
              .toList();
      why.add(new Reason("words", String.join(", ", forms)));
      return new ActorLine(
          actor.id(),
          party(actor.name(), actor.country(), actor.sectors()),
          actor.kind().code().replace('-', ' '),
          actor.mentions().size(),
          why);
    }

    private PlaceLine line(Place place) {
      String where =
          place.lat() == null || place.lon() == null
              ? null
              : String.format(
                  Locale.ROOT,
                  "%s%s %.2f, %.2f",
                  place.country() == null ? "" : Words.country(place.country()) + ", ",
                  place.precision() == null ? "point" : place.precision().code(),
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
          List.of(
              new Reason("place", Words.why(place.method(), place.confidence())),
              new Reason(
                  "gazetteer", place.gazetteer() == null ? "in no gazetteer" : place.gazetteer())));
    }

    private static String percent(double confidence) {
      return Math.round(confidence * 100) + " % sure";
    }
  }
}
