package dateline.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** FTS5. */
final class SqliteDialect implements Dialect {

  static final SqliteDialect INSTANCE = new SqliteDialect();

  private static final String MATCHES = "passage_text MATCH :match";

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

  @Override
  public String fromMatches() {
    return " FROM passage_text JOIN passage p ON p.passage = passage_text.rowid";
  }

  @Override
  public String fromMatchesOnly() {
    return " FROM passage_text WHERE " + MATCHES;
  }

  @Override
  public String isMatchOf(String passage) {
    return "EXISTS (SELECT 1 FROM passage_text WHERE " + MATCHES + " AND rowid = " + passage + ")";
  }

  @Override
  public String numberOfMatch() {
    return "passage_text.rowid";
  }

  @Override
  public String isListed(String number, String list) {
    return number + " IN (SELECT value FROM json_each('[' || :" + list + " || ']'))";
  }

  @Override
  public String isMatch() {
    return MATCHES;
  }

  @Override
  public String isAmongMatches() {
    return "+p.passage IN (SELECT rowid FROM passage_text WHERE " + MATCHES + ")";
  }

  @Override
  public String countOfMatches() {
    return "SELECT count(*) FROM passage_text WHERE " + MATCHES;
  }

  @Override
  public String rank() {
    return "passage_text.rank";
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
