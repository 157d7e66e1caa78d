/** The format contract: records as JSON. */
@NullMarked
package dateline.json;

import org.jspecify.annotations.NullMarked;
