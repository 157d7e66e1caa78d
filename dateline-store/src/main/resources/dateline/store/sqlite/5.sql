-- How many passages a kind and month have: a search for nothing but dates need not count them.
ALTER TABLE passage_month ADD COLUMN passages INTEGER NOT NULL DEFAULT 0;
UPDATE passage_month SET passages = n
  FROM (SELECT kind AS k, substr(date, 1, 7) AS m, count(*) AS n FROM passage GROUP BY 1, 2) WHERE kind = k AND month = m;
DROP TRIGGER passage_dated;
CREATE TRIGGER passage_dated AFTER INSERT ON passage BEGIN
  INSERT INTO passage_month VALUES (new.kind, substr(new.date, 1, 7), new.passage, new.passage, 1)
  ON CONFLICT (kind, month) DO UPDATE SET lowest = min(lowest, new.passage), highest = max(highest, new.passage),
    passages = passages + 1;
END;
CREATE TRIGGER passage_undated AFTER DELETE ON passage BEGIN
  UPDATE passage_month SET passages = passages - 1 WHERE kind = old.kind AND month = substr(old.date, 1, 7);
END;

-- The article's outlet beside what is counted by it: else each row takes three looks more.
ALTER TABLE statement ADD COLUMN outlet TEXT;
ALTER TABLE event ADD COLUMN outlet TEXT;
UPDATE statement SET outlet = r.outlet FROM passage p JOIN page g ON g.page = p.page
  JOIN revision r ON r.revision = g.revision WHERE p.passage = statement.passage;
UPDATE event SET outlet = r.outlet FROM passage p JOIN page g ON g.page = p.page
  JOIN revision r ON r.revision = g.revision WHERE p.passage = event.passage;

-- The countries that an event stands between: an actor's and a recipient's or, where it has no recipient, two actors'.
-- `one` is the first of the two in the alphabet; both may be the same.
CREATE VIEW event_pair AS
  SELECT DISTINCT p.page, p.passage, substr(p.date, 1, 7) AS month, d.quad, d.score,
    CASE WHEN x.country < y.country THEN x.country ELSE y.country END AS one,
    CASE WHEN x.country < y.country THEN y.country ELSE x.country END AS other
  FROM passage p JOIN event d ON d.passage = p.passage
  JOIN participant x ON x.passage = p.passage AND x.side = 'actor'
  JOIN participant y ON y.passage = p.passage AND (y.side = 'recipient' OR y.country <> x.country
    AND NOT EXISTS (SELECT 1 FROM participant z WHERE z.passage = p.passage AND z.side = 'recipient'))
  WHERE x.country IS NOT NULL AND y.country IS NOT NULL AND length(p.date) >= 7;

-- What stands between two countries, by month; rows may have come down to no event.
CREATE TABLE pair_month (
  one    TEXT NOT NULL,
  other  TEXT NOT NULL,
  month  TEXT NOT NULL,
  quad   TEXT NOT NULL,
  events INTEGER NOT NULL,
  score  INTEGER NOT NULL,      -- sum of conflict-cooperation values, in thousandths
  PRIMARY KEY (one, other, month, quad)
) STRICT, WITHOUT ROWID;
INSERT INTO pair_month SELECT one, other, month, quad, count(*), sum(CAST(round(score * 1000) AS INTEGER)) FROM event_pair
  GROUP BY one, other, month, quad;

-- A look into the full text has to go into each of its parts. Two of about a size are merged, not four: some nine are
-- left where there were twenty, for a third more pages written.
INSERT INTO passage_text (passage_text, rank) VALUES ('automerge', 2);
