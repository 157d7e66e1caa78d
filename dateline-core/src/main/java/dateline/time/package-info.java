/** TIMEX3 expressions and their values. */
@NullMarked
package dateline.time;

import org.jspecify.annotations.NullMarked;
