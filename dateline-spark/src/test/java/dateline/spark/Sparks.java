package dateline.spark;

import org.apache.spark.sql.SparkSession;

/** A small Spark for tests. */
final class Sparks {

  private Sparks() {}

  static SparkSession open() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.default.parallelism", 2)
        .getOrCreate();
  }
}
