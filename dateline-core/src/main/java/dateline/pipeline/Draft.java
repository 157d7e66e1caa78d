package dateline.pipeline;

import dateline.PageInput;
import dateline.language.Analysis;
import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Attribution;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.Provenance;
import dateline.model.Provenance.Warning;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.page.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One article on its way to a record: filled layer by layer, by one thread. Every layer is set
 * once.
 */
public final class Draft {

  private final PageInput input;
  private final Source source;
  private final Page page;
  private final Map<Layer, Object> layers = new EnumMap<>(Layer.class);
  private final List<Warning> warnings = new ArrayList<>();

  public Draft(PageInput input, Source source, Page page) {
    this.input = input;
    this.source = source;
    this.page = page;
    warnings.addAll(page.warnings());
    layers.put(Layer.PAGE, page);
  }

  public PageInput input() {
    return input;
  }

  public Page page() {
    return page;
  }

  public Article article() {
    return page.article();
  }

  /** The day of publication, when it is known to the day. */
  public @Nullable LocalDate published() {
    if (article().published() == null) {
      return null;
    }
    String value = article().published().value();
    try {
      return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
    } catch (DateTimeParseException e) {
      return null; // a year or a month only
    }
  }

  public Analysis analysis() {
    return get(Layer.ANALYSIS);
  }

  public List<Attribution> attributions() {
    return get(Layer.ATTRIBUTIONS);
  }

  public List<Actor> actors() {
    return get(Layer.ACTORS);
  }

  public List<TimeExpression> times() {
    return get(Layer.TIMES);
  }

  public List<Place> places() {
    return get(Layer.PLACES);
  }

  public List<Statement> statements() {
    return get(Layer.STATEMENTS);
  }

  public List<Event> events() {
    return get(Layer.EVENTS);
  }

  /** Sets a layer; lists are taken as they are and must be immutable. */
  public void set(Layer layer, Object value) {
    if (layers.putIfAbsent(layer, Objects.requireNonNull(value)) != null) {
      throw new IllegalStateException("layer " + layer + " is set already");
    }
  }

  public void warn(String code, String what) {
    warnings.add(new Warning(code, null, what));
  }

  @SuppressWarnings("unchecked") // each layer has one type, given by the accessor
  private <T> T get(Layer layer) {
    Object value = layers.get(layer);
    if (value == null) {
      throw new IllegalStateException("layer " + layer + " is not set yet");
    }
    return (T) value;
  }

  /** Freezes the draft; every layer must be set. */
  ArticleRecord toRecord(String software, Map<String, String> models) {
    Article article =
        article()
            .withSentences(
                analysis().sentences().stream()
                    .map(sentence -> analysis().span(sentence.range()))
                    .toList());
    if (article.dateline() != null) {
      Place place = placeOf(article.dateline());
      article =
          article.withDateline(article.dateline().withPlace(place == null ? null : place.id()));
    }
    String id = input.id() != null ? input.id() : source.sha256().substring(0, 32);
    return new ArticleRecord(
        ArticleRecord.SCHEMA,
        id,
        source,
        article,
        actors(),
        statements(),
        events(),
        places(),
        times(),
        page.comments(),
        new Provenance(software, models, warnings));
  }

  /** The first place inside a dateline; null when none was found. */
  @Nullable Place placeOf(Article.Dateline dateline) {
    for (Place place : places()) {
      if (place.span().stream()
          .allMatch(words -> dateline.span().stream().anyMatch(line -> line.contains(words)))) {
        return place;
      }
    }
    return null;
  }
}
