package dateline.io.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dateline.io.export.Table.What;
import dateline.model.ArticleRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as JSON Lines: an object a row, with every column. */
final class JsonRows implements Export {

  private final JsonGenerator out;
  private final Table table;
  private final What what;
  private long rows;

  JsonRows(Writer out, Table table, What what) throws IOException {
    this.out =
        new JsonFactory().createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.table = table;
    this.what = what;
  }

  @Override
  public void write(ArticleRecord record, Set<String> items) throws IOException {
    for (List<@Nullable Object> row : table.rows().apply(Selection.of(record, what, items))) {
      out.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        out.writeFieldName(table.columns().get(i).name());
        out.writePOJO(row.get(i));
      }
      out.writeEndObject();
      rows++;
    }
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void end() throws IOException {
    if (rows > 0) {
      out.writeRaw('\n');
    }
    out.flush();
  }
}
