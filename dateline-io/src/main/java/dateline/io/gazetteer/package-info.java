/** Importing a user's gazetteer and opening what was imported. */
@NullMarked
package dateline.io.gazetteer;

import org.jspecify.annotations.NullMarked;
