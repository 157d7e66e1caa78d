package dateline.time;

/**
 * A kind found at a lexeme.
 *
 * @param value in the kind's own spelling
 * @param end index of the lexeme after it
 */
record Reading(String value, int end) {}
