package dateline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts over a store's tables. Answers are kept until these change. */
final class SqlFindings implements Findings {

  /** Sorts after every other character. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** Rows that are fetched at a time when all are asked for. */
  private static final int FETCH = 1_000;

  private static final int VALUES = 12;
  private static final int KEPT = 1_000;

  /** Of searches, up to 10,000 numbers each are kept. */
  private static final int KEPT_SEARCHES = 200;

  /** From this span of days on, a histogram goes by month; from that of months on, by year. */
  private static final int DAYS = 92;

  private static final int MONTHS = 12 * 12;

  /**
   * Of a share, a month must have so many on average: bars of fewer would be up and down by chance.
   */
  private static final int OF_A_BAR = 50;

  /** In at most so many months, days are told apart. */
  private static final int DAYS_OF_MONTHS = 3;

  /** Events among which pairs are looked for. */
  private static final int LATEST = 20_000;

  private static final String PAIRS =
      "SELECT one, other, count(*) AS events, count(*) FILTER (WHERE quad LIKE"
          + " '%conflict') AS conflict FROM"
          + " (SELECT DISTINCT d.passage, d.quad, CASE WHEN x.country < y.country THEN x.country"
          + " ELSE y.country END AS one,"
          + " CASE WHEN x.country < y.country THEN y.country ELSE x.country END AS other"
          + " FROM (SELECT passage, quad FROM event ORDER BY passage DESC LIMIT :latest) d"
          + " JOIN participant x ON x.passage = d.passage AND x.side = 'actor'"
          + " JOIN participant y ON y.passage = d.passage AND y.country <> x.country"
          + " AND (y.side = 'recipient' OR NOT EXISTS (SELECT 1 FROM participant z"
          + " WHERE z.passage = d.passage AND z.side = 'recipient')))"
          + " GROUP BY one, other ORDER BY events DESC, one, other LIMIT :limit";

  private final SqlStore store;
  private final Dialect dialect;
  private final Answers answers = new Answers(KEPT, SqlFindings::isEstimate, System::nanoTime);
  private final Answers searches =
      new Answers(KEPT_SEARCHES, SqlFindings::isEstimate, System::nanoTime);

  SqlFindings(SqlStore store, Dialect dialect) {
    this.store = store;
    this.dialect = dialect;
  }

  /** A search, as the database is asked it. */
  SearchSql search(Kind kind, Query query) {
    return switch (kind) {
      case STATEMENTS -> SearchSql.statements(dialect, query);
      case EVENTS -> SearchSql.events(dialect, query);
      case ARTICLES -> SearchSql.articles(dialect, query);
    };
  }

  /** What a search finds; see {@link SearchSql.Found}. */
  SearchSql.Found found(View view, Kind kind, Query query) {
    return searches.get(
        view.epoch(),
        new Asked("found", kind, query.latest(null).limit(0)),
        () -> search(kind, query).find(view.handle()));
  }

  private static boolean isEstimate(Object answer) {
    return answer instanceof SearchSql.Found found && !found.exact()
        || answer instanceof Facets facets && !facets.all()
        || answer instanceof Histogram histogram && histogram.estimated();
  }

  /** What an answer is kept by. */
  private record Asked(String what, Kind kind, Query query) {}

  private <T> T once(View view, String what, Kind kind, Query query, Supplier<T> answer) {
    return answers.get(view.epoch(), new Asked(what, kind, query.latest(null).limit(0)), answer);
  }

  @Override
  public Facets facets(Kind kind, Query query) {
    return store.searching(
        view -> once(view, "facets", kind, query, () -> facets(view, kind, query)));
  }

  private Facets facets(View view, Kind kind, Query query) {
    SearchSql sql = search(kind, query);
    SearchSql.Found found = found(view, kind, query);
    Tally tally = new Tally();
    long count = tally.take(view.handle(), sql.amongShare(found), sql, kind);
    return new Facets(
        count,
        found.few() && found.every() == 1,
        Math.round(found.of() * found.every()),
        tally.facets());
  }

  /** Counts values while rows go by. */
  private static final class Tally {

    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

    private void add(String facet, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        counts.computeIfAbsent(facet, name -> new HashMap<>()).merge(value, 1, Integer::sum);
      }
    }

