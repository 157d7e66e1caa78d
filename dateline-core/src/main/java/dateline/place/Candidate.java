package dateline.place;

/**
 * A place that a name may stand for.
 *
 * @param name the gazetteer's spelling of the name that was looked up
 */
public record Candidate(GazetteerEntry entry, String name, NameForm form) {}
