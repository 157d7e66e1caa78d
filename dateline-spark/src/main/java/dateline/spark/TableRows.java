package dateline.spark;

import dateline.io.export.Table;
import dateline.io.export.Tables;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of one table that a record gives, as in the command line's Parquet files. */
final class TableRows implements FlatMapFunction<String, Row> {

  private static final long serialVersionUID = 1L;

  private final String table;

  /**
   * @param table named, since tables themselves don't travel
   */
  TableRows(Table table) {
    this.table = table.name();
  }

  @Override
  public Iterator<Row> call(String json) {
    ArticleRecord record = RecordJson.read(json);
    List<Row> rows = new ArrayList<>();
    for (List<@Nullable Object> cells : table().rows().apply(record)) {
      @Nullable Object[] row = new @Nullable Object[cells.size() + 1];
      row[0] = Reading.day(record);
      for (int i = 0; i < cells.size(); i++) {
        row[i + 1] = cell(table().columns().get(i).type(), cells.get(i));
      }
      rows.add(RowFactory.create(row));
    }
    return rows.iterator();
  }

  private Table table() {
    return all().stream().filter(each -> each.name().equals(table)).findFirst().orElseThrow();
  }

  static List<Table> all() {
    List<Table> all = new ArrayList<>(Tables.ALL);
    all.add(Tables.COMMENTS);
    return all;
  }

  private static @Nullable Object cell(Table.Type type, @Nullable Object cell) {
    return type == Table.Type.INTEGER && cell instanceof Number number ? number.longValue() : cell;
  }

  static StructType schema(Table table) {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(new Table.Column(Reading.DAY, "day of publication, or " + Reading.UNKNOWN_DAY));
    columns.addAll(table.columns());
    return schema(columns);
  }

  static StructType schema(List<Table.Column> columns) {
    StructType schema = new StructType();
    for (Table.Column column : columns) {
      schema = schema.add(column.name(), type(column.type()), true, column.meaning());
    }
    return schema;
  }

  private static DataType type(Table.Type type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
    };
  }
}
