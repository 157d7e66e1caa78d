package dateline.time;

import org.jspecify.annotations.Nullable;

/**
 * A kind that a pattern has met, linked to the one before it.
 *
 * @param at index of its first lexeme
 */
record Captured(Kind kind, String value, int at, @Nullable Captured before) {}
