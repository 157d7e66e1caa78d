/** Measuring: gold readers, the quality gate, benchmarks. Nothing depends on this module. */
@NullMarked
package dateline.eval;

import org.jspecify.annotations.NullMarked;
