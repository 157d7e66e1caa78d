package dateline.pipeline;

import static dateline.pipeline.Layer.ACTORS;
import static dateline.pipeline.Layer.ANALYSIS;
import static dateline.pipeline.Layer.ATTRIBUTIONS;
import static dateline.pipeline.Layer.EVENTS;
import static dateline.pipeline.Layer.PAGE;
import static dateline.pipeline.Layer.PLACES;
import static dateline.pipeline.Layer.STATEMENTS;
import static dateline.pipeline.Layer.TIMES;

import dateline.model.Article.Dateline;
import dateline.text.CharRange;
import dateline.text.CodePoints;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The walk of a news article: language, attributions, actors, places, times, statements, events.
 */
public final class NewsPipeline {

  private static final String NOT_ENGLISH = "not-english";

  /** Codes of the warnings that its steps give: all others are the page's. */
  public static final Set<String> WARNINGS = Set.of(NOT_ENGLISH);

  private NewsPipeline() {}

  /** The whole walk for an article in the subjects' language. */
  public static Pipeline full(Subjects subjects) {
    FilingDay filing = new FilingDay();
    return Pipeline.of(
        List.of(
            analysis(subjects),
            layer(
                ATTRIBUTIONS,
                Set.of(ANALYSIS),
                draft -> subjects.attributions().find(draft.analysis())),
            layer(
                ACTORS,
                Set.of(ANALYSIS, ATTRIBUTIONS),
                draft ->
                    subjects
                        .actors()
                        .find(draft.analysis(), draft.attributions(), draft.published())),
            layer(PLACES, Set.of(PAGE, ANALYSIS), subjects.places()::find),
            layer(
                TIMES,
                Set.of(PAGE, ANALYSIS, PLACES),
                draft -> subjects.times().find(draft.analysis(), filing.of(draft))),
            layer(
                STATEMENTS,
                Set.of(ANALYSIS, ATTRIBUTIONS, ACTORS, TIMES),
                draft ->
                    subjects
                        .statements()
                        .build(
                            draft.analysis(),
                            draft.attributions(),
                            draft.actors(),
                            draft.times(),
                            draft.article().published())),
            layer(
                EVENTS,
                Set.of(ANALYSIS, ACTORS, STATEMENTS, TIMES, PLACES),
                draft ->
                    subjects
                        .events()
                        .find(
                            draft.analysis(),
                            draft.actors(),
                            draft.statements(),
                            draft.times(),
                            draft.places(),
                            draft.published()))));
  }

  /**
   * For an article in another language: sentences only, everything else empty, and a warning that
   * says so.
   */
  public static Pipeline pageOnly(Subjects subjects) {
    Consumer<Draft> note =
        draft ->
            draft.warn(
                NOT_ENGLISH,
                "the article is in \""
                    + draft.article().language()
                    + "\": the page was read, its statements and events were not");
    Step attributions =
        new Step(
            ATTRIBUTIONS,
            Set.of(ANALYSIS),
            note.andThen(draft -> draft.set(ATTRIBUTIONS, List.of())));
    return Pipeline.of(
        List.of(
            analysis(subjects),
            attributions,
            layer(ACTORS, Set.of(), draft -> List.of()),
            layer(TIMES, Set.of(), draft -> List.of()),
            layer(PLACES, Set.of(), draft -> List.of()),
            layer(STATEMENTS, Set.of(), draft -> List.of()),
            layer(EVENTS, Set.of(), draft -> List.of())));
  }

  private static Step analysis(Subjects subjects) {
    return layer(
        ANALYSIS,
        Set.of(PAGE),
        draft -> {
          CodePoints text = CodePoints.of(draft.article().text());
          List<CharRange> paragraphs =
              draft.article().paragraphs().stream().map(text::range).toList();
          return subjects.analyser().analyse(text.text(), paragraphs, report(draft, text));
        });
  }

  /** Where the report begins: after the dateline and the dash that closes it; 0 without one. */
  private static int report(Draft draft, CodePoints text) {
    Dateline line = draft.article().dateline();
    if (line == null || line.span().isEmpty()) {
      return 0;
    }
    int at = text.range(line.span().get(0)).end();
    while (at < text.text().length() && " \u00a0-–—:.".indexOf(text.text().charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static Step layer(Layer provides, Set<Layer> requires, Function<Draft, Object> work) {
    return new Step(provides, requires, draft -> draft.set(provides, work.apply(draft)));
  }
}
