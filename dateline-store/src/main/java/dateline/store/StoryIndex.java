package dateline.store;

import dateline.model.ArticleRecord;
import dateline.story.Digests;
import dateline.story.People;
import dateline.story.StoryGraph;
import dateline.story.StoryState.Layer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Keeps stories up to date, in the transaction that changes the articles. To be closed before that
 * is committed: then the list of stories is brought up to date.
 */
final class StoryIndex implements AutoCloseable {

  /** Articles that are taken in at a time. */
  private static final int BATCH = 500;

  private static final String DUE = "stories";

  private final Handle handle;
  private final Rows rows;
  private final SqlStoryState state;
  private final StoryGraph graph;
  private final Set<Long> pages = new TreeSet<>();

  StoryIndex(Handle handle, Rows rows) {
    this.handle = handle;
    this.rows = rows;
    this.state = new SqlStoryState(handle.getConnection());
    this.graph = new StoryGraph(state);
  }

  /** Puts a page's current record in the place of its earlier one. */
  void put(long page, ArticleRecord record) {
    graph.put(page, Digests.of(record));
    rows.write(
        "UPDATE story_article SET published = ?, outlet = ? WHERE page = ?",
        Saving.value(record.article().published()),
        record.article().outlet(),
        page);
    pages.add(page);
    rows.write("DELETE FROM person_name WHERE page = ?", page);
    int item = 0;
    for (People.Sighting person : People.in(record)) {
      rows.write(
          "INSERT INTO person_name (page, item, sound, name, country, sectors, role, day)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          page,
          ++item,
          People.key(person.name()),
          person.name(),
          person.country(),
          " " + String.join(" ", person.sectors()) + " ",
          person.role(),
          person.day());
    }
  }

  @Override
  public void close() {
    pages.forEach(page -> state.changed(state.cluster(Layer.STORIES, page)));
    state.changed().forEach(this::list);
    state.close();
  }

  /** Writes a story's line of the list anew; a story without articles has none. */
  private void list(long story) {
    handle.execute("DELETE FROM story WHERE story = ?", story);
    handle.execute(
        "INSERT INTO story (story, title, first, last, articles, texts, outlets)"
            + " SELECT a.story, (SELECT r.title FROM story_article b JOIN page g ON g.page = b.page"
            + " JOIN revision r ON r.revision = g.revision WHERE b.story = a.story"
            + " AND b.published IS NOT DISTINCT FROM (SELECT min(c.published) FROM story_article c"
            + " WHERE c.story = a.story) ORDER BY r.id LIMIT 1),"
            + " min(a.published), coalesce(max(a.published), ''), count(*), count(DISTINCT a.copies),"
            + " count(DISTINCT coalesce(a.outlet, CAST(a.page AS text))) FROM story_article a"
            + " WHERE a.story = ? GROUP BY a.story",
        story);
  }

  /**
   * Takes in what an earlier release kept without stories, a batch at a time, so that it can be
   * broken off and others get their turns.
   */
  static void catchUp(SqlStore store, Dialect dialect) {
    while (store.reading(StoryIndex::isDue)) {
      store.writing(handle -> takeIn(handle, dialect));
    }
  }

  private static boolean isDue(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM setting WHERE name = :due")
        .bind("due", DUE)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static int takeIn(Handle handle, Dialect dialect) {
    List<Long> pages =
        handle
            .createQuery(
                "SELECT g.page FROM page g LEFT JOIN story_article a ON a.page = g.page"
                    + " WHERE a.page IS NULL AND g.revision IS NOT NULL ORDER BY g.page LIMIT "
                    + BATCH)
            .mapTo(Long.class)
            .list();
    try (Rows rows = new Rows(handle, dialect);
        StoryIndex index = new StoryIndex(handle, rows)) {
      for (long page : pages) {
        index.put(page, SqlStore.current(handle, page));
      }
    }
    if (pages.isEmpty()) {
      // Nobody has seen the stories that were joined on the way.
      handle.execute("DELETE FROM story_change");
      handle.execute("DELETE FROM setting WHERE name = ?", DUE);
    }
    return pages.size();
  }
}
