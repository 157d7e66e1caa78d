/** The record's codes in English words, for every face that people read. */
@NullMarked
package dateline.words;

import org.jspecify.annotations.NullMarked;
