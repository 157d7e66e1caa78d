package dateline.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * One search: a look into the full-text index, in which names and codes are words too, and a range
 * of dates.
 *
 * <p>Few matches are sorted; of many, the latest are looked for among the latest passages, and an
 * even share is looked at for counts, so that nobody waits for all of them.
 */
final class SearchSql {

  /** Matches that are counted, ranked and sorted; beyond that, they are walked by date. */
  static final int MANY = 10_000;

  /** Among so many of the latest passages, the latest of many matches are looked for first. */
  private static final int[] WALKED = {1_000, 10_000};

  /** A share of many matches is taken from so many places of the index; each is a look into it. */
  private static final int BLOCKS = 100;

  private static final String OF_MONTHS =
      " FROM passage_month WHERE kind = :kind AND month >= :firstMonth AND month <= :lastMonth";

  /** The months' passages have numbers from the lowest to the highest of theirs. */
  private static final String IN_MONTHS =
      " BETWEEN (SELECT min(lowest)" + OF_MONTHS + ") AND (SELECT max(highest)" + OF_MONTHS + ")";

  /** Letters of a year and a month. */
  private static final int MONTH = 7;

  /** Sorts after all that may follow in a date. */
  static final char LAST = '~';

  /** Of more matches than can be counted, about so many are looked at: one in so many of all. */
  static final int SAMPLE = 2_000;

  /**
   * Of these, about so many are enough for counts of values: a tenth is told to within 2 in 100.
   */
  static final int VALUES_OF = 1_000;

  private static final String ARTICLE =
      "r.id AS article, r.title AS title, r.outlet AS outlet, r.published AS published, r.uri AS"
          + " uri";

  private static final String OF_ARTICLE =
      " JOIN page g ON g.page = p.page JOIN revision r ON r.revision = g.revision";

  private final Dialect dialect;
  private final Query query;
  private final String kind;
  private final String columns;
  private final String detail;
  private final @Nullable String match;
  private final Map<String, Object> values = new HashMap<>();
  private final List<String> dates = new ArrayList<>();

