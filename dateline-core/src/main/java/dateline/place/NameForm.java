package dateline.place;

/** How a gazetteer row came to carry a name. */
public enum NameForm {
  /** The row's own name. */
  NAME,
  /** Another name in common English use. */
  ALIAS,
  /** A short form that is only one when it is printed so: "US", "Calif.", "N.Y." */
  ABBREVIATION,
  /** A code that needs a place before it: the "TX" of "Paris, TX". */
  CODE,
  /** An adjective or the people: "Turkish", "Britons". */
  ADJECTIVE,
  /** The name of a row that only an imported gazetteer has. */
  LISTED,
  /** A spelling that an imported gazetteer lists, English or not. */
  ALTERNATE
}
