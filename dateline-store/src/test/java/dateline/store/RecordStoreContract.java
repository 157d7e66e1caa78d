package dateline.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.Failure;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.store.RecordStore.Change;
import dateline.store.RecordStore.Reading;
import dateline.store.Reviews.Verdict;
import dateline.story.People;
import dateline.story.Story;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must keep, whatever the database under it. */
abstract class RecordStoreContract {

  private static final String URL = "https://courier.example/talks";

  private RecordStore store;

  abstract RecordStore openEmpty();

  /** One more, beside it. */
  abstract RecordStore openAnotherEmpty();

  /** Empties that one. */
  abstract void emptyAnother();

  /** Where the first lies. */
  abstract String place();

  /** All files in which it may be, and more. */
  abstract List<Path> files() throws IOException;

  /** Runs SQL in it. */
  abstract void execute(String sql);

  /** Makes a store of an earlier shape with what {@link #EARLIER} names of the first one. */
  abstract String makeEarlier(int shape);

  /** How many shapes stores have had. */
  abstract int shapes();

  private static final List<String> STORY_TABLES =
      List.of("story_article", "story_key", "story", "story_change", "person_name");

  /** Tables of the first shapes, each after those that it refers to, and their columns then. */
  static final Map<String, String> EARLIER = earlier();

