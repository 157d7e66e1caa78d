package dateline.cli;

/** How records are written. */
enum Format {
  /** For people: the article, then what was found. */
  TEXT,
  /** Indented JSON: an object for one page, a list for more. */
  JSON,
  /** One record a line. */
  JSONL
}
