/** Records as tables and maps: CSV, JSON lines, GeoJSON, Parquet. */
@NullMarked
package dateline.io.export;

import org.jspecify.annotations.NullMarked;
