package dateline.store;

import dateline.model.ArticleRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Corrections and mergings in a store's tables. */
final class SqlReviews implements Reviews {

  private final SqlStore store;

  SqlReviews(SqlStore store) {
    this.store = store;
  }

  @Override
  public long review(
      String article,
      String item,
      Verdict verdict,
      @Nullable String field,
      @Nullable String value,
      String who,
      String made) {
    ArticleRecord record =
        store
            .find(article)
            .orElseThrow(() -> new IllegalArgumentException("there is no article " + article));
    Anchor anchor = Anchor.of(record).get(item);
    if (anchor == null) {
      throw new IllegalArgumentException("the article has no item " + item);
    }
    return noted(
        Runs.Kind.REVIEW,
        List.of(article),
        handle ->
            handle
                .createQuery(
                    "INSERT INTO correction (page, item, anchor, verdict, field, value, who, made)"
                        + " VALUES (:page, :item, :anchor, :verdict, :field, :value, :who, :made)"
                        + " RETURNING number")
                .bind("page", SqlStore.page(handle, record.id()).orElseThrow())
                .bind("item", item)
                .bind("anchor", anchor.toString())
                .bind("verdict", verdict.name().toLowerCase(Locale.ROOT))
                .bind("field", field)
                .bind("value", value)
                .bind("who", who)
                .bind("made", made)
                .mapTo(Long.class)
                .one());
  }

  /** Does work that changes something, as a run of its own. */
  private <T> T noted(Runs.Kind kind, List<String> about, Function<Handle, T> work) {
    return store.writingBeside(
        handle -> {
          try (Journal journal = store.journal(handle, RecordStore.OWN_RUN, kind, about)) {
            journal.tick();
            return work.apply(handle);
          }
        });
  }

  @Override
  public void undoReview(long number, String who, String made) {
    undo(Runs.Kind.REVIEW, "correction", "page, item, anchor", number, who, made);
  }

  /**
   * Takes back a row of a table.
   *
   * @param columns that are the same in the row that takes it back
   */
  private void undo(
      Runs.Kind kind, String table, String columns, long number, String who, String made) {
    noted(
        kind,
        List.of(),
        handle -> {
          int added =
              handle.execute(
                  ("INSERT INTO %1$s (%2$s, verdict, undoes, who, made)"
                          + " SELECT %2$s, 'undo', number, ?, ? FROM %1$s c"
                          + " WHERE number = ? AND verdict <> 'undo'"
                          + " AND NOT EXISTS (SELECT 1 FROM %1$s u WHERE u.undoes = c.number)")
                      .formatted(table, columns),
                  who,
                  made,
                  number);
          if (added != 1) {
            throw new IllegalArgumentException("nothing to take back has the number " + number);
          }
          return added;
        });
  }

  @Override
  public List<Review> of(String article) {
    return store.reading(
        handle ->
            SqlStore.page(handle, article)
                .map(page -> reviews(handle, " AND c.page = " + page))
                .orElse(List.of()));
  }

  @Override
  public List<Review> all() {
    return store.reading(handle -> reviews(handle, ""));
  }

  /** A row, and the page that it is about. */
  private record Row(long page, Review review, Anchor anchor) {}

  private List<Review> reviews(Handle handle, String condition) {
    List<Row> rows =
        handle
            .createQuery(
                "SELECT c.*, r.id AS article, EXISTS (SELECT 1 FROM correction u WHERE u.undoes ="
                    + " c.number) AS undone FROM correction c JOIN page g ON g.page = c.page JOIN"
                    + " revision r ON r.revision = g.revision WHERE c.verdict <> 'undo'"
                    + condition
                    + " ORDER BY c.number")
            .map(
                (row, context) -> {
                  Anchor anchor = Anchor.parse(row.getString("anchor"));
                  return new Row(
                      row.getLong("page"),
                      new Review(
                          row.getLong("number"),
                          row.getString("article"),
                          null,
                          anchor.words(),
                          Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                          row.getString("field"),
                          row.getString("value"),
                          row.getString("who"),
                          row.getString("made"),
                          row.getBoolean("undone")),
                      anchor);
                })
            .list();
    List<Review> reviews = new ArrayList<>();
    Map<Long, Map<String, Anchor>> anchors = new HashMap<>();
    for (Row row : rows) {
      Map<String, Anchor> ofPage =
          anchors.computeIfAbsent(row.page(), page -> Anchor.of(SqlStore.current(handle, page)));
      reviews.add(at(row.review(), row.anchor().in(ofPage).orElse(null)));
    }
    return reviews;
  }

