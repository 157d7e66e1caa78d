/** Records as tables and maps: CSV, JSON lines, GeoJSON. */
@NullMarked
package dateline.io.export;

import org.jspecify.annotations.NullMarked;
