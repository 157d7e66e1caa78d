package dateline.pipeline;

import dateline.PageException;
import dateline.PageInput;
import dateline.language.Analysis;
import dateline.language.TextAnalyser;
import dateline.model.Actor;
import dateline.model.Attribution;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.page.Page;
import dateline.time.Today;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readers of one language, one a subject, each replaceable. All are thread-safe functions of
 * their arguments.
 *
 * @param page bytes to article, metadata and comments
 * @param analyser text to sentences, tokens and tags
 */
public record Subjects(
    Pages page,
    TextAnalyser analyser,
    Attributions attributions,
    Actors actors,
    Times times,
    Places places,
    Statements statements,
    Events events) {

  /** Reads a page. */
  public interface Pages {
    Page read(PageInput input) throws PageException;
  }

  /** Finds source, cue and content. */
  public interface Attributions {
    List<Attribution> find(Analysis analysis);
  }

  /** Finds actors with all their mentions. */
  public interface Actors {
    List<Actor> find(
        Analysis analysis, List<Attribution> attributions, @Nullable LocalDate published);
  }

  /** Finds and values temporal expressions. */
  public interface Times {
    List<TimeExpression> find(Analysis analysis, @Nullable Today today);
  }

  /** Finds and resolves toponyms. */
  public interface Places {
    List<Place> find(Draft draft);
  }

  /** Turns attributions into statements: speaker, addressee, venue, date. */
  public interface Statements {
    List<Statement> build(
        Analysis analysis,
        List<Attribution> attributions,
        List<Actor> actors,
        List<TimeExpression> times,
        @Nullable Resolved published);
  }

  /** Finds events. */
  public interface Events {
    List<Event> find(
        Analysis analysis,
        List<Actor> actors,
        List<Statement> statements,
        List<TimeExpression> times,
        List<Place> places,
        @Nullable LocalDate published);
  }
}
