package dateline.language;

/** Types of named entities that the encoder marks. */
public enum EntityType {
  NONE,
  /** Persons. */
  PER,
  /** Organisations, armed groups, governments named as such. */
  ORG,
  /** Countries, cities, regions, seas, sites. */
  LOC,
  /** Nationalities, peoples, religious and political groups: adjectives and nouns. */
  NORP,
  /** Other names: events, laws, products. */
  MISC
}
