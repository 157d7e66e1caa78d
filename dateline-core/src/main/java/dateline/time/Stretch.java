package dateline.time;

import dateline.language.Analysis;

/** Where rules are tried: one paragraph of an article. */
record Stretch(Analysis analysis, Lexemes lexemes, boolean narrative) {}
