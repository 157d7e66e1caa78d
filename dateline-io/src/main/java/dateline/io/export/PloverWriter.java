package dateline.io.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in PLOVER's JSON, one a line: all events, with factuality and asserters as fields of our
 * own. Fields that have no value are left out, but {@code actor} and {@code date}, which PLOVER
 * requires: these are then an empty list and null. Not thread-safe.
 */
public final class PloverWriter {

  private static final String CODEBOOK = "PLOVER 2021";

  /** The fields, for a codebook. */
  static final List<Table.Column> FIELDS =
      List.of(
          new Table.Column("id", "the record's and the event's id"),
          new Table.Column(
              "date",
              "the event's day; when no day is told, the article's; null when neither is known"),
          new Table.Column(
              "actor", "who acts: list of code, sector, entity_text as printed, entity_name"),
          new Table.Column(
              "recipient", "on whom, likewise; both sides of a reciprocal event are actors"),
          new Table.Column("event", "event type"),
          new Table.Column("mode", "its mode"),
          new Table.Column("context", "contexts of the event"),
          new Table.Column(
              "quad_code",
              "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
          new Table.Column("event_scale", "PLOVER's conflict-cooperation value, -10 to 10"),
          new Table.Column("cameo", "closest CAMEO code"),
          new Table.Column(
              "event_loc",
              "extracted_place, resolved_place, geonameid, lat, lon, country_code, resolution 1"
                  + " country to 5 within a city"),
          new Table.Column("event_text", "the trigger's words"),
          new Table.Column("text", "its sentence"),
          new Table.Column(
              "text_info", "sequence of the sentence from 0, start and end in code points"),
          new Table.Column(
              "size",
              "dead, injured, arrested, displaced: a number, or least and most where they differ"
                  + " (null: no bound)"),
          new Table.Column("factuality", "actual, negated, possible, planned or conditional"),
          new Table.Column(
              "asserted_by",
              "whose claim it is, the innermost speaker first; left out when the outlet itself"
                  + " reports it"),
          new Table.Column(
              "corroboration",
              "in all reports of its story (its number): standing, reports, outlets,"
                  + " independent_sources, claimed_by, denied_by; left out without a store"),
          new Table.Column("confidence", "0 to 1"),
          new Table.Column(
              "cite_info", "citation (the record's id), url, title, publication, language, coder"),
          new Table.Column("coder", "the software that read it"));

  private final JsonGenerator out;
  private final boolean mentions;
  private final StoryColumns stories;
  private long events;

  /**
   * @param mentions a line for each mention in place of one for the event
   * @param stories what tells how events stand in their stories
   */
  public PloverWriter(Writer out, boolean mentions, StoryColumns stories) throws IOException {
    this.stories = stories;
    this.out = new JsonFactory().createGenerator(out);
    this.out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.mentions = mentions;
  }

  /** Writes the record's events. */
  public void write(ArticleRecord record) throws IOException {
    EventView view = new EventView(record);
    for (Event event : record.events()) {
      int number = 0;
      for (List<Span> words : mentions ? event.mentions() : List.of(event.trigger())) {
        String id = record.id() + "-" + event.id() + (mentions ? "-" + number++ : "");
        write(record, view, event, words, id);
        events++;
      }
    }
  }

  /** Lines written. */
  public long events() {
    return events;
  }

  /** Writes what is left; the writer below stays open. */
  public void end() throws IOException {
    if (events > 0) {
      out.writeRaw('\n');
    }
    out.flush();
  }

  private void write(ArticleRecord record, EventView view, Event event, List<Span> words, String id)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    out.writeStringField("date", view.day(event));
    writeSides("actor", view, event.actors());
    writeSides("recipient", view, event.recipients());
    writeList("event", List.of(event.type().code()));
    writeList("mode", event.mode() == null ? List.of() : List.of(event.mode()));
    writeList("context", event.contexts());
    out.writeNumberField("quad_code", event.quad().ordinal() + 1);
    out.writeNumberField("event_scale", event.score());
    writeField("cameo", event.cameo());
    writePlace(view, view.place(event));
    writeList("event_text", words.stream().map(span -> view.words(List.of(span))).toList());
    writeText(view, words);
    writeSize(event);
    out.writeStringField("factuality", event.factuality().code());
    writeList("asserted_by", view.asserters(event));
    writeCorroboration(stories.event(record, event));
    out.writeNumberField("confidence", event.confidence());
    writeCitation(record);
    out.writeStringField("coder", record.provenance().software());
    out.writeEndObject();
  }

