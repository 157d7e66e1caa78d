package dateline.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * One search: a look into the full-text index, in which names and codes are words too, and a range
 * of dates.
 *
 * <p>Few matches are sorted; many are met by walking the passages by date, so that the first page
 * never waits for the rest.
 */
final class SearchSql {

  /** Marks of a match in an excerpt: control characters, which no reader prints. */
  static final char MATCH_START = '\u0002';

  static final char MATCH_END = '\u0003';

  /** Matches that are counted, ranked and sorted; beyond that, they are walked by date. */
  static final int MANY = 10_000;

  /** From so many matches on, the latest are found sooner by asking than by gathering all. */
  private static final int DENSE = 40_000;

  /** So many passages are asked at most. */
  private static final int WALKED = 3_000;

  /** Of more than {@link #MANY}, so many are looked at for counts of values. */
  static final int SAMPLE = 4_000;

  private static final String ARTICLE =
      "r.id AS article, r.title AS title, r.outlet AS outlet, r.published AS published, r.uri AS"
          + " uri";

  private static final String OF_ARTICLE =
      " JOIN page g ON g.page = p.page JOIN revision r ON r.revision = g.revision";

  private final Dialect dialect;
  private final Query query;
  private final String columns;
  private final String detail;
  private final @Nullable String match;
  private final Map<String, Object> values = new HashMap<>();
  private final List<String> dates = new ArrayList<>();

  private SearchSql(Dialect dialect, Query query, String kind, String columns, String detail) {
    this.dialect = dialect;
    this.query = query;
    this.columns = columns;
    this.detail = detail;
    this.match = match(kind);
    values.put("kind", kind);
    if (match != null) {
      values.put("match", match);
    }
    if (query.from() != null) {
      dates.add("p.date >= :from");
      values.put("from", query.from());
    }
    if (query.to() != null) {
      // "2020-11" takes in "2020-11-30": a tilde sorts after all that may follow.
      dates.add("p.date < :to || '~' AND p.date <> ''");
      values.put("to", query.to());
    }
  }

  static SearchSql statements(Dialect dialect, Query query) {
    return new SearchSql(
        dialect,
        query,
        "statement",
        "p.item, p.text, d.kind, d.type, d.speaker, d.country, d.sectors, d.source, d.cue, d.date",
        " JOIN statement d ON d.passage = p.passage");
  }

  static SearchSql events(Dialect dialect, Query query) {
    return new SearchSql(
        dialect,
        query,
        "event",
        "p.item, p.text, d.type, d.mode, d.quad, d.cue, d.date, d.place, d.country, d.lat, d.lon,"
            + " d.precision, d.factuality, d.asserted_by, d.score, d.confidence",
        " JOIN event d ON d.passage = p.passage");
  }

  static SearchSql articles(Dialect dialect, Query query) {
    return new SearchSql(dialect, query, "article", "p.item", "");
  }

  private @Nullable String match(String kind) {
    List<String> all = new ArrayList<>();
    typed(all, query.words(), "text");
    typed(all, query.speaker(), "speaker");
    typed(all, query.actor(), "party");
    code(all, "xt", query.type());
    code(all, "xc", query.country());
    code(all, "xs", query.sector());
    code(all, "xf", query.factuality());
    code(all, "xo", query.outlet());
    code(all, "xp", query.place());
    if (query.claimed() != null) {
      all.add(dialect.codes(List.of(Tokens.claimed(query.claimed()))));
    }
    if (!query.who().isEmpty()) {
      all.add(
          dialect.codes(query.who().stream().map(name -> Tokens.who(query.role(), name)).toList()));
    }
    if (all.isEmpty()) {
      return null;
    }
    all.add(dialect.codes(List.of(Tokens.kind(kind))));
    return dialect.all(all);
  }

  private void typed(List<String> all, @Nullable String typed, String column) {
    String part = dialect.typed(typed, column);
    if (part != null) {
      all.add("(" + part + ")");
    } else if (typed != null && !typed.isBlank()) {
      all.add(
          dialect.codes(
              List.of("xnothing"))); // what was typed can't be looked for: nothing is found
    }
  }

  private void code(List<String> all, String prefix, @Nullable String code) {
    if (code != null && !code.isBlank()) {
      all.add(dialect.codes(List.of(Tokens.token(prefix, code.toLowerCase(Locale.ROOT)))));
    }
  }

  <T extends Hit> Hits<T> run(Handle handle, RowMapper<T> mapper) {
    Count count = count(handle);
    boolean ranked =
        query.order() == Query.Order.BEST
            && !FullText.groups(query.words()).isEmpty()
            && count.few();
    List<Keyed<T>> found = ranked ? ranked(handle, mapper) : latest(handle, mapper, count);
    boolean more = found.size() > query.limit();
    List<Keyed<T>> page = more ? found.subList(0, query.limit()) : found;
    return new Hits<>(
        count.total(),
        count.exact(),
        page.stream().map(Keyed::hit).toList(),
        more && !page.isEmpty() ? page.get(page.size() - 1).key() : null);
  }

  /** A hit and where it stands in the order. */
  private record Keyed<T>(T hit, String key) {}

  /** How many there are; {@code few} enough to be sorted. */
  record Count(long total, boolean exact, boolean few) {}

