/** The web UI and the REST API over records and a store. */
@NullMarked
package dateline.server;

import org.jspecify.annotations.NullMarked;