  private void writeCorroboration(StoryColumns.@Nullable InStory same) throws IOException {
    if (same == null) {
      return;
    }
    out.writeObjectFieldStart("corroboration");
    out.writeNumberField("story", same.number());
    out.writeStringField("standing", same.event().standing().code());
    out.writeNumberField("reports", same.event().reports());
    out.writeNumberField("outlets", same.event().outlets());
    out.writeNumberField("independent_sources", same.event().independentSources());
    writeList("claimed_by", same.event().claimedBy());
    writeList("denied_by", same.event().deniedBy());
    out.writeEndObject();
  }

  private void writeSides(String field, EventView view, List<Participant> sides)
      throws IOException {
    if (sides.isEmpty() && !field.equals("actor")) {
      return;
    }
    out.writeArrayFieldStart(field);
    for (Participant side : sides) {
      out.writeStartObject();
      writeField("code", side.country());
      writeList("sector", side.sectors());
      out.writeStringField("entity_text", view.words(side.span()));
      out.writeStringField("entity_name", view.name(side));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writePlace(EventView view, @Nullable Place place) throws IOException {
    if (place == null) {
      return;
    }
    out.writeObjectFieldStart("event_loc");
    out.writeStringField("extracted_place", view.words(place.span()));
    out.writeStringField("resolved_place", place.name());
    if (place.gazetteer() != null && place.gazetteer().startsWith("geonames:")) {
      out.writeStringField("geonameid", place.gazetteer().substring("geonames:".length()));
    }
    if (place.lat() != null && place.lon() != null) {
      out.writeNumberField("lat", place.lat());
      out.writeNumberField("lon", place.lon());
    }
    writeField("country_code", place.country());
    if (place.precision() != null) {
      int resolution = switch (place.precision()) { // PLOVER: 1 country … 5 within a city
            case COUNTRY -> 1;
            case REGION -> 2;
            case CITY -> 4;
            case PLACE -> 5;
          };
      out.writeNumberField("resolution", resolution);
    }
    out.writeEndObject();
  }

  private void writeText(EventView view, List<Span> words) throws IOException {
    int sentence = view.sentence(words);
    if (sentence < 0) {
      return;
    }
    Span span = view.article().sentences().get(sentence);
    out.writeStringField("text", view.words(List.of(span)));
    out.writeObjectFieldStart("text_info");
    out.writeNumberField("sequence", sentence);
    out.writeNumberField("start", span.start());
    out.writeNumberField("end", span.end());
    out.writeEndObject();
  }

  private void writeSize(Event event) throws IOException {
    if (event.harm().equals(Event.Harm.NONE)) {
      return;
    }
    out.writeObjectFieldStart("size");
    writeCount("dead", event.harm().killed());
    writeCount("injured", event.harm().injured());
    writeCount("arrested", event.harm().arrested());
    writeCount("displaced", event.harm().displaced());
    out.writeEndObject();
  }

  /** A number, or the least and the most as a list when they differ; null: not told. */
  private void writeCount(String field, @Nullable Count count) throws IOException {
    if (count == null) {
      return;
    }
    if (count.min() != null && count.min().equals(count.max())) {
      out.writeNumberField(field, count.min());
      return;
    }
    out.writeArrayFieldStart(field);
    for (Integer bound : new @Nullable Integer[] {count.min(), count.max()}) {
      if (bound == null) {
        out.writeNull();
      } else {
        out.writeNumber(bound);
      }
    }
    out.writeEndArray();
  }

  private void writeCitation(ArticleRecord record) throws IOException {
    out.writeObjectFieldStart("cite_info");
    writeField("citation", record.id());
    writeField("url", record.source().uri());
    writeField("title", record.article().title());
    writeField("publication", record.article().outlet());
    writeField("language", record.article().language());
    writeField("coder", record.provenance().software());
    writeField("codebook", CODEBOOK);
    out.writeEndObject();
  }

  private void writeField(String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  private void writeList(String name, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      out.writeArrayFieldStart(name);
      for (String value : values) {
        out.writeString(value);
      }
      out.writeEndArray();
    }
  }
}
