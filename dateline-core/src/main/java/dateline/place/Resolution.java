package dateline.place;

import org.jspecify.annotations.Nullable;

/**
 * What a toponym was taken for.
 *
 * @param candidate null when nothing fits
 * @param method how it was chosen: {@code unique}, {@code prominence}, {@code containment}, {@code
 *     context}, {@code adjective}, {@code unresolved}
 * @param confidence 0 to 1
 */
record Resolution(@Nullable Candidate candidate, String method, double confidence) {

  static final Resolution UNRESOLVED = new Resolution(null, "unresolved", 0.5);
}
