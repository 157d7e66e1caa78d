/**
 * Web archives after ISO 28500: finds records and what lies damaged between them. jwarc reads
 * headers and HTTP messages; what is below, the members of a gzip file and the places where to go
 * on after damage, is ours.
 */
@NullMarked
package dateline.io.warc;

import org.jspecify.annotations.NullMarked;
