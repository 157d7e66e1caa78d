/**
 * A made-up world that reports on itself: happenings, the people in them, and outlets that copy,
 * cut, reword, misquote and correct each other, with the truth about all of it. The places are
 * real; every person, outlet, agency, armed group and happening is invented.
 */
@NullMarked
package dateline.corpus;

import org.jspecify.annotations.NullMarked;
