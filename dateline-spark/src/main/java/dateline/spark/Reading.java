package dateline.spark;

import dateline.Dateline;
import dateline.Failure;
import dateline.PageException;
import dateline.PageInput;
import dateline.io.Disclosure;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.model.Resolved;
import dateline.place.EmbeddedGazetteer;
import dateline.place.Outlets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads one page into a row of {@link #SCHEMA}: a record, or a failure. */
final class Reading implements Function<Page, Row> {

  private static final long serialVersionUID = 1L;

  /** Column that tables are partitioned by: the day of publication, or {@link #UNKNOWN_DAY}. */
  static final String DAY = "published_day";

  static final String UNKNOWN_DAY = "unknown";

  static final StructType SCHEMA =
      new StructType()
          .add(DAY, DataTypes.StringType)
          .add("id", DataTypes.StringType)
          .add("input", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("offset", DataTypes.LongType)
          .add("reason", DataTypes.StringType)
          .add("message", DataTypes.StringType)
          .add("record", DataTypes.StringType);

  /** Readers by outlets' homes, each loaded once in each Java process when its first page comes. */
  private static final Map<List<String>, Dateline> READERS = new ConcurrentHashMap<>();

  private final ArrayList<String> outlets;

  /**
   * @param outlets lines of {@code outlets.tsv}
   */
  Reading(List<String> outlets) {
    this.outlets = new ArrayList<>(outlets);
  }

  private Dateline dateline() {
    return READERS.computeIfAbsent(
        outlets, lines -> Dateline.open(EmbeddedGazetteer.load(), Outlets.parse(lines, "outlets")));
  }

  @Override
  public Row call(Page page) {
    Page.Trouble trouble = page.failure();
    if (page.page() == null) {
      return failed(
          page,
          page.offset(),
          trouble == null ? Failure.INTERNAL_ERROR : trouble.reason(),
          trouble == null ? "" : trouble.message());
    }
    try {
      PageInput input = page.page().input();
      ArticleRecord record = Disclosure.of(input, dateline().read(input));
      return RowFactory.create(
          day(record),
          record.id(),
          page.input(),
          page.line(),
          page.offset(),
          null,
          null,
          RecordJson.write(record));
    } catch (PageException e) {
      return failed(page, page.failure(e));
    } catch (RuntimeException | StackOverflowError e) {
      return failed(page, page.failure(e));
    }
  }

  static String day(ArticleRecord record) {
    Resolved published = record.article().published();
    return published != null && published.value().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*")
        ? published.value().substring(0, 10)
        : UNKNOWN_DAY;
  }

  private static Row failed(Page page, Failure failure) {
    return failed(page, failure.offset(), failure.reason(), failure.message());
  }

  private static Row failed(Page page, @Nullable Long offset, String reason, String message) {
    return RowFactory.create(
        UNKNOWN_DAY, null, page.input(), page.line(), offset, reason, message, null);
  }
}
