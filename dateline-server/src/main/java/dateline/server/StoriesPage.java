package dateline.server;

import dateline.store.RecordStore;
import dateline.store.Stories;
import dateline.store.Stories.Found;
import dateline.store.Stories.Kept;
import dateline.store.Stories.Order;
import dateline.store.Stories.StoryQuery;
import dateline.story.Story;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stories: what several articles tell of one happening; as a list, one by one, and as a feed. */
public final class StoriesPage {

  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final RecordStore store;

  StoriesPage(RecordStore store) {
    this.store = store;
  }

  void list(Context context) {
    String words = Web.typed(context, "q");
    String from = date(context, "from");
    String to = date(context, "to");
    boolean largest = "largest".equals(context.queryParam("order"));
    int articles = number(context, "articles", 2);
    int skip = number(context, "skip", 0);
    Found found =
        store
            .stories()
            .find(
                new StoryQuery(
                    words.isEmpty() ? null : words,
                    from,
                    to,
                    articles,
                    largest ? Order.LARGEST : Order.LATEST,
                    skip,
                    Question.PAGE));
    int shown = skip + found.stories().size();
    String next =
        "/stories?q="
            + Question.encode(words)
            + "&from="
            + (from == null ? "" : from)
            + "&to="
            + (to == null ? "" : to)
            + "&order="
            + (largest ? "largest" : "latest")
            + "&articles="
            + articles
            + "&skip="
            + shown;
    Web.tell(
        context,
        "stories.jte",
        Web.map(
            "words",
            words,
            "from",
            from == null ? "" : from,
            "to",
            to == null ? "" : to,
            "largest",
            largest,
            "articles",
            articles,
            "found",
            found,
            "next",
            shown < found.total() ? Links.of(context).to(next) : null),
        found);
  }

  private static @Nullable String date(Context context, String name) {
    String typed = context.queryParam(name);
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (!DATE.matcher(typed).matches()) {
      throw new BadRequestResponse("A date is 2020, 2020-11 or 2020-11-17");
    }
    return typed;
  }

  private static int number(Context context, String name, int otherwise) {
    String typed = context.queryParam(name);
    return typed != null && NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : otherwise;
  }

  void show(Context context) {
    Kept kept = story(context);
    Web.tell(
        context, "story.jte", Web.map("kept", kept, "title", title(kept.story().title())), kept);
  }

  private Kept story(Context context) {
    String id = context.pathParam("id");
    Stories stories = store.stories();
    return stories.story(id).orElseThrow(() -> new NotFoundResponse("There is no such story"));
  }

  void atom(Context context) {
    feed(context).asAtom(context);
  }

  void json(Context context) {
    feed(context).asJson(context);
  }

  /** The story's articles, the latest first. */
  private Feed feed(Context context) {
    Kept kept = story(context);
    String base = Feed.base(context);
    String address = base + "/story/" + kept.number();
    List<Feed.Entry> entries = new ArrayList<>();
    for (Story.Member member : kept.story().articles()) {
      LocalDate day = Dates.day(member.published());
      entries.add(
          0,
          new Feed.Entry(
              base + "/article/" + Question.encode(member.article()),
              title(member.title()),
              String.join("; ", member.because()),
              day == null ? Feed.UNDATED : day + "T00:00:00Z",
              member.outlet()));
    }
    return new Feed(
        "Dateline: story " + title(kept.story().title()),
        address + "/feed.atom",
        address + "/feed.json",
        address,
        entries);
  }

  public static String title(@Nullable String title) {
    return title == null || title.isBlank() ? "Without a title" : title;
  }

  /** From one day to another, in words. */
  public static String period(@Nullable String first, @Nullable String last) {
    String from = day(first);
    String to = day(last);
    return from.isEmpty() ? "undated" : from.equals(to) ? from : from + " to " + to;
  }

  private static String day(@Nullable String published) {
    return published == null
        ? ""
        : Words.date(published.substring(0, Math.min(10, published.length())));
  }
}
