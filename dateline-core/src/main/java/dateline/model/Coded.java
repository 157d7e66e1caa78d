package dateline.model;

import java.util.Locale;

/** A closed set of values with a fixed spelling in JSON. */
public interface Coded {

  /** The name of the constant, as {@link Enum#name()}. */
  String name();

  /** The spelling in JSON: unless overridden, the constant's name in lower case with hyphens. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
