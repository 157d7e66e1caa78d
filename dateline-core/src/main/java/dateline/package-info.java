/** The front door: {@link dateline.Dateline} reads pages into records. */
@NullMarked
package dateline;

import org.jspecify.annotations.NullMarked;
