package dateline.store;

import dateline.model.ArticleRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Copies what can't be worked out; the rest is worked out anew. */
final class Copying {

  private static final int FETCH = 100;

  private Copying() {}

  private static final List<String> STORY_CHANGE =
      List.of("change", "story", "what", "became", "because");

  private static final List<String> CORRECTION =
      List.of(
          "number", "page", "item", "anchor", "verdict", "field", "value", "undoes", "who", "made");

  private static final List<String> MERGING =
      List.of(
          "number", "name", "folded", "main", "main_folded", "verdict", "undoes", "who", "made");

  /** Of a revision, all but what read it. */
  private static final List<String> REVISION =
      List.of(
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
          "record",
          "added",
          "since");

  /** The tables that are copied as they are, and their columns. */
  private static final List<List<String>> TABLES =
      List.of(
          List.of("maker", "maker", "parts"),
          List.of(
              "run",
              "run",
              "kind",
              "began",
              "ended",
              "software",
              "maker",
              "inputs",
              "fresh",
              "revised",
              "reread",
              "unchanged",
              "failed"),
          List.of("moment", "tick", "run", "made", "correction", "merging", "story_change"),
          List.of("page", "page", "key", "revision"),
          table("revision", Stream.concat(REVISION.stream(), Stream.of("maker")).toList()),
          List.of(
              "earlier",
              "revision",
              "since",
              "until",
              "title",
              "outlet",
              "published",
              "software",
              "maker",
              "record"),
          List.of("done", "fingerprint", "revision"),
          List.of("failure", "input", "line", "\"offset\"", "reason", "message", "since"),
          List.of(
              "earlier_failure",
              "input",
              "line",
              "since",
              "until",
              "\"offset\"",
              "reason",
              "message"),
          table("correction", CORRECTION),
          table("merging", MERGING));

  /** Returns how many articles were copied. */
  static long copy(Handle from, Handle to, Dialect dialect) {
    if (count(to) > 0) {
      throw new StoreException("the store to copy to is not empty");
    }
    // What somebody may have said or failed to read there, and the moments of that.
    for (String table :
        List.of("moment", "merging", "failure", "earlier_failure", "run", "maker")) {
      to.execute("DELETE FROM " + table);
    }
    to.execute("DELETE FROM setting WHERE name = 'salt' OR name LIKE 'forgotten:%'");
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
    workOut(to, dialect);
    copy(from, to, "story_change", STORY_CHANGE);
    dialect.afterCopy(to);
    return count(to);
  }

  /** Makes from the records all that search and stories look at. */
  private static void workOut(Handle to, Dialect dialect) {
    try (Rows rows = new Rows(to, dialect);
        StoryIndex stories = new StoryIndex(to, rows)) {
      forEachPage(
          to,
          (page, record) -> {
            Passages.replace(rows, page, record);
            stories.put(page, record);
          });
    }
    // Which story became which is not worked out, but what happened.
    to.execute("DELETE FROM story_change");
  }

  /**
   * Copies what was there after a tick into an empty store, to be read only: the list of what is
   * done, runs and what was there before are left out.
   */
  static long copyAsOf(Handle from, Handle to, Dialect dialect, long tick) {
    Map<String, Long> bounds = bounds(from, tick);
    copy(
        from,
        to,
        "page",
        List.of("page", "key", "revision"),
        "(SELECT g.page, g.key, v.revision FROM page g JOIN "
            + SqlSnapshot.VERSIONS
            + " ON v.page = g.page WHERE "
            + SqlSnapshot.IS_CURRENT
            + ") p",
        bounds);
    copy(from, to, "revision", REVISION, SqlSnapshot.VERSIONS, bounds);
    copyUpTo(from, to, "correction", CORRECTION, bounds);
    copyUpTo(from, to, "merging", MERGING, bounds);
    workOut(to, dialect);
    copyUpTo(from, to, "story_change", STORY_CHANGE, bounds);
    dialect.afterCopy(to);
    return count(to);
  }

  /** How far the tables that only grow had come. */
  private static Map<String, Long> bounds(Handle from, long tick) {
    Map<String, Long> bounds = new HashMap<>();
    bounds.put("tick", tick);
    for (String table : List.of("correction", "merging", "story_change")) {
      bounds.put(
          table,
          from.createQuery("SELECT coalesce(max(" + table + "), 0) FROM moment WHERE tick <= :tick")
              .bind("tick", tick)
              .mapTo(Long.class)
              .one());
    }
    return bounds;
  }

  /** Columns are the number first. */
  private static void copyUpTo(
      Handle from, Handle to, String table, List<String> columns, Map<String, Long> bounds) {
    String rows =
        "(SELECT * FROM " + table + " WHERE " + columns.get(0) + " <= :" + table + ") rows_then";
    copy(from, to, table, columns, rows, bounds);
  }

  /** Hands over every page's number and current record, in the order in which they were put. */
  static void forEachPage(Handle from, BiConsumer<Long, ArticleRecord> visitor) {
    List<Long> pages =
        from.createQuery(
                "SELECT g.page FROM page g JOIN revision r ON r.revision = g.revision"
                    + " ORDER BY r.since, g.page")
            .mapTo(Long.class)
            .list();
    for (long page : pages) {
      visitor.accept(page, SqlStore.current(from, page));
    }
  }

  private static List<String> table(String name, List<String> columns) {
    return Stream.concat(Stream.of(name), columns.stream()).toList();
  }

  private static long count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM page").mapTo(Long.class).one();
  }

  private static void copy(Handle from, Handle to, String table, List<String> columns) {
    copy(from, to, table, columns, table, Map.of());
  }

  /**
   * @param source from what the columns are taken
   */
  private static void copy(
      Handle from,
      Handle to,
      String table,
      List<String> columns,
      String source,
      Map<String, Long> values) {
    String names = String.join(", ", columns);
    String marks = "?" + ", ?".repeat(columns.size() - 1);
    String insert = "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
    from.createQuery("SELECT " + names + " FROM " + source + " ORDER BY 1, 2")
        .setFetchSize(FETCH)
        .bindMap(values)
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
