/** Sentences, tokens, tags and the encoder that reads them. */
@NullMarked
package dateline.language;

import org.jspecify.annotations.NullMarked;
