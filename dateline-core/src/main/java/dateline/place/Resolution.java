package dateline.place;

import org.jspecify.annotations.Nullable;

/**
 * What a toponym was taken for.
 *
 * @param entry the place; null when no gazetteer has it
 * @param where the place whose point and precision are given: {@code entry} itself, or, when that
 *     is null or has no point, a place that it lies in or near; null when nothing is known
 * @param method how it was chosen: {@code unique}, {@code prominence}, {@code containment}, {@code
 *     context}, {@code adjective}, {@code within}, {@code focus}, {@code unresolved}
 * @param confidence 0 to 1
 */
record Resolution(
    @Nullable GazetteerEntry entry,
    @Nullable GazetteerEntry where,
    String method,
    double confidence) {

  /** Taken to lie where the article is, with nothing that says so. */
  static final String FOCUS = "focus";

  static final Resolution UNRESOLVED = new Resolution(null, null, "unresolved", 0.5);

  static Resolution of(GazetteerEntry entry, String method, double confidence) {
    return new Resolution(entry, entry, method, confidence);
  }

  boolean isResolved() {
    return where != null && where.hasPoint();
  }

  /** The same place, with its point taken from another. */
  Resolution at(GazetteerEntry place, String how, double sure) {
    return new Resolution(entry, place, how, sure);
  }
}
