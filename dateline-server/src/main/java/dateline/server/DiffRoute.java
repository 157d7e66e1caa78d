package dateline.server;

import dateline.diff.ArticleDiff;
import dateline.diff.DiffJson;
import dateline.store.RecordStore;
import dateline.store.Runs.Moment;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** What changed between two moments in the store's life. */
final class DiffRoute {

  private final RecordStore store;

  DiffRoute(RecordStore store) {
    this.store = store;
  }

  /**
   * {@code GET /v1/diff?from=17&to=19}: each article that differs, one JSON object a line,
   * streamed.
   */
  void lines(Context context) throws IOException {
    String from = Web.typed(context, "from");
    if (from.isEmpty()) {
      throw new BadRequestResponse("From when? Give a run's number or a time");
    }
    String to = Web.typed(context, "to");
    Moment before = Past.moment(store, "from", from);
    Moment after = Past.moment(store, "to", to.isEmpty() ? "now" : to);
    context.contentType("application/x-ndjson");
    Writer out =
        new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
    try {
      store.runs().between(before, after, (was, is) -> write(ArticleDiff.of(was, is), out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  private static void write(ArticleDiff diff, Writer out) {
    if (!diff.isSame()) {
      try {
        out.write(DiffJson.line(diff) + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
