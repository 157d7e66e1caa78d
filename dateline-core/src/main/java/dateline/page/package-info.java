/** HTML or plain text to article, metadata and comments. */
@NullMarked
package dateline.page;

import org.jspecify.annotations.NullMarked;
