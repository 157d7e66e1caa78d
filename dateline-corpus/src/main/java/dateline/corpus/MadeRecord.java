package dateline.corpus;

import dateline.corpus.Mark.What;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.PloverType;
import dateline.model.Provenance;
import dateline.model.Resolved;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.text.Sha256;
import dateline.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the record of a report from what is true about it: no reader, no model. */
final class MadeRecord {

  private static final String METHOD = "made-up";

  private final Report report;
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  private MadeRecord(Report report) {
    this.report = report;
  }

  static ArticleRecord of(Report report) {
    MadeRecord made = new MadeRecord(report);
    made.places();
    made.marks(What.PERSON, made::person);
    made.marks(What.STATEMENT, made::statement);
    made.marks(What.EVENT, made::event);
    return made.record();
  }

  /** Does something with a mark. */
  private interface Making {
    void make(Mark mark);
  }

  private void marks(What what, Making making) {
    report.marks().stream()
        .filter(mark -> mark.what() == what)
        .sorted((one, other) -> one.span().compareTo(other.span()))
        .forEach(making::make);
  }

  private void places() {
    Truth truth = report.truth();
    int at = report.text().indexOf(truth.city());
    if (at >= 0) {
      places.add(
          new Place(
              "p1",
              List.of(new Span(at, at + truth.city().length())),
              truth.city(),
              truth.country(),
              truth.lat(),
              truth.lon(),
              Place.Precision.CITY,
              "corpus:" + truth.city().replace(' ', '-'),
              List.of(),
              false,
              METHOD,
              1));
    }
  }

  private void person(Mark mark) {
    String name = words(mark.span());
    String country = mark.key().substring(0, mark.key().indexOf('/'));
    String role = mark.key().split("/")[1];
    add(mark.key(), name, Actor.Kind.PERSON, country, role, mark.span());
  }

  private Actor add(
      String key,
      String name,
      Actor.Kind kind,
      @Nullable String country,
      @Nullable String role,
      Span span) {
    return actors.computeIfAbsent(
        key,
        k ->
            new Actor(
                "a" + (actors.size() + 1),
                name,
                kind,
                country,
                List.of(),
                role,
                List.of(new Actor.Mention(List.of(span), Actor.Form.NAME))));
  }

  private void statement(Mark mark) {
    Span content = mark.proof().get(0);
    boolean quoted = words(content).startsWith("“");
    String key = mark.speaker() == null ? mark.key() : mark.speaker();
    Actor speaker = actors.get(key);
    if (speaker == null) {
      Span source = new Span(mark.span().start(), mark.span().end());
      String name = key.substring(key.indexOf('/') + 1);
      speaker = add(key, name, Actor.Kind.ORGANISATION, report.truth().country(), null, source);
    }
    statements.add(
        new Statement(
            "s" + (statements.size() + 1),
            quoted ? Statement.Kind.DIRECT : Statement.Kind.INDIRECT,
            Statement.Type.COMMUNICATION,
            mark.proof(),
            List.of(),
            List.of(),
            speaker.id(),
            null,
            null,
            null,
            null,
            null,
            1));
  }

  private void event(Mark mark) {
    boolean sequel = mark.key().endsWith("/sequel");
    PloverType type = sequel ? PloverType.COERCE : report.truth().type();
    Span trigger = mark.proof().get(0);
    String assertedBy = null;
    for (Statement statement : statements) {
      if (statement.content().stream().anyMatch(content -> content.contains(trigger))) {
        assertedBy = statement.id();
      }
    }
    boolean denied =
        assertedBy != null
            && report.marks().stream()
                .anyMatch(
                    other -> other.key().endsWith("/denial") && other.span().contains(trigger));
    events.add(
        new Event(
            "e" + (events.size() + 1),
            type,
            null,
            List.of(),
            null,
            type.quad(),
            type.score(),
            mark.proof(),
            List.of(mark.proof()),
            List.of(),
            List.of(),
            resolved(report.truth().day().plusDays(sequel ? 1 : 0).toString()),
            places.isEmpty() ? null : "p1",
            denied ? Event.Factuality.NEGATED : Event.Factuality.ACTUAL,
            assertedBy,
            Event.Harm.NONE,
            1));
  }

  private ArticleRecord record() {
    byte[] bytes = report.text().getBytes(StandardCharsets.UTF_8);
    List<Span> paragraphs = pieces("\n", 0, report.text().length());
    List<Span> sentences = new ArrayList<>();
    paragraphs.forEach(
        paragraph -> sentences.addAll(pieces(". ", paragraph.start(), paragraph.end())));
    Article.Dateline line =
        report.text().contains(") – ")
            ? new Article.Dateline(
                List.of(new Span(0, report.text().indexOf(" – "))),
                places.isEmpty() ? null : "p1",
                null,
                null,
                report.truth().agency())
            : null;
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        report.id(),
        new Source(report.url(), "text/html", "utf-8", Sha256.hex(bytes), bytes.length, null),
        new Article(
            report.title(),
            report.outlet(),
            "en",
            resolved(report.published().toString()),
            null,
            report.byline() == null ? List.of() : List.of(report.byline()),
            line,
            List.of(),
            report.text(),
            paragraphs,
            sentences,
            null,
            report.url(),
            false),
        List.copyOf(actors.values()),
        statements,
        events,
        places,
        List.of(),
        List.of(),
        new Provenance("dateline-corpus", Map.of(), List.of()));
  }

  /** Stretches between separators; a separator's full stop belongs to the stretch before it. */
  private List<Span> pieces(String separator, int from, int to) {
    List<Span> pieces = new ArrayList<>();
    int start = from;
    while (start < to) {
      int at = report.text().indexOf(separator, start);
      int end = at < 0 || at >= to ? to : at + separator.length() - 1;
      pieces.add(new Span(start, end));
      start = end + 1;
    }
    return pieces;
  }

  private String words(Span span) {
    return report.text().substring(span.start(), span.end());
  }

  private static Resolved resolved(String value) {
    return new Resolved(value, METHOD, 1, null);
  }
}
