package dateline.actor;

import dateline.model.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lexicon knows of one spelling.
 *
 * @param sort what the row is
 * @param name the usual spelling of what is named: the same for every spelling of one thing
 * @param country code as {@link Actor#country()}, or null
 * @param sectors PLOVER sectors, the primary first
 * @param what what an actor of this name is; null for a thing that stands for who uses it ("bomb")
 * @param soft for roles: whether a neighbour's sector wins over this one's
 * @param plural whether this spelling names several
 * @param casing which letters of the text must be capitals for this spelling to match
 * @param person the dated roles, for persons and groups whose standing changes
 */
record Entry(
    Sort sort,
    String name,
    @Nullable String country,
    List<String> sectors,
    Actor.@Nullable Kind what,
    boolean soft,
    boolean plural,
    Casing casing,
    @Nullable Person person) {

  /** What a row is; also the order of preference among rows of the same spelling. */
  enum Sort {
    PERSON,
    BODY,
    COUNTRY,
    CAPITAL,
    CITY,
    DEMONYM,
    ROLE
  }

  /** Which letters must be capitals. */
  enum Casing {
    ANY,
    INITIAL,
    ALL
  }

  /** Whether it names a country, a city or a people: something that has a country and no sector. */
  boolean isNational() {
    return switch (sort) {
      case COUNTRY, CAPITAL, CITY, DEMONYM -> true;
      case PERSON, BODY, ROLE -> false;
    };
  }

  boolean isBreakaway() {
    return sort == Sort.BODY && sectors.contains("PRE");
  }
}
