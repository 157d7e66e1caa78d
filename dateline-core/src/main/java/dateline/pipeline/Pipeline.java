package dateline.pipeline;

import dateline.model.ArticleRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps in an order that was checked when the pipeline was built. Immutable, thread-safe. */
public final class Pipeline {

  private final List<Step> steps;

  private Pipeline(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * @throws IllegalArgumentException when a step's layer is set twice, or one that it requires is
   *     not set before it
   */
  public static Pipeline of(List<Step> steps) {
    Set<Layer> set = EnumSet.of(Layer.PAGE);
    for (Step step : steps) {
      for (Layer layer : step.requires()) {
        if (!set.contains(layer)) {
          throw new IllegalArgumentException(
              step.provides() + " requires " + layer + ", which no step before it sets");
        }
      }
      if (!set.add(step.provides())) {
        throw new IllegalArgumentException(step.provides() + " is provided twice");
      }
    }
    return new Pipeline(List.copyOf(steps));
  }

  /** Runs every step on the draft and freezes it. */
  public ArticleRecord run(Draft draft, String software, Map<String, String> models) {
    for (Step step : steps) {
      step.work().accept(draft);
    }
    return draft.toRecord(software, models);
  }
}
