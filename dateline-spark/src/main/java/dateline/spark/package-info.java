/** The same function a page, on Apache Spark: archives in, Parquet out. */
@NullMarked
package dateline.spark;

import org.jspecify.annotations.NullMarked;
