package dateline.cli;

import dateline.Failure;
import dateline.io.export.CsvWriter;
import dateline.io.export.GeoJsonWriter;
import dateline.io.export.OlderFormats;
import dateline.io.export.ParquetFolder;
import dateline.io.export.PloverWriter;
import dateline.io.export.TabWriter;
import dateline.io.export.Table;
import dateline.io.export.Tables;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.server.ExportRoute;
import dateline.store.RecordStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = "Writes all that the store has, for other programs.",
    footer = {
      "",
      "CSV has a header and a line for each statement or event; every value that was worked out has",
      "its method and confidence beside it. GeoJSON has the events that have a place. Parquet is a",
      "folder with a file a table: articles, statements, events, actors, places, times, failures.",
      "The columns and fields of plover, gdelt and phoenix are in docs/codebook.md."
    })
final class ExportCommand implements Callable<Integer> {

  /** How it is written. */
  enum As {
    CSV,
    JSONL,
    GEOJSON,
    PARQUET,
    PLOVER,
    GDELT,
    PHOENIX
  }

  /** What is written as CSV. */
  enum What {
    STATEMENTS,
    EVENTS
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "csv (default), jsonl (whole records), geojson (events), parquet (all tables), or events as"
              + " plover (JSON lines), gdelt or phoenix (tables without a header).")
  private As format = As.CSV;

  @Option(
      names = "--what",
      paramLabel = "TABLE",
      description = "For csv: statements (default) or events.")
  private What what = What.STATEMENTS;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Default: standard output. For parquet: the folder.")
  private @Nullable Path to;

  @Option(
      names = "--raw",
      description =
          "CSV for programs: text that a spreadsheet would run as a formula stays as it is.")
  private boolean raw;

  @Option(
      names = "--comments",
      description = "For parquet: readers' comments, too, as a table of their own.")
  private boolean comments;

  @Option(
      names = "--mentions",
      description =
          "For plover, gdelt and phoenix: a row for each mention of an event, as older data sets"
              + " count.")
  private boolean mentions;

  @Option(
      names = "--commenters",
      description = "Keep the pseudonyms of people who comment; else comments have no author.")
  private boolean commenters;

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
      return format == As.PARQUET ? parquet() : text();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int parquet() throws IOException {
    if (to == null) {
      throw new ParameterException(spec.commandLine(), "parquet needs a folder: --to FOLDER");
    }
    Map<String, Long> rows;
    try (RecordStore opened = store.open(console);
        ParquetFolder folder = new ParquetFolder(to, comments, ExportRoute.columns(opened))) {
      opened.forEach(unchecked(record -> folder.write(exported(record))));
      for (Failure failure : opened.failures()) {
        folder.write(failure);
      }
      rows = folder.rows();
    }
    console.err().println("Rows written" + Tally.list(rows));
    return ExitStatus.OK;
  }

  private int text() throws IOException {
    try (RecordStore opened = store.open(console);
        Writer out = writer()) {
      String written =
          switch (format) {
            case CSV -> csv(opened, out);
            case JSONL -> jsonLines(opened, out);
            case GEOJSON -> geoJson(opened, out);
            case PARQUET -> throw new IllegalStateException("a folder, not a text");
            case PLOVER -> plover(opened, out);
            case GDELT -> tabs(opened, out, OlderFormats.gdelt(mentions));
            case PHOENIX -> tabs(opened, out, OlderFormats.phoenix(mentions));
          };
      out.flush();
      console.err().println(written + " written.");
    }
    return ExitStatus.OK;
  }

  private Writer writer() throws IOException {
    return to == null
        ? new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8))
        : Files.newBufferedWriter(to, StandardCharsets.UTF_8);
  }

  private String csv(RecordStore opened, Writer out) throws IOException {
    Table table = what == What.EVENTS ? Tables.EVENTS : Tables.STATEMENTS;
    CsvWriter csv = new CsvWriter(out, ExportRoute.columns(opened).add(table), raw);
    opened.forEach(unchecked(csv::write));
    return Tally.count(csv.rows(), "row");
  }

  private String jsonLines(RecordStore opened, Writer out) {
    long[] count = {0};
    opened.forEach(
        unchecked(
            record -> {
              out.write(RecordJson.write(exported(record)));
              out.write('\n');
              count[0]++;
            }));
    return Tally.count(count[0], "record");
  }

  private ArticleRecord exported(ArticleRecord record) {
    return commenters ? record : record.withoutCommenters();
  }

  private static String geoJson(RecordStore opened, Writer out) throws IOException {
    GeoJsonWriter geoJson = new GeoJsonWriter(out, ExportRoute.columns(opened));
    opened.forEach(unchecked(geoJson::write));
    geoJson.end();
    return Tally.count(geoJson.features(), "event");
  }

  private String plover(RecordStore opened, Writer out) throws IOException {
    PloverWriter plover = new PloverWriter(out, mentions, ExportRoute.columns(opened));
    opened.forEach(unchecked(plover::write));
    plover.end();
    return Tally.count(plover.events(), "event");
  }

  private static String tabs(RecordStore opened, Writer out, Table table) {
    TabWriter tabs = new TabWriter(out, table);
    opened.forEach(unchecked(tabs::write));
    return Tally.count(tabs.rows(), "row");
  }

  /** Takes a record, and may fail to write it. */
  @FunctionalInterface
  private interface Writing {
    void write(ArticleRecord record) throws IOException;
  }

  private static RecordStore.Visitor unchecked(Writing writing) {
    return record -> {
      try {
        writing.write(record);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
