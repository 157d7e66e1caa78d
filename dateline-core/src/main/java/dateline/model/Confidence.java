package dateline.model;

/**
 * Confidences are probabilities, kept to two decimals so that they are written the same everywhere.
 */
public final class Confidence {

  private Confidence() {}

  /** Rounds to two decimals. */
  public static double of(double value) {
    return Math.round(check(value) * 100) / 100.0;
  }

  static double check(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("confidence " + value + " is outside [0,1]");
    }
    return value;
  }
}
