package dateline.io.export;

import dateline.io.export.Table.Column;
import dateline.io.export.Table.Type;
import dateline.io.export.Table.What;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Statement;
import dateline.story.Story;
import dateline.story.Story.Member;
import dateline.story.Story.SameEvent;
import dateline.story.Story.SameStatement;
import dateline.story.Story.Telling;
import dateline.story.Story.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Columns that tell how an item stands among all reports of its story: they come after a table's
 * own. Empty where the store has no story of the article. Not thread-safe.
 */
public final class StoryColumns {

  /** Adds nothing: for records that are in no store. */
  public static final StoryColumns NONE =
      new StoryColumns(record -> Optional.empty(), number -> Optional.empty(), false);

  /** Stories that are kept at hand: articles of one story mostly lie near each other. */
  private static final int MOST_KEPT = 200;

  private static final Column STORY =
      new Column("story", Type.INTEGER, "number of the story that the article is in");

  private static final List<Column> OF_ARTICLES =
      List.of(
          STORY,
          new Column("report_of", "whose report it is: the agency's, else the outlet's"),
          new Column("story_reports", Type.INTEGER, "articles in the story"),
          new Column("story_outlets", Type.INTEGER, "outlets that print them"),
          new Column(
              "story_independent_sources",
              Type.INTEGER,
              "agencies and outlets whose own reports they are"));

  private static final List<Column> OF_STATEMENTS =
      List.of(
          STORY,
          new Column(
              "form",
              "beside its other tellings in the story: whole, cut, altered, reworded or indirect"),
          new Column("reports", Type.INTEGER, "articles of the story that tell the statement"),
          new Column("outlets", Type.INTEGER, "outlets among them"),
          new Column(
              "independent_sources",
              Type.INTEGER,
              "agencies and outlets whose own reports they are"));

  private static final List<Column> OF_EVENTS =
      List.of(
          STORY,
          new Column(
              "standing",
              "how the event stands in all reports of the story: corroborated, reported,"
                  + " claimed-by-several, claimed, contested, denied or expected"),
          new Column("reports", Type.INTEGER, "articles of the story that tell the event"),
          new Column("outlets", Type.INTEGER, "outlets among them"),
          new Column(
              "independent_sources",
              Type.INTEGER,
              "agencies and outlets whose own reports they are"),
          new Column("claimed_by", "speakers who say that it happened, joined by semicolons"),
          new Column("denied_by", "speakers who deny it, joined by semicolons"));

  private final Function<ArticleRecord, Optional<Long>> numbers;
  private final LongFunction<Optional<Story>> stories;
  private final boolean present;

  /** The record that was asked about last, and what there is of its story. */
  private @Nullable ArticleRecord last;

  private @Nullable Items ofLast;

  private final Map<Long, Items> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Entry<Long, Items> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * @param numbers the number of an article's story
   * @param stories the story with a number
   */
  public StoryColumns(
      Function<ArticleRecord, Optional<Long>> numbers, LongFunction<Optional<Story>> stories) {
    this(numbers, stories, true);
  }

  private StoryColumns(
      Function<ArticleRecord, Optional<Long>> numbers,
      LongFunction<Optional<Story>> stories,
      boolean present) {
    this.numbers = numbers;
    this.stories = stories;
    this.present = present;
  }

  /** What there is of a story, by article and item. */
  private record Items(
      long number,
      Story story,
      Map<String, Member> articles,
      Map<String, SameEvent> events,
      Map<String, Said> statements) {

    static Items of(long number, Story story) {
      Map<String, Member> articles = new HashMap<>();
      story.articles().forEach(member -> articles.put(member.article(), member));
      Map<String, SameEvent> events = new HashMap<>();
      for (SameEvent event : story.events()) {
        event.mentions().forEach(told -> events.put(key(told.article(), told.event()), event));
      }
      Map<String, Said> statements = new HashMap<>();
      for (SameStatement statement : story.statements()) {
        long outlets =
            statement.variants().stream()
                .flatMap(variant -> variant.tellings().stream())
                .map(Telling::outlet)
                .distinct()
                .count();
        for (Variant variant : statement.variants()) {
          for (Telling telling : variant.tellings()) {
            if (telling.revision() == null) {
              statements.put(
                  key(telling.article(), telling.statement()),
                  new Said(statement, variant.form(), (int) outlets));
            }
          }
        }
      }
      return new Items(number, story, articles, events, statements);
    }

    static String key(String article, String item) {
      return article + " " + item;
    }
  }

