package dateline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the store. All parts must hold; an absent one holds always.
 *
 * <p>In {@code words}, {@code speaker} and {@code actor}, all words must occur; {@code "a phrase"}
 * in that order; {@code word*} by its beginning; {@code -word} must not occur; {@code a | b} or
 * {@code a OR b} either side. Case and diacritics don't matter; any text is allowed.
 *
 * @param words of the statement, the event's sentence, the article
 * @param speaker words of the name of who says or claims it, or of the words for the source
 * @param actor words of the name of a party, or its code such as {@code RUS} or {@code MIL}
 * @param type of event (AGREE …), its quad category, or kind or type of statement (direct …
 *     communication …)
 * @param country ISO 3166-1 alpha-3: the speaker's; a party's or the place's of an event
 * @param sector PLOVER sector code of the speaker or a party
 * @param factuality of an event: actual, negated …
 * @param claimed whether an event is somebody's claim (true) or the outlet's own report (false)
 * @param outlet the publication's name, whole
 * @param place name of an event's place, whole
 * @param who names, whole, of which one must have the role; empty: anybody
 * @param role in which one of {@code who} must stand
 * @param from earliest date, ISO 8601, also a year or month
 * @param to latest date, likewise, all of it included
 * @param order of the hits
 * @param after {@link Hits#next} of the page before: only what comes after it
 * @param limit at most so many hits
 */
public record Query(
    @Nullable String words,
    @Nullable String speaker,
    @Nullable String actor,
    @Nullable String type,
    @Nullable String country,
    @Nullable String sector,
    @Nullable String factuality,
    @Nullable Boolean claimed,
    @Nullable String outlet,
    @Nullable String place,
    List<String> who,
    Role role,
    @Nullable String from,
    @Nullable String to,
    Order order,
    @Nullable String after,
    int limit) {

  public Query {
    who = List.copyOf(who);
  }

  /** What somebody does in a statement or an event. */
  public enum Role {
    SPEAKER,
    ACTOR,
    RECIPIENT,
    CLAIMANT
  }

  /** Which hit comes first. */
  public enum Order {
    /** The best match; without words, and for more hits than can be ranked, the latest. */
    BEST,
    LATEST
  }

  public Query(
      @Nullable String words,
      @Nullable String speaker,
      @Nullable String actor,
      @Nullable String type,
      @Nullable String country,
      @Nullable String from,
      @Nullable String to,
      int limit) {
    this(
        words,
        speaker,
        actor,
        type,
        country,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Role.SPEAKER,
        from,
        to,
        Order.BEST,
        null,
        limit);
  }

  public static Query of(String words) {
    return new Query(words, null, null, null, null, null, null, 20);
  }

  /** Everything. */
  public static Query all(int limit) {
    return new Query(null, null, null, null, null, null, null, limit);
  }

  /** The same, of one of these names in a role. */
  public Query who(Role as, List<String> names) {
    return with(actor, claimed, names, as, order, after, limit);
  }

  /** The same, from its first page on, with another number of hits. */
  public Query limit(int hits) {
    return with(actor, claimed, who, role, order, null, hits);
  }

  /** The same, by the outlets' own report (false) or as claims (true). */
  public Query claimed(@Nullable Boolean asClaims) {
    return with(actor, asClaims, who, role, order, after, limit);
  }

  /** The same, the latest first, after a hit. */
  public Query latest(@Nullable String afterHit) {
    return with(actor, claimed, who, role, Order.LATEST, afterHit, limit);
  }

  /** The same, with a party of these words. */
  public Query actor(String party) {
    return with(party, claimed, who, role, order, after, limit);
  }

  private Query with(
      @Nullable String party,
      @Nullable Boolean asClaims,
      List<String> names,
      Role as,
      Order inOrder,
      @Nullable String afterHit,
      int hits) {
    return new Query(
        words,
        speaker,
        party,
        type,
        country,
        sector,
        factuality,
        asClaims,
        outlet,
        place,
        names,
        as,
        from,
        to,
        inOrder,
        afterHit,
        hits);
  }
}
