package dateline.io.export;

import dateline.model.ArticleRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV after RFC 4180: a header line, commas, CRLF, quotation marks where needed.
 *
 * <p>Unless told otherwise, text that a spreadsheet would run as a formula is made harmless by an
 * apostrophe before it: text that begins with {@code = + - @}, their full-width forms, a tab, or a
 * line's end. Numbers are not text and stay as they are. Not thread-safe.
 */
public final class CsvWriter {

  /** After OWASP's advice on CSV injection; full-width forms are read as ASCII by spreadsheets. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final Writer out;
  private final Table table;
  private final boolean raw;
  private long rows;

  /**
   * @param raw whether text is written as it is, for programs
   */
  public CsvWriter(Writer out, Table table, boolean raw) throws IOException {
    this.out = out;
    this.table = table;
    this.raw = raw;
    writeLine(table.columns().stream().map(Table.Column::name).toList());
  }

  /** Writes the rows that a record gives. */
  public void write(ArticleRecord record) throws IOException {
    for (List<@Nullable Object> row : table.rows().apply(record)) {
      writeLine(row);
      rows++;
    }
  }

  /** Rows written, the header left out. */
  public long rows() {
    return rows;
  }

  private void writeLine(List<? extends @Nullable Object> cells) throws IOException {
    String separator = "";
    for (Object cell : cells) {
      out.write(separator);
      out.write(cell == null ? "" : cell instanceof String text ? quoted(text) : cell.toString());
      separator = ",";
    }
    out.write("\r\n");
  }

  private String quoted(String text) {
    String safe =
        !raw && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean needsMarks = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return needsMarks ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
