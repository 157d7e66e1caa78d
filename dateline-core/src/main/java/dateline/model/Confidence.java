package dateline.model;

/**
 * Confidences are probabilities, kept to two decimals so that they are written the same everywhere.
 */
public final class Confidence {

  private Confidence() {}

  /**
   * Rounds to two decimals.
   *
   * @throws IllegalArgumentException when the value is not in [0,1]
   */
  public static double of(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("confidence " + value + " is outside [0,1]");
    }
    return Math.round(value * 100) / 100.0;
  }
}