  private SearchSql(Dialect dialect, Query query, String kind, String columns, String detail) {
    this.dialect = dialect;
    this.query = query;
    this.kind = kind;
    this.columns = columns;
    this.detail = detail;
    this.match = match();
    values.put("kind", kind);
    if (match != null) {
      values.put("match", match);
    }
    String from = query.from() == null ? "" : query.from();
    values.put("firstMonth", from.substring(0, Math.min(MONTH, from.length())));
    values.put("lastMonth", (query.to() == null ? "" : query.to()) + LAST);
    if (query.from() != null) {
      dates.add("p.date >= :from");
      values.put("from", query.from());
    }
    if (query.to() != null) {
      // "2020-11" takes in "2020-11-30".
      dates.add("p.date < :to || '" + LAST + "' AND p.date <> ''");
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
    boolean isExcerpted = !FullText.groups(query.words()).isEmpty();
    return new SearchSql(dialect, query, "article", isExcerpted ? "p.item, p.text" : "p.item", "");
  }

  private @Nullable String match() {
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
    return all.isEmpty() ? null : dialect.all(all);
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

  /**
   * What a search finds, as far as it is looked at: all of it, or an even share.
   *
   * @param total how many there are
   * @param exact whether that is counted; false: reckoned from the share
   * @param looked those looked at
   * @param of one of so many is looked at; 1: all are; 0: none, for nothing but a kind or dates is
   *     asked for, and there are too many
   */
  record Found(long total, boolean exact, Numbers looked, double of) {

    /** Few enough to be sorted. */
    boolean few() {
      return of == 1;
    }

    /** One of so many of those looked at is enough for counts of values. */
    int every() {
      return Math.max(1, (looked.count() + VALUES_OF - 1) / VALUES_OF);
    }

    private static Found all(Numbers passages) {
      return new Found(passages.count(), true, passages, 1);
    }

    /** A share of them. */
    private static Found some(long total, boolean exact, Numbers share) {
      return new Found(total, exact, share, (double) total / Math.max(1, share.count()));
    }
  }

  /**
   * Numbers of passages.
   *
   * @param list separated by commas, as the database lists them: a row for each would take longer
   */
  record Numbers(int count, long lowest, long highest, String list) {

    private static final Numbers NONE = new Numbers(0, 0, 0, "");

    /** These and others, of which there may be none; all of them higher. */
    private Numbers and(Numbers higher) {
      return higher.count() == 0
          ? this
          : new Numbers(
              count + higher.count(), lowest, higher.highest(), list + "," + higher.list());
    }

    /** One in so many of them, evenly. */
    private String every(int many) {
      long[] all = Stream.of(list.split(",")).mapToLong(Long::parseLong).sorted().toArray();
      return IntStream.range(0, all.length / many)
          .mapToObj(i -> Long.toString(all[i * many + many / 2]))
          .collect(Collectors.joining(","));
    }
  }

  /** Whether no date can be in the range that is asked for. */
  private boolean isEmpty() {
    return query.from() != null
        && query.to() != null
        && query.from().compareTo(query.to() + LAST) > 0;
  }

  /**
   * Whether nothing but a kind and whole months is asked for: "2016", "2016-03" and not
   * "2016-03-07".
   */
  boolean isOfMonths() {
    return match == null && isMonth(query.from()) && isMonth(query.to());
  }

  private static boolean isMonth(@Nullable String bound) {
    return bound == null || bound.length() <= MONTH;
  }

  /** Such months, with what they have: {@code month} and {@code passages}. */
  String months() {
    return OF_MONTHS + " AND passages > 0" + (query.to() == null ? "" : " AND month <> ''");
  }

  private long counted(Handle handle) {
    return number(
        handle,
        dialect.countsMonths() && isOfMonths()
            ? "SELECT coalesce(sum(passages), 0)" + months()
            : "SELECT count(*)" + from(false));
  }

  Found find(Handle handle) {
    if (isEmpty()) {
      return Found.all(Numbers.NONE);
    }
    if (match != null && dialect.isInOrder()) {
      return inOrder(handle);
    }
    String number = match == null ? "p.passage" : dialect.numberOfMatch();
    Numbers first = first(handle, number, matches(), MANY + 1);
    if (first.count() <= MANY) {
      return Found.all(first);
    }
    return match == null ? new Found(counted(handle), true, Numbers.NONE, 0) : byHash(handle);
  }

  /** Looks as far as needed to tell few matches from many. */
  private Found inOrder(Handle handle) {
    String number = dialect.numberOfMatch();
    Numbers first = first(handle, number, matches(), SAMPLE + 1);
    if (first.count() <= SAMPLE) {
      return Found.all(first);
    }
    long highest = number(handle, "SELECT max(highest)" + OF_MONTHS);
    Found share = null;
    if (reckoned(first, highest) > 0.75 * MANY) {
      share = inBlocks(handle, first, highest);
      if (share.total() > 1.25 * MANY) {
        return share;
      }
    }
    String others = matches() + " AND " + number + " > " + first.highest();
    Numbers all = first.and(first(handle, number, others, MANY - SAMPLE));
    if (all.count() <= MANY) {
      return Found.all(all);
    }
    return share == null ? inBlocks(handle, all, highest) : share;
  }

  /** Up to so many matches; in order, these are the lowest. */
  private Numbers first(Handle handle, String number, String matches, int most) {
    return numbers(handle, "", number + " AS n" + matches + " LIMIT " + most, Map.of());
  }

  /** How many there are if all lie as far from each other as the lowest. */
  private static double reckoned(Numbers first, long highest) {
    double span = highest - first.lowest();
    return span / (first.highest() - first.lowest()) * first.count();
  }

  /**
   * The total is reckoned from the share: to count all, FTS5 would go through every place of every
   * word, which takes most of a second's tenth for a frequent one.
   *
   * @param first the lowest numbers
   * @param highest than which none is higher
   */
  private Found inBlocks(Handle handle, Numbers first, long highest) {
    long lowest = first.lowest();
    long stride = (highest - lowest) / BLOCKS + 1;
    long between = (first.highest() - lowest) / first.count() + 1; // from one match to the next
    long width = Math.min(stride, between * SAMPLE / BLOCKS);
    Numbers found = blocks(handle, lowest, highest, stride, width);
    if (found.count() < SAMPLE / 2 || found.count() > 2 * SAMPLE) {
      width = Math.max(1, Math.min(stride, width * SAMPLE / Math.max(1, found.count())));
      found = blocks(handle, lowest, highest, stride, width);
    }
    long total = Math.max(MANY + 1, rounded((double) found.count() * stride / width));
    return Found.some(total, false, found);
  }

  /** To two digits that tell. */
  private static long rounded(double reckoned) {
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, reckoned))) - 1);
    return (long) (Math.round(reckoned / unit) * unit);
  }

  /** Matches, without a look at their passages where that is not needed. */
  private String matches() {
    return match != null && dates.isEmpty() ? dialect.fromMatchesOnly(kind) : from(true);
  }

  private Numbers blocks(Handle handle, long lowest, long highest, long stride, long width) {
    String number = dialect.numberOfMatch();
    String each =
        number
            + " AS n"
            + matches().replaceFirst(" FROM ", " FROM block CROSS JOIN ")
            + " AND "
            + number
            + " BETWEEN block.first AND block.first + :width - 1";
    return numbers(
        handle,
        "WITH RECURSIVE block (first) AS (SELECT :lowestMatch UNION ALL SELECT first + :stride"
            + " FROM block WHERE first + :stride <= :highestMatch) ",
        each,
        Map.of("lowestMatch", lowest, "highestMatch", highest, "stride", stride, "width", width));
  }

  private Found byHash(Handle handle) {
    long total = number(handle, "SELECT count(*)" + from(true));
    long of = Math.min(1 << 16, (total + SAMPLE - 1) / SAMPLE);
    String share =
        dialect.numberOfMatch() + " AS n" + from(true) + isOneOf(dialect.numberOfMatch(), of);
    return Found.some(total, true, numbers(handle, "", share, Map.of()));
  }

  /**
   * What holds of one in so many passages, evenly: by a hash of their numbers, for an article's
   * follow each other.
   *
   * @param many at most 65,536
   */
  private static String isOneOf(String number, long many) {
    return " AND (" + number + " * 2654435761 & 4294967295) / 65536 % " + many + " = 0";
  }

  private long number(Handle handle, String sql) {
    return handle.createQuery(sql).bindMap(values).mapTo(Long.class).one();
  }

  /**
   * @param with what stands before {@code SELECT}
   * @param select numbers as {@code n}, and from where
   */
  private Numbers numbers(Handle handle, String with, String select, Map<String, ?> bound) {
    return handle
        .createQuery(
            with
                + "SELECT count(*), min(n), max(n), string_agg(CAST(n AS text), ',') FROM (SELECT "
                + select
                + ") found")
        .bindMap(values)
        .bindMap(bound)
        .map(
            (row, context) ->
                row.getInt(1) == 0
                    ? Numbers.NONE
                    : new Numbers(row.getInt(1), row.getLong(2), row.getLong(3), row.getString(4)))
        .one();
  }

  <T extends Hit> Hits<T> run(Handle handle, Found found, RowMapper<T> mapper) {
    List<Keyed<T>> hits = hits(handle, found, mapper);
    boolean more = hits.size() > query.limit();
    List<Keyed<T>> page = more ? hits.subList(0, query.limit()) : hits;
    return new Hits<>(
        found.total(),
        found.exact(),
        page.stream().map(Keyed::hit).toList(),
        more && !page.isEmpty() ? page.get(page.size() - 1).key() : null);
  }

  private <T extends Hit> List<Keyed<T>> hits(Handle handle, Found found, RowMapper<T> mapper) {
    if (found.total() == 0 || query.limit() == 0) {
      return List.of();
    }
    String telling =
        query.order() == Query.Order.BEST && found.few()
            ? dialect.telling(handle, kind, FullText.groups(query.words()), "text")
            : null;
    return telling == null ? latest(handle, found, mapper) : ranked(handle, found, telling, mapper);
  }

  /** A hit and where it stands in the order. */
  private record Keyed<T>(T hit, String key) {}

  /**
   * Tables and conditions of all that matches.
   *
   * @param few drives from the index's matches; else from the passages in order of date
   */
  String from(boolean few) {
    List<String> conditions = new ArrayList<>();
    if (match != null && few) {
      conditions.add(dialect.fromMatches(kind));
      if (!dates.isEmpty() && dialect.isInOrder()) {
        conditions.add(dialect.numberOfMatch() + IN_MONTHS);
      }
    } else {
      conditions.add(" FROM passage p WHERE p.kind = :kind");
      if (match != null) {
        conditions.add(dialect.isAmongMatches(kind));
      }
    }
    conditions.addAll(dates);
    return String.join(" AND ", conditions);
  }

  /** Tables and conditions of what was found, or of the share of it that is looked at. */
  String from(Found found) {
    if (found.of() == 0) {
      return from(false);
    }
    values.put("passages", found.looked().list());
    return " FROM passage p WHERE " + dialect.isListed("p.passage", "passages");
  }

  /**
   * What holds of the number of a passage that is among as many as are enough for counts of values.
   */
  UnaryOperator<String> amongShare(Found found) {
    if (found.of() == 0) {
      String latest =
          from(false) + " ORDER BY p.date DESC, p.passage DESC LIMIT " + VALUES_OF + ")";
      return number -> number + " IN (SELECT p.passage" + latest;
    }
    int every = found.every();
    values.put("passages", every == 1 ? found.looked().list() : found.looked().every(every));
    return number -> dialect.isListed(number, "passages");
  }

  Map<String, Object> values() {
    return values;
  }

  private <T extends Hit> List<Keyed<T>> latest(Handle handle, Found found, RowMapper<T> mapper) {
    String after = "";
    Map<String, Object> bound = new HashMap<>();
    String[] key = key(query.after());
    if (key != null) {
      after = " AND (p.date, p.passage) < (:afterDate, :afterPassage)";
      bound.put("afterDate", key[0]);
      bound.put("afterPassage", Long.parseLong(key[1]));
    }
    if (match != null && !found.few()) {
      for (int walked : WALKED) {
        List<Keyed<T>> hits = latest(handle, mapper, bound, amongLatest(after, walked), "");
        if (hits.size() > query.limit()) {
          return hits;
        }
      }
    }
    String from = found.few() ? from(found) : from(false);
    return latest(handle, mapper, bound, from, after);
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

  /** Where many passages match, some of the latest do; all matches need not be gathered. */
  private String amongLatest(String after, int walked) {
    String conditions = String.join("", dates.stream().map(date -> " AND " + date).toList());
    return " FROM ("
        + dialect.matchesAmong(
            kind,
            "SELECT p.passage, p.date FROM passage p WHERE p.kind = :kind"
                + conditions
                + after
                + " ORDER BY p.date DESC, p.passage DESC LIMIT "
                + walked)
        + ") p";
  }

  private <T extends Hit> List<Keyed<T>> ranked(
      Handle handle, Found found, String telling, RowMapper<T> mapper) {
    String after = "";
    Map<String, Object> bound = new HashMap<>();
    bound.put("telling", telling);
    bound.put("passages", found.looked().list());
    String[] key = key(query.after());
    if (key != null) {
      after = " WHERE (sort, passage) > (:afterRank, :afterPassage)";
      bound.put("afterRank", rank(key[0]));
      bound.put("afterPassage", Long.parseLong(key[1]));
    }
    String some =
        "SELECT * FROM ("
            + dialect.ranks(kind, "telling", "passages")
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
        .bindMap(values)
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
