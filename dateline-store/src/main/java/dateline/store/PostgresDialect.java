package dateline.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own full text: {@code tsvector} and {@code tsquery}, made by {@link TextWords}. */
final class PostgresDialect implements Dialect {

  static final PostgresDialect INSTANCE = new PostgresDialect();

  private PostgresDialect() {}

  @Override
  public String all(List<String> parts) {
    return "(" + String.join(") & (", parts) + ")";
  }

  @Override
  public @Nullable String typed(@Nullable String typed, String column) {
    return typed(FullText.groups(typed), column);
  }

  private static @Nullable String typed(List<FullText.Group> groups, String column) {
    char letter = TextWords.letter(column);
    return groups.isEmpty()
        ? null
        : groups.stream().map(group -> group(group, letter)).collect(Collectors.joining(" | "));
  }

  private static String group(FullText.Group group, char letter) {
    String wanted = terms(group.wanted(), " & ", letter);
    String unwanted = terms(group.unwanted(), " | ", letter);
    return "(" + wanted + (unwanted.isEmpty() ? "" : " & !(" + unwanted + ")") + ")";
  }

  private static String terms(Collection<FullText.Term> terms, String separator, char letter) {
    return terms.stream()
        .map(term -> term(term, letter))
        .distinct()
        .collect(Collectors.joining(separator));
  }

  /** Words next to each other; of the last one, when asked for, only the beginning. */
  private static String term(FullText.Term term, char letter) {
    List<String> words = TextWords.of(term.words());
    StringBuilder phrase = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      boolean begun = term.begun() && i == words.size() - 1;
      phrase.append(i == 0 ? "" : " <-> ").append('\'').append(words.get(i)).append("':");
      phrase.append(begun ? "*" : "").append(letter);
    }
    return "(" + phrase + ")";
  }

  @Override
  public String codes(List<String> tokens) {
    return tokens.stream()
        .map(token -> "'" + token + "':" + TextWords.letter("codes"))
        .collect(Collectors.joining(" | "));
  }

  @Override
  public String fromMatches(String kind) {
    return " FROM passage p WHERE p.search @@ " + match(kind);
  }

  @Override
  public String fromMatchesOnly(String kind) {
    return fromMatches(kind);
  }

  private String match(String kind) {
    String ofKind = codes(List.of(Tokens.kind(kind))).replace("'", "''");
    return "(CAST(:match AS tsquery) && CAST('" + ofKind + "' AS tsquery))";
  }

  @Override
  public boolean isInOrder() {
    return false;
  }

  @Override
  public boolean countsMonths() {
    return false;
  }

  @Override
  public String matchesAmong(String kind, String some) {
    return "SELECT latest.passage, latest.date FROM ("
        + some
        + ") latest WHERE EXISTS (SELECT 1 FROM passage x WHERE x.passage = latest.passage"
        + " AND x.search @@ "
        + match(kind)
        + ")";
  }

  @Override
  public String numberOfMatch() {
    return "p.passage";
  }

  @Override
  public String isListed(String number, String list) {
    return number + " = ANY(CAST(string_to_array(:" + list + ", ',') AS bigint[]))";
  }

  @Override
  public String isAmongMatches(String kind) {
    return "p.search @@ " + match(kind);
  }

  @Override
  public @Nullable String telling(
      Handle handle, String kind, List<FullText.Group> groups, String column) {
    return typed(groups, column);
  }

  @Override
  public String ranks(String kind, String words, String list) {
    return "SELECT p.passage AS passage, CAST(-ts_rank(p.search, CAST(:"
        + words
        + " AS tsquery)) AS double precision) AS sort FROM passage p WHERE "
        + isListed("p.passage", list);
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
        "INSERT INTO passage (page, kind, item, date, text, speaker, party, codes, search)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS tsvector)) RETURNING passage",
        page,
        kind,
        item,
        date,
        text,
        speaker,
        party,
        codes,
        TextWords.vector(text, speaker, party, codes));
  }

  /** PostgreSQL has no text with NUL or half a pair of surrogates in it: marks stand for them. */
  @Override
  public String clean(String text) {
    boolean bad = text.indexOf('\0') >= 0 || text.codePoints().anyMatch(PostgresDialect::isHalf);
    if (!bad) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(c -> c == 0 || isHalf(c) ? 0xfffd : c).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Override
  public void afterCopy(Handle handle) {
    number(handle, "page", "page");
    number(handle, "revision", "revision");
    number(handle, "maker", "maker");
    number(handle, "run", "run");
    number(handle, "story_change", "change");
    number(handle, "correction", "number");
    number(handle, "merging", "number");
  }

  private static void number(Handle handle, String table, String column) {
    handle
        .createQuery(
            "SELECT setval(pg_get_serial_sequence('"
                + table
                + "', '"
                + column
                + "'), (SELECT coalesce(max("
                + column
                + "), 0) + 1 FROM "
                + table
                + "), false)")
        .mapTo(Long.class)
        .one();
  }
}
