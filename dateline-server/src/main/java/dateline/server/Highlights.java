package dateline.server;

import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Place;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An article's text cut into pieces at every border of every span, each piece with the marks that
 * cover it: so spans may overlap, cross and be broken, and the page needs no script to show them.
 */
public final class Highlights {

  private Highlights() {}

  /**
   * What a mark shows; also the order in which marks nest, outermost first. The names are CSS
   * classes in lower case.
   */
  public enum Kind {
    CONTENT,
    /** Content of a belief, a wish, a plan: not something that was said. */
    THOUGHT,
    SOURCE,
    CUE,
    EVENT,
    ACTOR,
    PLACE,
    TIME;

    public String css() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A span of the article that stands for an item of the record.
   *
   * @param item id in the record: {@code s1}, {@code e2} …
   */
  public record Mark(Kind kind, String item, Span span) {}

  /**
   * A stretch of text under one set of marks.
   *
   * @param kinds the distinct kinds, in nesting order
   * @param items the distinct items, in order of {@code kinds}
   * @param begins items whose first words these are
   * @param deep whether one statement stands within another here
   */
  public record Piece(
      String text, List<Kind> kinds, List<String> items, List<String> begins, boolean deep) {

    /** Id of the element, so that the panel can point at an item's first words; "" for none. */
    public String anchor() {
      return begins.isEmpty() ? "" : "in-" + begins.get(0);
    }

    /** The item that the words lead to: an event or a statement by its cue; "" for none. */
    public String leadsTo() {
      if (kinds.contains(Kind.EVENT)) {
        return itemOf('e');
      }
      return kinds.contains(Kind.CUE) ? itemOf('s') : "";
    }

    private String itemOf(char letter) {
      return items.stream().filter(item -> item.charAt(0) == letter).findFirst().orElse("");
    }

    /** For the {@code data-items} attribute: ids separated by blanks. */
    public String itemList() {
      return String.join(" ", items);
    }

    public String classes() {
      StringBuilder classes = new StringBuilder("mark");
      kinds.forEach(kind -> classes.append(' ').append(kind.css()));
      if (deep) {
        classes.append(" deep");
      }
      return classes.toString();
    }
  }

  /** The pieces of each paragraph, in order; a paragraph's pieces joined are its text. */
  public static List<List<Piece>> of(ArticleRecord record) {
    CodePoints text = CodePoints.of(record.article().text());
    List<Mark> marks = marks(record);
    List<List<Piece>> paragraphs = new ArrayList<>();
    int first = 0;
    Set<String> begun = new HashSet<>();
    for (Span paragraph : record.article().paragraphs()) {
      while (first < marks.size() && marks.get(first).span().end() <= paragraph.start()) {
        first++; // marks are in order of their start, so these are behind every later paragraph too
      }
      paragraphs.add(cut(text, paragraph, marks, first, begun));
    }
    return paragraphs;
  }

  private static List<Piece> cut(
      CodePoints text, Span paragraph, List<Mark> marks, int first, Set<String> begun) {
    List<Mark> here = new ArrayList<>();
    for (int i = first; i < marks.size() && marks.get(i).span().start() < paragraph.end(); i++) {
      if (marks.get(i).span().overlaps(paragraph)) {
        here.add(marks.get(i));
      }
    }
    TreeSet<Integer> borders = new TreeSet<>(List.of(paragraph.start(), paragraph.end()));
    for (Mark mark : here) {
      borders.add(Math.max(mark.span().start(), paragraph.start()));
      borders.add(Math.min(mark.span().end(), paragraph.end()));
    }
    List<Piece> pieces = new ArrayList<>();
    List<Mark> open = new ArrayList<>();
    int next = 0;
    Integer start = null;
    for (int border : borders) {
      if (start != null && border > start) {
        int from = start;
        while (next < here.size() && here.get(next).span().start() <= from) {
          open.add(here.get(next++));
        }
        open.removeIf(mark -> mark.span().end() <= from);
        pieces.add(piece(text.slice(new Span(from, border)), open, begun));
      }
      start = border;
    }
    return pieces;
  }

  private static Piece piece(String words, Collection<Mark> open, Set<String> begun) {
    List<Mark> sorted = open.stream().sorted(Comparator.comparing(Mark::kind)).toList();
    Set<Kind> kinds = new LinkedHashSet<>();
    Set<String> items = new LinkedHashSet<>();
    Set<String> statements = new HashSet<>();
    for (Mark mark : sorted) {
      kinds.add(mark.kind());
      items.add(mark.item());
      if (mark.kind() == Kind.CONTENT || mark.kind() == Kind.THOUGHT) {
        statements.add(mark.item());
      }
    }
    return new Piece(
        words,
        List.copyOf(kinds),
        List.copyOf(items),
        items.stream().filter(begun::add).toList(),
        statements.size() > 1);
  }

  /** Every mark of the record, in text order. */
  private static List<Mark> marks(ArticleRecord record) {
    List<Mark> marks = new ArrayList<>();
    for (Statement statement : record.statements()) {
      boolean said = statement.type() == Statement.Type.COMMUNICATION;
      add(marks, said ? Kind.CONTENT : Kind.THOUGHT, statement.id(), statement.content());
      add(marks, Kind.SOURCE, statement.id(), statement.source());
      add(marks, Kind.CUE, statement.id(), statement.cue());
    }
    for (Event event : record.events()) {
      event.mentions().forEach(spans -> add(marks, Kind.EVENT, event.id(), spans));
    }
    for (Actor actor : record.actors()) {
      actor.mentions().forEach(mention -> add(marks, Kind.ACTOR, actor.id(), mention.span()));
    }
    for (Place place : record.places()) {
      add(marks, Kind.PLACE, place.id(), place.span());
    }
    for (TimeExpression time : record.times()) {
      add(marks, Kind.TIME, time.id(), time.span());
    }
    marks.sort(
        Comparator.comparing(Mark::span).thenComparing(Mark::kind).thenComparing(Mark::item));
    return marks;
  }

  private static void add(List<Mark> marks, Kind kind, String item, List<Span> spans) {
    spans.forEach(span -> marks.add(new Mark(kind, item, span)));
  }
}