  private static Map<String, String> earlier() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("page", "page, key, revision");
    columns.put(
        "revision",
        "revision, page, number, id, sha256, uri, title, outlet, published, software, record");
    columns.put("done", "fingerprint, revision");
    columns.put("failure", "input, line, \"offset\", reason, message");
    columns.put("passage", "*");
    columns.put("statement", "passage, kind, type, speaker, source, country, sectors, cue, date");
    columns.put(
        "event",
        "passage, type, mode, quad, cue, date, place, country, lat, lon, precision, factuality,"
            + " asserted_by, score, confidence");
    for (String table : List.of("participant", "actor", "place")) {
      columns.put(table, "*");
    }
    columns.put(
        "correction", "number, page, item, anchor, verdict, field, value, undoes, who, made");
    columns.put("merging", "number, name, folded, main, main_folded, verdict, undoes, who, made");
    for (String table : STORY_TABLES) {
      columns.put(table, "*");
    }
    columns.put("story_article", "page, copies, story, digest");
    return columns;
  }

  /** Those that a shape had. */
  List<String> earlierTables(int shape) {
    List<String> tables = new ArrayList<>(EARLIER.keySet());
    if (shape < 2) {
      tables.removeAll(STORY_TABLES);
    }
    if (!hasCorrections(shape)) {
      tables.removeAll(List.of("correction", "merging"));
    }
    return tables;
  }

  boolean hasCorrections(int shape) {
    return true;
  }

  /**
   * SQL that puts a table's rows into the same table of another store.
   *
   * @param columns separated by commas; or {@code *}
   */
  static String carriedOver(String table, String into, String columns, String from) {
    String named = columns.equals("*") ? "" : " (" + columns + ")";
    return "INSERT INTO %s%s%s SELECT %s FROM %s%2$s;".formatted(into, table, named, columns, from);
  }

  static String script(String name) {
    try (InputStream in = RecordStore.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void open() {
    store = openEmpty();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Change save(ArticleRecord record) {
    return store
        .save(List.of(new Reading("in", 1L, "f-" + record.source().sha256(), record)))
        .get(0);
  }

  private static ArticleRecord talks() {
    return Records.record("talks", URL, "a", "Berg", "We want peace in the valley.");
  }

  private static ArticleRecord changedTalks() {
    return Records.record("talks", URL, "b", "Berg", "We never wanted a treaty.");
  }

  @Test
  void findsARecordByItsIdTheBeginningOfItAndItsAddress() {
    save(talks());

    assertThat(store.find("talks")).map(ArticleRecord::id).contains("talks");
    assertThat(store.find("talk")).isPresent();
    assertThat(store.find(URL)).isPresent();
    assertThat(store.find("tal")).isEmpty();
    assertThat(store.find("t%")).isEmpty();
  }

  @Test
  void aBeginningThatTwoIdsShareFindsNone() {
    save(Records.record("talks-1", URL + "/1", "a", "Berg", "One."));
    save(Records.record("talks-2", URL + "/2", "b", "Berg", "Two."));

    assertThat(store.find("talks")).isEmpty();
    assertThat(store.find("talks-2")).isPresent();
  }

  @Test
  void keepsTheRecordAsItIs() {
    save(talks());

    ArticleRecord found = store.find("talks").orElseThrow();
    assertThat(found.article()).isEqualTo(talks().article());
    assertThat(found.statements()).isEqualTo(talks().statements());
    assertThat(found.events()).isEqualTo(talks().events());
  }

  @Test
  void readingAPageAgainChangesNothing() {
    assertThat(save(talks())).isEqualTo(Change.NEW);
    assertThat(save(talks())).isEqualTo(Change.UNCHANGED);

    assertThat(store.revisions("talks")).hasSize(1);
    assertThat(store.statements(Query.of("peace")).total()).isEqualTo(1);
  }

  @Test
  void aChangedPageAddsARevisionAndSearchSeesTheLatest() {
    save(talks());

    assertThat(save(changedTalks())).isEqualTo(Change.REVISED);

    assertThat(store.revisions("talks"))
        .extracting(RecordStore.Revision::number)
        .containsExactly(1, 2);
    assertThat(store.statements(Query.of("peace")).total()).isZero();
    assertThat(store.statements(Query.of("treaty")).total()).isEqualTo(1);
  }

  @Test
  void anEarlierRevisionReadAgainChangesNothing() {
    save(talks());
    save(changedTalks());

    assertThat(save(talks())).isEqualTo(Change.UNCHANGED);
    assertThat(store.statements(Query.of("treaty")).total()).isEqualTo(1);
  }

  @Test
  void theSamePageReadDifferentlyTakesTheRecordsPlace() {
    save(talks());
    ArticleRecord better =
        Records.record("talks", URL, "a", "Anna Berg", "We want peace in the valley.");

    assertThat(save(better)).isEqualTo(Change.REREAD);

    assertThat(store.revisions("talks")).hasSize(1);
    assertThat(store.statements(Query.of("peace")).hits().get(0).speaker()).isEqualTo("Anna Berg");
  }

  @Test
  void theSameBytesUnderAnotherFileNameAreTheSameArticle() {
    String id = "a".repeat(32);
    assertThat(save(Records.record(id, "x.html", "a", "Berg", "One."))).isEqualTo(Change.NEW);
    assertThat(save(Records.record(id, "./x.html", "a", "Berg", "One."))).isNotEqualTo(Change.NEW);
    assertThat(store.articles(Query.of("One")).total()).isEqualTo(1);
  }

  @Test
  void remembersWhatIsDone() {
    assertThat(store.isDone("f-1")).isFalse();
    store.save(List.of(new Reading("in", null, "f-1", talks())));
    assertThat(store.isDone("f-1")).isTrue();
  }

  @Test
  void namesOfCommentersAreKeptAsPseudonyms() {
    save(talks());

    Comment comment = store.find("talks").orElseThrow().comments().get(0);
    assertThat(comment.author()).startsWith("reader-").doesNotContain("Doe");
  }

  @Test
  void aCommentThatCallsAnotherReaderByNameKeepsThePseudonym() {
    save(
        talks()
            .withComments(
                List.of(
                    new Comment("Jo Doe", null, "First.", null),
                    new Comment("Ann", null, "@Jo Doe: Annoying, says Ann.", 0))));

    List<Comment> comments = store.find("talks").orElseThrow().comments();
    assertThat(comments.get(1).text())
        .isEqualTo(
            "@" + comments.get(0).author() + ": Annoying, says " + comments.get(1).author() + ".");
  }

  @Test
  void commentsAreNotFound() {
    save(talks());

    assertThat(store.articles(Query.of("marmalade")).total()).isZero();
    assertThat(store.statements(Query.of("marmalade")).total()).isZero();
  }

  @Test
  void failuresAreListedOnceAndForgottenWhenTheInputIsRead() {
    Failure first = new Failure("in", 1L, 0L, "bad-json", "not JSON");
    Failure again = new Failure("in", 1L, 0L, "empty", "nothing in it");
    Failure other = new Failure("page.html", null, null, "binary", "an image");
    store.saveFailures(List.of(first, other));
    store.saveFailures(List.of(again));
    assertThat(store.failures()).containsExactly(again, other);

    save(talks());

    assertThat(store.failures()).containsExactly(other);
  }

  @Test
  void aBatchIsSavedWholeOrNotAtAll() {
    List<Reading> batch = new ArrayList<>();
    batch.add(new Reading("in", 1L, "f", talks()));
    batch.add(null);
    try {
      store.save(batch);
    } catch (RuntimeException expected) {
      assertThat(store.find("talks")).isEmpty();
      return;
    }
    throw new AssertionError("a batch with a hole was saved");
  }

  @Test
  void filtersStatements() {
    save(talks());

    assertThat(statements(null, "berg", null, "direct", "NOR", "2021", "2021-03")).isEqualTo(1);
    assertThat(statements("valley peace", "BERG", "gov", null, null, null, null)).isEqualTo(1);
    assertThat(statements(null, "be%", null, null, null, null, null)).isZero();
    assertThat(statements(null, null, null, "indirect", null, null, null)).isZero();
    assertThat(statements(null, null, null, null, "SWE", null, null)).isZero();
    assertThat(statements(null, null, null, null, null, "2021-03-05", null)).isZero();
    assertThat(statements(null, null, null, null, null, null, "2021-02")).isZero();
  }

  private long statements(
      String words,
      String speaker,
      String actor,
      String type,
      String country,
      String from,
      String to) {
    return store.statements(new Query(words, speaker, actor, type, country, from, to, 5)).total();
  }

  @Test
  void findsEventsByWordsPartyTypeAndDate() {
    save(talks());

    assertThat(events("accord", null, null)).isEqualTo(1);
    assertThat(events(null, "zurich", "agree")).isEqualTo(1);
    assertThat(events(null, "CHE", null)).isEqualTo(1);
    assertThat(events(null, "SWE", null)).isZero();
    assertThat(events(null, null, "ASSAULT")).isZero();
    Hit.OfEvent hit = store.events(Query.of("accord")).hits().get(0);
    assertThat(hit.sentence()).isEqualTo("Zürich and Norway signed the accord.");
    assertThat(hit.actors()).extracting(Hit.Party::name).containsExactly("Zürich");
    assertThat(hit.date()).isEqualTo("2021-03-01");
  }

  private long events(String words, String actor, String type) {
    return store.events(new Query(words, null, actor, type, null, null, null, 5)).total();
  }

  @Test
  void findsArticlesByWordsAnywhereInThemAndMarksTheMatch() {
    save(talks());

    Hits<Hit.OfArticle> hits = store.articles(Query.of("valley zurich talks"));
    assertThat(hits.total()).isEqualTo(1);
    assertThat(hits.hits().get(0).passage()).contains("\u0002");
  }

  @Test
  void phrasesPrefixesAndExclusionsAreUnderstood() {
    save(talks());

    assertThat(store.statements(Query.of("\"peace in\"")).total()).isEqualTo(1);
    assertThat(store.statements(Query.of("\"in peace\"")).total()).isZero();
    assertThat(store.statements(Query.of("“peace in”")).total()).isEqualTo(1);
    assertThat(store.statements(Query.of("vall*")).total()).isEqualTo(1);
    assertThat(store.statements(Query.of("vall")).total()).isZero();
    assertThat(store.statements(Query.of("peace -valley")).total()).isZero();
    assertThat(store.statements(Query.of("peace -war")).total()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\"\"",
        "'",
        "''; DROP TABLE page; --",
        "*",
        "-",
        "--",
        "-\"",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "text:peace",
        "{text} : peace",
        "^peace",
        "peace^2",
        "(",
        ")",
        "((((",
        "a AND (b",
        "+",
        "a + b",
        "\0",
        "a\0b",
        "\"a\0",
        "\ud83d",
        "\ud83d\ude00",
        "\u202e",
        "%",
        "_",
        "\\",
        "[",
        "NULL",
        "*a",
        "a**",
        "-*",
        "\"a\"*",
        "\"a\" \"",
        "peace NOT",
        "NOT peace",
        "rank:1",
        "statement_text",
        ":match",
        "?1",
        "?"
      })
  void anythingMayBeTyped(String typed) {
    save(talks());

    Query query = new Query(typed, typed, typed, typed, typed, typed, typed, 5);
    assertThat(store.statements(query).total()).isNotNegative();
    assertThat(store.events(query).total()).isNotNegative();
    assertThat(store.articles(query).total()).isNotNegative();
    assertThat(store.articles(Query.of(typed)).total()).isNotNegative();
    assertThat(store.find(typed)).isEmpty();
    assertThat(found(typed, 1).total()).isNotNegative();
    assertThat(store.stories().story(typed)).isEmpty();
    assertThat(store.stories().people(typed)).isEmpty();
    assertThat(store.stories().said(typed, typed)).hasSizeLessThan(2);
  }

  @Test
  void aVeryLongQuestionMayBeTyped() {
    save(talks());

    assertThat(store.statements(Query.of("peace ".repeat(20_000))).total()).isNotNegative();
    assertThat(store.statements(Query.of("-war ".repeat(5_000) + "peace")).total()).isNotNegative();
  }

  @Test
  void punctuationAloneFindsNothing() {
    save(talks());

    assertThat(store.statements(Query.of("…!")).total()).isZero();
  }

  @Test
  void visitsEveryArticleOnceInOrder() {
    save(Records.record("one", URL + "/1", "a", "Berg", "One."));
    save(Records.record("two", URL + "/2", "b", "Berg", "Two."));
    save(Records.record("one", URL + "/1", "c", "Berg", "One again."));

    List<String> ids = new ArrayList<>();
    store.forEach(record -> ids.add(record.id() + " " + record.source().sha256().charAt(0)));
    assertThat(ids).containsExactly("one c", "two b");
  }

  @Test
  void aSoundStoreVerifies() {
    save(talks());
    save(changedTalks());

    assertThat(store.verify()).isEmpty();
  }

  @Test
  void whoIsForgottenIsGoneFromEveryRevisionAndStaysAway() {
    ArticleRecord other =
        Records.record(
            "other", URL + "/2", "d", "Berg", "Two.", "Ann Lee", "I agree with jo doe, all.");
    save(talks());
    save(changedTalks());
    save(other);

    assertThat(store.forget("Jo Doe")).isEqualTo(3);

    for (RecordStore.Revision revision : store.revisions("talks")) {
      assertThat(revision.record().comments())
          .containsExactly(new Comment(null, null, "[removed]", null));
    }
    Comment left = store.find("other").orElseThrow().comments().get(0);
    assertThat(left.text()).isEqualTo("I agree with [removed], all.");
    assertThat(left.author()).startsWith("reader-");
    save(talks());
    assertThat(store.find("talks").orElseThrow().comments().get(0).text()).isEqualTo("[removed]");
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void aCopyHoldsTheSame() {
    save(talks());
    save(changedTalks());
    store.saveFailures(List.of(new Failure("x", null, 3L, "binary", "an image")));
    store.forget("Somebody Else");
    try (RecordStore copy = openAnotherEmpty()) {
      ((SqlStore) store).copyTo((SqlStore) copy);

      assertThat(copy.revisions("talks")).isEqualTo(store.revisions("talks"));
      assertThat(copy.failures()).isEqualTo(store.failures());
      assertThat(copy.isDone("f-" + talks().source().sha256())).isTrue();
      assertThat(copy.statements(Query.of("treaty")).total()).isEqualTo(1);
      assertThat(copy.verify()).isEmpty();
      assertThat(copy.forget("Jo Doe")).isEqualTo(2); // by the same salt
      copy.save(
          List.of(new Reading("y", null, "z", Records.record("new", null, "e", "Berg", "Five."))));
      assertThat(copy.find("new")).isPresent();
    }
  }

  private static final String RIVER = "No bridge will be built across the river this year.";
  private static final String HARBOUR = "The harbour stays open to every ship that pays.";

  private static ArticleRecord article(int number, String sha256, String words) {
    return Records.record("story-" + number, URL + "/" + number, sha256, "Anna Berg", words);
  }

  private Stories.StoryRef only() {
    List<Stories.StoryRef> stories = found(null, 2).stories();
    assertThat(stories).hasSize(1);
    return stories.get(0);
  }

  private Stories.Found found(String words, int articles) {
    return store
        .stories()
        .find(new Stories.StoryQuery(words, null, null, articles, Stories.Order.LATEST, 0, 10));
  }

  private Stories.Kept story(int article) {
    return store.stories().story("story-" + article).orElseThrow();
  }

  @Test
  void articlesThatQuoteTheSameWordsAreOneStoryWithTheFirstOnesNumber() {
    save(article(1, "a", RIVER));
    save(article(2, "b", HARBOUR));
    long number = story(1).number();
    save(article(3, "c", RIVER));

    Stories.StoryRef line = only();
    assertThat(line.story()).isEqualTo(number);
    assertThat(line.articles()).isEqualTo(2);
    assertThat(line.first()).isEqualTo("2021-03-04");
    assertThat(line.title()).isEqualTo("Talks in the north");
    assertThat(story(3).number()).isEqualTo(number);
    assertThat(story(2).number()).isNotEqualTo(number);
    assertThat(found("bridge", 1).total()).isEqualTo(1);
    assertThat(found("harbour river", 1).total()).isZero();
    assertThat(found("…!", 1).total()).isZero();
    assertThat(store.stories().of("story-3")).contains(number);
    assertThat(store.stories().story("98765")).isEmpty();
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void storiesThatAnArticleJoinsAreOneAndFallApartWhenItIsChanged() {
    save(article(1, "a", RIVER));
    save(article(2, "b", HARBOUR));
    long first = story(1).number();
    long second = story(2).number();

    save(article(3, "c", RIVER + " " + HARBOUR));
    assertThat(only().articles()).isEqualTo(3);
    Stories.Kept joined = store.stories().story(Long.toString(second)).orElseThrow();
    assertThat(joined.number()).isEqualTo(first);
    assertThat(joined.history())
        .containsExactly(new Stories.StoryChange(second, "merged", first, "story-3"));

    save(article(3, "d", RIVER));
    assertThat(only().articles()).isEqualTo(2);
    assertThat(story(2).number()).isEqualTo(second);
    assertThat(story(2).history())
        .extracting(Stories.StoryChange::what)
        .containsExactly("merged", "split");
    assertThat(store.verify()).isEmpty();

    try (RecordStore copy = openAnotherEmpty()) {
      ((SqlStore) store).copyTo((SqlStore) copy);
      assertThat(copy.stories().story("story-2")).contains(story(2));
      assertThat(copy.stories().story("story-1")).contains(story(1));
    }
  }

  @Test
  void forgettingWhoCommentsLeavesStoriesAsTheyAre() {
    save(article(1, "a", RIVER));
    save(article(2, "b", RIVER));
    Stories.Kept before = story(1);

    assertThat(store.forget("Jo Doe")).isEqualTo(2);
    assertThat(story(1)).isEqualTo(before);
  }

  @Test
  void aQuoteThatAnOutletChangesIsTold() {
    save(article(1, "a", RIVER));
    save(article(1, "b", RIVER.replace("this year", "next year")));

    List<Stories.Edited> edited = story(1).edited();
    assertThat(edited).hasSize(1);
    assertThat(edited.get(0).revision()).isEqualTo(2);
    assertThat(edited.get(0).edits().get(0).before()).contains("this year");
    assertThat(edited.get(0).edits().get(0).after()).contains("next year");
    assertThat(edited.get(0).edits().get(0).isAdmitted()).isFalse();
  }

  @Test
  void whatASpeakerSaidIsToldOnceWithAllItsTellings() {
    save(article(1, "a", RIVER));
    save(article(2, "b", RIVER));
    save(article(3, "c", HARBOUR));
    save(Records.record("else", URL + "/4", "d", "Karl Holm", RIVER));

    List<Story.SameStatement> said = store.stories().said("Berg", null);
    assertThat(said)
        .extracting(Story.SameStatement::longest)
        .containsExactlyInAnyOrder(RIVER, HARBOUR);
    assertThat(store.stories().said("Berg", "river"))
        .extracting(Story.SameStatement::articles)
        .containsExactly(2);
    assertThat(store.stories().said("Nobody", null)).isEmpty();
  }

  @Test
  void peopleAreFoundUnderOtherSpellings() {
    save(article(1, "a", RIVER));
    save(Records.record("x", URL + "/2", "b", "Ana Bergh", HARBOUR));
    save(Records.record("y", URL + "/3", "c", "Karl Holm", HARBOUR));

    assertThat(store.stories().people("Berg"))
        .extracting(People.Person::names)
        .containsExactly(List.of("Ana Bergh", "Anna Berg"));
    assertThat(store.stories().people("")).isEmpty();
  }

  @Test
  void anyOrderAndAnySplitIntoRunsGiveTheSameStories() {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String words =
          (i % 3 == 0
              ? RIVER
              : i % 3 == 1 ? HARBOUR : "Nobody knows number " + i + " yet, and nobody asks.");
      ArticleRecord record =
          article(i, Integer.toHexString(i), i == 7 ? RIVER + " " + HARBOUR : words);
      readings.add(new Reading("in", (long) i, "f" + i, record));
    }
    store.save(readings);
    Set<Set<String>> whole = clusters(store);
    assertThat(whole).hasSizeBetween(2, 11);
    for (int seed = 0; seed < 3; seed++) {
      Random chance = new Random(seed);
      List<Reading> shuffled = new ArrayList<>(readings);
      Collections.shuffle(shuffled, chance);
      try (RecordStore other = openAnotherEmpty()) {
        for (int from = 0; from < shuffled.size(); ) {
          int to = Math.min(shuffled.size(), from + 1 + chance.nextInt(4));
          other.save(shuffled.subList(from, to));
          from = to;
        }
        assertThat(clusters(other)).isEqualTo(whole);
        assertThat(other.verify()).isEmpty();
      }
      emptyAnother();
    }
  }

  private static Set<Set<String>> clusters(RecordStore store) {
    Set<Set<String>> clusters = new HashSet<>();
    for (Stories.StoryRef line :
        store
            .stories()
            .find(new Stories.StoryQuery(null, null, null, 1, Stories.Order.LARGEST, 0, 100))
            .stories()) {
      Set<String> articles = new TreeSet<>();
      store
          .stories()
          .story(Long.toString(line.story()))
          .orElseThrow()
          .story()
          .articles()
          .forEach(member -> articles.add(member.article()));
      assertThat(articles).hasSize(line.articles());
      clusters.add(articles);
    }
    return clusters;
  }

  @Test
  void keepsRecordsOverRestarts() {
    save(talks());
    try (RecordStore again = Stores.openExisting(place())) {
      assertThat(again.find("talks")).isPresent();
    }
  }

  @Test
  void namesAreMergedAndKeptApartUntilThatIsTakenBack() {
    save(Records.record("a", "x", "a", "Anna Berg", "One."));
    save(Records.record("b", "y", "b", "Ana Bergh", "Two."));
    save(Records.record("c", "z", "c", "Anna Holm", "Three."));
    assertThat(store.stories().people("Berg")).hasSize(1);
    long apart = store.reviews().keepApart("Ana Bergh", "Anna Berg", "Jo", "2024-01-01");
    long one = store.reviews().merge("Anna Holm", "Anna Berg", "Jo", "2024-01-01");
    assertThat(store.stories().people("Berg"))
        .extracting(person -> person.names().size())
        .containsExactlyInAnyOrder(1, 2);
    assertThat(store.stories().people("Holm").get(0).because())
        .contains("Anna Holm is held to be Anna Berg (by Jo, number " + one + ")");
    assertThat(store.reviews().mergings()).hasSize(1);
    assertThat(store.reviews().partings()).hasSize(1);
    store.reviews().undoMerging(apart, "Jo", "2024-01-02");
    store.reviews().undoMerging(one, "Jo", "2024-01-02");
    assertThat(store.stories().people("Berg")).hasSize(1);
    assertThat(store.stories().people("Berg").get(0).names()).hasSize(2);
  }

  @Test
  void aCopyHoldsWhatPeopleSaid() {
    save(talks());
    store.reviews().review("talks", "s1", Verdict.FIX, "speaker", "B", "Jo", "2024-01-01");
    long merged = store.reviews().merge("Berg", "Anna Berg", "Jo", "2024-01-01");
    store.reviews().undoMerging(merged, "Jo", "2024-01-02");
    try (RecordStore copy = openAnotherEmpty()) {
      ((SqlStore) store).copyTo((SqlStore) copy);

      assertThat(copy.reviews().all()).isEqualTo(store.reviews().all()).hasSize(1);
      assertThat(copy.reviews().mergings()).isEqualTo(store.reviews().mergings()).hasSize(1);
      assertThat(copy.reviews().merge("C", "D", "Jo", "2024-01-03")).isEqualTo(3);
      assertThat(copy.reviews().review("talks", "e1", Verdict.ACCEPT, null, null, "Jo", "2024"))
          .isEqualTo(2);
    }
  }

  @Test
  void readersGoOnWhileTwoWritersTakeTurns() throws InterruptedException {
    try (RecordStore one = Stores.open(place());
        RecordStore two = Stores.open(place())) {
      Thread first = new Thread(() -> fill(one, "first"));
      Thread second = new Thread(() -> fill(two, "second"));
      first.start();
      second.start();
      while (first.isAlive() || second.isAlive()) {
        assertThat(one.statements(Query.of("peace")).total()).isNotNegative();
      }
      first.join();
      second.join();
      assertThat(two.statements(Query.of("peace")).total()).isEqualTo(60);
    }
  }

  private static void fill(RecordStore store, String name) {
    for (int i = 0; i < 30; i++) {
      String id = name + i;
      store.save(
          List.of(
              new Reading("in", (long) i, id, Records.record(id, null, "b", "Berg", "Peace."))));
    }
  }

  @Test
  void aBackupDuringWritingIsWhole(@TempDir Path folder) throws InterruptedException {
    Path backup = folder.resolve("backup.db");
    Thread writer = new Thread(() -> fill(store, "w"));
    writer.start();
    Stores.backup(place(), backup);
    writer.join();
    try (RecordStore restored = SqliteStore.openExisting(backup)) {
      assertThat(restored.verify()).isEmpty();
      assertThat(restored.statements(Query.of("peace")).total()).isLessThanOrEqualTo(30);
    }
    assertThatThrownBy(() -> Stores.backup(place(), backup)).isInstanceOf(StoreException.class);
  }

  @Test
  void aBackupHoldsAllRunsAndWhatWasThereBeforeThem(@TempDir Path folder) {
    save(article(1, "a", RIVER));
    save(article(2, "b", RIVER));
    save(article(2, "c", RIVER + " Not this year."));
    store.reviews().review("story-1", "s1", Verdict.REJECT, null, null, "Jo", "2024-01-01");
    Path backup = folder.resolve("backup.db");
    Stores.backup(place(), backup);
    try (RecordStore restored = SqliteStore.openExisting(backup)) {
      assertThat(restored.verify()).isEmpty();
      assertThat(restored.runs().latest(9)).isEqualTo(store.runs().latest(9)).hasSizeGreaterThan(1);
      for (String run : List.of("1", "2")) {
        assertThat(held(restored.asOf(restored.runs().moment(run))))
            .isEqualTo(held(store.asOf(store.runs().moment(run))));
      }
    }
  }

  @Test
  void damageIsToldByVerify() {
    save(talks());
    execute("UPDATE revision SET sha256 = 'another'");
    execute("DELETE FROM passage");

    assertThat(store.verify()).hasSize(2);
  }

  /** P: nothing of a forgotten person is left in any byte of the store's files. */
  @Test
  void noByteOfTheForgottenIsLeft() throws IOException {
    String words = "Nonsense about gooseberries " + "and more of it ".repeat(2_000);
    save(Records.record("talks", "x.html", "a", "Berg", "Peace.", "Jo Doe", words));
    String pseudonym = store.find("talks").orElseThrow().comments().get(0).author();
    assertThat(pseudonym).startsWith("reader-");
    assertThat(filesHold("gooseberries")).isTrue();
    assertThat(filesHold("Jo Doe")).isFalse(); // pseudonyms from the first
    store.forget("Jo Doe");

    assertThat(store.find("talks").orElseThrow().comments().get(0).author()).isNull();
    assertThat(filesHold("Jo Doe")).isFalse();
    assertThat(filesHold("gooseberries")).isFalse();
  }

  /** Whether any file of the store holds the words, plain or in a packed record. */
  private boolean filesHold(String words) throws IOException {
    for (Path each : files()) {
      byte[] bytes = Files.readAllBytes(each);
      if (new String(bytes, ISO_8859_1).contains(words) || unpacked(bytes).contains(words)) {
        return true;
      }
    }
    return false;
  }

  /** All that any place of a file unpacks to. */
  private static String unpacked(byte[] file) {
    StringBuilder all = new StringBuilder();
    Inflater inflater = new Inflater();
    byte[] out = new byte[1 << 16];
    for (int at = 0; at + 1 < file.length; at++) {
      if (file[at] == 0x78 && ((file[at] & 0xff) * 256 + (file[at + 1] & 0xff)) % 31 == 0) {
        inflater.reset();
        inflater.setInput(file, at, Math.min(out.length, file.length - at));
        all.append(new String(out, 0, inflated(inflater, out), UTF_8));
      }
    }
    return all.toString();
  }

  /** What comes before the first byte that is none of a packed record's counts, too. */
  private static int inflated(Inflater inflater, byte[] out) {
    int count = 0;
    try {
      while (count < out.length) {
        int more = inflater.inflate(out, count, Math.min(512, out.length - count));
        if (more == 0) {
          break;
        }
        count += more;
      }
    } catch (DataFormatException e) {
      return count;
    }
    return count;
  }

  /** R7: nothing is lost on the way from any earlier shape to this one. */
  @Test
  void storesOfAllEarlierShapesAreTakenIn() {
    save(article(1, "a", RIVER));
    save(article(2, "b", RIVER));
    save(Records.grown(article(2, "c", RIVER + " Not this year."), 1, "NOR"));
    store.saveFailures(List.of(new Failure("x", null, 3L, "binary", "an image")));
    store.reviews().review("story-1", "s1", Verdict.REJECT, null, null, "Jo", "2024-01-01");
    store.reviews().merge("Ann Berg", "Anna Berg", "Jo", "2024-01-01");
    for (int shape = 1; shape < shapes(); shape++) {
      try (RecordStore older = Stores.openExisting(makeEarlier(shape))) {
        assertThat(older.verify()).as("shape " + shape).isEmpty();
        for (String id : List.of("story-1", "story-2")) {
          assertThat(older.revisions(id)).isEqualTo(store.revisions(id));
          assertThat(older.stories().story(id)).isEqualTo(store.stories().story(id));
        }
        assertThat(older.statements(Query.of("river")))
            .isEqualTo(store.statements(Query.of("river")));
        for (Findings.Kind kind : Findings.Kind.values()) {
          assertThat(older.findings().facets(kind, Query.all(0)))
              .isEqualTo(store.findings().facets(kind, Query.all(0)));
        }
        assertThat(older.findings().between("CHE", "NOR", Query.all(0)))
            .isEqualTo(store.findings().between("CHE", "NOR", Query.all(0)))
            .isNotEmpty();
        assertThat(older.failures()).isEqualTo(store.failures());
        assertThat(older.isDone("f-" + "a".repeat(64))).isTrue();
        if (hasCorrections(shape)) {
          assertThat(older.reviews().all()).isEqualTo(store.reviews().all()).hasSize(1);
          assertThat(older.reviews().mergings()).isEqualTo(store.reviews().mergings()).hasSize(1);
        }
        assertThat(older.runs().latest(5))
            .extracting(Runs.Run::kind)
            .containsExactly(Runs.Kind.BEFORE);
        String before = held(older.asOf(older.runs().moment("1")));
        older.save(List.of(new Reading("in", 1L, "new", article(3, "d", HARBOUR))));
        assertThat(held(older.asOf(older.runs().moment("1")))).isEqualTo(before);
        assertThatThrownBy(() -> older.runs().moment("2020-01-01"))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  /** Everything that a store answers. */
  private static String held(RecordStore store) {
    StringBuilder held = new StringBuilder();
    store.forEach(
        record -> {
          held.append(RecordJson.write(record)).append('\n');
          held.append(store.revisions(record.id())).append(store.find(record.id())).append('\n');
          held.append(store.stories().story(record.id())).append('\n');
          held.append(store.reviews().of(record.id())).append('\n');
        });
    // The latest first: the past is searched in a file of its own, which ranks as files do.
    Query words = Query.of("river | peace | harbour").latest(null);
    for (Query query : List.of(words, Query.all(20))) {
      held.append(store.statements(query).hits()).append('\n');
      held.append(store.events(query).hits()).append('\n');
      held.append(store.articles(query).hits()).append('\n');
      held.append(store.findings().facets(Findings.Kind.STATEMENTS, query)).append('\n');
      held.append(store.findings().histogram(Findings.Kind.EVENTS, query)).append('\n');
    }
    held.append(store.failures()).append('\n');
    held.append(store.reviews().mergings()).append(store.reviews().partings()).append('\n');
    held.append(
        store
            .stories()
            .find(new Stories.StoryQuery(null, null, null, 1, Stories.Order.LATEST, 0, 99)));
    held.append(store.stories().people("Berg"));
    return held.toString();
  }

  private String held(String when) {
    try (Snapshot snapshot = store.asOf(store.runs().moment(when))) {
      return held(snapshot);
    }
  }

  private static Runs.Reader reader(String rules) {
    return new Runs.Reader("dateline 9", Map.of("rules:event", rules), List.of("news/"));
  }

  @Test
  void asOfAnyRunOrTimeTheStoreAnswersAsItDidThen() {
    List<Runnable> changes =
        List.of(
            () -> {
              long run = store.runs().begin(Runs.Kind.READ, reader("sha256:1"));
              store.save(run, List.of(new Reading("in", 1L, "1", article(1, "a", RIVER))));
              store.save(run, List.of(new Reading("in", 2L, "2", article(2, "b", HARBOUR))));
              store.saveFailures(run, List.of(new Failure("x", null, 3L, "binary", "an image")));
            },
            () -> save(article(3, "c", RIVER + " " + HARBOUR)),
            () -> save(article(1, "e", RIVER.replace("this year", "next year"))),
            () -> store.reviews().review("story-2", "s1", Verdict.REJECT, null, null, "Jo", "2024"),
            () -> save(article(3, "d", RIVER)),
            () ->
                save(Records.record("story-3", URL + "/3", "d", "Ana Bergh", RIVER)), // read again
            () -> store.reviews().undoReview(1, "Jo", "2025"),
            () -> store.reviews().merge("Ana Bergh", "Anna Berg", "Jo", "2025"),
            () ->
                store.save(List.of(new Reading("x", null, "x", article(4, "f", "I came later.")))));
    List<String> then = new ArrayList<>(List.of(held(store)));
    for (Runnable change : changes) {
      change.run();
      then.add(held(store));
    }
    assertThat(then).doesNotHaveDuplicates();
    List<Runs.Run> runs = new ArrayList<>(store.runs().latest(99));
    Collections.reverse(runs);
    assertThat(runs)
        .extracting(Runs.Run::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    for (Runs.Run run : runs) {
      String expected = then.get((int) run.number());
      assertThat(held(Long.toString(run.number()))).as("run " + run).isEqualTo(expected);
      assertThat(held(run.ended())).as("at " + run.ended()).isEqualTo(expected);
    }
    assertThat(held("2020-01-01")).isEqualTo(then.get(0));
    assertThat(held("2999-12-31T23:59Z")).isEqualTo(then.get(9));
    assertThat(store.verify()).isEmpty();
    assertThat(runs.get(0).parts()).containsEntry("rules:event", "sha256:1");
    assertThat(runs.get(0).inputs()).containsExactly("news/");
    assertThat(runs.get(0).counts()).isEqualTo(new Runs.Counts(2, 0, 0, 0, 1));
    assertThat(runs.get(5).counts()).isEqualTo(new Runs.Counts(0, 0, 1, 0, 0));
    assertThat(runs)
        .extracting(run -> run.kind().code())
        .containsExactly(
            "read", "read", "read", "review", "read", "read", "review", "merge", "read");

    try (RecordStore copy = openAnotherEmpty()) {
      ((SqlStore) store).copyTo((SqlStore) copy);
      assertThat(copy.runs().latest(99)).isEqualTo(store.runs().latest(99));
      for (Runs.Run run : runs) {
        try (Snapshot snapshot = copy.asOf(copy.runs().moment(Long.toString(run.number())))) {
          assertThat(held(snapshot)).isEqualTo(then.get((int) run.number()));
        }
      }
      copy.save(List.of(new Reading("in", 9L, "9", article(9, "9", "And so on."))));
      assertThat(copy.runs().latest(1).get(0).number()).isEqualTo(10);
    }
  }

  @Test
  void whoIsForgottenIsForgottenInThePastToo() {
    save(Records.record("talks", URL, "a", "Berg", "Peace.", "Jo Doe", "Nonsense of raspberries."));
    save(
        Records.record(
            "talks", URL, "a", "A. Berg", "Peace.", "Jo Doe", "Nonsense of raspberries."));
    assertThat(held("1")).contains("raspberries");

    assertThat(store.forget("Jo Doe")).isEqualTo(2);

    assertThat(held("1")).doesNotContain("raspberries").contains("[removed]");
    try (Snapshot snapshot = store.asOf(store.runs().moment("2"))) {
      assertThat(snapshot.forgotten()).isEqualTo(1);
      assertThatThrownBy(() -> snapshot.forget("x")).isInstanceOf(StoreException.class);
    }
    assertThat(store.asOf(store.runs().moment("3")).forgotten()).isZero();
    assertThat(store.runs().latest(1).get(0).kind()).isEqualTo(Runs.Kind.FORGET);
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void momentsAreNamedByRunsAndTimes() {
    ((SqlStore) store).setClock(() -> Instant.parse("2024-03-04T05:06:07.500Z"));
    save(article(1, "a", RIVER));
    ((SqlStore) store).setClock(() -> Instant.parse("2024-03-04T05:06:08Z"));
    save(article(2, "b", RIVER));
    ((SqlStore) store).setClock(() -> Instant.parse("2024-03-01T00:00:00Z")); // set back
    save(article(3, "c", RIVER));
    Runs runs = store.runs();

    assertThat(runs.moment("2024-03-04").run()).isEqualTo(3);
    assertThat(runs.moment("2024-03-04T05:06:07").run()).isEqualTo(1);
    assertThat(runs.moment("2024-03-04T05:06:07.4Z").run()).isZero();
    assertThat(runs.moment("2024-03-04T06:06:07+01:00").run()).isEqualTo(1);
    assertThat(runs.moment("2024-03-04T05:06").run()).isEqualTo(3);
    assertThat(runs.moment("2024-03-03").run()).isZero();
    assertThat(runs.moment(" 2 ").made()).isEqualTo("2024-03-04T05:06:08.000000Z");
    for (String none : List.of("", "7", "-1", "yesterday", "2024-13-01", "2024-03-04T99:00", "'")) {
      assertThatThrownBy(() -> runs.moment(none))
          .as(none)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static final String PAGE = "rules/page";

  private static Map<String, String> parts(String page, String event) {
    return Map.of(PAGE, page, "rules/event", event);
  }

  private long begin(Map<String, String> parts) {
    return store.runs().begin(Runs.Kind.READ, new Runs.Reader("dateline 9", parts, List.of()));
  }

  @Test
  void onlyWhatWouldBeReadOtherwiseIsDueAndOnce() {
    long run = begin(parts("1", "1"));
    store.save(
        run,
        List.of(
            new Reading("in", 1L, "1", article(1, "a", RIVER)),
            new Reading("in", 2L, "2", article(2, "b", RIVER)),
            new Reading("in", 3L, "3", article(3, "c", RIVER))));
    store.save(begin(parts("1", "2")), List.of(new Reading("in", 4L, "4", article(4, "d", RIVER))));
    save(article(5, "e", RIVER)); // by nobody knows what
    Upgrades upgrades = store.upgrades();
    Map<String, String> now = parts("1", "2");

    assertThat(store.isDone("1", now)).isFalse();
    assertThat(store.isDone("4", now)).isTrue();
    assertThat(upgrades.due(now))
        .containsExactly(
            new Upgrades.Due(Set.of("rules/event"), 3),
            new Upgrades.Due(Set.of("rules/event", PAGE), 1));
    List<Upgrades.Old> first = upgrades.next(now, PAGE, 0, 2);
    assertThat(first).extracting(old -> old.record().id()).containsExactly("story-1", "story-2");

    long upgrade =
        store.runs().begin(Runs.Kind.UPGRADE, new Runs.Reader("dateline 9", now, List.of()));
    ArticleRecord other = Records.record("story-1", URL + "/1", "a", "Ana Bergh", RIVER);
    assertThat(
            upgrades.save(
                upgrade,
                now,
                PAGE,
                List.of(
                    new Upgrades.Again(first.get(0), other),
                    new Upgrades.Again(first.get(1), first.get(1).record()))))
        .containsExactly(Change.REREAD, Change.UNCHANGED);

    // Whoever starts again goes on, and reads nothing twice.
    List<Upgrades.Old> rest = upgrades.next(now, PAGE, 0, 9);
    assertThat(rest).extracting(old -> old.record().id()).containsExactly("story-3", "story-5");
    upgrades.save(
        upgrade,
        now,
        PAGE,
        rest.stream().map(old -> new Upgrades.Again(old, old.record())).toList());
    assertThat(upgrades.next(now, PAGE, 0, 9)).isEmpty();
    // A record's page is not read again from it.
    assertThat(upgrades.due(now)).containsExactly(new Upgrades.Due(Set.of(PAGE), 1));
    assertThat(store.isDone("1", now)).isTrue();
    assertThat(store.find("story-1").orElseThrow().actors().get(0).name()).isEqualTo("Ana Bergh");
    assertThat(store.find("story-1").orElseThrow().comments())
        .isEqualTo(first.get(0).record().comments()); // the pseudonym
    assertThat(store.runs().find(upgrade).orElseThrow().counts())
        .isEqualTo(new Runs.Counts(0, 0, 1, 3, 0));
    List<String> differences = new ArrayList<>();
    store
        .runs()
        .between(
            store.runs().moment(Long.toString(run)),
            store.runs().moment("now"),
            (before, after) ->
                differences.add((before == null ? "none" : before.id()) + " " + after.id()));
    assertThat(differences).containsExactly("story-1 story-1", "none story-4", "none story-5");
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void aRecordThatWasReplacedMeanwhileIsLeftAndWhoWasForgottenStaysSo() {
    store.save(
        begin(parts("1", "1")),
        List.of(
            new Reading("in", 1L, "1", article(1, "a", RIVER)),
            new Reading("in", 2L, "2", article(2, "b", RIVER))));
    Map<String, String> now = parts("1", "2");
    List<Upgrades.Old> due = store.upgrades().next(now, PAGE, 0, 9);
    save(Records.record("story-1", URL + "/1", "a", "Ana Bergh", RIVER));
    store.forget("Jo Doe");

    store
        .upgrades()
        .save(
            RecordStore.OWN_RUN,
            now,
            PAGE,
            due.stream().map(old -> new Upgrades.Again(old, old.record())).toList());

    assertThat(store.find("story-1").orElseThrow().actors().get(0).name()).isEqualTo("Ana Bergh");
    assertThat(store.find("story-2").orElseThrow().comments().get(0).text()).isEqualTo("[removed]");
  }
}
