-- A full text for each kind: a search is of one kind, and need not go through what the others have.
DROP TRIGGER passage_added;
DROP TRIGGER passage_removed;
DROP TABLE passage_text;

CREATE VIEW article_passage AS SELECT passage, text, speaker, party, codes FROM passage WHERE kind = 'article';
CREATE VIEW statement_passage AS SELECT passage, text, speaker, party, codes FROM passage WHERE kind = 'statement';
CREATE VIEW event_passage AS SELECT passage, text, speaker, party, codes FROM passage WHERE kind = 'event';

CREATE VIRTUAL TABLE article_text USING fts5 (
  text, speaker, party, codes, content = 'article_passage', content_rowid = 'passage',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_text USING fts5 (
  text, speaker, party, codes, content = 'statement_passage', content_rowid = 'passage',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE event_text USING fts5 (
  text, speaker, party, codes, content = 'event_passage', content_rowid = 'passage',
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO article_text (article_text, rank) VALUES ('automerge', 2);
INSERT INTO statement_text (statement_text, rank) VALUES ('automerge', 2);
INSERT INTO event_text (event_text, rank) VALUES ('automerge', 2);
INSERT INTO article_text (article_text) VALUES ('rebuild');
INSERT INTO statement_text (statement_text) VALUES ('rebuild');
INSERT INTO event_text (event_text) VALUES ('rebuild');

CREATE TRIGGER article_added AFTER INSERT ON passage WHEN new.kind = 'article' BEGIN
  INSERT INTO article_text (rowid, text, speaker, party, codes)
  VALUES (new.passage, new.text, new.speaker, new.party, new.codes);
END;
CREATE TRIGGER statement_added AFTER INSERT ON passage WHEN new.kind = 'statement' BEGIN
  INSERT INTO statement_text (rowid, text, speaker, party, codes)
  VALUES (new.passage, new.text, new.speaker, new.party, new.codes);
END;
CREATE TRIGGER event_added AFTER INSERT ON passage WHEN new.kind = 'event' BEGIN
  INSERT INTO event_text (rowid, text, speaker, party, codes)
  VALUES (new.passage, new.text, new.speaker, new.party, new.codes);
END;
CREATE TRIGGER article_removed AFTER DELETE ON passage WHEN old.kind = 'article' BEGIN
  INSERT INTO article_text (article_text, rowid, text, speaker, party, codes)
  VALUES ('delete', old.passage, old.text, old.speaker, old.party, old.codes);
END;
CREATE TRIGGER statement_removed AFTER DELETE ON passage WHEN old.kind = 'statement' BEGIN
  INSERT INTO statement_text (statement_text, rowid, text, speaker, party, codes)
  VALUES ('delete', old.passage, old.text, old.speaker, old.party, old.codes);
END;
CREATE TRIGGER event_removed AFTER DELETE ON passage WHEN old.kind = 'event' BEGIN
  INSERT INTO event_text (event_text, rowid, text, speaker, party, codes)
  VALUES ('delete', old.passage, old.text, old.speaker, old.party, old.codes);
END;

-- What a story's line of the list is made of, beside what it is found by.
ALTER TABLE story_article ADD COLUMN published TEXT;
ALTER TABLE story_article ADD COLUMN outlet TEXT;
UPDATE story_article SET published = r.published, outlet = r.outlet FROM page g JOIN revision r ON r.revision = g.revision
  WHERE g.page = story_article.page;
DROP INDEX story_article_story;
CREATE INDEX story_article_story ON story_article (story, published, copies, outlet);
