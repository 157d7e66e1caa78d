-- What changed the store, and what it held before: docs/adr/0013-runs.md. A tick is one change; ticks count up over the
-- whole store, in the order of the transactions that make them.

-- What read a record: its software, models, rules and imported data, as a JSON object of names and hashes.
CREATE TABLE maker (
  maker INTEGER PRIMARY KEY,
  parts TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE run (
  run      INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,       -- 'read', 'upgrade', 'review', 'merge', 'forget'; 'before': all that was there already
  began    TEXT NOT NULL,       -- ISO 8601 instant, of microseconds, as all here
  ended    TEXT NOT NULL,       -- of its last transaction so far
  software TEXT NOT NULL,
  maker    INTEGER REFERENCES maker,
  inputs   TEXT NOT NULL,       -- JSON list of texts
  fresh    INTEGER NOT NULL DEFAULT 0,
  revised  INTEGER NOT NULL DEFAULT 0,
  reread   INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  failed   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One row a transaction that changed something: how far ticks and the tables that only grow had come after it.
CREATE TABLE moment (
  tick         INTEGER PRIMARY KEY,
  run          INTEGER NOT NULL REFERENCES run,
  made         TEXT NOT NULL,   -- never before an earlier one
  correction   INTEGER NOT NULL,
  merging      INTEGER NOT NULL,
  story_change INTEGER NOT NULL
) STRICT;
CREATE INDEX moment_made ON moment (made, tick);
CREATE INDEX moment_run ON moment (run, tick);

ALTER TABLE revision ADD COLUMN added INTEGER NOT NULL DEFAULT 1;  -- tick at which the page was first read
ALTER TABLE revision ADD COLUMN since INTEGER NOT NULL DEFAULT 1;  -- tick at which this record of it was put here
ALTER TABLE revision ADD COLUMN maker INTEGER REFERENCES maker;    -- null: unknown
CREATE INDEX revision_since ON revision (since);
CREATE INDEX revision_maker ON revision (maker);

-- Records whose place another reading of the same page took.
CREATE TABLE earlier (
  revision  INTEGER NOT NULL REFERENCES revision,
  since     INTEGER NOT NULL,
  until     INTEGER NOT NULL,   -- tick at which it was replaced
  title     TEXT,
  outlet    TEXT,
  published TEXT,
  software  TEXT NOT NULL,
  maker     INTEGER REFERENCES maker,
  record    BLOB NOT NULL,
  PRIMARY KEY (revision, since)
) STRICT;
CREATE INDEX earlier_until ON earlier (until);

ALTER TABLE failure ADD COLUMN since INTEGER NOT NULL DEFAULT 1;
CREATE TABLE earlier_failure (
  input    TEXT NOT NULL,
  line     INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  until    INTEGER NOT NULL,
  "offset" INTEGER,
  reason   TEXT NOT NULL,
  message  TEXT NOT NULL,
  PRIMARY KEY (input, line, since)
) STRICT, WITHOUT ROWID;

INSERT INTO run (kind, began, ended, software, inputs)
  SELECT 'before', now, now, '', '[]' FROM (SELECT strftime('%Y-%m-%dT%H:%M:%f000Z', 'now') AS now)
  WHERE EXISTS (SELECT 1 FROM page) OR EXISTS (SELECT 1 FROM failure) OR EXISTS (SELECT 1 FROM merging);
INSERT INTO moment (tick, run, made, correction, merging, story_change)
  SELECT 1, run, ended, (SELECT coalesce(max(number), 0) FROM correction), (SELECT coalesce(max(number), 0) FROM merging),
    (SELECT coalesce(max(change), 0) FROM story_change) FROM run;
