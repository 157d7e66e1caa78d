/** Who is mentioned, who "he" is, and country and sector codes. */
@NullMarked
package dateline.actor;

import org.jspecify.annotations.NullMarked;
