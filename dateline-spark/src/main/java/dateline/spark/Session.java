package dateline.spark;

import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a job runs. */
final class Session {

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark's master, such as local[*]; left out under spark-submit.")
  private @Nullable String master;

  SparkSession open() {
    SparkSession.Builder builder = SparkSession.builder().appName("dateline");
    if (master != null) {
      builder = builder.master(master);
    }
    return builder.getOrCreate();
  }
}
