package dateline.eval;

/** What must hold in a trial. */
final class Checks {

  private Checks() {}

  /**
   * @throws IllegalStateException when it does not hold, with what is so instead
   */
  static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
