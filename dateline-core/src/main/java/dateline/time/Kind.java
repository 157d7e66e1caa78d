package dateline.time;

/** What a word, or a short run of lexemes, can be in a rule's pattern. */
enum Kind {
  /** A month's name; value {@code 01} to {@code 12}. */
  MONTH,
  /** A day of the week; value 1 (Monday) to 7. */
  WEEKDAY,
  /** Its plural. */
  WEEKDAYS,
  /** A unit in the singular: Y, M, W, D, Q, DE, CE, WE (weekend), TH, TM, TS (hour …). */
  UNIT,
  UNITS,
  /** Spring to winter: SP, SU, FA, WI. */
  SEASON,
  SEASONS,
  /** A part of the day: MO, AF, EV, NI, DT. */
  PART,
  PARTS,
  /** Yesterday, today, tomorrow: days to add. */
  OFFSET,
  /** Last, this, next: units to add. */
  DEIXIS,
  /** Early, mid, late: TIMEX3 modifier. */
  MODA,
  /** Beginning, middle, end. */
  MODN,
  /** Earlier, later. */
  MODC,
  /** About, nearly, over …. */
  ABOUT,
  /** Several, few, couple: a number, or X. */
  FEW,
  /** Number words below twenty, tens, hundred and thousand; rules use {@link #NUM}. */
  DIGIT,
  TENS,
  SCALE,
  ORDINAL,
  TIES,
  ZONE,
  ERA,
  /** Daily, weekly: the set's value. */
  PERIODIC,
  /** A cardinal number in digits or words, read as a whole. */
  NUM(true),
  /** An ordinal number; value in digits. */
  ORD(true),
  /** A day of the month in digits, with or without st, nd, rd, th. */
  DAY(true),
  /** A year of four digits, or spelled in words. */
  YEAR(true),
  /** A number of two digits that shortens a year: 17 in "1915-17", 89 in "'89". */
  SHORT(true),
  /** A number of one to four digits, for years before Christ. */
  DIGITS(true),
  /** A decade: "1980s", "'80s", "eighties"; value of three digits. */
  DECADE(true),
  /**
   * A time of day: "9:30 p.m.", "10 a.m.", "05:30hrs", "noon"; value {@code HH:MM} or {@code HH}.
   */
  CLOCK(true),
  /** A day with a name; value is the name. */
  HOLIDAY(true),
  /**
   * A date all in figures, {@code 2020-11-17}, {@code 17.11.2020}, {@code 11/17/2020}; value ISO.
   */
  FIGURES(true);

  private final boolean composed;

  Kind() {
    this(false);
  }

  Kind(boolean composed) {
    this.composed = composed;
  }

  /** Whether it is read from several lexemes by {@link Reader} and not looked up as a word. */
  boolean isComposed() {
    return composed;
  }
}
