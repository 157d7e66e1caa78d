package dateline.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** FTS5. */
final class SqliteDialect implements Dialect {

  static final SqliteDialect INSTANCE = new SqliteDialect();

  /** Words in so many passages tell matches apart no more. */
  private static final int RARE = 40_000;

  private SqliteDialect() {}

  @Override
  public String all(List<String> parts) {
    return "(" + String.join(") AND (", parts) + ")";
  }

  @Override
  public @Nullable String typed(@Nullable String typed, String column) {
    String query = query(typed, column);
    return query == null ? null : "(" + query + ")";
  }

  private static @Nullable String query(@Nullable String typed, String column) {
    List<FullText.Group> groups = FullText.groups(typed);
    return groups.isEmpty()
        ? null
        : String.join(") OR (", groups.stream().map(group -> query(group, column)).toList());
  }

  private static String query(FullText.Group group, String column) {
    String all = column + " : (" + join(" AND ", group.wanted()) + ")";
    return group.unwanted().isEmpty()
        ? all
        : "(" + all + ") NOT " + column + " : (" + join(" OR ", group.unwanted()) + ")";
  }

  private static String join(String separator, Iterable<FullText.Term> terms) {
    StringBuilder joined = new StringBuilder();
    for (FullText.Term term : terms) {
      joined.append(joined.isEmpty() ? "" : separator).append(term.quoted());
    }
    return joined.toString();
  }

  @Override
  public String codes(List<String> tokens) {
    return "codes : ("
        + String.join(" OR ", tokens.stream().map(token -> '"' + token + '"').toList())
        + ")";
  }

  /** Each kind has its own; its name is also that of the column that MATCH is asked of. */
  private static String table(String kind) {
    return kind + "_text";
  }

  @Override
  public String fromMatches(String kind) {
    // The order is ours: the other way, FTS5 is asked for each passage by itself.
    return " FROM "
        + table(kind)
        + " matching CROSS JOIN passage p ON p.passage = matching.rowid WHERE matching."
        + table(kind)
        + " MATCH :match";
  }

  @Override
  public String fromMatchesOnly(String kind) {
    return fromMatching(kind, "match");
  }

  /**
   * @param words name under which what is looked for is bound
   */
  private static String fromMatching(String kind, String words) {
    return " FROM " + table(kind) + " matching WHERE matching." + table(kind) + " MATCH :" + words;
  }

  @Override
  public boolean isInOrder() {
    return true;
  }

  @Override
  public boolean countsMonths() {
    return true;
  }

  /** Between the lowest and the highest number, for passages of one time mostly came together. */
  @Override
  public String matchesAmong(String kind, String some) {
    // Two steps: as one join, each match would be compared with each of the latest.
    return "WITH latest AS MATERIALIZED ("
        + some
        + "), found AS MATERIALIZED (SELECT matching.rowid AS passage"
        + fromMatchesOnly(kind)
        + " AND matching.rowid BETWEEN (SELECT min(passage) FROM latest)"
        + " AND (SELECT max(passage) FROM latest))"
        + " SELECT passage, date FROM latest WHERE passage IN (SELECT passage FROM found)";
  }

  @Override
  public String numberOfMatch() {
    return "matching.rowid";
  }

  @Override
  public String isListed(String number, String list) {
    return number + " IN (SELECT value FROM json_each('[' || :" + list + " || ']'))";
  }

  @Override
  public String isAmongMatches(String kind) {
    return "+p.passage IN (SELECT matching.rowid" + fromMatchesOnly(kind) + ")";
  }

  /**
   * FTS5 counts, for a rank, in how many passages each word occurs, and that of every word and code
   * of a query. So rare words, and phrases with one, only are asked for; there must be one of them
   * in each alternative.
   */
  @Override
  public @Nullable String telling(
      Handle handle, String kind, List<FullText.Group> groups, String column) {
    List<String> alternatives = new ArrayList<>();
    for (FullText.Group group : groups) {
      List<FullText.Term> rare =
          group.wanted().stream().filter(term -> isRare(handle, kind, term, column)).toList();
      if (rare.isEmpty()) {
        return null;
      }
      alternatives.add("(" + column + " : (" + join(" AND ", rare) + "))");
    }
    return alternatives.isEmpty() ? null : String.join(" OR ", alternatives);
  }

  /** A phrase occurs no oftener than its rarest word, and to count phrases takes far longer. */
  private static boolean isRare(Handle handle, String kind, FullText.Term term, String column) {
    String[] words = term.words().strip().split("\\s+");
    return IntStream.range(0, words.length)
        .mapToObj(i -> new FullText.Term(words[i], term.begun() && i == words.length - 1))
        .anyMatch(word -> isRareWord(handle, kind, word, column));
  }

  private static boolean isRareWord(Handle handle, String kind, FullText.Term word, String column) {
    return handle
            .createQuery(
                "SELECT count(*) FROM (SELECT 1" + fromMatching(kind, "match") + " LIMIT :most)")
            .bind("match", column + " : " + word.quoted())
            .bind("most", RARE)
            .mapTo(Integer.class)
            .one()
        < RARE;
  }

  @Override
  public String ranks(String kind, String words, String list) {
    // Plus signs keep FTS5 from sorting all, and from looking for each passage by itself.
    return "SELECT matching.rowid AS passage, matching.rank + 0 AS sort"
        + fromMatching(kind, words)
        + " AND "
        + isListed("+matching.rowid", list);
  }

  @Override
  public long insertPassage(
      Rows rows,
      long page,
      String kind,
      String item,
      String date,
      String text,
      String speaker,
      String party,
      String codes) {
    return rows.insert(
        "INSERT INTO passage (page, kind, item, date, text, speaker, party, codes)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING passage",
        page,
        kind,
        item,
        date,
        text,
        speaker,
        party,
        codes);
  }

  @Override
  public String clean(String text) {
    return text;
  }

  @Override
  public void afterCopy(Handle handle) {
    // SQLite takes the next number by itself
  }
}
