package dateline.io.export;

import dateline.model.ArticleRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as tab-separated text without a header, as GDELT and Phoenix are: empty for null, and in
 * text {@code \t}, {@code \n}, {@code \r} and {@code \\} for tab, line feed, carriage return and
 * backslash, so that every line is a row; quotation marks stay as they are. PostgreSQL's {@code
 * COPY … NULL ''} reads it so. Not thread-safe.
 */
public final class TabWriter {

  private final Writer out;
  private final Table table;
  private long rows;

  public TabWriter(Writer out, Table table) {
    this.out = out;
    this.table = table;
  }

  /** Writes the rows that a record gives. */
  public void write(ArticleRecord record) throws IOException {
    for (List<@Nullable Object> row : table.rows().apply(record)) {
      String separator = "";
      for (Object cell : row) {
        out.write(separator);
        out.write(cell == null ? "" : escaped(cell.toString()));
        separator = "\t";
      }
      out.write('\n');
      rows++;
    }
  }

  /** Rows written. */
  public long rows() {
    return rows;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
