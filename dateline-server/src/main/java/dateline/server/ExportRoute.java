package dateline.server;

import dateline.Dateline;
import dateline.io.export.Export;
import dateline.io.export.ExportFormat;
import dateline.io.export.StoryColumns;
import dateline.io.export.Table;
import dateline.store.Findings.Kind;
import dateline.store.Query;
import dateline.store.RecordStore;
import dateline.store.Stories;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Any search as a file for other programs: every row of it, streamed. As a zip with a manifest
 * (query, rows, hash, version) and a codebook, or as the bare file.
 */
public final class ExportRoute {

  private final RecordStore store;
  private final SearchPage search;

  ExportRoute(RecordStore store, SearchPage search) {
    this.store = store;
    this.search = search;
  }

  void page(Context context) {
    Question question = Question.of(context);
    long total = search.total(question);
    List<ExportFormat> formats = formats(question.kind());
    Web.answer(
        context,
        "export.jte",
        Web.map("question", question, "total", total, "formats", formats),
        Web.map(
            "question",
            question.shown(),
            "total",
            total,
            "files",
            formats.stream()
                .collect(
                    Collectors.toMap(
                        ExportFormat::code,
                        format -> question.at("/v1/export") + "&as=" + format.code(),
                        (one, other) -> one,
                        TreeMap::new))));
  }

  private static List<ExportFormat> formats(Kind kind) {
    return ExportFormat.of(what(kind));
  }

  private static Table.What what(Kind kind) {
    return Table.What.valueOf(kind.name());
  }

  /** {@code GET /v1/export?as=csv&zip=yes&raw=yes}, and the search's own parameters. */
  void file(Context context) throws IOException {
    Question question = Question.of(context);
    String as = context.queryParam("as");
    ExportFormat format =
        formats(question.kind()).stream()
            .filter(each -> each.code().equals(as == null ? "csv" : as))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        question.in()
                            + " can be had as "
                            + String.join(
                                ", ",
                                formats(question.kind()).stream()
                                    .map(ExportFormat::code)
                                    .toList())));
    boolean raw = "yes".equals(context.queryParam("raw"));
    boolean zip = "yes".equals(context.queryParam("zip"));
    String name = "dateline-" + question.in();
    context.header(
        "Content-Disposition",
        "attachment; filename=\"" + name + "." + (zip ? "zip" : format.extension()) + "\"");
    context.contentType(zip ? "application/zip" : format.mediaType());
    OutputStream out = context.outputStream();
    if (zip) {
      zip(question, format, raw, name + "." + format.extension(), out);
    } else {
      write(question, format, raw, out);
    }
  }

  private Export write(Question question, ExportFormat format, boolean raw, OutputStream out)
      throws IOException {
    Query query = search.query(question);
    Export export = format.open(what(question.kind()), out, raw, columns(store));
    try {
      store
          .findings()
          .each(
              question.kind(),
              query,
              (record, items) -> {
                try {
                  export.write(record, items);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    export.end();
    return export;
  }

  /** Columns of a store's stories. */
  public static StoryColumns columns(RecordStore store) {
    Stories stories = store.stories();
    return new StoryColumns(
        record -> stories.of(record.id()),
        number -> stories.story(Long.toString(number)).map(Stories.Kept::story));
  }

  private void zip(
      Question question, ExportFormat format, boolean raw, String name, OutputStream out)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, name);
      Digesting data = new Digesting(zip);
      Export export = write(question, format, raw, data);
      data.flush();
      zip.closeEntry();
      entry(zip, "manifest.json");
      zip.write(
          Web.text(
                  Web.map(
                      "file", name,
                      "format", format.code(),
                      "found", search.total(question),
                      "rows", export.rows(),
                      "bytes", data.bytes(),
                      "sha256", data.sha256(),
                      "query", question.shown(),
                      "formulasNeutralised", format == ExportFormat.CSV && !raw,
                      "software", Dateline.VERSION,
                      "machineRead", true))
              .getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      entry(zip, "codebook.md");
      zip.write(
          format.codebook(what(question.kind()), columns(store)).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // the same search gives the same bytes
    zip.putNextEntry(entry);
  }
}
