/**
 * What goes in and how it comes out: files, folders, globs, standard input and JSON lines; failures
 * and exports.
 */
@NullMarked
package dateline.io;

import org.jspecify.annotations.NullMarked;
