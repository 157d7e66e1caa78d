package dateline.spark;

import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.story.Digest;
import dateline.story.Digests;
import dateline.story.StoryPieces;
import dateline.story.StoryPieces.Link;
import dateline.story.StoryState.Layer;
import dateline.story.StoryTeller;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import scala.Tuple2;

/**
 * Finds near copies, stories, the same statements and the same events in what {@link ReadJob} read.
 * Of a page that was archived more than once, the last fetched counts. Clusters are those of {@link
 * dateline.story.StoryGraph}, whatever the number of machines; one machine holds the articles of
 * one story, or of one piece ({@link StoryPieces}), at a time.
 */
@Command(
    name = "stories",
    mixinStandardHelpOptions = true,
    description = "Finds near copies, stories, the same statements and events in what was read.")
final class StoriesJob implements Callable<Integer> {

  @Parameters(
      paramLabel = "FOLDER",
      description = "What 'read --to' wrote; tables are added to it, which must not be there yet.")
  private String folder = "";

  @Mixin private Session session = new Session();

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = session.open()) {
      run(spark, folder);
    }
    return 0;
  }

  static void run(SparkSession spark, String folder) {
    JavaPairRDD<String, String> records = latest(spark, folder);
    JavaPairRDD<String, String> texts = clusters(records);
    JavaPairRDD<String, Iterable<Member>> stories =
        records
            .join(texts)
            .mapToPair(
                article -> {
                  String[] clusters = article._2()._2().split(" ");
                  return new Tuple2<>(clusters[1], new Member(clusters[0], article._2()._1()));
                })
            .groupByKey()
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    for (StoryTable table : StoryTable.values()) {
      JavaRDD<Row> rows = stories.flatMap(story -> rows(table, story._1(), story._2()));
      spark
          .createDataFrame(rows, table.schema())
          .write()
          .partitionBy(StoryTable.DAY)
          .parquet(folder + "/" + table.folder());
    }
  }

  /**
   * An article of a story.
   *
   * @param copies the cluster of its near copies
   * @param json its record
   */
  record Member(String copies, String json) implements Serializable {}

  private static Iterator<Row> rows(StoryTable table, String story, Iterable<Member> members) {
    Map<String, Long> copies = new TreeMap<>();
    List<StoryTeller.Input> inputs = new ArrayList<>();
    for (Member member : members) {
      long number = copies.computeIfAbsent(member.copies(), c -> (long) copies.size());
      inputs.add(new StoryTeller.Input(RecordJson.read(member.json()), number));
    }
    return table.rows(story, StoryTeller.tell(inputs)).iterator();
  }

  /** Records by their ids, one for each page. */
  private static JavaPairRDD<String, String> latest(SparkSession spark, String folder) {
    Dataset<String> json =
        spark
            .read()
            .schema(Reading.SCHEMA)
            .parquet(folder + "/" + ReadJob.RECORDS)
            .filter("record IS NOT NULL")
            .select("record")
            .as(Encoders.STRING());
    return json.toJavaRDD()
        .mapToPair(
            each -> {
              ArticleRecord record = RecordJson.read(each);
              String uri = record.source().uri();
              String page = uri != null && uri.matches("https?://.*") ? uri : record.id();
              String fetched = record.source().fetched();
              String order = (fetched == null ? "" : fetched) + " " + record.id();
              return new Tuple2<>(page, new String[] {order, record.id(), each});
            })
        .reduceByKey((one, other) -> one[0].compareTo(other[0]) >= 0 ? one : other)
        .mapToPair(page -> new Tuple2<>(page._2()[1], page._2()[2]))
        // The same bytes under two addresses are one record.
        .reduceByKey((one, other) -> one.compareTo(other) <= 0 ? one : other)
        .persist(StorageLevel.MEMORY_AND_DISK_SER());
  }

  /** For each article, the clusters of its near copies and of its story, with a space between. */
  private static JavaPairRDD<String, String> clusters(JavaPairRDD<String, String> records) {
    JavaRDD<Link> links =
        records
            .flatMapToPair(record -> dealt(record._1(), Digests.of(RecordJson.read(record._2()))))
            .groupByKey()
            .flatMap(piece -> links(piece._1(), piece._2()))
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    JavaPairRDD<String, String> copies =
        Clusters.of(pairs(links.filter(link -> link.layer() == Layer.COPIES)));
    JavaPairRDD<String, String> stories = Clusters.of(pairs(links));
    return records
        .leftOuterJoin(copies)
        .mapToPair(article -> new Tuple2<>(article._1(), article._2()._2().orElse(article._1())))
        .leftOuterJoin(stories)
        .mapToPair(
            article ->
                new Tuple2<>(
                    article._1(),
                    article._2()._1() + " " + article._2()._2().orElse(article._1())));
  }

  private static JavaPairRDD<String, String> pairs(JavaRDD<Link> links) {
    return links.mapToPair(link -> new Tuple2<>(link.one(), link.other()));
  }

  /** Keys are text: hashes of anything else may differ between machines. */
  private static Iterator<Tuple2<String, Tuple2<String, byte[]>>> dealt(String id, Digest digest) {
    Tuple2<String, byte[]> article = new Tuple2<>(id, digest.toBytes());
    return StoryPieces.of(digest).stream()
        .map(
            piece ->
                new Tuple2<>(
                    piece.kind().name() + " " + piece.bucket() + " " + piece.hash(), article))
        .iterator();
  }

  private static Iterator<Link> links(String piece, Iterable<Tuple2<String, byte[]>> dealt) {
    StoryPieces.Kind kind = StoryPieces.Kind.valueOf(piece.substring(0, piece.indexOf(' ')));
    List<StoryPieces.Article> articles = new ArrayList<>();
    dealt.forEach(each -> articles.add(new StoryPieces.Article(each._1(), Digest.of(each._2()))));
    return StoryPieces.links(kind, articles).iterator();
  }
}