    /**
     * @param share what holds of a passage's number
     */
    private long take(Handle handle, UnaryOperator<String> share, SearchSql sql, Kind kind) {
      switch (kind) {
        case STATEMENTS -> {
          return rows(
              handle,
              "SELECT d.speaker, d.country, d.sectors, d.kind, d.type, d.outlet FROM statement d"
                  + " WHERE "
                  + share.apply("d.passage"),
              sql,
              row -> {
                add("speaker", row[0]);
                add("country", row[1]);
                sectors(row[2]);
                add("type", row[3]);
                add("type", row[4]);
                add("outlet", row[5]);
              });
        }
        case EVENTS -> {
          long looked =
              rows(
                  handle,
                  "SELECT d.type, d.factuality, d.asserted_by, d.country, d.outlet FROM event d"
                      + " WHERE "
                      + share.apply("d.passage"),
                  sql,
                  row -> {
                    add("type", row[0]);
                    add("factuality", row[1]);
                    add("claimed", row[2] == null ? "no" : "yes");
                    add("speaker", row[2]);
                    add("place", row[3]);
                    add("outlet", row[4]);
                  });
          parties(handle, share, sql);
          return looked;
        }
        default -> {
          return rows(
              handle,
              "SELECT r.outlet FROM passage p JOIN page g ON g.page = p.page"
                  + " JOIN revision r ON r.revision = g.revision WHERE "
                  + share.apply("p.passage"),
              sql,
              row -> add("outlet", row[0]));
        }
      }
    }

    /** Each event once for each of its countries, names and sectors. */
    private void parties(Handle handle, UnaryOperator<String> share, SearchSql sql) {
      Set<Told> seen = new HashSet<>();
      rows(
          handle,
          "SELECT x.passage, x.name, x.country, x.sectors FROM participant x WHERE "
              + share.apply("x.passage"),
          sql,
          row -> {
            once(seen, row[0], "actor", row[1]);
            once(seen, row[0], "country", row[2]);
            for (String sector : SqlStore.codes(Objects.requireNonNullElse(row[3], ""))) {
              once(seen, row[0], "sector", sector);
            }
          });
    }

    /** What an event has told already. */
    private record Told(@Nullable String passage, String facet, @Nullable String value) {}

    private void once(
        Set<Told> seen, @Nullable String passage, String facet, @Nullable String value) {
      if (seen.add(new Told(passage, facet, value))) {
        add(facet, value);
      }
    }

    private void sectors(@Nullable String codes) {
      if (codes != null) {
        SqlStore.codes(codes).forEach(code -> add("sector", code));
      }
    }

    private static long rows(
        Handle handle, String select, SearchSql sql, Consumer<@Nullable String[]> row) {
      return handle
          .createQuery(select)
          .bindMap(sql.values())
          .scanResultSet(
              (result, context) -> {
                ResultSet all = result.get();
                @Nullable String[] cells = new @Nullable String[all.getMetaData().getColumnCount()];
                long rows = 0;
                for (; all.next(); rows++) {
                  for (int i = 0; i < cells.length; i++) {
                    cells[i] = all.getString(i + 1);
                  }
                  row.accept(cells);
                }
                return rows;
              });
    }

