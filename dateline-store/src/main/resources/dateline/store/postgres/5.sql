-- What stands between two countries: see sqlite/5.sql.

CREATE VIEW event_pair AS
  SELECT DISTINCT p.page, p.passage, substr(p.date, 1, 7) AS month, d.quad, d.score,
    CASE WHEN x.country < y.country THEN x.country ELSE y.country END AS one,
    CASE WHEN x.country < y.country THEN y.country ELSE x.country END AS other
  FROM passage p JOIN event d ON d.passage = p.passage
  JOIN participant x ON x.passage = p.passage AND x.side = 'actor'
  JOIN participant y ON y.passage = p.passage AND (y.side = 'recipient' OR y.country <> x.country
    AND NOT EXISTS (SELECT 1 FROM participant z WHERE z.passage = p.passage AND z.side = 'recipient'))
  WHERE x.country IS NOT NULL AND y.country IS NOT NULL AND length(p.date) >= 7;

CREATE TABLE pair_month (
  one    TEXT COLLATE "C" NOT NULL,
  other  TEXT COLLATE "C" NOT NULL,
  month  TEXT COLLATE "C" NOT NULL,
  quad   TEXT COLLATE "C" NOT NULL,
  events BIGINT NOT NULL,
  score  BIGINT NOT NULL,
  PRIMARY KEY (one, other, month, quad)
);
INSERT INTO pair_month SELECT one, other, month, quad, count(*), sum(CAST(round(score * 1000) AS BIGINT)) FROM event_pair
  GROUP BY one, other, month, quad;

ALTER TABLE statement ADD COLUMN outlet TEXT;
ALTER TABLE event ADD COLUMN outlet TEXT;
UPDATE statement SET outlet = r.outlet FROM passage p JOIN page g ON g.page = p.page
  JOIN revision r ON r.revision = g.revision WHERE p.passage = statement.passage;
UPDATE event SET outlet = r.outlet FROM passage p JOIN page g ON g.page = p.page
  JOIN revision r ON r.revision = g.revision WHERE p.passage = event.passage;
