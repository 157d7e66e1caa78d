package dateline.actor;

import org.jspecify.annotations.Nullable;

/**
 * A noun phrase that names or describes someone, before it is known who. Token numbers are those of
 * the analysis; ends are exclusive.
 *
 * @param sort what names it
 * @param start first token, title and nationality included
 * @param end token after its last
 * @param nameStart first token of the proper name; {@code start} when there is none
 * @param nameEnd token after the proper name
 * @param head token that the others depend on
 * @param entry the lexicon's row of the name or of the head noun, or null
 * @param code what the phrase codes to, with what depends on it
 * @param role the title or head noun as printed, or null
 * @param gender {@code m}, {@code f} or {@code ?}
 * @param plural whether it names several
 * @param definite whether it points back ("the", "this", "Azerbaijan's") rather than brings in
 * @param acts whether syntax or order lets it act, be acted upon or speak, not merely be a place
 */
record Nominal(
    Sort sort,
    int start,
    int end,
    int nameStart,
    int nameEnd,
    int head,
    @Nullable Entry entry,
    ActorCode code,
    @Nullable String role,
    char gender,
    boolean plural,
    boolean definite,
    boolean acts) {

  /** What a phrase is headed by. */
  enum Sort {
    PERSON,
    BODY,
    COUNTRY,
    CAPITAL,
    CITY,
    PEOPLE,
    DESCRIPTION,
    /** Capitals that may shorten a body's name: an actor only when they do. */
    INITIALS
  }
}
