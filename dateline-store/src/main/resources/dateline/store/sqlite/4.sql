-- The lowest and the highest number that passages of a kind and month have: a search of dates looks between these.
-- The range never shrinks, so it holds all of the month's passages whatever was removed.
CREATE TABLE passage_month (
  kind    TEXT NOT NULL,
  month   TEXT NOT NULL,        -- '2021-03'; '' for passages without a date
  lowest  INTEGER NOT NULL,
  highest INTEGER NOT NULL,
  PRIMARY KEY (kind, month)
) STRICT, WITHOUT ROWID;
INSERT INTO passage_month SELECT kind, substr(date, 1, 7), min(passage), max(passage) FROM passage GROUP BY 1, 2;
CREATE TRIGGER passage_dated AFTER INSERT ON passage BEGIN
  INSERT INTO passage_month VALUES (new.kind, substr(new.date, 1, 7), new.passage, new.passage)
  ON CONFLICT (kind, month) DO UPDATE SET lowest = min(lowest, new.passage), highest = max(highest, new.passage);
END;
