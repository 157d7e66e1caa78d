package dateline.spark;

import dateline.io.export.Table.Column;
import dateline.io.export.Table.Type;
import dateline.story.Story;
import dateline.story.Story.Member;
import dateline.story.Story.SameEvent;
import dateline.story.Story.SameStatement;
import dateline.story.Story.Telling;
import dateline.story.Story.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The tables of what articles tell together. A story is named by the least id of its articles. */
enum StoryTable {
  /** A row a story. */
  STORIES(
      new Column("title", "headline of the article that came first"),
      new Column("first", "when that was published; null when no article says"),
      new Column("last", "when the last was"),
      new Column("articles", Type.INTEGER, "how many"),
      new Column("outlets", Type.INTEGER, "that printed it"),
      new Column("sources", "independent ones; an agency and all who print its text are one")),
  /** A row an article. */
  STORY_ARTICLES(
      new Column("article", "the record's id"),
      new Column("copies", Type.INTEGER, "the same within a story for near copies"),
      new Column("outlet", "the publication"),
      new Column("published", "ISO 8601"),
      new Column("source", "whose report it is: the agency's, else the outlet's"),
      new Column("because", "why it is in the story; null for the first")),
  /** A row for each event, however many articles tell it. */
  STORY_EVENTS(
      new Column("event", Type.INTEGER, "number in the story"),
      new Column("type", "PLOVER's"),
      new Column("day", "ISO date; null when nobody tells"),
      new Column("place", "name"),
      new Column("actors", "names, the most told first"),
      new Column("recipients", "likewise"),
      new Column("standing", "corroborated, reported, claimed …: see docs/stories.md"),
      new Column("reports", Type.INTEGER, "articles that tell it"),
      new Column("outlets", Type.INTEGER, "among them"),
      new Column("independent_sources", Type.INTEGER, "whose own reports they are"),
      new Column("own_voice", Type.INTEGER, "how many of those report it in their own voice"),
      new Column("claimed_by", "speakers who say that it happened"),
      new Column("denied_by", "speakers who deny it"),
      new Column("mentions", "article/event, in records")),
  /** A row for each telling of a statement. */
  STORY_STATEMENTS(
      new Column("same_statement", Type.INTEGER, "number in the story, the same for one statement"),
      new Column("speaker", "the fullest name; null when nobody names one"),
      new Column("form", "whole, cut, altered, reworded or indirect: see docs/stories.md"),
      new Column("words", "in this form"),
      new Column("is_contested", Type.INTEGER, "1 when a printed form contradicts another"),
      new Column("article", "the record's id"),
      new Column("statement", "its id in the record"),
      new Column("outlet", "the publication"),
      new Column("source", "whose report it is"),
      new Column("published", "ISO 8601"));

  /** Column that tables are partitioned by: the day of a story's first article. */
  static final String DAY = "first_day";

  private final List<Column> columns;

  StoryTable(Column... columns) {
    this.columns = List.of(columns);
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  StructType schema() {
    List<Column> all = new ArrayList<>();
    all.add(new Column(DAY, "day of the story's first article, or " + Reading.UNKNOWN_DAY));
    all.add(new Column("story", "least id of its articles"));
    all.addAll(columns);
    return TableRows.schema(all);
  }

  /**
   * @param id of the story
   */
  List<Row> rows(String id, Story story) {
    List<List<@Nullable Object>> cells =
        switch (this) {
          case STORIES -> List.of(story(story));
          case STORY_ARTICLES -> articles(story);
          case STORY_EVENTS -> events(story);
          case STORY_STATEMENTS -> statements(story);
        };
    String first = story.first();
    String day =
        first == null || first.length() < 10 ? Reading.UNKNOWN_DAY : first.substring(0, 10);
    List<Row> rows = new ArrayList<>();
    for (List<@Nullable Object> row : cells) {
      List<@Nullable Object> whole = row(day, id);
      whole.addAll(row);
      rows.add(RowFactory.create(whole.toArray()));
    }
    return rows;
  }

  private static List<@Nullable Object> story(Story story) {
    return row(
        story.title(),
        story.first(),
        story.last(),
        (long) story.articles().size(),
        (long) story.outlets(),
        joined(story.sources()));
  }

  private static List<List<@Nullable Object>> articles(Story story) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Member member : story.articles()) {
      long copies = 0;
      for (int i = 0; i < story.texts().size(); i++) {
        copies = story.texts().get(i).articles().contains(member.article()) ? i : copies;
      }
      rows.add(
          row(
              member.article(),
              copies,
              member.outlet(),
              member.published(),
              member.source(),
              joined(member.because())));
    }
    return rows;
  }

  private static List<List<@Nullable Object>> events(Story story) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (SameEvent event : story.events()) {
      rows.add(
          row(
              (long) rows.size(),
              event.type().code(),
              event.day(),
              event.place(),
              joined(event.actors()),
              joined(event.recipients()),
              event.standing().code(),
              (long) event.reports(),
              (long) event.outlets(),
              (long) event.independentSources(),
              (long) event.ownVoice(),
              joined(event.claimedBy()),
              joined(event.deniedBy()),
              event.mentions().stream()
                  .map(mention -> mention.article() + "/" + mention.event())
                  .collect(Collectors.joining(";"))));
    }
    return rows;
  }

  private static List<List<@Nullable Object>> statements(Story story) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < story.statements().size(); i++) {
      SameStatement statement = story.statements().get(i);
      for (Variant variant : statement.variants()) {
        for (Telling telling : variant.tellings()) {
          rows.add(
              row(
                  (long) i,
                  statement.speaker(),
                  variant.form().code(),
                  variant.words(),
                  statement.isContested() ? 1L : 0L,
                  telling.article(),
                  telling.statement(),
                  telling.outlet(),
                  telling.source(),
                  telling.published()));
        }
      }
    }
    return rows;
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    return row;
  }

  private static @Nullable String joined(List<String> values) {
    return values.isEmpty() ? null : String.join(";", values);
  }
}
