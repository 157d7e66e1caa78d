package dateline.server;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.io.Watchdog;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;

/**
 * The web UI and the REST API. Pages are made on the server; article text is escaped by the
 * templates and nothing inline may run (the content security policy forbids it). Bound to loopback
 * unless told otherwise.
 */
public final class DatelineServer implements AutoCloseable {

  /** Bytes of a pasted text or page. */
  private static final long MAX_BODY = 10_000_000;

  /** How long the end waits for requests that are being answered. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Dateline dateline;
  private final @Nullable RecordStore store;
  private final ServerSettings settings;
  private final @Nullable PageFetcher fetcher;
  private final Operations operations;
  private final Watchdog watchdog;
  private final @Nullable Past past;
  private final Javalin javalin;

  private DatelineServer(
      Dateline dateline,
      @Nullable RecordStore store,
      ServerSettings settings,
      @Nullable Consumer<String> log,
      Duration patience) {
    this.operations = new Operations(store, log, Clock.systemUTC());
    this.dateline = dateline;
    this.store = store;
    this.past = store == null ? null : new Past(store);
    this.settings = settings;
    this.fetcher = settings.fetch() ? PageFetcher.ofPublicPages() : null;
    this.watchdog = new Watchdog(Runtime.getRuntime().availableProcessors(), patience);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts serving.
   *
   * @param store what search and the reader show, not closed by the server; null: only pasted texts
   *     can be read
   */
  public static DatelineServer start(
      Dateline dateline, @Nullable RecordStore store, ServerSettings settings) {
    return start(dateline, store, settings, null);
  }

  /**
   * The same.
   *
   * @param log takes a line of JSON for each request; null: none is written
   */
  public static DatelineServer start(
      Dateline dateline,
      @Nullable RecordStore store,
      ServerSettings settings,
      @Nullable Consumer<String> log) {
    return start(dateline, store, settings, log, Watchdog.OF_A_REQUEST);
  }

  /**
   * @param patience how long a page may take that is read for a request
   */
  static DatelineServer start(
      Dateline dateline,
      @Nullable RecordStore store,
      ServerSettings settings,
      @Nullable Consumer<String> log,
      Duration patience) {
    DatelineServer server = new DatelineServer(dateline, store, settings, log, patience);
    server.javalin.start(settings.host(), settings.port());
    return server;
  }

  public int port() {
    return javalin.port();
  }

