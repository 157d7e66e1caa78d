package dateline.server;

import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Statement;
import dateline.store.Folding;
import dateline.store.RecordStore;
import dateline.store.RecordStore.Revision;
import dateline.story.WordDiff;
import dateline.text.CodePoints;
import dateline.text.Span;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two versions of an article side by side: what statements came, went and changed. */
public final class RevisionsPage {

  /** From this share of common words on, two statements of a speaker are one that was changed. */
  private static final double ALIKE = 0.5;

  private final RecordStore store;

  RevisionsPage(RecordStore store) {
    this.store = store;
  }

  /** A statement as it stands in one version. */
  public record Said(@Nullable String speaker, String cue, String content) {}

  /**
   * A line of the comparison.
   *
   * @param change same, changed, gone or new
   * @param what of a changed one: speaker, verb, words
   * @param difference of a changed one's words
   */
  public record Row(
      String change,
      @Nullable Said before,
      @Nullable Said after,
      List<String> what,
      List<WordDiff.Piece> difference) {

    private static Row of(@Nullable Said before, Said after) {
      if (before == null) {
        return new Row("new", null, after, List.of(), List.of());
      }
      if (before.equals(after)) {
        return new Row("same", before, after, List.of(), List.of());
      }
      List<String> what = new ArrayList<>();
      if (!Objects.equals(before.speaker(), after.speaker())) {
        what.add("speaker");
      }
      if (!before.cue().equals(after.cue())) {
        what.add("verb");
      }
      List<WordDiff.Piece> difference = List.of();
      if (!before.content().equals(after.content())) {
        what.add("words");
        difference = WordDiff.of(before.content(), after.content());
      }
      return new Row("changed", before, after, what, difference);
    }

    private static Row gone(Said before) {
      return new Row("gone", before, null, List.of(), List.of());
    }
  }

  /** A paragraph that stands in one version only. */
  public record Paragraph(boolean gone, String words) {}

  void show(Context context) {
    String id = context.pathParam("id");
    List<Revision> revisions = store.revisions(id);
    if (revisions.isEmpty()) {
      throw new NotFoundResponse("There is no such article");
    }
    int last = revisions.size();
    Revision before = revisions.get(number(context, "before", Math.max(1, last - 1), last) - 1);
    Revision after = revisions.get(number(context, "after", last, last) - 1);
    List<Row> rows = compare(said(before.record()), said(after.record()));
    List<Paragraph> paragraphs = paragraphs(before.record(), after.record());
    Web.answer(
        context,
        "revisions.jte",
        Web.map(
            "id", id,
            "title", ReaderView.of(after.record()).heading(),
            "revisions", revisions,
            "before", before,
            "after", after,
            "rows", rows,
            "paragraphs", paragraphs),
        Map.of(
            "before", before.number(),
            "after", after.number(),
            "revisions", last,
            "statements", rows,
            "paragraphs", paragraphs));
  }

  private static int number(Context context, String name, int otherwise, int last) {
    String typed = context.queryParam(name);
    if (typed == null || !typed.matches("\\d{1,6}")) {
      return otherwise;
    }
    return Math.max(1, Math.min(last, Integer.parseInt(typed)));
  }

  private static List<Said> said(ArticleRecord record) {
    CodePoints text = CodePoints.of(record.article().text());
    List<Said> said = new ArrayList<>();
    for (Statement statement : record.statements()) {
      if (statement.type() == Statement.Type.COMMUNICATION) {
        String speaker =
            record.actors().stream()
                .filter(actor -> actor.id().equals(statement.speaker()))
                .map(Actor::name)
                .findFirst()
                .orElse(statement.source().isEmpty() ? null : text.slice(statement.source()));
        said.add(new Said(speaker, text.slice(statement.cue()), text.slice(statement.content())));
      }
    }
    return said;
  }

  static List<Row> compare(List<Said> before, List<Said> after) {
    List<Said> left = new ArrayList<>(before);
    List<Row> rows = new ArrayList<>();
    for (Said now : after) {
      Said same = take(left, each -> each.equals(now));
      Said was = same != null ? same : take(left, each -> alike(each, now) >= ALIKE);
      rows.add(Row.of(was, now));
    }
    left.forEach(each -> rows.add(Row.gone(each)));
    return rows;
  }

  private static @Nullable Said take(List<Said> from, java.util.function.Predicate<Said> wanted) {
    for (Said each : from) {
      if (wanted.test(each)) {
        from.remove(each);
        return each;
      }
    }
    return null;
  }

  /** Common words of two statements, as a share of all their words (Jaccard). */
  private static double alike(Said one, Said other) {
    Set<String> words = words(one.content());
    Set<String> common = new HashSet<>(words);
    common.retainAll(words(other.content()));
    words.addAll(words(other.content()));
    return words.isEmpty() ? 0 : (double) common.size() / words.size();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(Folding.of(text).split("[^\\p{L}\\p{N}]+")));
  }

  private static List<Paragraph> paragraphs(ArticleRecord before, ArticleRecord after) {
    List<String> was = texts(before);
    List<String> is = texts(after);
    List<Paragraph> changes = new ArrayList<>();
    was.stream()
        .filter(words -> !is.contains(words))
        .forEach(w -> changes.add(new Paragraph(true, w)));
    is.stream()
        .filter(words -> !was.contains(words))
        .forEach(w -> changes.add(new Paragraph(false, w)));
    return changes;
  }

  private static List<String> texts(ArticleRecord record) {
    CodePoints text = CodePoints.of(record.article().text());
    List<String> texts = new ArrayList<>();
    for (Span paragraph : record.article().paragraphs()) {
      texts.add(text.slice(paragraph));
    }
    return texts;
  }
}
