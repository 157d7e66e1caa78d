/** Keeps records: revisions of articles, and search over what is said and done in them. */
@NullMarked
package dateline.store;

import org.jspecify.annotations.NullMarked;
