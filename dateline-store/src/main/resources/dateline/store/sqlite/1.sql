-- The store's first shape. `record` in `revision` is the whole record as JSON, packed with zlib; everything
-- below it is worked out from the current revision's record and can be rebuilt from it.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row an article. `key` is its web address, else the caller's id, else its file name, else its hash.
CREATE TABLE page (
  page     INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,
  revision INTEGER              -- the current one
) STRICT;

CREATE TABLE revision (
  revision  INTEGER PRIMARY KEY,
  page      INTEGER NOT NULL REFERENCES page,
  number    INTEGER NOT NULL,   -- 1, 2, 3 … within the page
  id        TEXT NOT NULL,      -- the record's id
  sha256    TEXT NOT NULL,      -- of the source bytes
  uri       TEXT,
  title     TEXT,
  outlet    TEXT,
  published TEXT,               -- ISO 8601
  software  TEXT NOT NULL,
  record    BLOB NOT NULL,
  UNIQUE (page, sha256),
  UNIQUE (page, number)
) STRICT;
CREATE INDEX revision_id ON revision (id);
CREATE INDEX revision_sha256 ON revision (sha256);
CREATE INDEX revision_uri ON revision (uri);

-- Inputs that were read, by what went in and what read them: see RecordStore.isDone.
CREATE TABLE done (
  fingerprint TEXT PRIMARY KEY,
  revision    INTEGER NOT NULL REFERENCES revision
) STRICT, WITHOUT ROWID;

CREATE TABLE failure (
  input   TEXT NOT NULL,
  line    INTEGER NOT NULL,     -- 0: the input is a page of its own
  "offset" INTEGER,
  reason  TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (input, line)
) STRICT, WITHOUT ROWID;

-- What search looks through: articles with their titles, statements' contents, events' sentences. Names and codes
-- are words of the full text too, so that any question is one look into one index; see Tokens.
CREATE TABLE passage (
  passage INTEGER PRIMARY KEY,
  page    INTEGER NOT NULL REFERENCES page,
  kind    TEXT NOT NULL CHECK (kind IN ('article', 'statement', 'event')),
  item    TEXT NOT NULL,        -- 'text', or the item's id in the record
  date    TEXT NOT NULL,        -- by which hits are in order: the item's, else the article's, else ''
  text    TEXT NOT NULL,
  speaker TEXT NOT NULL,        -- who says it or claims it: names, and the words for them
  party   TEXT NOT NULL,        -- who else has part in it: names, words, codes of countries and sectors
  codes   TEXT NOT NULL         -- tokens for what is looked up exactly
) STRICT;
CREATE INDEX passage_page ON passage (page);
CREATE INDEX passage_date ON passage (kind, date);

CREATE VIRTUAL TABLE passage_text USING fts5 (
  text, speaker, party, codes, content = 'passage', content_rowid = 'passage',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
  INSERT INTO passage_text (rowid, text, speaker, party, codes)
  VALUES (new.passage, new.text, new.speaker, new.party, new.codes);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
  INSERT INTO passage_text (passage_text, rowid, text, speaker, party, codes)
  VALUES ('delete', old.passage, old.text, old.speaker, old.party, old.codes);
END;

CREATE TABLE statement (
  passage INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
  kind    TEXT NOT NULL,
  type    TEXT NOT NULL,
  speaker TEXT,                 -- the actor's name; null when unknown
  source  TEXT,                 -- the words for who says it
  country TEXT,
  sectors TEXT NOT NULL,        -- ' GOV MIL '
  cue     TEXT,
  date    TEXT                  -- of the statement, else of the article
) STRICT;

CREATE TABLE event (
  passage     INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
  type        TEXT NOT NULL,
  mode        TEXT,
  quad        TEXT NOT NULL,
  cue         TEXT NOT NULL,    -- the trigger's words
  date        TEXT,             -- of the event; null when not told
  place       TEXT,
  country     TEXT,             -- of the place
  lat         REAL,
  lon         REAL,
  precision   TEXT,
  factuality  TEXT NOT NULL,
  asserted_by TEXT,             -- the speaker's name, 'unknown speaker', or null: the outlet
  score       REAL NOT NULL,    -- PLOVER's conflict-cooperation value
  confidence  REAL NOT NULL
) STRICT;

CREATE TABLE participant (
  passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
  side    TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
  number  INTEGER NOT NULL,
  name    TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  PRIMARY KEY (passage, side, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
  page    INTEGER NOT NULL REFERENCES page,
  item    TEXT NOT NULL,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL,        -- in lower case, without diacritics
  kind    TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  role    TEXT,
  PRIMARY KEY (page, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_folded ON actor (folded);

CREATE TABLE place (
  page      INTEGER NOT NULL REFERENCES page,
  item      TEXT NOT NULL,
  name      TEXT NOT NULL,
  country   TEXT,
  lat       REAL,
  lon       REAL,
  precision TEXT,
  gazetteer TEXT,
  PRIMARY KEY (page, item)
) STRICT, WITHOUT ROWID;

-- What people said of the machine's reading. Rows are only ever added; taking one back is another row. An item is
-- known again by `anchor` (its kind and its words' place) when the page is read anew.
CREATE TABLE correction (
  number  INTEGER PRIMARY KEY,
  page    INTEGER NOT NULL REFERENCES page,
  item    TEXT NOT NULL,        -- its id when the correction was made
  anchor  TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'fix', 'undo')),
  field   TEXT,                 -- what is mended by a fix
  value   TEXT,                 -- and how; null: nothing stands there
  undoes  INTEGER REFERENCES correction,
  who     TEXT NOT NULL,
  made    TEXT NOT NULL         -- ISO 8601 instant
) STRICT;
CREATE INDEX correction_page ON correction (page);

-- Names that people hold to be one actor's. Rows are only ever added, likewise.
CREATE TABLE merging (
  number  INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL,
  main    TEXT NOT NULL,        -- the name under which the actor goes
  main_folded TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('merge', 'undo')),
  undoes  INTEGER REFERENCES merging,
  who     TEXT NOT NULL,
  made    TEXT NOT NULL
) STRICT;
