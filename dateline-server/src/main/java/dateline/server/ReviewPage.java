package dateline.server;

import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import dateline.store.Reviews.Review;
import dateline.store.Reviews.Verdict;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accept, reject or fix what the machine read, merge names, and take any of it back. The record
 * itself stays as read: what people say is kept beside it.
 */
final class ReviewPage {

  /** What can be mended, by the letter that an item's id begins with. */
  private static final Map<Character, List<String>> FIELDS =
      Map.of(
          's', List.of("speaker", "kind", "type", "addressee", "venue", "date"),
          'e',
              List.of(
                  "type",
                  "mode",
                  "factuality",
                  "asserted by",
                  "actor",
                  "recipient",
                  "date",
                  "place"));

  private static final int NAME = 80;
  private static final int VALUE = 500;

  private final RecordStore store;
  private final Supplier<Instant> clock;

  ReviewPage(RecordStore store, Supplier<Instant> clock) {
    this.store = store;
    this.clock = clock;
  }

  void form(Context context) {
    ArticleRecord record = record(context);
    List<Review> all = store.reviews().of(record.id());
    ReaderView view = ReaderView.of(record, all, store.versions(record.id()));
    String item = required(context.queryParam("item"), "item", NAME);
    List<Review> reviews = all.stream().filter(review -> item.equals(review.item())).toList();
    List<String> fields = FIELDS.getOrDefault(item.charAt(0), List.of());
    Web.answer(
        context,
        "review.jte",
        Web.map(
            "view", view,
            "item", item,
            "statement", find(view, item),
            "event",
                view.events().stream().filter(e -> e.id().equals(item)).findFirst().orElse(null),
            "fields", fields,
            "reviews", reviews,
            "who",
                context.cookie("dateline-reviewer") == null
                    ? ""
                    : context.cookie("dateline-reviewer")),
        Web.map("item", item, "fields", fields, "reviews", reviews));
  }

  private static ReaderView.@Nullable StatementLine find(ReaderView view, String item) {
    List<ReaderView.StatementLine> all = new ArrayList<>(view.statements());
    all.addAll(view.thoughts());
    return all.stream().filter(s -> s.id().equals(item)).findFirst().orElse(null);
  }

  private ArticleRecord record(Context context) {
    return store
        .find(context.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("There is no such article"));
  }

  /** {@code POST /article/{id}/review}: item, verdict, who; for a fix field and value as well. */
  void add(Context context) {
    String id = context.pathParam("id");
    String item = required(context.formParam("item"), "item", NAME);
    String who = required(context.formParam("who"), "who", NAME);
    Verdict verdict = verdict(required(context.formParam("verdict"), "verdict", NAME));
    String field = null;
    String value = null;
    if (verdict == Verdict.FIX) {
      field = required(context.formParam("field"), "field", NAME);
      if (!FIELDS.getOrDefault(item.charAt(0), List.of()).contains(field)) {
        throw new BadRequestResponse("There is no field " + field + " to mend");
      }
      String typed = context.formParam("value");
      value = typed == null || typed.isBlank() ? null : required(typed, "value", VALUE);
    }
    try {
      long number = store.reviews().review(id, item, verdict, field, value, who, now());
      done(context, number, who, "/article/" + Question.encode(id) + "#" + item);
    } catch (IllegalArgumentException e) {
      throw new NotFoundResponse(String.valueOf(e.getMessage()));
    }
  }

  /** {@code POST /reviews/{number}/undo}. */
  void undo(Context context) {
    String who = required(context.formParam("who"), "who", NAME);
    long number = number(context);
    Review review =
        store.reviews().all().stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("There is no correction " + number));
    try {
      store.reviews().undoReview(number, who, now());
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
    done(
        context,
        number,
        who,
        "/article/" + Question.encode(review.article()) + "#" + review.item());
  }

  /** {@code POST /actor/merge}: name, main, who. */
  void merge(Context context) {
    keep(context, true, HitView.actorPage(required(context.formParam("main"), "main", VALUE)));
  }

  /** {@code POST /v1/partings}: name, main, who; they are two people's, though they sound alike. */
  void part(Context context) {
    keep(context, false, HitView.actorPage(required(context.formParam("main"), "main", VALUE)));
  }

  /** {@code POST /people/decide}: name, main, who, and whether they are one or other people. */
  void decide(Context context) {
    boolean one = "one".equals(required(context.formParam("is"), "is", NAME));
    keep(context, one, peoplePage(context));
  }

  private void keep(Context context, boolean one, String next) {
    String name = required(context.formParam("name"), "name", VALUE);
    String main = required(context.formParam("main"), "main", VALUE);
    String who = required(context.formParam("who"), "who", NAME);
    try {
      long number =
          one
              ? store.reviews().merge(name, main, who, now())
              : store.reviews().keepApart(name, main, who, now());
      done(context, number, who, next);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private static String peoplePage(Context context) {
    return "/people?name=" + Question.encode(required(context.formParam("page"), "page", VALUE));
  }

  /**
   * {@code POST /mergings/{number}/undo}: who; takes back that names are one's, or two people's.
   * With a name as {@code page}, the page of who has that name is next, else the actor's.
   */
  void split(Context context) {
    String who = required(context.formParam("who"), "who", NAME);
    long number = number(context);
    var merging =
        Stream.concat(store.reviews().mergings().stream(), store.reviews().partings().stream())
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("There is no merging " + number));
    try {
      store.reviews().undoMerging(number, who, now());
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
    String next =
        context.formParam("page") == null ? HitView.actorPage(merging.main()) : peoplePage(context);
    done(context, number, who, next);
  }

  private static void done(Context context, long number, String who, String next) {
    context.cookie("dateline-reviewer", Question.encode(who).replace("+", "%20"));
    if (Web.wantsJson(context)) {
      context.status(201);
      Web.json(context, Map.of("number", number));
    } else {
      context.redirect(next, io.javalin.http.HttpStatus.SEE_OTHER);
    }
  }

  /**
   * {@code GET /v1/reviews}: everything said that stands, one JSON object a line, with the record
   * that it is about: gold data for measuring and training.
   */
  void gold(Context context) {
    StringBuilder lines = new StringBuilder();
    for (Review review : store.reviews().all()) {
      if (!review.undone()) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("number", review.number());
        line.put("article", review.article());
        line.put("item", review.item());
        line.put("words", review.words());
        line.put("verdict", review.verdict().name().toLowerCase(Locale.ROOT));
        line.put("field", review.field());
        line.put("value", review.value());
        line.put("who", review.who());
        line.put("made", review.made());
        store
            .find(review.article())
            .ifPresent(
                record ->
                    line.put(
                        "record",
                        new com.fasterxml.jackson.databind.util.RawValue(
                            RecordJson.write(record))));
        lines.append(Web.text(line)).append('\n');
      }
    }
    context.contentType("application/x-ndjson").result(lines.toString());
  }

  private String now() {
    return clock.get().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static long number(Context context) {
    String number = context.pathParam("number");
    if (!number.matches("\\d{1,18}")) {
      throw new BadRequestResponse("A number is needed, not " + number);
    }
    return Long.parseLong(number);
  }

  private static Verdict verdict(String code) {
    try {
      return Verdict.valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse("A verdict is accept, reject or fix, not " + code);
    }
  }

  private static String required(@Nullable String value, String name, int most) {
    if (value == null || value.isBlank()) {
      throw new BadRequestResponse("The field “" + name + "” is missing");
    }
    if (value.length() > most) {
      throw new BadRequestResponse(
          "The field “" + name + "” is longer than " + most + " characters");
    }
    return value.strip();
  }
}
