package dateline.server;

import dateline.store.Hit;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Any search as a feed, the latest first. */
final class FeedPage {

  private final SearchPage search;

  FeedPage(SearchPage search) {
    this.search = search;
  }

  void atom(Context context) {
    feed(context).asAtom(context);
  }

  void json(Context context) {
    feed(context).asJson(context);
  }

  private Feed feed(Context context) {
    Question question = Question.of(context);
    String base = Feed.base(context);
    List<Feed.Entry> entries = new ArrayList<>();
    for (Hit hit : search.hits(question.with("order", "latest")).hits()) {
      HitView view = HitView.of(hit, "");
      entries.add(
          new Feed.Entry(
              base + view.address(),
              view.headline(),
              view.plain(),
              updated(hit),
              hit.article().outlet()));
    }
    return new Feed(
        title(question),
        base + question.at("/feed.atom"),
        base + question.at("/feed.json"),
        base + question.at("/search"),
        entries);
  }

  private static String updated(Hit hit) {
    LocalDate day = Dates.day(hit.article().published());
    return day == null ? Feed.UNDATED : day + "T00:00:00Z";
  }

  private static String title(Question question) {
    String words = String.join(", ", question.chips().stream().map(Question.Chip::words).toList());
    return "Dateline: " + question.in() + (words.isEmpty() ? "" : " – " + words);
  }
}
