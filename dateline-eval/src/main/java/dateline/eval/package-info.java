/** Gold readers, quality gate and benchmarks; and the words that training reads. */
@NullMarked
package dateline.eval;

import org.jspecify.annotations.NullMarked;
