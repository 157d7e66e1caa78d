/** PLOVER events with actors, recipients, factuality and asserter. */
@NullMarked
package dateline.event;

import org.jspecify.annotations.NullMarked;
