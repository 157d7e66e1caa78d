package dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.model.ArticleRecord;
import dateline.store.Findings.Count;
import dateline.store.Findings.Kind;
import dateline.store.Query.Role;
import dateline.store.RecordStore.Reading;
import dateline.store.Reviews.Review;
import dateline.store.Reviews.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts over searches, paging, corrections and mergings, whatever the database. */
abstract class FindingsContract {

  private static final String NOW = "2024-05-06T07:08:09Z";

  private RecordStore store;

  abstract RecordStore openEmpty();

  @BeforeEach
  void open() {
    store = openEmpty();
    save("one", "a", "Anna Berg", "Peace in the valley.");
    save("two", "b", "Anna Berg", "War in the valley.");
    save("three", "c", "Ole Dahl", "Peace at last.");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void save(String id, String sha, String speaker, String words) {
    store.save(
        List.of(
            new Reading(
                id,
                null,
                id + sha,
                Records.record(id, "https://x.example/" + id, sha, speaker, words))));
  }

  private static List<Count> values(Findings.Facets facets, String name) {
    return facets.facets().stream()
        .filter(facet -> facet.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  @Test
  void facetsCountWhatTheSearchFinds() {
    Findings.Facets all = store.findings().facets(Kind.STATEMENTS, Query.all(1));
    assertThat(all.of()).isEqualTo(3);
    assertThat(all.all()).isTrue();
    assertThat(values(all, "speaker"))
        .containsExactly(new Count("Anna Berg", 2), new Count("Ole Dahl", 1));

    Findings.Facets peace = store.findings().facets(Kind.STATEMENTS, Query.of("peace"));
    assertThat(values(peace, "speaker"))
        .containsExactly(new Count("Anna Berg", 1), new Count("Ole Dahl", 1));

    Findings.Facets events = store.findings().facets(Kind.EVENTS, Query.all(1));
    assertThat(values(events, "country")).containsExactly(new Count("CHE", 3));
    assertThat(values(events, "claimed")).containsExactly(new Count("no", 3));
  }

  @Test
  void countsFollowTheStore() {
    assertThat(store.findings().histogram(Kind.STATEMENTS, Query.all(1)).bars())
        .containsExactly(new Count("2021-03-04", 3));
    save("four", "d", "Ole Dahl", "Peace.");
    assertThat(store.findings().histogram(Kind.STATEMENTS, Query.all(1)).bars())
        .containsExactly(new Count("2021-03-04", 4));
  }

  @Test
  void whatIsReadAgainIsStillFoundByItsDate() {
    save("one", "e", "Anna Berg", "Peace again.");
    save("three", "f", "Ole Dahl", "Peace again and again.");
    save("five", "g", "Ole Dahl", "Again.");
    for (String month : List.of("2021", "2021-03", "2021-03-04")) {
      Query then = new Query("again", null, null, null, null, month, month, 9);
      assertThat(store.statements(then).hits()).hasSize(3);
    }
    Query later = new Query("again", null, null, null, null, "2021-04", null, 9);
    assertThat(store.statements(later).total()).isZero();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    for (Query query : List.of(Query.of("valley | peace").limit(1), Query.all(1))) {
      List<String> seen = new ArrayList<>();
      Hits<Hit.OfStatement> page = store.statements(query);
      while (true) {
        page.hits().forEach(hit -> seen.add(hit.article().id()));
        if (page.next() == null) {
          break;
        }
        page = store.statements(after(query, page.next()));
      }
      assertThat(seen).containsExactlyInAnyOrder("one", "two", "three");
    }
  }

  private static Query after(Query query, String next) {
    return new Query(
        query.words(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Role.SPEAKER,
        null,
        null,
        query.order(),
        next,
        query.limit());
  }

  @Test
  void anythingMayStandForThePageAfter() {
    for (String next : List.of("", "~", "x~1", "~9", "1~99999999999999999999", "NaN~1", "'~1")) {
      assertThat(store.statements(after(Query.of("peace"), next)).total()).as(next).isEqualTo(2);
    }
  }

  @Test
  void aNameIsFoundWholeInItsRole() {
    assertThat(store.statements(Query.all(9).who(Role.SPEAKER, List.of("anna  BERG"))).total())
        .isEqualTo(2);
    assertThat(store.statements(Query.all(9).who(Role.SPEAKER, List.of("Berg"))).total()).isZero();
    assertThat(store.events(Query.all(9).who(Role.ACTOR, List.of("Zürich"))).total()).isEqualTo(3);
    assertThat(store.events(Query.all(9).who(Role.RECIPIENT, List.of("Zürich"))).total()).isZero();
    assertThat(store.events(Query.all(9).claimed(true)).total()).isZero();
    assertThat(store.events(Query.all(9).claimed(false)).total()).isEqualTo(3);
  }

  @Test
  void ofManyMatchesAnEvenShareIsCountedAndTheLatestAreStillFirst() {
    int many = 41_000;
    ArticleRecord record =
        Records.record("many", "https://x.example/many", "9", "Anna Berg", "Peace, peace.");
    store.save(List.of(new Reading("many", null, "many", Records.grown(record, many, "NOR"))));

    Findings.Facets facets = store.findings().facets(Kind.STATEMENTS, Query.of("peace"));
    assertThat(facets.all()).isFalse();
    assertThat(facets.share()).isBetween(36L, 46L);
    assertThat(facets.of()).isBetween(850L, 1_200L);
    Findings.Histogram histogram = store.findings().histogram(Kind.STATEMENTS, Query.of("peace"));
    assertThat(histogram.estimated()).isTrue();
    assertThat(histogram.bars().get(0).count()).isBetween(many - 500L, many + 500L);

    Query inMarch = new Query("peace", null, null, null, null, "2021-03", "2021-03", 3);
    assertThat(store.findings().histogram(Kind.STATEMENTS, inMarch).bars())
        .singleElement()
        .satisfies(bar -> assertThat(bar.count()).isBetween(many - 500L, many + 500L));
    assertThat(store.statements(inMarch).total()).isBetween(many - 500L, many + 500L);
    assertThat(store.statements(inMarch).hits())
        .extracting(Hit.OfStatement::id)
        .containsExactly("s41000", "s40999", "s40998");

    Hits<Hit.OfStatement> first = store.statements(Query.of("peace").limit(3));
    assertThat(first.total()).isBetween(many - 500L, many + 500L);
    if (first.exact()) {
      assertThat(first.total()).isEqualTo(many + 2);
    }
    assertThat(first.hits())
        .extracting(Hit.OfStatement::id)
        .containsExactly("s41000", "s40999", "s40998");
    Hits<Hit.OfStatement> next = store.statements(Query.of("peace").limit(3).latest(first.next()));
    assertThat(next.hits())
        .extracting(Hit.OfStatement::id)
        .containsExactly("s40997", "s40996", "s40995");
  }

  @Test
  void matchesThatCanBeSortedAreAllCountedButTheirValuesOnlyOverAShareOfMany() {
    ArticleRecord record =
        Records.record("some", "https://x.example/some", "9", "Anna Berg", "Peace, peace.");
    store.save(List.of(new Reading("some", null, "some", Records.grown(record, 7_000, "NOR"))));

    Hits<Hit.OfStatement> hits = store.statements(Query.of("peace"));
    assertThat(hits.exact()).isTrue();
    assertThat(hits.total()).isEqualTo(7_002);
    Findings.Facets facets = store.findings().facets(Kind.STATEMENTS, Query.of("peace"));
    assertThat(facets.all()).isFalse();
    assertThat(facets.share()).isEqualTo(8);
    assertThat(facets.of()).isBetween(750L, 1_000L);
    Findings.Histogram histogram = store.findings().histogram(Kind.STATEMENTS, Query.of("peace"));
    assertThat(histogram.estimated()).isFalse();
  }

  @Test
  void whatStandsBetweenTwoCountriesIsSummedByMonth() {
    ArticleRecord record =
        Records.record("pair", "https://x.example/pair", "9", "Anna Berg", "Peace.");
    store.save(List.of(new Reading("pair", null, "pair", Records.grown(record, 1, "NOR"))));

    Findings.Month month = new Findings.Month("2021-03", "verbal cooperation", 1, 2.5);
    for (Query query :
        List.of(
            Query.all(0),
            dated("2021-03", "2021"),
            new Query(null, null, "NOR CHE", null, null, null, null, 0),
            dated("2021-03-01", null))) {
      assertThat(store.findings().between("che", "NOR", query)).containsExactly(month);
      assertThat(store.findings().between("NOR", "CHE", query)).containsExactly(month);
      assertThat(store.findings().between("NOR", "SWE", query)).isEmpty();
      assertThat(store.findings().between("CHE", "CHE", query)).isEmpty();
    }
    assertThat(store.findings().between("CHE", "NOR", dated(null, "2021-02"))).isEmpty();
    assertThat(store.findings().between("CHE", "NOR", dated("2021-03-05", null))).isEmpty();
    assertThat(store.findings().pairs(5)).containsExactly(new Findings.Pair("CHE", "NOR", 1, 0));
  }

  private static Query dated(String from, String to) {
    return new Query(null, null, null, null, null, from, to, 0);
  }

  @Test
  void sumsBetweenCountriesFollowWhatIsReadAgain() {
    String url = "https://x.example/pair";
    for (String other : List.of("NOR", "SWE")) {
      ArticleRecord record =
          Records.record("pair", url, other.toLowerCase(), "Anna Berg", "Peace.");
      store.save(List.of(new Reading("pair", null, other, Records.grown(record, 1, other))));
    }
    assertThat(store.findings().between("CHE", "NOR", Query.all(0))).isEmpty();
    assertThat(store.findings().between("CHE", "SWE", Query.all(0)))
        .containsExactly(new Findings.Month("2021-03", "verbal cooperation", 1, 2.5));
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void eitherSideOfAnOrIsFoundAndMarked() {
    assertThat(store.articles(Query.of("peace* OR war")).hits())
        .extracting(Hit.OfArticle::passage)
        .allMatch(passage -> passage.contains("\u0002"))
        .hasSize(3);
  }

  @Test
  void eachHandsOverWhatTheSearchFindsWithItsRecord() {
    List<String> seen = new ArrayList<>();
    store
        .findings()
        .each(Kind.STATEMENTS, Query.of("peace"), (record, items) -> seen.add(record.id() + items));
    assertThat(seen).containsExactly("one[s1]", "three[s1]");
  }

  @Test
  void mergedNamesAreOneActorAlsoAfterReadingAgainUntilTheyAreSplit() {
    long number = store.reviews().merge("A. Berg", "Anna Berg", "Ana", NOW);
    store.reviews().merge("Mrs Berg", "A. Berg", "Ana", NOW);
    save("one", "e", "A. Berg", "Peace again.");

    assertThat(store.reviews().namesOf("Mrs Berg"))
        .containsExactly("Anna Berg", "A. Berg", "Mrs Berg");
    Findings.Profile profile = store.findings().profile("a. berg");
    assertThat(profile.name()).isEqualTo("Anna Berg");
    assertThat(profile.articles()).isEqualTo(2);

    store.reviews().undoMerging(number, "Ana", NOW);
    assertThat(store.reviews().namesOf("Anna Berg")).containsExactly("Anna Berg");
    assertThat(store.reviews().mergings())
        .extracting(Reviews.Merging::undone)
        .containsExactly(true, false);
    assertThatThrownBy(() -> store.reviews().undoMerging(number, "Ana", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRingOfNamesEnds() {
    store.reviews().merge("A", "B", "Ana", NOW);
    store.reviews().merge("B", "A", "Ana", NOW);
    assertThat(store.reviews().namesOf("A")).containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void aCorrectionStaysWithItsWordsWhenThePageIsReadAgain() {
    long number =
        store.reviews().review("one", "s1", Verdict.FIX, "speaker", "Anna B.", "Ana", NOW);
    assertThat(store.reviews().of("one")).extracting(Review::item).containsExactly("s1");

    save("one", "f", "Anna-Maria Berg", "Peace in the valley.");
    assertThat(store.reviews().of("one")).extracting(Review::item).containsExactly("s1");

    save("one", "0", "Anna Berg", "Quite another thing.");
    assertThat(store.reviews().of("one")).extracting(Review::item).containsExactly((String) null);
    assertThat(store.reviews().of("one").get(0).words()).isEqualTo("Peace in the valley.");

    store.reviews().undoReview(number, "Ana", NOW);
    assertThat(store.reviews().all()).extracting(Review::undone).containsExactly(true);
    assertThatThrownBy(
            () -> store.reviews().review("one", "s9", Verdict.ACCEPT, null, null, "Ana", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void valuesThatAreNoDaysComeIntoOneOrder() {
    assertThat(SortDate.of("2024-05-06T07:08")).isEqualTo("2024-05-06T07:08");
    assertThat(SortDate.of("2025-W02")).isEqualTo("2025-01-06");
    assertThat(SortDate.of("2024-Q3")).isEqualTo("2024-07");
    assertThat(SortDate.of("2024-SU")).isEqualTo("2024");
    assertThat(SortDate.of("198")).isEmpty();
    assertThat(SortDate.of("PAST_REF")).isEmpty();
    assertThat(SortDate.of(null)).isEmpty();
  }
}
