-- What a story's line of the list is made of, beside what it is found by; the full text is as before.
ALTER TABLE story_article ADD COLUMN published TEXT COLLATE "C";
ALTER TABLE story_article ADD COLUMN outlet TEXT;
UPDATE story_article SET published = r.published, outlet = r.outlet FROM page g JOIN revision r ON r.revision = g.revision
  WHERE g.page = story_article.page;
