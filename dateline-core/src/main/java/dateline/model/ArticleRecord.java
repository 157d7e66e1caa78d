package dateline.model;

import java.util.List;

/**
 * All that Dateline says about one article: the public contract, schema {@value #SCHEMA}.
 *
 * <p>Offsets everywhere are code points into {@link Article#text()}, half-open. Ids inside a record
 * ({@code a1}, {@code s1} …) number its items in text order and are unique in it.
 *
 * @param id the caller's id, else the first 32 hexadecimal digits of the SHA-256 of the source
 *     bytes
 * @param actors in order of first mention
 * @param statements in text order of their first word
 * @param events in text order of their trigger
 * @param comments readers' comments, never part of the article
 */
public record ArticleRecord(
    String schema,
    String id,
    Source source,
    Article article,
    List<Actor> actors,
    List<Statement> statements,
    List<Event> events,
    List<Place> places,
    List<TimeExpression> times,
    List<Comment> comments,
    Provenance provenance) {

  public static final String SCHEMA = "dateline/1";

  public ArticleRecord {
    actors = List.copyOf(actors);
    statements = List.copyOf(statements);
    events = List.copyOf(events);
    places = List.copyOf(places);
    times = List.copyOf(times);
    comments = List.copyOf(comments);
  }

  /** The same record with other comments. */
  public ArticleRecord withComments(List<Comment> others) {
    return new ArticleRecord(
        schema, id, source, article, actors, statements, events, places, times, others, provenance);
  }

  /** The same record without the names of people who comment: personal data. */
  public ArticleRecord withoutCommenters() {
    return withComments(comments.stream().map(Comment::withoutAuthor).toList());
  }
}
