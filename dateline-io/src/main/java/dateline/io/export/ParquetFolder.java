package dateline.io.export;

import dateline.Failure;
import dateline.model.ArticleRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All tables as Parquet files in one folder: {@code articles.parquet}, {@code statements.parquet}
 * and so on, and {@code failures.parquet}. Not thread-safe.
 */
public final class ParquetFolder implements Closeable {

  private static final String FAILURES = "failures";

  private final Map<Table, ParquetTableWriter> tables = new LinkedHashMap<>();
  private final ParquetTableWriter failures;

  /**
   * @param folder made when it is missing; files of the same names are written anew
   * @param comments whether readers' comments are written, too
   * @param stories columns that tell how items stand in their stories
   */
  public ParquetFolder(Path folder, boolean comments, StoryColumns stories) throws IOException {
    Files.createDirectories(folder);
    List<Table> wanted = new ArrayList<>(Tables.ALL);
    if (comments) {
      wanted.add(Tables.COMMENTS);
    }
    for (Table own : wanted) {
      Table table = stories.add(own);
      tables.put(table, writer(folder, table.name(), table.columns()));
    }
    failures = writer(folder, FAILURES, Tables.FAILURE_COLUMNS);
  }

  private static ParquetTableWriter writer(Path folder, String name, List<Table.Column> columns)
      throws IOException {
    return new ParquetTableWriter(folder.resolve(name + ".parquet"), name, columns);
  }

  public void write(ArticleRecord record) throws IOException {
    for (Map.Entry<Table, ParquetTableWriter> table : tables.entrySet()) {
      for (List<@Nullable Object> row : table.getKey().rows().apply(record)) {
        table.getValue().write(row);
      }
    }
  }

  public void write(Failure failure) throws IOException {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(failure.input());
    row.add(failure.line());
    row.add(failure.offset());
    row.add(failure.reason());
    row.add(failure.message());
    failures.write(row);
  }

  /** Rows written so far, by table. */
  public Map<String, Long> rows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    tables.forEach((table, writer) -> rows.put(table.name(), writer.rows()));
    rows.put(FAILURES, failures.rows());
    return rows;
  }

  /** Writes what is held back; without it the files can't be read. */
  @Override
  public void close() throws IOException {
    for (ParquetTableWriter writer : tables.values()) {
      writer.close();
    }
    failures.close();
  }
}