  private static Review at(Review review, @Nullable String item) {
    return new Review(
        review.number(),
        review.article(),
        item,
        review.words(),
        review.verdict(),
        review.field(),
        review.value(),
        review.who(),
        review.made(),
        review.undone());
  }

  @Override
  public long merge(String name, String main, String who, String made) {
    return decide(name, main, "merge", who, made);
  }

  @Override
  public long keepApart(String name, String other, String who, String made) {
    return decide(name, other, "apart", who, made);
  }

  private long decide(String name, String main, String verdict, String who, String made) {
    if (Folding.of(name).equals(Folding.of(main)) || name.isBlank() || main.isBlank()) {
      throw new IllegalArgumentException("two names are needed that differ");
    }
    return noted(
        Runs.Kind.MERGE,
        List.of(name.strip(), main.strip()),
        handle ->
            handle
                .createQuery(
                    "INSERT INTO merging (name, folded, main, main_folded, verdict, who, made)"
                        + " VALUES (:name, :folded, :main, :mainFolded, :verdict, :who, :made)"
                        + " RETURNING number")
                .bind("verdict", verdict)
                .bind("name", name.strip())
                .bind("folded", Folding.of(name))
                .bind("main", main.strip())
                .bind("mainFolded", Folding.of(main))
                .bind("who", who)
                .bind("made", made)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void undoMerging(long number, String who, String made) {
    undo(Runs.Kind.MERGE, "merging", "name, folded, main, main_folded", number, who, made);
  }

  @Override
  public List<Merging> mergings() {
    return decided("merge");
  }

  @Override
  public List<Merging> partings() {
    return decided("apart");
  }

  private List<Merging> decided(String verdict) {
    return store.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT c.*, EXISTS (SELECT 1 FROM merging u WHERE u.undoes = c.number) AS"
                        + " undone FROM merging c WHERE c.verdict = :verdict ORDER BY c.number")
                .bind("verdict", verdict)
                .map(
                    (row, context) ->
                        new Merging(
                            row.getLong("number"),
                            row.getString("name"),
                            row.getString("main"),
                            row.getString("who"),
                            row.getString("made"),
                            row.getBoolean("undone")))
                .list());
  }

  @Override
  public List<String> namesOf(String name) {
    List<Merging> standing = mergings().stream().filter(merging -> !merging.undone()).toList();
    String main = name.strip();
    // A name may be merged into one that is merged itself; a ring of names ends at the second look.
    Set<String> seen = new LinkedHashSet<>();
    for (boolean moved = true; moved && seen.add(Folding.of(main)); ) {
      moved = false;
      for (Merging merging : standing) {
        if (Folding.of(merging.name()).equals(Folding.of(main))) {
          main = merging.main();
          moved = true;
          break;
        }
      }
    }
    List<String> names = new ArrayList<>(List.of(main));
    Set<String> known = new LinkedHashSet<>(Set.of(Folding.of(main)));
    for (int i = 0; i < names.size(); i++) {
      String into = Folding.of(names.get(i));
      for (Merging merging : standing) {
        if (Folding.of(merging.main()).equals(into) && known.add(Folding.of(merging.name()))) {
          names.add(merging.name());
        }
      }
    }
    return List.copyOf(names);
  }
}
