package dateline.pipeline;

import java.util.Set;
import java.util.function.Consumer;

/**
 * One step of the walk from page to record. It reads the layers that it requires and sets the one
 * that it provides. Steps are stateless and thread-safe; a {@link Draft} belongs to one thread.
 *
 * @param requires layers that must be set before
 * @param provides the layer that this step sets
 * @param work sets the layer
 */
public record Step(Layer provides, Set<Layer> requires, Consumer<Draft> work) {

  public Step {
    requires = Set.copyOf(requires);
  }
}
