/** The live web, politely: feeds, the pages that they name, and what sites allow. */
@NullMarked
package dateline.io.web;

import org.jspecify.annotations.NullMarked;