  Count count(Handle handle) {
    if (match == null && dates.isEmpty()) {
      long total = number(handle, "SELECT count(*) FROM passage p WHERE p.kind = :kind");
      return new Count(total, true, total <= MANY);
    }
    String some = dates.isEmpty() ? dialect.fromMatchesOnly() : from(true);
    long capped =
        number(
            handle, "SELECT count(*) FROM (SELECT 1" + some + " LIMIT " + (MANY + 1) + ") matches");
    if (capped <= MANY) {
      return new Count(capped, true, true);
    }
    if (dates.isEmpty()) {
      return new Count(number(handle, dialect.countOfMatches()), true, false);
    }
    return new Count(MANY, false, false);
  }

  private long number(Handle handle, String sql) {
    return handle.createQuery(sql).bindMap(values).mapTo(Long.class).one();
  }

  /**
   * @param few drives from the index's matches; else from the passages in order of date
   */
  String from(boolean few) {
    List<String> conditions = new ArrayList<>(dates);
    String tables = " FROM passage p";
    if (match != null && few) {
      tables = dialect.fromMatches();
      conditions.add(dialect.isMatch());
    } else {
      conditions.add("p.kind = :kind");
      if (match != null) {
        conditions.add(dialect.isAmongMatches());
      }
    }
    return tables + " WHERE " + String.join(" AND ", conditions);
  }

  /**
   * An even share of the matches, about {@link #SAMPLE} of them, as the tables and conditions of a
   * query.
   *
   * @param count how many there are
   * @return null when they are few, or when no words, names or codes are looked for
   */
  @Nullable Share share(Handle handle, Count count) {
    if (match == null || count.few()) {
      return null;
    }
    long total = dates.isEmpty() ? count.total() : number(handle, dialect.countOfMatches());
    long of = Math.min(1 << 16, (total + SAMPLE - 1) / SAMPLE);
    return new Share(from(true) + " AND " + dialect.isOneOf(of), of);
  }

  /**
   * @param from tables and conditions
   * @param of one of so many matches is looked at
   */
  record Share(String from, long of) {}

  Map<String, Object> values() {
    return values;
  }

  String detail() {
    return detail;
  }

  private <T extends Hit> List<Keyed<T>> latest(Handle handle, RowMapper<T> mapper, Count count) {
    String after = "";
    Map<String, Object> bound = new HashMap<>(values);
    String[] key = key(query.after());
    if (key != null) {
      after = " AND (p.date, p.passage) < (:afterDate, :afterPassage)";
      bound.put("afterDate", key[0]);
      bound.put("afterPassage", Long.parseLong(key[1]));
    }
    if (match != null && dates.isEmpty() && count.total() >= DENSE) {
      List<Keyed<T>> found = latest(handle, mapper, bound, amongLatest(after), "");
      if (found.size() > query.limit()) {
        return found;
      }
    }
    return latest(handle, mapper, bound, from(count.few()), after);
  }

  private <T extends Hit> List<Keyed<T>> latest(
      Handle handle, RowMapper<T> mapper, Map<String, Object> bound, String from, String after) {
    String some =
        "SELECT p.passage AS passage, p.date AS sort"
            + from
            + after
            + " ORDER BY p.date DESC, p.passage DESC LIMIT "
            + (query.limit() + 1);
    return select(handle, some, "m.sort DESC, m.passage DESC", bound, mapper);
  }

  /** Where every other passage may match, the latest are asked one by one. */
  private String amongLatest(String after) {
    return " FROM (SELECT p.passage, p.date FROM passage p WHERE p.kind = :kind"
        + after
        + " ORDER BY p.date DESC, p.passage DESC LIMIT "
        + WALKED
        + ") p WHERE "
        + dialect.isMatchOf("p.passage");
  }

  private <T extends Hit> List<Keyed<T>> ranked(Handle handle, RowMapper<T> mapper) {
    String after = "";
    Map<String, Object> bound = new HashMap<>(values);
    String[] key = key(query.after());
    if (key != null) {
      after = " WHERE (sort, passage) > (:afterRank, :afterPassage)";
      bound.put("afterRank", rank(key[0]));
      bound.put("afterPassage", Long.parseLong(key[1]));
    }
    String some =
        "SELECT * FROM (SELECT p.passage AS passage, "
            + dialect.rank()
            + " AS sort"
            + from(true)
            + ") ranked"
            + after
            + " ORDER BY sort, passage LIMIT "
            + (query.limit() + 1);
    return select(handle, some, "m.sort, m.passage", bound, mapper);
  }

  private <T extends Hit> List<Keyed<T>> select(
      Handle handle, String some, String order, Map<String, Object> bound, RowMapper<T> mapper) {
    return handle
        .createQuery(
            "SELECT p.passage, m.sort, "
                + columns
                + ", "
                + ARTICLE
                + " FROM ("
                + some
                + ") m JOIN passage p ON p.passage = m.passage"
                + detail
                + OF_ARTICLE
                + " ORDER BY "
                + order)
        .bindMap(bound)
        .map(
            (row, context) ->
                new Keyed<>(
                    mapper.map(row, context), row.getObject("sort") + "~" + row.getLong("passage")))
        .list();
  }

  /** The two parts of a key; null when there is none or it is not one of ours. */
  private String @Nullable [] key(@Nullable String after) {
    int tilde = after == null ? -1 : after.lastIndexOf('~');
    if (after == null || tilde < 0 || !after.substring(tilde + 1).matches("\\d{1,18}")) {
      return null;
    }
    return new String[] {after.substring(0, tilde), after.substring(tilde + 1)};
  }

  private static double rank(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NEGATIVE_INFINITY; // a key of the other order: the first page
    }
  }
}
