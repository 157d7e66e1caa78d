/** Loading of lexicons, gazetteer and models from {@code dateline-data}. */
@NullMarked
package dateline.data;

import org.jspecify.annotations.NullMarked;
