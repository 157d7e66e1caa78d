/** Steps, the draft that they fill, and their order. */
@NullMarked
package dateline.pipeline;

import org.jspecify.annotations.NullMarked;
