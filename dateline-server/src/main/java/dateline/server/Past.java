package dateline.server;

import dateline.store.RecordStore;
import dateline.store.Runs;
import dateline.store.Snapshot;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Pages of the store as it is and, where {@code asOf} is given, as it was. What was worked out for
 * a moment is kept for the next question, for a few moments. Thread-safe.
 */
final class Past implements AutoCloseable {

  /** So many moments are kept, and those that are being shown. */
  private static final int KEPT = 2;

  private final RecordStore store;
  private final View now;
  private final Map<Runs.Moment, Held> moments = new LinkedHashMap<>(16, 0.75f, true);

  Past(RecordStore store) {
    this.store = store;
    this.now = View.of(store);
  }

  /** The pages that only read, of one store. */
  record View(
      SearchPage search,
      ReaderPage reader,
      ActorPage actor,
      PairPage pair,
      TimelinePage timeline,
      MapPage map,
      RevisionsPage revisions,
      FeedPage feed,
      StoriesPage stories,
      AcrossPage across,
      ExportRoute export) {

    static View of(RecordStore store) {
      SearchPage search = new SearchPage(store);
      return new View(
          search,
          new ReaderPage(store),
          new ActorPage(store),
          new PairPage(store),
          new TimelinePage(store),
          new MapPage(store),
          new RevisionsPage(store),
          new FeedPage(search),
          new StoriesPage(store),
          new AcrossPage(store),
          new ExportRoute(store, search));
    }
  }

  /** A moment's pages, and how many requests are using them. */
  private static final class Held {

    private final Snapshot snapshot;
    private final View view;
    private int users;

    Held(Snapshot snapshot) {
      this.snapshot = snapshot;
      this.view = View.of(snapshot);
    }
  }

  /** Answers with a page of the moment that is asked for. */
  Handler on(Function<View, Handler> page) {
    return context -> {
      String asOf = context.queryParam("asOf");
      if (asOf == null || asOf.isBlank()) {
        page.apply(now).handle(context);
        return;
      }
      Held held = take(moment(store, "asOf", asOf));
      try {
        context.header("Dateline-As-Of", shown(held.snapshot.moment()));
        page.apply(held.view).handle(context);
      } finally {
        giveBack(held);
      }
    };
  }

  private static String shown(Runs.Moment moment) {
    return moment.made() == null ? "0" : moment.made() + " run " + moment.run();
  }

  /** The moment that a parameter names. */
  static Runs.Moment moment(RecordStore store, String parameter, String when) {
    try {
      return store.runs().moment(when);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(parameter + ": " + e.getMessage());
    }
  }

  private synchronized Held take(Runs.Moment moment) {
    Held held = moments.computeIfAbsent(moment, at -> new Held(store.asOf(at)));
    held.users++;
    return held;
  }

  private synchronized void giveBack(Held held) {
    held.users--;
    Iterator<Held> eldest = moments.values().iterator();
    while (moments.size() > KEPT && eldest.hasNext()) {
      Held each = eldest.next();
      if (each.users == 0) {
        eldest.remove();
        each.snapshot.close();
      }
    }
  }

  /** {@code GET /v1/runs}: what changed the store, the latest first. */
  void runs(Context context) {
    String limit = context.queryParam("limit");
    int most =
        limit == null || !limit.matches("[1-9]\\d{0,3}") ? Question.PAGE : Integer.parseInt(limit);
    Web.json(context, Map.of("runs", store.runs().latest(most)));
  }

  /** Lets go of all moments; the store itself stays open. */
  @Override
  public synchronized void close() {
    moments.values().forEach(held -> held.snapshot.close());
    moments.clear();
  }
}
