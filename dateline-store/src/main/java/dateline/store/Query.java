package dateline.store;

import org.jspecify.annotations.Nullable;

/**
 * A question to the store. All parts must hold; an absent one holds always.
 *
 * @param words as a person types them: all must occur; {@code "a phrase"} in that order; {@code
 *     word*} by its beginning; {@code -word} must not occur. Case and diacritics don't matter; any
 *     text is allowed
 * @param speaker part of the speaker's name or of the words for the source
 * @param actor part of an actor's name, or its code such as {@code RUS} or {@code MIL}
 * @param type of event (AGREE …), or kind or type of statement (direct … communication …)
 * @param country ISO 3166-1 alpha-3: the speaker's; a party's or the place's of an event
 * @param from earliest date, ISO 8601, also a year or month
 * @param to latest date, likewise, all of it included
 * @param limit at most so many hits
 */
public record Query(
    @Nullable String words,
    @Nullable String speaker,
    @Nullable String actor,
    @Nullable String type,
    @Nullable String country,
    @Nullable String from,
    @Nullable String to,
    int limit) {

  public static Query of(String words) {
    return new Query(words, null, null, null, null, null, null, 20);
  }
}
