package dateline.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** One search: a select over passages of a kind, with the conditions that the question brings. */
final class SearchSql {

  /** Marks of a match in an excerpt: control characters, which no reader prints. */
  static final char MATCH_START = '\u0002';

  static final char MATCH_END = '\u0003';

  private static final String ARTICLE =
      "r.id AS article, r.title AS title, r.outlet AS outlet, r.published AS published, r.uri AS"
          + " uri";

  private final Query query;
  private final @Nullable String match;
  private final String columns;
  private final String tables;
  private final String dateColumn;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private SearchSql(Query query, String kind, String columns, String detail, String dateColumn) {
    this.query = query;
    this.match = FullText.query(query.words());
    this.columns = columns;
    this.tables =
        (match == null
                ? "passage p"
                : "passage_text JOIN passage p ON p.passage = passage_text.rowid")
            + detail
            + " JOIN page g ON g.page = p.page JOIN revision r ON r.revision = g.revision";
    this.dateColumn = dateColumn;
    where("p.kind = '" + kind + "'");
    if (match != null) {
      where("passage_text MATCH :match", "match", match);
    }
    if (query.from() != null) {
      where(dateColumn + " >= :from", "from", query.from());
    }
    if (query.to() != null) {
      // "2020-11" takes in "2020-11-30": a tilde sorts after all that may follow.
      where(dateColumn + " < :to || '~'", "to", query.to());
    }
  }

  static SearchSql statements(Query query) {
    SearchSql sql =
        new SearchSql(
            query,
            "statement",
            "p.item, p.text, d.kind, d.type, d.speaker, d.country, d.sectors, d.source, d.cue,"
                + " d.date",
            " JOIN statement d ON d.passage = p.passage",
            "d.date");
    sql.like("d.folded LIKE :speaker ESCAPE '!'", "speaker", query.speaker());
    sql.actor(
        "(d.folded LIKE :actor ESCAPE '!' OR d.country = :code"
            + " OR instr(d.sectors, ' ' || :code || ' ') > 0)");
    sql.lower("(d.kind = :type OR d.type = :type)", "type", query.type());
    sql.upper("d.country = :country", "country", query.country());
    return sql;
  }

  static SearchSql events(Query query) {
    SearchSql sql =
        new SearchSql(
            query,
            "event",
            "p.passage, p.item, p.text, d.type, d.mode, d.quad, d.cue, d.date, d.place,"
                + " d.factuality, d.asserted_by, d.confidence",
            " JOIN event d ON d.passage = p.passage",
            "d.sort_date");
    String participant = "EXISTS (SELECT 1 FROM participant x WHERE x.passage = p.passage AND ";
    sql.like("d.folded LIKE :speaker ESCAPE '!'", "speaker", query.speaker());
    sql.actor(
        participant
            + "(x.folded LIKE :actor ESCAPE '!' OR x.country = :code"
            + " OR instr(x.sectors, ' ' || :code || ' ') > 0))");
    sql.upper("d.type = :type", "type", query.type());
    sql.upper(
        "(d.country = :country OR " + participant + "x.country = :country))",
        "country",
        query.country());
    return sql;
  }

  static SearchSql articles(Query query) {
    SearchSql sql =
        new SearchSql(
            query,
            "article",
            FullText.query(query.words()) == null
                ? "'' AS excerpt"
                : "snippet(passage_text, 0, char(2), char(3), '…', 32) AS excerpt",
            "",
            "r.published");
    String other = "EXISTS (SELECT 1 FROM passage o JOIN ";
    sql.like(
        other
            + "statement s ON s.passage = o.passage WHERE o.page = p.page"
            + " AND s.folded LIKE :speaker ESCAPE '!')",
        "speaker",
        query.speaker());
    sql.actor(
        "EXISTS (SELECT 1 FROM actor a WHERE a.page = p.page AND (a.folded LIKE :actor ESCAPE '!'"
            + " OR a.country = :code OR instr(a.sectors, ' ' || :code || ' ') > 0))");
    sql.upper(
        other + "event e ON e.passage = o.passage WHERE o.page = p.page AND e.type = :type)",
        "type",
        query.type());
    sql.upper(
        "EXISTS (SELECT 1 FROM actor a WHERE a.page = p.page AND a.country = :country)",
        "country",
        query.country());
    return sql;
  }

  private void actor(String condition) {
    String actor = query.actor();
    if (actor != null) {
      like(condition, "actor", actor);
      values.put("code", actor.strip().toUpperCase(Locale.ROOT));
    }
  }

  private void like(String condition, String name, @Nullable String value) {
    if (value != null) {
      String literal = Folding.of(value).replaceAll("[!%_]", "!$0");
      where(condition, name, "%" + literal + "%");
    }
  }

  private void upper(String condition, String name, @Nullable String value) {
    if (value != null) {
      where(condition, name, value.strip().toUpperCase(Locale.ROOT));
    }
  }

  private void lower(String condition, String name, @Nullable String value) {
    if (value != null) {
      where(condition, name, value.strip().toLowerCase(Locale.ROOT));
    }
  }

  private void where(String condition, String name, Object value) {
    where(condition);
    values.put(name, value);
  }

  private void where(String condition) {
    conditions.add(condition);
  }

  /** Whether words were typed but none of them can be looked for: then nothing is found. */
  private boolean asksForNothing() {
    return match == null && query.words() != null && !query.words().isBlank();
  }

  <T extends Hit> Hits<T> run(Handle handle, RowMapper<T> mapper) {
    if (asksForNothing()) {
      return new Hits<>(0, List.of());
    }
    String from = " FROM " + tables + " WHERE " + String.join(" AND ", conditions);
    long total =
        handle.createQuery("SELECT count(*)" + from).bindMap(values).mapTo(Long.class).one();
    String order = match == null ? dateColumn + " DESC, p.passage" : "passage_text.rank, p.passage";
    List<T> hits =
        handle
            .createQuery(
                "SELECT "
                    + columns
                    + ", "
                    + ARTICLE
                    + from
                    + " ORDER BY "
                    + order
                    + " LIMIT :limit")
            .bindMap(values)
            .bind("limit", query.limit())
            .map(mapper)
            .list();
    return new Hits<>(total, hits);
  }
}
