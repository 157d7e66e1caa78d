-- Across articles: which belong together. A cluster's number is the lowest page number in it, so it stays when
-- later articles join. All of it but `story_change` is worked out from the current revisions; what an older store
-- holds already is taken in when it is opened (see StoryIndex).

CREATE TABLE story_article (
  page   INTEGER PRIMARY KEY REFERENCES page,
  copies INTEGER NOT NULL,      -- near copies have the same number
  story  INTEGER NOT NULL,      -- articles of one story have the same number
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX story_article_copies ON story_article (copies);
CREATE INDEX story_article_story ON story_article (story);

-- What articles are found by. Keys of one stretch of time lie together, so that adding an article of today touches
-- the same few pages of the file, however many years the store holds.
CREATE TABLE story_key (
  bucket INTEGER NOT NULL,
  hash   INTEGER NOT NULL,
  page   INTEGER NOT NULL,
  PRIMARY KEY (bucket, hash, page)
) STRICT, WITHOUT ROWID;

-- A line of the list of stories.
CREATE TABLE story (
  story    INTEGER PRIMARY KEY,
  title    TEXT,                -- of its first article
  first    TEXT,                -- when that was published; null when no article says
  last     TEXT NOT NULL,       -- when its last one was; '' when no article says
  articles INTEGER NOT NULL,
  texts    INTEGER NOT NULL,
  outlets  INTEGER NOT NULL
) STRICT;
CREATE INDEX story_last ON story (last, story);
CREATE INDEX story_articles ON story (articles, last, story);

-- Stories that became part of another, or fell apart, and the article that made them.
CREATE TABLE story_change (
  change  INTEGER PRIMARY KEY,
  story   INTEGER NOT NULL,
  what    TEXT NOT NULL CHECK (what IN ('merged', 'split')),
  became  INTEGER NOT NULL,
  because INTEGER NOT NULL REFERENCES page
) STRICT;
CREATE INDEX story_change_story ON story_change (story);
CREATE INDEX story_change_became ON story_change (became);

-- People named in full, found by the sound of their family names.
CREATE TABLE person_name (
  page    INTEGER NOT NULL REFERENCES page,
  item    INTEGER NOT NULL,     -- 1, 2, 3 … within the page
  sound   TEXT NOT NULL,
  name    TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,        -- ' GOV MIL '
  role    TEXT,
  day     TEXT,                 -- of publication
  PRIMARY KEY (page, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_name_sound ON person_name (sound);

-- Names may also be held to be two actors', though they sound alike.
CREATE TABLE merging_2 (
  number  INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL,
  main    TEXT NOT NULL,        -- the name under which the actor goes; or of whom it is kept apart
  main_folded TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('merge', 'apart', 'undo')),
  undoes  INTEGER REFERENCES merging_2,
  who     TEXT NOT NULL,
  made    TEXT NOT NULL
) STRICT;
INSERT INTO merging_2 SELECT * FROM merging;
DROP TABLE merging;
ALTER TABLE merging_2 RENAME TO merging;

INSERT INTO setting (name, value) SELECT 'stories', 'to be made' WHERE EXISTS (SELECT 1 FROM page);
