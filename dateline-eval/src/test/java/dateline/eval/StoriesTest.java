package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.corpus.Corpus;
import dateline.corpus.Mark;
import dateline.corpus.Report;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import dateline.store.RecordStore.Reading;
import dateline.store.SqliteStore;
import dateline.store.Stories;
import dateline.store.Stories.Kept;
import dateline.store.Stories.Order;
import dateline.store.Stories.StoryQuery;
import dateline.story.Story;
import dateline.story.Story.Form;
import dateline.story.Story.Standing;
import dateline.story.StoryJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stories in a store, on a made-up fortnight whose truth is known; records made without reading.
 */
class StoriesTest {

  private static final List<Report> REPORTS = Corpus.reports(StoryQuality.plan(5, 70)).toList();

  @TempDir private static Path folder;

  private static Map<String, Kept> stories;

  @BeforeAll
  static void keep() {
    try (SqliteStore store = SqliteStore.open(folder.resolve("stories.db"))) {
      save(store, REPORTS, 50);
      stories = all(store);
    }
  }

  private static void save(RecordStore store, List<Report> reports, int batch) {
    for (int from = 0; from < reports.size(); from += batch) {
      store.save(
          reports.subList(from, Math.min(from + batch, reports.size())).stream()
              .map(r -> new Reading(r.url(), null, r.id(), r.record()))
              .toList());
    }
  }

  private static Map<String, Kept> all(RecordStore store) {
    Stories opened = store.stories();
    return opened
        .find(new StoryQuery(null, null, null, 1, Order.LARGEST, 0, 10_000))
        .stories()
        .stream()
        .map(story -> opened.story(Long.toString(story.story())).orElseThrow())
        .collect(Collectors.toMap(StoriesTest::articles, kept -> kept));
  }

  private static String articles(Kept kept) {
    return kept.story().articles().stream()
        .map(Story.Member::article)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void anyOrderOfArrivalAndAnySplitIntoRunsGiveTheSameStories() {
    List<Report> shuffled =
        new ArrayList<>(REPORTS.stream().filter(r -> r.revision() == 1).toList());
    Collections.shuffle(shuffled, new Random(4));
    REPORTS.stream().filter(r -> r.revision() > 1).forEach(shuffled::add);
    try (SqliteStore store = SqliteStore.open(folder.resolve("shuffled.db"))) {
      save(store, shuffled, 17);
      Map<String, Kept> others = all(store);
      assertThat(others.keySet()).isEqualTo(stories.keySet());
      stories.forEach(
          (articles, kept) -> assertThat(others.get(articles).story()).isEqualTo(kept.story()));
    }
  }

  @Test
  void storiesAreTheHappenings() {
    Set<Set<String>> found = new HashSet<>();
    stories
        .values()
        .forEach(
            kept ->
                found.add(
                    new TreeSet<>(
                        kept.story().articles().stream().map(m -> truth(m.article())).toList())));
    assertThat(found.stream().filter(happenings -> happenings.size() > 1)).hasSizeLessThan(4);
    assertThat(stories).hasSizeBetween(64, 74);
  }

  private static String truth(String article) {
    return article.substring(0, article.indexOf('-'));
  }

  @Test
  void anAgencyIsTheOneIndependentSourceOfItsReprints() {
    Story story =
        stories.values().stream()
            .map(Kept::story)
            .max(java.util.Comparator.comparing(s -> s.texts().get(0).articles().size()))
            .orElseThrow();
    Story.Text text = story.texts().get(0);
    assertThat(text.isAgency()).isTrue();
    assertThat(text.source()).matches(".*(Agency|Press|Service)");
    assertThat(text.outlets()).hasSizeGreaterThan(5);
    assertThat(story.sources()).hasSizeLessThan(story.outlets());
  }

  @Test
  void misquotesAreFlaggedWithTheWordsThatDiffer() {
    List<Story.Variant> altered = new ArrayList<>();
    stories
        .values()
        .forEach(
            kept ->
                kept.story()
                    .statements()
                    .forEach(
                        s ->
                            s.variants().stream()
                                .filter(v -> v.form() == Form.ALTERED)
                                .forEach(altered::add)));
    assertThat(altered).hasSizeGreaterThan(5).allMatch(variant -> variant.difference().size() > 1);
    Set<String> misquoting = new HashSet<>();
    REPORTS.stream()
        .filter(report -> report.marks().stream().anyMatch(Mark::altered))
        .forEach(report -> misquoting.add(report.id()));
    long right =
        altered.stream()
            .flatMap(v -> v.tellings().stream())
            .filter(t -> misquoting.contains(t.article()))
            .count();
    long all = altered.stream().mapToLong(v -> v.tellings().size()).sum();
    assertThat(right / (double) all).isGreaterThan(0.8);
  }

  @Test
  void aQuoteThatAnOutletChangedInSilenceStandsBesideWhatItWas() {
    List<Story.SameStatement> changed =
        stories.values().stream()
            .flatMap(kept -> kept.story().statements().stream())
            .filter(s -> tellings(s).stream().anyMatch(t -> t.revision() != null))
            .toList();
    assertThat(changed)
        .isNotEmpty()
        .allMatch(Story.SameStatement::isContested)
        .allMatch(s -> s.variants().stream().anyMatch(variant -> variant.form() == Form.ALTERED));
  }

  private static List<Story.Telling> tellings(Story.SameStatement statement) {
    return statement.variants().stream().flatMap(v -> v.tellings().stream()).toList();
  }

  @Test
  void anEventThatAGroupDeniesIsContested() {
    Set<String> denied =
        REPORTS.stream()
            .filter(r -> r.marks().stream().anyMatch(m -> m.key().endsWith("/denial")))
            .map(r -> r.truth().story())
            .collect(Collectors.toSet());
    assertThat(denied).isNotEmpty();
    Set<String> contested = new HashSet<>();
    stories
        .values()
        .forEach(
            kept -> {
              if (kept.story().events().stream()
                  .anyMatch(e -> e.standing() == Standing.CONTESTED)) {
                contested.add(truth(kept.story().articles().get(0).article()));
              }
            });
    assertThat(contested).isEqualTo(denied);
  }

  @Test
  void aStoryIsFoundByNumberArticleAndWords() {
    try (SqliteStore store = SqliteStore.open(folder.resolve("stories.db"))) {
      Kept any = stories.values().iterator().next();
      String article = any.story().articles().get(0).article();
      assertThat(store.stories().story(article).map(Kept::number)).contains(any.number());
      assertThat(store.stories().of(article)).contains(any.number());
      assertThat(store.stories().story("999999999")).isEmpty();
      String city = REPORTS.get(0).truth().city();
      Stories.Found found =
          store.stories().find(new StoryQuery(city, null, null, 1, Order.LATEST, 0, 100));
      assertThat(found.stories()).isNotEmpty().hasSizeLessThan(stories.size());
      assertThat(StoryJson.pretty(any)).contains("\"independentSources\"").contains("\"standing\"");
    }
  }

  @Test
  void everyArticleOfAStorySaysWhyItIsThere() {
    ArticleRecord record = REPORTS.get(0).record();
    assertThat(record.events()).isNotEmpty();
    for (Kept kept : stories.values()) {
      List<Story.Member> members = kept.story().articles();
      if (members.size() > 1) {
        assertThat(members.subList(1, members.size()))
            .allMatch(member -> !member.because().isEmpty());
      }
    }
  }
}
