package dateline.server;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.store.Hit;
import dateline.store.Hits;
import dateline.store.Query;
import dateline.store.RecordStore;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The web UI and the REST API. Pages are made on the server; article text is escaped by the
 * templates and nothing inline may run (the content security policy forbids it). Bound to loopback
 * unless told otherwise.
 */
public final class DatelineServer implements AutoCloseable {

  /** Bytes of a pasted text or page. */
  private static final long MAX_BODY = 10_000_000;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final int NEWEST = 12;
  private static final int ACTOR_EVENTS = 200;

  private final Dateline dateline;
  private final @Nullable RecordStore store;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Javalin javalin;

  private DatelineServer(Dateline dateline, @Nullable RecordStore store) {
    this.dateline = dateline;
    this.store = store;
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts serving.
   *
   * @param store what search and the reader show, not closed by the server; null: only pasted texts
   *     can be read
   * @param host address to bind to
   * @param port 0 for any free one
   */
  public static DatelineServer start(
      Dateline dateline, @Nullable RecordStore store, String host, int port) {
    DatelineServer server = new DatelineServer(dateline, store);
    server.javalin.start(host, port);
    return server;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = MAX_BODY;
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/static";
          files.directory = "/dateline/server/static";
          files.location = Location.CLASSPATH;
        });
    config.routes.before(DatelineServer::secure);
    config.routes.get("/", this::home);
    config.routes.get("/search", this::search);
    config.routes.get("/v1/search", this::search);
    config.routes.get("/article/{id}", this::article);
    config.routes.get("/v1/articles/{id}", this::article);
    config.routes.get("/actor", this::actor);
    config.routes.get("/read", context -> form(context, 200, "", "", null));
    config.routes.post("/read", this::readForm);
    config.routes.post("/v1/read", this::readApi);
    config.routes.get(
        "/v1/schema",
        context -> context.contentType("application/schema+json").result(RecordJson.schema()));
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> problem(context, e.getStatus(), e.getMessage()));
    config.routes.exception(
        Exception.class, (e, context) -> problem(context, 500, "Something went wrong here"));
    config.routes.error(404, context -> problem(context, 404, "There is no such page"));
  }

  private static void secure(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
  }

  private void home(Context context) {
    if (store == null) {
      context.redirect("/read");
      return;
    }
    Query newest = new Query(null, null, null, null, null, null, null, NEWEST);
    Query count = new Query(null, null, null, null, null, null, null, 1);
    Hits<Hit.OfArticle> articles = store.articles(newest);
    render(
        context,
        "home.jte",
        Map.of(
            "articles", articles.total(),
            "statements", store.statements(count).total(),
            "events", store.events(count).total(),
            "newest", articles.hits()));
  }

  private void search(Context context) {
    Question question = Question.of(context);
    Hits<? extends Hit> hits = hits(question);
    if (wantsJson(context)) {
      context.json(Map.of("question", question, "total", hits.total(), "hits", hits.hits()));
    } else {
      render(
          context,
          "search.jte",
          Map.of("question", question, "total", hits.total(), "hits", hits.hits()));
    }
  }

  private Hits<? extends Hit> hits(Question question) {
    RecordStore from = stored();
    return switch (question.in()) {
      case "events" -> from.events(question.query());
      case "articles" -> from.articles(question.query());
      default -> from.statements(question.query());
    };
  }

  private void article(Context context) {
    ArticleRecord record =
        stored()
            .find(context.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("There is no such article"));
    show(context, record);
  }

  private void actor(Context context) {
    String name = context.queryParam("name");
    if (name == null || name.isBlank()) {
      throw new BadRequestResponse("Whose page? Give a name");
    }
    Question question = Question.of(context);
    String words = question.q().isEmpty() ? null : question.q();
    List<Hit.OfEvent> events =
        stored().events(new Query(words, null, name, null, null, null, null, ACTOR_EVENTS)).hits();
    List<Hit.OfStatement> said =
        stored()
            .statements(new Query(words, name, null, null, null, null, null, ACTOR_EVENTS))
            .hits();
    List<Hit.OfEvent> did = events.stream().filter(event -> event.assertedBy() == null).toList();
    List<Hit.OfEvent> claimed =
        events.stream().filter(event -> event.assertedBy() != null).toList();
    if (wantsJson(context)) {
      context.json(Map.of("name", name, "said", said, "did", did, "claimed", claimed));
    } else {
      render(
          context,
          "actor.jte",
          Map.of("name", name, "q", question.q(), "said", said, "did", did, "claimed", claimed));
    }
  }

  private RecordStore stored() {
    if (store == null) {
      throw new NotFoundResponse("No store is open: start with dateline serve --store FILE.db");
    }
    return store;
  }

  private void readForm(Context context) {
    String text = context.formParam("text");
    String published = context.formParam("published");
    try {
      show(context, read(text == null ? "" : text, published));
    } catch (PageException e) {
      form(
          context,
          422,
          text == null ? "" : text,
          published == null ? "" : published,
          e.getMessage());
    }
  }

  /**
   * {@code POST /v1/read}: the body is the text or the page; answers with its record, stores
   * nothing.
   */
  private void readApi(Context context) {
    try {
      context
          .contentType("application/json")
          .result(RecordJson.write(read(context.body(), context.queryParam("published"))));
    } catch (PageException e) {
      error(context, 422, e.reason().code(), String.valueOf(e.getMessage()));
    }
  }

  private ArticleRecord read(String text, @Nullable String published) throws PageException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return dateline.read(
        new PageInput(null, bytes, PageInput.Kind.AUTO, null, "utf-8", null, day(published), null));
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

  private void show(Context context, ArticleRecord record) {
    if (wantsJson(context)) {
      context.contentType("application/json").result(RecordJson.write(record));
    } else {
      render(context, "reader.jte", Map.of("view", ReaderView.of(record)));
    }
  }

  private void form(
      Context context, int status, String text, String published, @Nullable String problem) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("text", text);
    values.put("published", published);
    values.put("problem", problem);
    context.status(status);
    render(context, "read.jte", values);
  }

  private void problem(Context context, int status, @Nullable String message) {
    String words = message == null ? "Error" : message;
    if (wantsJson(context)) {
      error(context, status, "http-" + status, words);
    } else {
      context.status(status);
      render(context, "problem.jte", Map.of("status", status, "message", words));
    }
  }

  /** The one shape of an error: {@code {"error": {"code", "message"}}}. */
  private static void error(Context context, int status, String code, String message) {
    context.status(status).json(Map.of("error", Map.of("code", code, "message", message)));
  }

  private static boolean wantsJson(Context context) {
    String accept = context.header("Accept");
    return context.path().startsWith("/v1/")
        || "json".equals(context.queryParam("format"))
        || accept != null && accept.startsWith("application/json");
  }

  private void render(Context context, String template, Map<String, ?> values) {
    StringOutput out = new StringOutput();
    @SuppressWarnings("unchecked") // the engine only reads the map
    Map<String, Object> model = (Map<String, Object>) values;
    templates.render(template, model, out);
    context.html(out.toString());
  }
}
