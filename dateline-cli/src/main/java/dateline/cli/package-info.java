/** The command line: {@code dateline read}, {@code search} and the others. */
@NullMarked
package dateline.cli;

import org.jspecify.annotations.NullMarked;
