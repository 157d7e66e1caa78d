/** Source, cue and content of statements. */
@NullMarked
package dateline.attribution;

import org.jspecify.annotations.NullMarked;
