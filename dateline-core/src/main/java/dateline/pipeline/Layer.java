package dateline.pipeline;

/** The layers of a {@link Draft}, each set once by the one step that provides it. */
public enum Layer {
  PAGE,
  ANALYSIS,
  ATTRIBUTIONS,
  ACTORS,
  TIMES,
  PLACES,
  STATEMENTS,
  EVENTS
}
