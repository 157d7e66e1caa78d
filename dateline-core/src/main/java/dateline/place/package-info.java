/** Toponyms and the places that they name. */
@NullMarked
package dateline.place;

import org.jspecify.annotations.NullMarked;