  /** A statement in one of its forms. */
  private record Said(SameStatement statement, Story.Form form, int outlets) {}

  /** An event in all reports of a story. */
  record InStory(long number, SameEvent event) {}

  /** The table with our columns after its own; itself when there are none for it. */
  public Table add(Table table) {
    if (!present) {
      return table;
    }
    for (What what : What.values()) {
      if (Tables.of(what) == table) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.addAll(columns(what));
        return new Table(table.name(), columns, record -> rows(what, table, record));
      }
    }
    return table;
  }

  private static List<Column> columns(What what) {
    return switch (what) {
      case ARTICLES -> OF_ARTICLES;
      case STATEMENTS -> OF_STATEMENTS;
      case EVENTS -> OF_EVENTS;
    };
  }

  private List<List<@Nullable Object>> rows(What what, Table table, ArticleRecord record) {
    List<List<@Nullable Object>> own = table.rows().apply(record);
    if (own.isEmpty()) {
      return own;
    }
    Items items = items(record);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      List<@Nullable Object> row = new ArrayList<>(own.get(i));
      switch (what) {
        case ARTICLES -> addArticle(row, items, record);
        case STATEMENTS -> addStatement(row, items, record, record.statements().get(i));
        case EVENTS -> addEvent(row, items, record, record.events().get(i));
      }
      while (row.size() < own.get(i).size() + columns(what).size()) {
        row.add(null);
      }
      rows.add(row);
    }
    return rows;
  }

  @SuppressWarnings("ReferenceEquality") // the same object while its items are written
  private @Nullable Items items(ArticleRecord record) {
    if (record != last) {
      ofLast = numbers.apply(record).map(this::items).orElse(null);
      last = record;
    }
    return ofLast;
  }

  private @Nullable Items items(long number) {
    Items known = kept.get(number);
    if (known == null) {
      known = stories.apply(number).map(story -> Items.of(number, story)).orElse(null);
      if (known != null) {
        kept.put(number, known);
      }
    }
    return known;
  }

  private static void addArticle(
      List<@Nullable Object> row, @Nullable Items items, ArticleRecord record) {
    Member member = items == null ? null : items.articles().get(record.id());
    if (items != null && member != null) {
      row.add(items.number());
      row.add(member.source());
      row.add(items.story().articles().size());
      row.add(items.story().outlets());
      row.add(items.story().sources().size());
    }
  }

  private static void addStatement(
      List<@Nullable Object> row,
      @Nullable Items items,
      ArticleRecord record,
      Statement statement) {
    Said said =
        items == null ? null : items.statements().get(Items.key(record.id(), statement.id()));
    if (items != null && said != null) {
      row.add(items.number());
      row.add(said.form().code());
      row.add(said.statement().articles());
      row.add(said.outlets());
      row.add(said.statement().sources());
    }
  }

  private static void addEvent(
      List<@Nullable Object> row, @Nullable Items items, ArticleRecord record, Event event) {
    SameEvent same = items == null ? null : items.events().get(Items.key(record.id(), event.id()));
    if (items != null && same != null) {
      row.add(items.number());
      row.add(same.standing().code());
      row.add(same.reports());
      row.add(same.outlets());
      row.add(same.independentSources());
      row.add(joined(same.claimedBy()));
      row.add(joined(same.deniedBy()));
    }
  }

  private static @Nullable String joined(List<String> names) {
    return names.isEmpty() ? null : String.join(";", names);
  }

  /** An event of a record in all reports of its story; null when there are none. */
  @Nullable InStory event(ArticleRecord record, Event event) {
    Items items = items(record);
    SameEvent same = items == null ? null : items.events().get(Items.key(record.id(), event.id()));
    return items == null || same == null ? null : new InStory(items.number(), same);
  }
}
