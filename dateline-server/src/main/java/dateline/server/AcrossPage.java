package dateline.server;

import dateline.store.RecordStore;
import dateline.store.Reviews.Merging;
import dateline.store.Stories.Kept;
import dateline.story.People.Person;
import dateline.story.Story.SameEvent;
import dateline.story.Story.SameStatement;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is seen only across articles: a speaker's statements over time, people of a name and who is
 * held to be whom, one event in all its reports.
 */
public final class AcrossPage {

  private final RecordStore store;

  AcrossPage(RecordStore store) {
    this.store = store;
  }

  /** {@code GET /said?speaker=…&q=…}: then and now, each statement once. */
  void said(Context context) {
    String speaker = Web.typed(context, "speaker");
    String words = Web.typed(context, "q");
    List<SameStatement> said =
        speaker.isEmpty()
            ? List.of()
            : store.stories().said(speaker, words.isEmpty() ? null : words);
    Web.tell(
        context,
        "said.jte",
        Web.map("speaker", speaker, "words", words, "said", said),
        Map.of("speaker", speaker, "words", words, "statements", said));
  }

  /** {@code GET /people?name=…}: who has the name, and what was decided about it. */
  void people(Context context) {
    String name = Web.typed(context, "name");
    List<Person> people = name.isEmpty() ? List.of() : store.stories().people(name);
    List<String> names = people.stream().flatMap(person -> person.names().stream()).toList();
    List<Merging> merged = standing(store.reviews().mergings(), names);
    List<Merging> parted = standing(store.reviews().partings(), names);
    Web.tell(
        context,
        "people.jte",
        Web.map("name", name, "people", people, "merged", merged, "parted", parted),
        Map.of("name", name, "people", people, "mergings", merged, "partings", parted));
  }

  private static List<Merging> standing(List<Merging> decisions, List<String> names) {
    return decisions.stream()
        .filter(each -> !each.undone())
        .filter(each -> Stream.of(each.name(), each.main()).anyMatch(names::contains))
        .toList();
  }

  /** {@code GET /article/{id}/event/{item}}: the event in all reports of the article's story. */
  void event(Context context) {
    String item = context.pathParam("item");
    Kept kept =
        store
            .stories()
            .story(context.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("There is no such article"));
    String article = store.find(context.pathParam("id")).map(record -> record.id()).orElse("");
    SameEvent event =
        kept.story().events().stream()
            .filter(
                each ->
                    each.mentions().stream()
                        .anyMatch(
                            told -> told.article().equals(article) && told.event().equals(item)))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("The article tells no such event"));
    Web.tell(
        context,
        "sameeventpage.jte",
        Web.map("kept", kept, "event", event, "heading", heading(event), "article", article),
        Map.of("story", kept.number(), "event", event));
  }

  /** "ASSAULT in Herat". */
  private static String heading(SameEvent event) {
    return event.type().code() + (event.place() == null ? "" : " in " + event.place());
  }

  /** The statements of a page, in years: each under the year in which it was first told. */
  public static List<Year> years(List<SameStatement> said) {
    List<Year> years = new ArrayList<>();
    for (SameStatement statement : said) {
      String first = statement.first();
      String year = first == null || first.length() < 4 ? null : first.substring(0, 4);
      if (years.isEmpty() || !Objects.equals(years.get(years.size() - 1).year(), year)) {
        years.add(new Year(year, new ArrayList<>()));
      }
      years.get(years.size() - 1).said().add(statement);
    }
    return years;
  }

  /**
   * What was first told in a year.
   *
   * @param year null when no article says
   */
  public record Year(@Nullable String year, List<SameStatement> said) {}
}
