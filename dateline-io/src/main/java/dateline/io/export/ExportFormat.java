package dateline.io.export;

import dateline.io.export.Table.What;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The formats that records can be exported in. */
public enum ExportFormat {
  CSV("csv", "csv", "text/csv; charset=utf-8", "A table for spreadsheets, after RFC 4180."),
  JSONL(
      "jsonl",
      "jsonl",
      "application/x-ndjson",
      "One JSON object a line: the table's columns; for articles the whole record, dateline/1."),
  GEOJSON(
      "geojson", "geojson", "application/geo+json", "Events that have a place, after RFC 7946."),
  JSON_LD(
      "jsonld",
      "jsonld",
      "application/ld+json",
      "schema.org: NewsArticle, Quotation and Claim, an array of them."),
  ANNOTATIONS(
      "annotations",
      "jsonld",
      "application/ld+json",
      "W3C Web Annotations: an array, each with the words, their position in code points and 32"
          + " characters either side."),
  PARQUET(
      "parquet",
      "parquet",
      "application/vnd.apache.parquet",
      "The table as a Parquet file, packed with gzip; the codebook lies in it, too."),
  PLOVER(
      "plover",
      "jsonl",
      "application/x-ndjson",
      "Events in PLOVER's JSON, one a line, with factuality and asserters as fields of our own."),
  GDELT(
      "gdelt",
      "tsv",
      "text/tab-separated-values; charset=utf-8",
      "GDELT 1.0's event table: 58 columns, no header, a row for each pair of sides. It has no column"
          + " for factuality, so events that the text doesn't tell as actual are left out.");

  private final String code;
  private final String extension;
  private final String mediaType;
  private final String meaning;

  ExportFormat(String code, String extension, String mediaType, String meaning) {
    this.code = code;
    this.extension = extension;
    this.mediaType = mediaType;
    this.meaning = meaning;
  }

  /** As written in commands and addresses. */
  public String code() {
    return code;
  }

  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }

  /** The formats in which these can be had. */
  public static List<ExportFormat> of(What what) {
    return Arrays.stream(values()).filter(format -> format.takes(what)).toList();
  }

  private boolean takes(What what) {
    return switch (this) {
      case CSV, JSONL -> true;
      case GEOJSON, PLOVER, GDELT -> what == What.EVENTS;
      case JSON_LD, ANNOTATIONS, PARQUET -> true;
    };
  }

  /**
   * Begins a file.
   *
   * @param out stays open
   * @param raw for CSV: text that a spreadsheet would run as a formula stays as it is
   * @param stories columns of tables and fields of PLOVER's that tell how items stand in their
   *     stories
   */
  public Export open(What what, OutputStream out, boolean raw, StoryColumns stories)
      throws IOException {
    Table table = stories.add(Tables.of(what));
    if (this == PARQUET) {
      ParquetTableWriter parquet = new ParquetTableWriter(out, what.code(), table.columns());
      return new Selected(
          what,
          record -> {
            for (List<@Nullable Object> row : table.rows().apply(record)) {
              parquet.write(row);
            }
          },
          parquet::rows,
          parquet::close);
    }
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return text(what, table, writer, raw, stories);
  }

  private Export text(What what, Table table, Writer writer, boolean raw, StoryColumns stories)
      throws IOException {
    return switch (this) {
      case CSV -> {
        CsvWriter csv = new CsvWriter(writer, table, raw);
        yield new Selected(what, csv::write, csv::rows, writer::flush);
      }
      case JSONL -> what == What.ARTICLES ? new Records(writer) : new JsonRows(writer, table, what);
      case GEOJSON -> {
        GeoJsonWriter geoJson = new GeoJsonWriter(writer, stories);
        yield new Selected(what, geoJson::write, geoJson::features, geoJson::end);
      }
      case JSON_LD -> new JsonLd(writer, what);
      case ANNOTATIONS -> new Annotations(writer, what);
      case PLOVER -> {
        PloverWriter plover = new PloverWriter(writer, false, stories);
        yield new Selected(what, plover::write, plover::events, plover::end);
      }
      case GDELT -> {
        TabWriter tabs = new TabWriter(writer, GDELT_TABLE);
        yield new Selected(what, tabs::write, tabs::rows, writer::flush);
      }
      case PARQUET -> throw new IllegalStateException("no text");
    };
  }

  private static final Table GDELT_TABLE = OlderFormats.gdelt(false);

  /** Does something that may fail. */
  @FunctionalInterface
  private interface Ending {
    void end() throws IOException;
  }

  /** Writes a record. */
  @FunctionalInterface
  private interface Writing {
    void write(ArticleRecord record) throws IOException;
  }

  /** An export by a writer of whole records: it gets them without what was not asked for. */
  private record Selected(What what, Writing writing, LongSupplier count, Ending ending)
      implements Export {

    @Override
    public void write(ArticleRecord record, Set<String> items) throws IOException {
      writing.write(Selection.of(record, what, items));
    }

    @Override
    public long rows() {
      return count.getAsLong();
    }

    @Override
    public void end() throws IOException {
      ending.end();
    }
  }

  /** Whole records, one a line. */
  private static final class Records implements Export {

    private final Writer writer;
    private long rows;

    Records(Writer writer) {
      this.writer = writer;
    }

    @Override
    public void write(ArticleRecord record, Set<String> items) throws IOException {
      writer.write(RecordJson.write(record));
      writer.write('\n');
      rows++;
    }

    @Override
    public long rows() {
      return rows;
    }

    @Override
    public void end() throws IOException {
      writer.flush();
    }
  }

  /** What is in each column or field, as Markdown. */
  public String codebook(What what, StoryColumns stories) {
    StringBuilder book = new StringBuilder("# Codebook: " + what.code() + " as " + code + "\n\n");
    book.append(meaning).append("\n\n");
    book.append(
        "Read by machine: every row points at the words that prove it. Offsets count Unicode code"
            + " points, half-open, into the article's text. An event that is somebody's claim names"
            + " the speaker; the outlet doesn't report it as its own. Empty means unknown.\n\n");
    book.append("| column | meaning |\n|---|---|\n");
    for (Table.Column column : columns(what, stories)) {
      book.append("| ").append(column.name()).append(" | ").append(column.meaning()).append(" |\n");
    }
    return book.toString();
  }

  private List<Table.Column> columns(What what, StoryColumns stories) {
    return switch (this) {
      case PLOVER -> PloverWriter.FIELDS;
      case GDELT -> GDELT_TABLE.columns();
      default -> stories.add(Tables.of(what)).columns();
    };
  }
}