  /** Paths of everything that can be got, as routes: {@code /article/{id}}. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(each -> each.endpoint.method == HandlerType.GET)
        .map(each -> each.endpoint.path)
        .toList();
  }

  /** Takes no more requests, waits for those that are being answered, and ends. */
  @Override
  public void close() {
    javalin.stop();
    operations.close();
    watchdog.close();
    if (past != null) {
      past.close();
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = MAX_BODY;
    config.http.generateEtags = true;
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/static";
          files.directory = "/dateline/server/static";
          files.location = Location.CLASSPATH;
        });
    config.jetty.modifyServer(
        server -> {
          server.setHandler(new GracefulHandler());
          server.setStopTimeout(PATIENCE.toMillis());
        });
    config.requestLogger.http(operations::answered);
    config.routes.get(Operations.HEALTH, operations::health);
    config.routes.get("/metrics", operations::metrics);
    Clock clock = Clock.systemUTC();
    config.routes.before(new Guard(settings, clock::millis)::check);
    if (store == null) {
      config.routes.get("/", context -> context.redirect("/read"));
      for (String path : new String[] {"/search", "/actor", "/article/{id}", "/timeline", "/map"}) {
        config.routes.get(path, DatelineServer::noStore);
      }
    } else {
      stored(config, store, Objects.requireNonNull(past), clock);
    }
    config.routes.get("/about", this::about);
    config.routes.get("/read", context -> form(context, 200, "", "", null));
    config.routes.post("/read", this::readForm);
    config.routes.post("/v1/read", this::readApi);
    config.routes.get(
        "/v1/schema",
        context -> context.contentType("application/schema+json").result(RecordJson.schema()));
    config.routes.get("/v1/openapi.yaml", DatelineServer::description);
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> problem(context, e.getStatus(), e.getMessage()));
    config.routes.exception(
        Exception.class, (e, context) -> problem(context, 500, "Something went wrong here"));
    config.routes.error(404, context -> problem(context, 404, "There is no such page"));
  }

  /** The software, and the owners of imported data, who ask to be named. */
  private void about(Context context) {
    Map<String, Object> page =
        Map.of(
            "software",
            "Dateline " + Dateline.VERSION,
            "versions",
            new TreeMap<>(dateline.versions()),
            "attributions",
            dateline.attributions());
    Web.answer(context, "about.jte", page, page);
  }

  private static void stored(JavalinConfig config, RecordStore store, Past past, Clock clock) {
    ReviewPage review = new ReviewPage(store, clock::instant);
    Turns turns = new Turns(Runtime.getRuntime().availableProcessors());
    var routes = config.routes;
    routes.get("/", turns.inTurn(past.on(view -> view.search()::home)));
    routes.get("/search", turns.inTurn(past.on(view -> view.search()::search)));
    routes.get("/v1/search", turns.inTurn(past.on(view -> view.search()::search)));
    routes.get("/article/{id}", past.on(view -> view.reader()::show));
    routes.get("/v1/articles/{id}", past.on(view -> view.reader()::show));
    routes.get("/article/{id}/revisions", past.on(view -> view.revisions()::show));
    routes.get("/v1/articles/{id}/revisions", past.on(view -> view.revisions()::show));
    routes.get("/article/{id}/review", review::form);
    routes.post("/article/{id}/review", review::add);
    routes.post("/v1/articles/{id}/reviews", review::add);
    routes.post("/reviews/{number}/undo", review::undo);
    routes.post("/v1/reviews/{number}/undo", review::undo);
    routes.get("/v1/reviews", review::gold);
    routes.get("/actor", turns.inTurn(past.on(view -> view.actor()::show)));
    routes.get("/v1/actor", turns.inTurn(past.on(view -> view.actor()::show)));
    routes.get("/v1/names", past.on(view -> view.actor()::names));
    routes.post("/actor/merge", review::merge);
    routes.post("/v1/mergings", review::merge);
    routes.post("/mergings/{number}/undo", review::split);
    routes.post("/v1/mergings/{number}/undo", review::split);
    routes.get("/pair", turns.inTurn(past.on(view -> view.pair()::show)));
    routes.get("/v1/pair", turns.inTurn(past.on(view -> view.pair()::show)));
    routes.get("/timeline", turns.inTurn(past.on(view -> view.timeline()::show)));
    routes.get("/v1/timeline", turns.inTurn(past.on(view -> view.timeline()::show)));
    routes.get("/map", turns.inTurn(past.on(view -> view.map()::show)));
    routes.get("/v1/map", turns.inTurn(past.on(view -> view.map()::show)));
    routes.get("/stories", past.on(view -> view.stories()::list));
    routes.get("/v1/stories", past.on(view -> view.stories()::list));
    routes.get("/story/{id}", past.on(view -> view.stories()::show));
    routes.get("/v1/stories/{id}", past.on(view -> view.stories()::show));
    routes.get("/story/{id}/feed.atom", past.on(view -> view.stories()::atom));
    routes.get("/story/{id}/feed.json", past.on(view -> view.stories()::json));
    routes.get("/said", past.on(view -> view.across()::said));
    routes.get("/v1/said", past.on(view -> view.across()::said));
    routes.get("/people", past.on(view -> view.across()::people));
    routes.get("/v1/people", past.on(view -> view.across()::people));
    routes.post("/people/decide", review::decide);
    routes.post("/v1/partings", review::part);
    routes.get("/article/{id}/event/{item}", past.on(view -> view.across()::event));
    routes.get("/v1/articles/{id}/events/{item}", past.on(view -> view.across()::event));
    routes.get("/feed.atom", turns.inTurn(past.on(view -> view.feed()::atom)));
    routes.get("/feed.json", turns.inTurn(past.on(view -> view.feed()::json)));
    routes.get("/export", turns.inTurn(past.on(view -> view.export()::page)));
    routes.get("/v1/export", past.on(view -> view.export()::file));
    routes.get("/v1/runs", past::runs);
    routes.get("/v1/diff", new DiffRoute(store)::lines);
  }

  private static void description(Context context) throws IOException {
    try (InputStream in = DatelineServer.class.getResourceAsStream("openapi.yaml")) {
      context
          .contentType("application/yaml")
          .result(Objects.requireNonNull(in, "openapi.yaml").readAllBytes());
    }
  }

  private static void noStore(Context context) {
    throw new NotFoundResponse("No store is open: start with dateline serve --store FILE.db");
  }

  private void readForm(Context context) {
    String text = Objects.requireNonNullElse(context.formParam("text"), "");
    String published = Objects.requireNonNullElse(context.formParam("published"), "");
    String url = context.formParam("url");
    try {
      show(context, url == null || url.isBlank() ? read(text, published) : fetch(url, published));
    } catch (PageException | PageFetcher.Refused e) {
      form(context, 422, text, published, e.getMessage());
    }
  }

  /**
   * {@code POST /v1/read}: the body is the text or the page, or {@code url} names one; answers with
   * its record, stores nothing.
   */
  private void readApi(Context context) {
    String url = context.queryParam("url");
    String published = context.queryParam("published");
    try {
      ArticleRecord record =
          url == null || url.isBlank() ? read(context.body(), published) : fetch(url, published);
      context.contentType("application/json").result(RecordJson.write(record));
    } catch (PageException e) {
      Web.error(context, 422, e.reason().code(), String.valueOf(e.getMessage()));
    } catch (PageFetcher.Refused e) {
      Web.error(context, 422, "not-fetched", String.valueOf(e.getMessage()));
    }
  }

  private ArticleRecord read(String text, @Nullable String published) throws PageException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return read(
        new PageInput(null, bytes, PageInput.Kind.AUTO, null, "utf-8", null, day(published), null));
  }

  /** A page that takes too long is given up, like any other that can't be read. */
  private ArticleRecord read(PageInput page) throws PageException {
    try {
      return watchdog.await(watchdog.submit(() -> dateline.read(page)));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PageException reason) {
        throw reason;
      }
      throw new IllegalStateException("the page can't be read: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageException(Reason.TOO_SLOW, null, "the server is stopping");
    }
  }

  private ArticleRecord fetch(String url, @Nullable String published)
      throws PageException, PageFetcher.Refused {
    if (fetcher == null) {
      throw new PageFetcher.Refused(
          "Pages are not fetched here: the operator can allow it with --allow-fetch");
    }
    PageFetcher.Page page = fetcher.fetch(url);
    return read(
        new PageInput(
            null,
            page.bytes(),
            PageInput.Kind.AUTO,
            page.url(),
            page.charset(),
            null,
            day(published),
            null));
  }

  private static @Nullable String day(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static void show(Context context, ArticleRecord record) {
    if (Web.wantsJson(context)) {
      context.contentType("application/json").result(RecordJson.write(record));
    } else {
      Web.page(context, "reader.jte", Map.of("view", ReaderView.of(record)));
    }
  }

  private void form(
      Context context, int status, String text, String published, @Nullable String problem) {
    if (problem != null && Web.wantsJson(context)) {
      Web.error(context, status, "not-read", problem);
      return;
    }
    context.status(status);
    Web.answer(
        context,
        "read.jte",
        Web.map(
            "text", text, "published", published, "problem", problem, "fetch", settings.fetch()),
        Web.map("post", "/v1/read", "fetch", settings.fetch()));
  }

  private static void problem(Context context, int status, @Nullable String message) {
    String words = message == null ? "Error" : message;
    if (Web.wantsJson(context)) {
      Web.error(context, status, "http-" + status, words);
    } else {
      context.status(status);
      Web.page(context, "problem.jte", Map.of("status", status, "message", words));
    }
  }
}
