package dateline.store;

import dateline.model.ArticleRecord;
import dateline.store.Reviews.Merging;
import dateline.story.Edits;
import dateline.story.People;
import dateline.story.People.Decision;
import dateline.story.People.Person;
import dateline.story.People.Sighting;
import dateline.story.Story.SameStatement;
import dateline.story.StoryTeller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads stories from a store's tables. */
final class SqlStories implements Stories {

  /** Stories that became others in turn: as many steps are followed. */
  private static final int LONGEST_CHAIN = 100;

  /** Statements of one name that are laid side by side. */
  private static final int MOST_STATEMENTS = 500;

  private final SqlStore store;
  private final Dialect dialect;

  SqlStories(SqlStore store, Dialect dialect) {
    this.store = store;
    this.dialect = dialect;
  }

  @Override
  public Found find(StoryQuery query) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("s.articles >= :articles"));
    values.put("articles", query.articles());
    if (query.from() != null) {
      conditions.add("s.last >= :from");
      values.put("from", query.from());
    }
    if (query.to() != null) {
      // Sorts after every day and minute that begins with it.
      conditions.add("s.first <= :to || '~'");
      values.put("to", query.to());
    }
    if (query.words() != null && !query.words().isBlank()) {
      String match = dialect.typed(query.words(), "text");
      if (match == null) {
        return new Found(0, List.of());
      }
      conditions.add(
          "s.story IN (SELECT a.story FROM story_article a WHERE a.page IN (SELECT p.page"
              + dialect.fromMatches("article")
              + "))");
      values.put("match", match);
    }
    String where = " FROM story s WHERE " + String.join(" AND ", conditions);
    String order =
        query.order() == Order.LARGEST
            ? " ORDER BY s.articles DESC, s.last DESC, s.story DESC"
            : " ORDER BY s.last DESC, s.story DESC";
    return store.reading(
        handle ->
            new Found(
                handle
                    .createQuery("SELECT count(*)" + where)
                    .bindMap(values)
                    .mapTo(Long.class)
                    .one(),
                handle
                    .createQuery("SELECT s.*" + where + order + " LIMIT :limit OFFSET :skip")
                    .bindMap(values)
                    .bind("limit", query.limit())
                    .bind("skip", query.skip())
                    .map((row, context) -> reference(row))
                    .list()));
  }

  private static StoryRef reference(ResultSet row) throws SQLException {
    String last = row.getString("last");
    return new StoryRef(
        row.getLong("story"),
        row.getString("title"),
        row.getString("first"),
        last.isEmpty() ? null : last,
        row.getInt("articles"),
        row.getInt("texts"),
        row.getInt("outlets"));
  }

  @Override
  public Optional<Kept> story(String id) {
    return store.reading(handle -> number(handle, id).map(story -> kept(handle, story)));
  }

  @Override
  public List<SameStatement> said(String speaker, @Nullable String words) {
    Set<String> names = new LinkedHashSet<>(List.of(speaker));
    people(speaker).stream().limit(1).forEach(person -> names.addAll(person.names()));
    Set<String> wanted = new HashSet<>();
    Set<String> articles = new LinkedHashSet<>();
    for (String name : names) {
      Query query = new Query(words, name, null, null, null, null, null, MOST_STATEMENTS);
      for (Hit.OfStatement hit : store.statements(query).hits()) {
        wanted.add(hit.article().id() + " " + hit.id());
        articles.add(hit.article().id());
      }
    }
    List<StoryTeller.Input> inputs =
        store.reading(
            handle ->
                articles.stream()
                    .flatMap(article -> inputs(handle, "r.id = :key", article, Map.of()).stream())
                    .toList());
    return StoryTeller.sayings(
        inputs, (article, statement) -> wanted.contains(article + " " + statement));
  }

  @Override
  public List<Person> people(String name) {
    List<Decision> decisions = decisions();
    Set<String> sounds = new LinkedHashSet<>(List.of(People.key(name)));
    // Names that are held to be one person's need not sound alike.
    for (int known = 0; known < sounds.size(); ) {
      known = sounds.size();
      for (Decision decision : decisions) {
        List<String> both = List.of(People.key(decision.name()), People.key(decision.other()));
        if (decision.one() && both.stream().anyMatch(sounds::contains)) {
          sounds.addAll(both);
        }
      }
    }
    List<Sighting> sightings =
        store.reading(
            handle -> sounds.stream().flatMap(sound -> sightings(handle, sound).stream()).toList());
    return People.of(sightings, decisions).stream()
        .filter(
            person ->
                person.names().stream().anyMatch(each -> People.key(each).equals(People.key(name))))
        .toList();
  }

  private List<Decision> decisions() {
    return Stream.concat(
            store.reviews().mergings().stream().map(merging -> decision(merging, true)),
            store.reviews().partings().stream().map(parting -> decision(parting, false)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Decision> decision(Merging merging, boolean one) {
    String by = "by " + merging.who() + ", number " + merging.number();
    return merging.undone()
        ? Optional.empty()
        : Optional.of(new Decision(merging.name(), merging.main(), one, by));
  }

  private static List<Sighting> sightings(Handle handle, String sound) {
    return handle
        .createQuery(
            "SELECT r.id, n.name, n.country, n.sectors, n.role, n.day"
                + " FROM person_name n JOIN page g ON g.page = n.page"
                + " JOIN revision r ON r.revision = g.revision WHERE n.sound = :sound")
        .bind("sound", sound)
        .map(
            (row, context) ->
                new Sighting(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("country"),
                    SqlStore.codes(row.getString("sectors")),
                    row.getString("role"),
                    row.getString("day")))
        .list();
  }

  @Override
  public Optional<Long> of(String article) {
    return store.reading(handle -> storyOfArticle(handle, article));
  }

  private Optional<Long> storyOfArticle(Handle handle, String article) {
    return SqlStore.page(handle, article)
        .flatMap(
            page ->
                handle
                    .createQuery("SELECT story FROM story_article WHERE page = :page")
                    .bind("page", page)
                    .mapTo(Long.class)
                    .findOne());
  }

  private Optional<Long> number(Handle handle, String id) {
    if (id.matches("\\d{1,18}")) {
      Optional<Long> story = current(handle, Long.parseLong(id));
      if (story.isPresent()) {
        return story;
      }
    }
    return storyOfArticle(handle, id);
  }

  /** The story with a number, or what became of it. */
  private static Optional<Long> current(Handle handle, long number) {
    long story = number;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      boolean exists =
          handle
              .createQuery("SELECT 1 FROM story_article WHERE story = :story LIMIT 1")
              .bind("story", story)
              .mapTo(Integer.class)
              .findOne()
              .isPresent();
      if (exists) {
        return Optional.of(story);
      }
      Optional<Long> became =
          handle
              .createQuery(
                  "SELECT became FROM story_change WHERE story = :story"
                      + " ORDER BY change DESC LIMIT 1")
              .bind("story", story)
              .mapTo(Long.class)
              .findOne();
      if (became.isEmpty()) {
        return became;
      }
      story = became.get();
    }
    return Optional.empty();
  }

  private static Kept kept(Handle handle, long story) {
    Map<Long, List<ArticleRecord>> revised = revised(handle, story);
    List<StoryTeller.Input> inputs = inputs(handle, "a.story = :key", story, revised);
    List<StoryChange> history =
        handle
            .createQuery(
                "SELECT c.story, c.what, c.became, r.id FROM story_change c"
                    + " LEFT JOIN page g ON g.page = c.because"
                    + " LEFT JOIN revision r ON r.revision = g.revision"
                    + " WHERE c.story = :story OR c.became = :story ORDER BY c.change")
            .bind("story", story)
            .map(
                (row, context) ->
                    new StoryChange(
                        row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
            .list();
    return new Kept(story, StoryTeller.tell(inputs), history, edited(revised.values()));
  }

  /** All revisions of the story's articles that have changed, in order, by page. */
  private static Map<Long, List<ArticleRecord>> revised(Handle handle, long story) {
    List<Long> pages =
        handle
            .createQuery(
                "SELECT a.page FROM story_article a JOIN revision r ON r.page = a.page"
                    + " WHERE a.story = :story GROUP BY a.page HAVING count(*) > 1 ORDER BY a.page")
            .bind("story", story)
            .mapTo(Long.class)
            .list();
    Map<Long, List<ArticleRecord>> revised = new TreeMap<>();
    for (long page : pages) {
      revised.put(
          page,
          handle
              .createQuery("SELECT record FROM revision WHERE page = :page ORDER BY number")
              .bind("page", page)
              .map((row, context) -> Packing.unpack(row.getBytes(1)))
              .list());
    }
    return revised;
  }

  private static List<Edited> edited(Collection<List<ArticleRecord>> revised) {
    List<Edited> edited = new ArrayList<>();
    for (List<ArticleRecord> records : revised) {
      for (int i = 1; i < records.size(); i++) {
        List<Edits.Edit> edits = Edits.between(records.get(i - 1), records.get(i));
        if (!edits.isEmpty()) {
          ArticleRecord later = records.get(i);
          edited.add(new Edited(later.id(), later.article().outlet(), i + 1, edits));
        }
      }
    }
    return edited;
  }

  /** The current records of articles, with the numbers of their texts. */
  private static List<StoryTeller.Input> inputs(
      Handle handle, String condition, Object key, Map<Long, List<ArticleRecord>> revised) {
    return handle
        .createQuery(
            "SELECT r.record, a.copies, a.page FROM story_article a JOIN page g ON g.page = a.page"
                + " JOIN revision r ON r.revision = g.revision WHERE "
                + condition
                + " ORDER BY a.page")
        .bind("key", key)
        .map(
            (row, context) ->
                new StoryTeller.Input(
                    Packing.unpack(row.getBytes(1)),
                    row.getLong(2),
                    earlier(revised.getOrDefault(row.getLong(3), List.of()))))
        .list();
  }

  private static List<ArticleRecord> earlier(List<ArticleRecord> revisions) {
    return revisions.isEmpty() ? revisions : revisions.subList(0, revisions.size() - 1);
  }
}
