package dateline.spark;

import dateline.io.Inputs;
import dateline.io.export.Table;
import dateline.io.export.Tables;
import dateline.place.Outlets;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reads archives into Parquet tables. Each file is opened by one task; its pages are dealt out to
 * all, so that one large archive keeps every core busy. What can't be read is a row of {@code
 * failures}. First the records are written, whole, to {@code records}; every table is made from
 * them.
 */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads archives into Parquet tables.")
final class ReadJob implements Callable<Integer> {

  /** Pieces of work for each core: small enough to even out, and to be done again when lost. */
  private static final int PIECES = 8;

  /** Folder of the whole records, as JSON, and of the failures. */
  static final String RECORDS = "records";

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "Files, folders and globs on any file system that Spark's Hadoop knows.")
  private List<String> inputs = List.of();

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the tables go, a folder each; there must be none of them yet.")
  private String to = "";

  @Option(names = "--comments", description = "Readers' comments, too.")
  private boolean comments;

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description = "Where outlets are at home: an outlets.tsv, as 'dateline outlets' writes it.")
  private @Nullable String outlets;

  @Mixin private Session session = new Session();

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = session.open()) {
      run(spark, inputs, to, comments, outlets);
    }
    return 0;
  }

  /**
   * @param inputs files, folders and globs
   * @param to the folder under which the tables' folders are made
   * @param outlets a file of outlets' homes
   * @throws IOException when inputs can't be listed, or the outlets can't be read
   */
  static void run(
      SparkSession spark,
      List<String> inputs,
      String to,
      boolean comments,
      @Nullable String outlets)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<String> files = files(inputs, context.hadoopConfiguration());
    JavaRDD<Row> rows =
        context
            .parallelize(files, Math.max(1, files.size()))
            .flatMap(new Pages(context.hadoopConfiguration()))
            .repartition(PIECES * context.defaultParallelism())
            .map(new Reading(homes(outlets, context.hadoopConfiguration())));
    String records = to + "/" + RECORDS;
    spark
        .createDataFrame(rows, Reading.SCHEMA)
        .hint("rebalance", functions.col(Reading.DAY)) // else each task writes a file for each day
        .write()
        .partitionBy(Reading.DAY)
        .parquet(records);
    writeTables(spark.read().schema(Reading.SCHEMA).parquet(records), to, comments);
  }

  /** The file's lines, found to be good before the job begins. */
  private static List<String> homes(@Nullable String file, Configuration configuration)
      throws IOException {
    if (file == null) {
      return List.of();
    }
    Path path = new Path(file);
    try (InputStream in = path.getFileSystem(configuration).open(path)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Outlets.parse(lines, file);
      return lines;
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void writeTables(Dataset<Row> records, String to, boolean comments) {
    records
        .filter("record IS NULL")
        .select("input", "line", "offset", "reason", "message")
        .write()
        .parquet(to + "/failures");
    Dataset<String> read =
        records.filter("record IS NOT NULL").select("record").as(Encoders.STRING());
    List<Table> tables = new ArrayList<>(Tables.ALL);
    if (comments) {
      tables.add(Tables.COMMENTS);
    }
    for (Table table : tables) {
      read.flatMap(new TableRows(table), Encoders.row(TableRows.schema(table)))
          .write()
          .partitionBy(Reading.DAY)
          .parquet(to + "/" + table.name());
    }
  }

  /** The files that names stand for, in the order of their names. */
  private static List<String> files(List<String> names, Configuration configuration)
      throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      Path path = new Path(name);
      FileSystem system = path.getFileSystem(configuration);
      FileStatus[] found = system.globStatus(path);
      if (found == null || found.length == 0) {
        throw new FileNotFoundException("there is no file " + name);
      }
      for (FileStatus each : found) {
        add(system, each, true, files);
      }
    }
    return files;
  }

  private static void add(FileSystem system, FileStatus file, boolean named, List<String> files)
      throws IOException {
    if (file.isDirectory()) {
      FileStatus[] children = system.listStatus(file.getPath());
      Arrays.sort(children, Comparator.comparing(FileStatus::getPath));
      for (FileStatus child : children) {
        add(system, child, false, files);
      }
    } else if (named || Inputs.isInput(file.getPath().getName())) {
      files.add(file.getPath().toString());
    }
  }
}
