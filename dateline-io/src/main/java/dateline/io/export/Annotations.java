package dateline.io.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dateline.io.export.Table.What;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/**
 * W3C Web Annotations (Web Annotation Data Model, 2017): for each part of a statement or event, one
 * annotation with a {@code TextPositionSelector} in code points, as section 4.2.5 asks, and a
 * {@code TextQuoteSelector} with {@value #AROUND} code points either side. Not thread-safe.
 */
final class Annotations implements Export {

  private static final int AROUND = 32;

  private final JsonGenerator out;
  private final What what;
  private long rows;

  Annotations(Writer out, What what) throws IOException {
    this.out = new JsonFactory().createGenerator(out);
    this.what = what;
    this.out.writeStartArray();
  }

  @Override
  public void write(ArticleRecord record, Set<String> items) throws IOException {
    CodePoints text = CodePoints.of(record.article().text());
    for (Statement statement : record.statements()) {
      if (what == What.ARTICLES || what == What.STATEMENTS && items.contains(statement.id())) {
        annotation(
            record, text, statement.id(), "content", statement.kind().code(), statement.content());
        annotation(record, text, statement.id(), "cue", statement.type().code(), statement.cue());
        annotation(
            record, text, statement.id(), "source", statement.type().code(), statement.source());
      }
    }
    for (Event event : record.events()) {
      if (what == What.ARTICLES || what == What.EVENTS && items.contains(event.id())) {
        annotation(record, text, event.id(), "trigger", event.type().code(), event.trigger());
      }
    }
  }

  private void annotation(
      ArticleRecord record,
      CodePoints text,
      String item,
      String part,
      String label,
      List<Span> spans)
      throws IOException {
    if (spans.isEmpty()) {
      return;
    }
    out.writeStartObject();
    out.writeStringField("@context", "http://www.w3.org/ns/anno.jsonld");
    out.writeStringField("type", "Annotation");
    out.writeStringField("id", "urn:dateline:" + record.id() + ":" + item + ":" + part);
    out.writeStringField("motivation", "classifying");
    out.writeArrayFieldStart("body");
    for (String value : List.of(part, label)) {
      out.writeStartObject();
      out.writeStringField("type", "TextualBody");
      out.writeStringField("purpose", "tagging");
      out.writeStringField("value", value);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("target"); // a broken span is several targets
    for (Span span : spans) {
      target(record, text, span);
    }
    out.writeEndArray();
    out.writeEndObject();
    rows++;
  }

  private void target(ArticleRecord record, CodePoints text, Span span) throws IOException {
    String uri = record.source().uri();
    out.writeStartObject();
    out.writeStringField("source", uri == null ? "urn:dateline:" + record.id() : uri);
    out.writeArrayFieldStart("selector");
    out.writeStartObject();
    out.writeStringField("type", "TextPositionSelector");
    out.writeNumberField("start", span.start());
    out.writeNumberField("end", span.end());
    out.writeEndObject();
    out.writeStartObject();
    out.writeStringField("type", "TextQuoteSelector");
    out.writeStringField("exact", text.slice(span));
    out.writeStringField(
        "prefix", text.slice(new Span(Math.max(0, span.start() - AROUND), span.start())));
    out.writeStringField(
        "suffix", text.slice(new Span(span.end(), Math.min(text.length(), span.end() + AROUND))));
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void end() throws IOException {
    out.writeEndArray();
    out.writeRaw('\n');
    out.flush();
  }
}
