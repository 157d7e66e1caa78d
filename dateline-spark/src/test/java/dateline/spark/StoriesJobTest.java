package dateline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.corpus.Corpus;
import dateline.corpus.Plan;
import dateline.corpus.Report;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.story.Digests;
import dateline.story.MemoryState;
import dateline.story.Story;
import dateline.story.StoryGraph;
import dateline.story.StoryState.Layer;
import dateline.story.StoryTeller;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories on Spark are those that one machine finds. */
class StoriesJobTest {

  @TempDir private static Path folder;
  private static SparkSession spark;
  private static final Map<String, ArticleRecord> records = new LinkedHashMap<>();
  private static final MemoryState state = new MemoryState();
  private static final List<Story> told = new ArrayList<>();

  @BeforeAll
  static void tell() {
    spark = Sparks.open();
    List<Row> rows = new ArrayList<>();
    for (Report report :
        Corpus.reports(new Plan(4, 30, LocalDate.of(2023, 1, 1), 14, 6)).toList()) {
      ArticleRecord record = report.record();
      records.put(report.url(), record); // the last revision counts
      rows.add(
          RowFactory.create(
              Reading.day(record),
              record.id(),
              "made",
              null,
              null,
              null,
              null,
              RecordJson.write(record)));
    }
    spark
        .createDataFrame(rows, Reading.SCHEMA)
        .write()
        .partitionBy(Reading.DAY)
        .parquet(folder.resolve(ReadJob.RECORDS).toString());
    onOneMachine();
    StoriesJob.run(spark, folder.toString());
  }

  @AfterAll
  static void stop() throws Exception {
    spark.close();
  }

  private static void onOneMachine() {
    StoryGraph graph = new StoryGraph(state);
    List<ArticleRecord> all = List.copyOf(records.values());
    Map<Long, List<StoryTeller.Input>> stories = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      graph.put(i, Digests.of(all.get(i)));
    }
    for (int i = 0; i < all.size(); i++) {
      stories
          .computeIfAbsent(state.cluster(Layer.STORIES, i), s -> new ArrayList<>())
          .add(new StoryTeller.Input(all.get(i), state.cluster(Layer.COPIES, i)));
    }
    stories.values().forEach(inputs -> told.add(StoryTeller.tell(inputs)));
  }

  private static List<Row> table(StoryTable table) {
    return spark.read().parquet(folder.resolve(table.folder()).toString()).collectAsList();
  }

  /** Articles by a key that those of one cluster share. */
  private static Set<Set<String>> clusters(Map<String, String> keys) {
    Map<String, Set<String>> clusters = new TreeMap<>();
    keys.forEach(
        (article, key) -> clusters.computeIfAbsent(key, k -> new TreeSet<>()).add(article));
    return new HashSet<>(clusters.values());
  }

  private static Set<Set<String>> expected(Layer layer) {
    Map<String, String> keys = new TreeMap<>();
    long number = 0;
    for (ArticleRecord record : records.values()) {
      keys.put(record.id(), Long.toString(state.cluster(layer, number++)));
    }
    return clusters(keys);
  }

  @Test
  void clustersAreThoseOfOneMachine() {
    Map<String, String> stories = new TreeMap<>();
    Map<String, String> copies = new TreeMap<>();
    for (Row row : table(StoryTable.STORY_ARTICLES)) {
      stories.put(row.getAs("article"), row.getAs("story"));
      copies.put(row.getAs("article"), row.getAs("story") + " " + row.getAs("copies"));
    }
    assertThat(stories).hasSize(records.size());
    assertThat(clusters(stories)).isEqualTo(expected(Layer.STORIES));
    assertThat(clusters(copies)).isEqualTo(expected(Layer.COPIES));
    assertThat(expected(Layer.COPIES).size()).isLessThan(records.size());
  }

  @Test
  void whatTheyTellIsWhatOneMachineTells() {
    assertThat(table(StoryTable.STORIES)).hasSize(told.size());
    for (StoryTable table : StoryTable.values()) {
      List<String> expected = new ArrayList<>();
      for (Story story : told) {
        String id =
            story.articles().stream().map(Story.Member::article).sorted().findFirst().orElseThrow();
        table.rows(id, story).forEach(row -> expected.add(cells(row, table)));
      }
      assertThat(table(table).stream().map(row -> cells(row, table)).toList())
          .as(table.folder())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** Cells by name: Spark puts the column that a table is partitioned by last. */
  private static String cells(Row row, StoryTable table) {
    List<Object> cells = new ArrayList<>();
    Collection<String> names = List.of(table.schema().fieldNames());
    for (String name : names) {
      boolean named = row.schema() != null;
      int at = named ? row.fieldIndex(name) : List.copyOf(names).indexOf(name);
      cells.add(String.valueOf(row.get(at)));
    }
    return cells.toString();
  }
}
