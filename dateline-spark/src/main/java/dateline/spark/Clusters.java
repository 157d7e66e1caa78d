package dateline.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Connected components of a graph that no machine holds: large-star and small-star in turn (Kiveris
 * et al., Connected Components in MapReduce and Beyond, 2014), until nothing changes.
 */
final class Clusters {

  private Clusters() {}

  /**
   * @param links between two different nodes, in any direction, some perhaps twice
   * @return every node that has a link, with the least node of its component
   */
  static JavaPairRDD<String, String> of(JavaPairRDD<String, String> links) {
    JavaPairRDD<String, String> stars = kept(links);
    long before;
    long after = mark(stars);
    do {
      before = after;
      JavaPairRDD<String, String> next = kept(smallStar(largeStar(stars)));
      after = mark(next);
      stars.unpersist();
      stars = next;
    } while (after != before);
    return stars
        .flatMapToPair(
            star ->
                List.of(new Tuple2<>(star._1(), star._2()), new Tuple2<>(star._2(), star._2()))
                    .iterator())
        .distinct();
  }

  /** Kept, and cut off from how it came about, which grows with every round. */
  private static JavaPairRDD<String, String> kept(JavaPairRDD<String, String> links) {
    JavaPairRDD<String, String> kept = links.distinct().persist(StorageLevel.MEMORY_AND_DISK_SER());
    kept.rdd().localCheckpoint();
    return kept;
  }

  /** The same for the same set of links. */
  private static long mark(JavaPairRDD<String, String> links) {
    return links
        .map(link -> 0x9e3779b97f4a7c15L * (31L * hash(link._1()) + hash(link._2())))
        .fold(0L, Long::sum);
  }

  private static long hash(String node) {
    long hash = 1125899906842597L;
    for (int i = 0; i < node.length(); i++) {
      hash = 31 * hash + node.charAt(i);
    }
    return hash ^ (hash >>> 29);
  }

  /** Links a node's larger neighbours with the least of all. */
  private static JavaPairRDD<String, String> largeStar(JavaPairRDD<String, String> links) {
    return links
        .flatMapToPair(
            link ->
                List.of(new Tuple2<>(link._1(), link._2()), new Tuple2<>(link._2(), link._1()))
                    .iterator())
        .groupByKey()
        .flatMapToPair(
            node -> {
              TreeSet<String> neighbours = neighbours(node._2());
              String least = least(node._1(), neighbours);
              List<Tuple2<String, String>> star = new ArrayList<>();
              neighbours
                  .tailSet(node._1(), false)
                  .forEach(larger -> star.add(new Tuple2<>(larger, least)));
              return star.iterator();
            });
  }

  /** Links a node and its smaller neighbours with the least of them. */
  private static JavaPairRDD<String, String> smallStar(JavaPairRDD<String, String> links) {
    return links
        .mapToPair(link -> link._1().compareTo(link._2()) > 0 ? link : link.swap())
        .groupByKey()
        .flatMapToPair(
            node -> {
              TreeSet<String> neighbours = neighbours(node._2());
              String least = neighbours.first();
              List<Tuple2<String, String>> star = new ArrayList<>();
              star.add(new Tuple2<>(node._1(), least));
              neighbours
                  .tailSet(least, false)
                  .forEach(other -> star.add(new Tuple2<>(other, least)));
              return star.iterator();
            });
  }

  private static TreeSet<String> neighbours(Iterable<String> nodes) {
    TreeSet<String> neighbours = new TreeSet<>();
    nodes.forEach(neighbours::add);
    return neighbours;
  }

  private static String least(String node, TreeSet<String> neighbours) {
    return node.compareTo(neighbours.first()) < 0 ? node : neighbours.first();
  }
}
