/**
 * What differs between two readings of the same articles: pure functions over records, for judging
 * a new model or new rules by what they change.
 */
@NullMarked
package dateline.diff;

import org.jspecify.annotations.NullMarked;
