/**
 * Offsets and text: code-point spans, UTF-16 ranges, and the one class that converts between them.
 */
@NullMarked
package dateline.text;

import org.jspecify.annotations.NullMarked;
