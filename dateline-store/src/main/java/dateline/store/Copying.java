package dateline.store;

import dateline.model.ArticleRecord;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Copies what can't be worked out; the rest is worked out anew. */
final class Copying {

  private static final int FETCH = 100;

  private Copying() {}

  /** The tables that are copied as they are, and their columns. */
  private static final List<List<String>> TABLES =
      List.of(
          List.of("page", "page", "key", "revision"),
          List.of(
              "revision",
              "revision",
              "page",
              "number",
              "id",
              "sha256",
              "uri",
              "title",
              "outlet",
              "published",
              "software",
              "record"),
          List.of("done", "fingerprint", "revision"),
          List.of("failure", "input", "line", "\"offset\"", "reason", "message"),
          List.of(
              "correction",
              "number",
              "page",
              "item",
              "anchor",
              "verdict",
              "field",
              "value",
              "undoes",
              "who",
              "made"),
          List.of(
              "merging",
              "number",
              "name",
              "folded",
              "main",
              "main_folded",
              "verdict",
              "undoes",
              "who",
              "made"));

  /** Returns how many articles were copied. */
  static long copy(Handle from, Handle to, Dialect dialect) {
    if (count(to) > 0) {
      throw new StoreException("the store to copy to is not empty");
    }
    to.execute("DELETE FROM setting WHERE name = 'salt'");
    from.createQuery(
            "SELECT name, value FROM setting WHERE name = 'salt' OR name LIKE 'forgotten:%'")
        .map((row, context) -> new String[] {row.getString(1), row.getString(2)})
        .forEach(
            setting ->
                to.execute(
                    "INSERT INTO setting (name, value) VALUES (?, ?)", setting[0], setting[1]));
    for (List<String> table : TABLES) {
      copy(from, to, table.get(0), table.subList(1, table.size()));
    }
    try (Rows rows = new Rows(to, dialect);
        StoryIndex stories = new StoryIndex(to, rows)) {
      forEachPage(
          from,
          (page, record) -> {
            Passages.replace(rows, page, record);
            stories.put(page, record);
          });
    }
    // Which story became which is not worked out, but what happened.
    to.execute("DELETE FROM story_change");
    copy(from, to, "story_change", List.of("change", "story", "what", "became", "because"));
    dialect.afterCopy(to);
    return count(to);
  }

  /** Hands over every page's number and current record. */
  static void forEachPage(Handle from, BiConsumer<Long, ArticleRecord> visitor) {
    from.createQuery(
            "SELECT g.page, r.record FROM page g JOIN revision r ON r.revision = g.revision"
                + " ORDER BY g.page")
        .setFetchSize(FETCH)
        .map((row, context) -> new Current(row.getLong(1), row.getBytes(2)))
        .forEach(current -> visitor.accept(current.page, Packing.unpack(current.record)));
  }

  /** The record of a page. */
  private static final class Current {

    private final long page;
    private final byte[] record;

    Current(long page, byte[] record) {
      this.page = page;
      this.record = record;
    }
  }

  private static long count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM page").mapTo(Long.class).one();
  }

  private static void copy(Handle from, Handle to, String table, List<String> columns) {
    String names = String.join(", ", columns);
    String marks = "?" + ", ?".repeat(columns.size() - 1);
    String insert = "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
    from.createQuery("SELECT " + names + " FROM " + table + " ORDER BY 1, 2")
        .setFetchSize(FETCH)
        .map(
            (row, context) -> {
              Object[] cells = new Object[columns.size()];
              for (int i = 0; i < cells.length; i++) {
                cells[i] = row.getObject(i + 1);
              }
              return cells;
            })
        .forEach(cells -> to.execute(insert, cells));
  }
}
