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

-- What search looks through: articles with their titles, statements' contents, events' sentences.
CREATE TABLE passage (
  passage INTEGER PRIMARY KEY,
  page    INTEGER NOT NULL REFERENCES page,
  kind    TEXT NOT NULL CHECK (kind IN ('article', 'statement', 'event')),
  item    TEXT NOT NULL,        -- 'text', or the item's id in the record
  text    TEXT NOT NULL
) STRICT;
CREATE INDEX passage_page ON passage (page);

CREATE VIRTUAL TABLE passage_text USING fts5 (
  text, content = 'passage', content_rowid = 'passage', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
  INSERT INTO passage_text (rowid, text) VALUES (new.passage, new.text);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
  INSERT INTO passage_text (passage_text, rowid, text) VALUES ('delete', old.passage, old.text);
END;

CREATE TABLE statement (
  passage INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
  kind    TEXT NOT NULL,
  type    TEXT NOT NULL,
  speaker TEXT,                 -- the actor's name; null when unknown
  source  TEXT,                 -- the words for who says it
  folded  TEXT NOT NULL,        -- speaker and source in lower case, without diacritics
  country TEXT,
  sectors TEXT NOT NULL,        -- ' GOV MIL '
  cue     TEXT,
  date    TEXT                  -- of the statement, else of the article
) STRICT;
CREATE INDEX statement_country ON statement (country);

CREATE TABLE event (
  passage     INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
  type        TEXT NOT NULL,
  mode        TEXT,
  quad        TEXT NOT NULL,
  cue         TEXT NOT NULL,    -- the trigger's words
  date        TEXT,             -- of the event; null when not told
  sort_date   TEXT,             -- the same, else the article's
  place       TEXT,
  country     TEXT,             -- of the place
  factuality  TEXT NOT NULL,
  asserted_by TEXT,             -- the speaker's name, 'unknown speaker', or null: the outlet
  folded      TEXT,             -- the same in lower case, without diacritics
  confidence  REAL NOT NULL
) STRICT;
CREATE INDEX event_type ON event (type);

CREATE TABLE participant (
  passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
  side    TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
  number  INTEGER NOT NULL,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  PRIMARY KEY (passage, side, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
  page    INTEGER NOT NULL REFERENCES page,
  item    TEXT NOT NULL,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  PRIMARY KEY (page, item)
) STRICT, WITHOUT ROWID;

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
