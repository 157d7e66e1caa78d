package dateline.story;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article of a story with what is asked of it over and over. */
final class Told {

  /** By time of publication, those without one last; then by id. */
  static final Comparator<Told> BY_TIME =
      Comparator.comparing(Told::published, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Told::id);

  final ArticleRecord record;

  /** Articles with the same number are near copies. */
  final long copies;

  final CodePoints text;
  final Map<String, Actor> actors = new HashMap<>();
  final Map<String, Statement> statements = new HashMap<>();

  /** What the article said before, the earliest first. */
  final List<Told> earlier;

  /** Whose report it is; known once all articles of the story are. */
  String source = "";

  Told(ArticleRecord record, long copies) {
    this(record, copies, List.of());
  }

  Told(ArticleRecord record, long copies, List<ArticleRecord> earlier) {
    this.earlier = earlier.stream().map(revision -> new Told(revision, copies)).toList();
    this.record = record;
    this.copies = copies;
    this.text = CodePoints.of(record.article().text());
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.statements().forEach(statement -> statements.put(statement.id(), statement));
  }

  String id() {
    return record.id();
  }

  @Nullable String published() {
    Resolved published = record.article().published();
    return published == null ? null : published.value();
  }

  /** The outlet's name, else the host of its address, else the article's id. */
  String outlet() {
    Article article = record.article();
    if (article.outlet() != null) {
      return article.outlet();
    }
    String uri = record.source().uri();
    return uri != null && uri.matches("https?://[^/]+.*")
        ? uri.replaceFirst("https?://(?:www\\.)?([^/]+).*", "$1")
        : id();
  }

  @Nullable Actor actor(@Nullable String id) {
    return id == null ? null : actors.get(id);
  }

  @Nullable Statement statement(@Nullable String id) {
    return id == null ? null : statements.get(id);
  }

  /** The words of a statement: of a quoted one those in quotation marks. */
  String printed(Statement statement) {
    String content = words(statement.content());
    return statement.kind() == Statement.Kind.INDIRECT
        ? content
        : String.join(" ", Quotations.quoted(statement.kind(), content));
  }

  String words(List<Span> spans) {
    return text.slice(spans);
  }
}
