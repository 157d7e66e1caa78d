package dateline.server;

import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;

/** A stored article and its record. */
final class ReaderPage {

  private final RecordStore store;

  ReaderPage(RecordStore store) {
    this.store = store;
  }

  void show(Context context) {
    ArticleRecord record =
        store
            .find(context.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("There is no such article"));
    if (Web.wantsJson(context)) {
      context.contentType("application/json").result(RecordJson.write(record));
    } else {
      Web.page(
          context,
          "reader.jte",
          Map.of(
              "view",
              ReaderView.of(record, store.reviews().of(record.id()), store.versions(record.id()))));
    }
  }
}
