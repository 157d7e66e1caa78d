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
          + " characters either side.");

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
      case GEOJSON -> what == What.EVENTS;
      case JSON_LD, ANNOTATIONS -> true;
    };
  }

  /**
   * Begins a file.
   *
   * @param out stays open
   * @param raw for CSV: text that a spreadsheet would run as a formula stays as it is
   */
  public Export open(What what, OutputStream out, boolean raw) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return switch (this) {
      case CSV -> csv(new CsvWriter(writer, Tables.of(what), raw), writer, what);
      case JSONL ->
          what == What.ARTICLES ? records(writer) : new JsonRows(writer, Tables.of(what), what);
      case GEOJSON -> geoJson(new GeoJsonWriter(writer));
      case JSON_LD -> new JsonLd(writer, what);
      case ANNOTATIONS -> new Annotations(writer, what);
    };
  }

  private static Export csv(CsvWriter csv, Writer writer, What what) {
    return new Export() {
      @Override
      public void write(ArticleRecord record, Set<String> items) throws IOException {
        csv.write(Selection.of(record, what, items));
      }

      @Override
      public long rows() {
        return csv.rows();
      }

      @Override
      public void end() throws IOException {
        writer.flush();
      }
    };
  }

  private static Export geoJson(GeoJsonWriter geoJson) {
    return new Export() {
      @Override
      public void write(ArticleRecord record, Set<String> items) throws IOException {
        geoJson.write(Selection.of(record, What.EVENTS, items));
      }

      @Override
      public long rows() {
        return geoJson.features();
      }

      @Override
      public void end() throws IOException {
        geoJson.end();
      }
    };
  }

  private static Export records(Writer writer) {
    return new Export() {
      private long rows;

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
    };
  }

  /** What is in each column or field, as Markdown. */
  public String codebook(What what) {
    StringBuilder book = new StringBuilder("# Codebook: " + what.code() + " as " + code + "\n\n");
    book.append(meaning).append("\n\n");
    book.append(
        "Read by machine: every row points at the words that prove it. Offsets count Unicode code"
            + " points, half-open, into the article's text. An event that is somebody's claim names"
            + " the speaker; the outlet doesn't report it as its own. Empty means unknown.\n\n");
    book.append("| column | meaning |\n|---|---|\n");
    for (Table.Column column : Tables.of(what).columns()) {
      book.append("| ").append(column.name()).append(" | ").append(column.meaning()).append(" |\n");
    }
    return book.toString();
  }
}
