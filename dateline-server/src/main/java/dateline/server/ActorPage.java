package dateline.server;

import dateline.store.Findings.Profile;
import dateline.store.Hit;
import dateline.store.Hits;
import dateline.store.Query;
import dateline.store.Query.Role;
import dateline.store.RecordStore;
import dateline.store.Reviews.Merging;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One actor over all articles: what it said, did, had done to it; and what it is only claimed to
 * have done, apart.
 */
public final class ActorPage {

  private static final int SHOWN = 10;

  private final RecordStore store;

  ActorPage(RecordStore store) {
    this.store = store;
  }

  /**
   * A part of the page.
   *
   * @param all address of everything that the part is about
   */
  public record Part(
      String id, String title, String empty, long total, List<? extends Hit> hits, String all) {}

  void show(Context context) {
    String name = context.queryParam("name");
    if (name == null || name.isBlank()) {
      throw new BadRequestResponse("Whose page? Give a name");
    }
    Profile profile = store.findings().profile(name);
    Question question = Question.of(context).with("who", profile.name());
    List<Part> parts = parts(question, profile.names());
    List<Merging> mergings =
        store.reviews().mergings().stream()
            .filter(merging -> profile.names().contains(merging.name()) && !merging.undone())
            .toList();
    Web.answer(
        context,
        "actor.jte",
        Web.map(
            "profile", profile,
            "question", question,
            "parts", parts,
            "mergings", mergings,
            "alike", alike(profile)),
        Web.map("profile", profile, "parts", parts, "mergings", mergings));
  }

  private List<Part> parts(Question question, List<String> names) {
    List<Part> parts = new ArrayList<>();
    Question statements = new Question("statements", question.parts()).with("order", "latest");
    Query said = statements.query(who -> names).limit(SHOWN);
    Hits<Hit.OfStatement> words = store.statements(said.who(Role.SPEAKER, names));
    parts.add(
        new Part(
            "said",
            "Said",
            "No statement is stored.",
            words.total(),
            words.hits(),
            statements.with("role", "speaker").at("/search")));
    Question events = new Question("events", statements.parts());
    Query done = events.query(who -> names).limit(SHOWN);
    add(
        parts,
        "did",
        "Did, by the outlets’ own reports",
        events.with("role", "actor").with("claimed", "no"),
        done.who(Role.ACTOR, names).claimed(false));
    add(
        parts,
        "had",
        "Had done to them, by the outlets’ own reports",
        events.with("role", "recipient").with("claimed", "no"),
        done.who(Role.RECIPIENT, names).claimed(false));
    add(
        parts,
        "claimed-did",
        "Are claimed to have done — by the speakers named, not by the outlets",
        events.with("role", "actor").with("claimed", "yes"),
        done.who(Role.ACTOR, names).claimed(true));
    add(
        parts,
        "claimed-had",
        "Are claimed to have had done to them",
        events.with("role", "recipient").with("claimed", "yes"),
        done.who(Role.RECIPIENT, names).claimed(true));
    add(
        parts,
        "claims",
        "Claims, about anybody",
        events.with("role", "claimant"),
        done.who(Role.CLAIMANT, names).claimed(null));
    return parts;
  }

  private void add(List<Part> parts, String id, String title, Question question, Query query) {
    Hits<Hit.OfEvent> hits = store.events(query);
    parts.add(
        new Part(
            id, title, "Nothing is stored.", hits.total(), hits.hits(), question.at("/search")));
  }

  /**
   * Names that begin with the same word, or with the last word of this one: to be merged, perhaps.
   */
  private List<String> alike(Profile profile) {
    Set<String> alike = new TreeSet<>();
    String[] words = profile.name().split(" ");
    for (String begin : List.of(words[0], words[words.length - 1])) {
      store.findings().names(begin, 12).forEach(count -> alike.add(count.value()));
    }
    alike.removeAll(profile.names());
    return alike.stream().limit(12).toList();
  }

  void names(Context context) {
    String begin = context.queryParam("q");
    Web.json(
        context,
        Map.of("names", store.findings().names(begin == null ? "" : begin, Question.PAGE)));
  }
}
