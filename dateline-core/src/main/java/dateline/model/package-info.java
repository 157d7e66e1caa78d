/**
 * The record's types: what Dateline says about one article. A leaf: sees only {@code
 * dateline.text}.
 */
@NullMarked
package dateline.model;

import org.jspecify.annotations.NullMarked;
