package dateline.io.export;

import dateline.model.ArticleRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A view of records as rows.
 *
 * @param columns names, in order
 * @param rows the rows that one record gives; each has a cell a column: of the column's type, or
 *     null
 */
public record Table(
    String name, List<Column> columns, Function<ArticleRecord, List<List<@Nullable Object>>> rows) {

  public Table {
    columns = List.copyOf(columns);
  }

  /** What rows stand for. */
  public enum What {
    STATEMENTS,
    EVENTS,
    ARTICLES;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A column and what is in it: a line of the codebook.
   *
   * @param meaning one sentence
   */
  public record Column(String name, Type type, String meaning) {

    /** A column of text. */
    public Column(String name, String meaning) {
      this(name, Type.TEXT, meaning);
    }
  }

  /** What a column's cells are, where there is one. */
  public enum Type {
    /** {@link String} */
    TEXT,
    /** {@link Integer} or {@link Long} */
    INTEGER,
    /** {@link Double} */
    NUMBER
  }
}
