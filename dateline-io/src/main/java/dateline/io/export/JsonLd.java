package dateline.io.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dateline.io.export.Table.What;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * schema.org as JSON-LD: each statement a {@code Quotation} by its speaker, each event a {@code
 * Claim} of whoever asserts it, each in its {@code NewsArticle}. A machine rates no claim, so there
 * is no {@code ClaimReview}. Not thread-safe.
 */
final class JsonLd implements Export {

  private final JsonGenerator out;
  private final What what;
  private long rows;

  JsonLd(Writer out, What what) throws IOException {
    this.out = new JsonFactory().createGenerator(out);
    this.what = what;
    this.out.writeStartObject();
    this.out.writeStringField("@context", "https://schema.org");
    this.out.writeArrayFieldStart("@graph");
  }

  @Override
  public void write(ArticleRecord record, Set<String> items) throws IOException {
    CodePoints text = CodePoints.of(record.article().text());
    Map<String, Actor> actors = new HashMap<>();
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    if (what == What.ARTICLES) {
      article(record);
      rows++;
      return;
    }
    for (Statement statement : record.statements()) {
      if (what == What.STATEMENTS && items.contains(statement.id())) {
        quotation(record, statement, actors, text);
        rows++;
      }
    }
    for (Event event : record.events()) {
      if (what == What.EVENTS && items.contains(event.id())) {
        claim(record, event, actors, text);
        rows++;
      }
    }
  }

  private static String address(ArticleRecord record) {
    String url = record.article().canonicalUrl();
    String uri = record.source().uri();
    return url != null
        ? url
        : uri != null && uri.matches("https?://\\S+") ? uri : "urn:dateline:" + record.id();
  }

  private void article(ArticleRecord record) throws IOException {
    Article article = record.article();
    out.writeStartObject();
    out.writeStringField("@type", "NewsArticle");
    out.writeStringField("@id", address(record));
    field("headline", article.title());
    field("inLanguage", article.language());
    field("datePublished", value(article.published()));
    field("dateModified", value(article.updated()));
    field("articleSection", article.section());
    if (article.outlet() != null) {
      out.writeObjectFieldStart("publisher");
      out.writeStringField("@type", "NewsMediaOrganization");
      out.writeStringField("name", article.outlet());
      out.writeEndObject();
    }
    if (!article.byline().isEmpty()) {
      out.writeArrayFieldStart("author");
      for (String name : article.byline()) {
        out.writeStartObject();
        out.writeStringField("@type", "Person");
        out.writeStringField("name", name);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void quotation(
      ArticleRecord record, Statement statement, Map<String, Actor> actors, CodePoints text)
      throws IOException {
    Actor speaker = statement.speaker() == null ? null : actors.get(statement.speaker());
    out.writeStartObject();
    out.writeStringField("@type", "Quotation");
    out.writeStringField("@id", address(record) + "#" + statement.id());
    out.writeStringField("text", text.slice(statement.content()));
    String source = statement.source().isEmpty() ? null : text.slice(statement.source());
    writer("creator", speaker, source);
    field("dateCreated", value(statement.date()));
    part(record);
    out.writeEndObject();
  }

  private void claim(ArticleRecord record, Event event, Map<String, Actor> actors, CodePoints text)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("@type", "Claim");
    out.writeStringField("@id", address(record) + "#" + event.id());
    out.writeStringField("text", sentence(record, event.trigger(), text));
    out.writeStringField("about", event.type().code());
    Statement statement =
        record.statements().stream()
            .filter(each -> each.id().equals(event.assertedBy()))
            .findFirst()
            .orElse(null);
    if (statement != null) {
      writer(
          "author",
          statement.speaker() == null ? null : actors.get(statement.speaker()),
          statement.source().isEmpty() ? null : text.slice(statement.source()));
    }
    out.writeObjectFieldStart("appearance");
    out.writeStringField("@id", address(record));
    out.writeEndObject();
    out.writeEndObject();
  }

  private static String sentence(ArticleRecord record, List<Span> trigger, CodePoints text) {
    return record.article().sentences().stream()
        .filter(sentence -> sentence.contains(trigger.get(0)))
        .findFirst()
        .map(text::slice)
        .orElse(text.slice(trigger));
  }

  private void writer(String name, @Nullable Actor actor, @Nullable String words)
      throws IOException {
    if (actor == null && words == null) {
      return;
    }
    out.writeObjectFieldStart(name);
    if (actor != null) {
      out.writeStringField("@type", actor.kind() == Actor.Kind.PERSON ? "Person" : "Organization");
      out.writeStringField("name", actor.name());
    } else {
      out.writeStringField("@type", "Thing");
      field("name", words);
    }
    out.writeEndObject();
  }

  private void part(ArticleRecord record) throws IOException {
    out.writeFieldName("isPartOf");
    article(record);
  }

  private static @Nullable String value(@Nullable Resolved resolved) {
    return resolved == null ? null : resolved.value();
  }

  private void field(String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void end() throws IOException {
    out.writeEndArray();
    out.writeEndObject();
    out.writeRaw('\n');
    out.flush();
  }
}