    private List<Facet> facets() {
      List<Facet> facets = new ArrayList<>();
      counts.forEach((name, values) -> facets.add(new Facet(name, most(values))));
      return facets;
    }
  }

  private static List<Count> most(Map<String, Integer> values) {
    return values.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Count::count).reversed().thenComparing(Count::value))
        .limit(VALUES)
        .toList();
  }

  @Override
  public Histogram histogram(Kind kind, Query query) {
    return store.searching(
        view -> once(view, "histogram", kind, query, () -> histogram(view, kind, query)));
  }

  private Histogram histogram(View view, Kind kind, Query query) {
    SearchSql sql = search(kind, query);
    SearchSql.Found found = found(view, kind, query);
    double of = Math.max(1, found.of());
    List<Count> days = List.of();
    if (found.of() == 0 && dialect.countsMonths() && sql.isOfMonths()) {
      days = counts(view, "SELECT month, passages" + sql.months() + " ORDER BY 1", sql, 1);
    }
    if (days.size() <= DAYS_OF_MONTHS) {
      String counted = "SELECT substr(p.date, 1, 10), count(*)" + sql.from(found);
      days = counts(view, counted + " GROUP BY 1 ORDER BY 1", sql, of);
    }
    long undated = 0;
    if (!days.isEmpty() && days.get(0).value().isEmpty()) {
      undated = days.get(0).count();
      days = days.subList(1, days.size());
    }
    int steps = (int) days.stream().map(day -> cut(day.value(), 7)).distinct().count();
    int months = of > 1 ? found.looked().count() / OF_A_BAR : MONTHS;
    int length = steps <= DAYS_OF_MONTHS && days.size() <= DAYS ? 10 : steps <= months ? 7 : 4;
    Map<String, Long> bars = new LinkedHashMap<>();
    for (Count day : days) {
      bars.merge(cut(day.value(), length), day.count(), Long::sum);
    }
    return new Histogram(
        length == 10 ? "day" : length == 7 ? "month" : "year",
        bars.entrySet().stream().map(bar -> new Count(bar.getKey(), bar.getValue())).toList(),
        undated,
        of > 1);
  }

  /**
   * @param of the counts are of one in so many
   */
  private static List<Count> counts(View view, String select, SearchSql sql, double of) {
    return view.handle()
        .createQuery(select)
        .bindMap(sql.values())
        .map((row, context) -> new Count(row.getString(1), Math.round(row.getLong(2) * of)))
        .list();
  }

  private static String cut(String date, int length) {
    return date.length() > length ? date.substring(0, length) : date;
  }

  @Override
  public List<Spot> spots(Query query) {
    return store.searching(
        view -> once(view, "spots", Kind.EVENTS, query, () -> spots(view, query)));
  }

  private List<Spot> spots(View view, Query query) {
    SearchSql sql = search(Kind.EVENTS, query);
    return view.handle()
        .createQuery(
            "WITH m AS (SELECT p.passage AS passage"
                + all(view, sql, Kind.EVENTS, query)
                + ") SELECT d.place, d.country, d.lat, d.lon, d.precision, count(*) AS events,"
                + " count(*) FILTER (WHERE d.quad LIKE '%conflict') AS conflict"
                + " FROM m JOIN event d ON d.passage = m.passage"
                + " WHERE d.lat IS NOT NULL AND d.lon IS NOT NULL"
                + " GROUP BY d.place, d.country, d.lat, d.lon, d.precision"
                + " ORDER BY events DESC, d.place")
        .bindMap(sql.values())
        .map(
            (row, context) ->
                new Spot(
                    row.getString("place"),
                    row.getString("country"),
                    row.getDouble("lat"),
                    row.getDouble("lon"),
                    Objects.requireNonNullElse(row.getString("precision"), "place"),
                    row.getLong("events"),
                    row.getLong("conflict")))
        .list();
  }

  /** Tables and conditions of everything that a search finds. */
  private String all(View view, SearchSql sql, Kind kind, Query query) {
    SearchSql.Found found = found(view, kind, query);
    return found.few() ? sql.from(found) : sql.from(true);
  }

  @Override
  public List<Pair> pairs(int limit) {
    return store.searching(
        view ->
            once(
                view,
                "pairs " + limit,
                Kind.EVENTS,
                Query.all(0),
                () ->
                    view.handle()
                        .createQuery(PAIRS)
                        .bind("latest", LATEST)
                        .bind("limit", limit)
                        .map(
                            (row, context) ->
                                new Pair(
                                    row.getString("one"),
                                    row.getString("other"),
                                    row.getLong("events"),
                                    row.getLong("conflict")))
                        .list()));
  }

  @Override
  public List<Month> between(String one, String other, Query query) {
    String codes = one.toUpperCase(Locale.ROOT) + " " + other.toUpperCase(Locale.ROOT);
    return store.searching(
        view ->
            once(
                view,
                "between " + codes,
                Kind.EVENTS,
                query,
                () -> between(view, codes.split(" "), query)));
  }

  private List<Month> between(View view, String[] codes, Query query) {
    if (search(Kind.EVENTS, query).isOfMonths()) {
      return ofPair(view, codes, query);
    }
    SearchSql sql =
        search(
            Kind.EVENTS,
            query.actor() == null ? query.actor('"' + codes[0] + "\" \"" + codes[1] + '"') : query);
    return view.handle()
        .createQuery(
            "WITH m AS MATERIALIZED (SELECT p.passage AS passage, substr(p.date, 1, 7) AS month"
                + all(view, sql, Kind.EVENTS, query)
                + ") SELECT m.month, d.quad, count(*) AS events, sum(d.score) AS score"
                + " FROM m JOIN event d ON d.passage = m.passage"
                + " WHERE length(m.month) = 7 AND ("
                + isPair("recipient", ":one", ":other")
                + " OR "
                + isPair("recipient", ":other", ":one")
                + " OR :one <> :other AND "
                + isPair("actor", ":one", ":other")
                + " AND NOT EXISTS (SELECT 1 FROM participant z"
                + " WHERE z.passage = m.passage AND z.side = 'recipient'))"
                + " GROUP BY m.month, d.quad ORDER BY m.month, d.quad")
        .bindMap(sql.values())
        .bind("one", codes[0])
        .bind("other", codes[1])
        .map((row, context) -> month(row, 1))
        .list();
  }

  /** What is summed up already. */
  private static List<Month> ofPair(View view, String[] codes, Query query) {
    boolean inOrder = codes[0].compareTo(codes[1]) < 0;
    return view.handle()
        .createQuery(
            "SELECT month, quad, events, score FROM pair_month WHERE one = :one AND other = :other"
                + " AND events > 0 AND month >= :from AND month < :to ORDER BY month, quad")
        .bind("one", codes[inOrder ? 0 : 1])
        .bind("other", codes[inOrder ? 1 : 0])
        .bind("from", query.from() == null ? "" : query.from())
        .bind("to", (query.to() == null ? "" : query.to()) + SearchSql.LAST)
        .map((row, context) -> month(row, 1000))
        .list();
  }

  private static Month month(ResultSet row, double unit) throws SQLException {
    return new Month(
        row.getString("month"),
        row.getString("quad"),
        row.getInt("events"),
        row.getDouble("score") / unit);
  }

  private static String isPair(String side, String actor, String other) {
    return "EXISTS (SELECT 1 FROM participant x JOIN participant y ON y.passage = x.passage"
        + " WHERE x.passage = m.passage AND x.side = 'actor' AND x.country = "
        + actor
        + " AND y.side = '"
        + side
        + "' AND y.country = "
        + other
        + ")";
  }

  @Override
  public Profile profile(String name) {
    List<String> names = store.reviews().namesOf(name);
    return store.searching(view -> profile(view.handle(), names));
  }

  private static Profile profile(Handle handle, List<String> names) {
    Map<String, Integer> kinds = new HashMap<>();
    Map<String, Integer> countries = new HashMap<>();
    Map<String, Integer> sectors = new HashMap<>();
    Map<String, Integer> roles = new HashMap<>();
    Map<String, Integer> written = new HashMap<>();
    Set<Long> articles = new HashSet<>();
    handle
        .createQuery(
            "SELECT page, name, kind, country, sectors, role FROM actor WHERE folded IN (<names>)")
        .bindList("names", names.stream().map(Folding::of).toList())
        .map(
            (row, context) -> {
              articles.add(row.getLong("page"));
              written.merge(row.getString("name"), 1, Integer::sum);
              kinds.merge(row.getString("kind"), 1, Integer::sum);
              if (row.getString("country") != null) {
                countries.merge(row.getString("country"), 1, Integer::sum);
              }
              SqlStore.codes(row.getString("sectors"))
                  .forEach(code -> sectors.merge(code, 1, Integer::sum));
              if (row.getString("role") != null) {
                roles.merge(row.getString("role"), 1, Integer::sum);
              }
              return 0;
            })
        .list();
    return new Profile(
        most(written).stream()
            .map(Count::value)
            .filter(known -> Folding.of(known).equals(Folding.of(names.get(0))))
            .findFirst()
            .orElse(names.get(0)),
        names,
        articles.size(),
        most(kinds),
        most(countries),
        most(sectors),
        most(roles));
  }

  @Override
  public List<Count> names(String begin, int limit) {
    String folded = Folding.of(begin);
    return store.searching(
        view ->
            view.handle()
                .createQuery(
                    "SELECT min(name), count(DISTINCT page) AS articles FROM actor"
                        + " WHERE folded >= :begin AND folded < :end"
                        // PostgreSQL's index holds so much of a name
                        + " AND substr(folded, 1, 200) >= substr(:begin, 1, 200)"
                        + " AND substr(folded, 1, 200) < :end"
                        + " GROUP BY folded ORDER BY articles DESC, folded LIMIT :limit")
                .bind("begin", folded)
                .bind("end", folded + LAST)
                .bind("limit", limit)
                .map((row, context) -> new Count(row.getString(1), row.getLong(2)))
                .list());
  }

  @Override
  public void each(Kind kind, Query query, Visitor visitor) {
    store.searching(
        view -> {
          SearchSql sql = search(kind, query);
          Group group = new Group(view.handle(), visitor);
          view.handle()
              .createQuery(
                  "SELECT p.page, p.item"
                      + all(view, sql, kind, query)
                      + " ORDER BY p.page, p.passage")
              .setFetchSize(FETCH)
              .bindMap(sql.values())
              .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
              .forEach(group::add);
          group.end();
          return group;
        });
  }

  /** Gathers the items of a page, and hands them over with its record. */
  private static final class Group {

    private final Handle handle;
    private final Visitor visitor;
    private final Set<String> items = new HashSet<>();
    private long page = -1;

    Group(Handle handle, Visitor visitor) {
      this.handle = handle;
      this.visitor = visitor;
    }

    void add(Map.Entry<Long, String> row) {
      if (row.getKey() != page) {
        end();
        page = row.getKey();
      }
      items.add(row.getValue());
    }

    void end() {
      if (!items.isEmpty()) {
        visitor.take(SqlStore.current(handle, page), Set.copyOf(items));
        items.clear();
      }
    }
  }
}
