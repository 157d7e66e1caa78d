package dateline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a search found. */
public sealed interface Hit {

  ArticleRef article();

  /**
   * The article that it stands in.
   *
   * @param id the record's
   */
  record ArticleRef(
      String id,
      @Nullable String title,
      @Nullable String outlet,
      @Nullable String published,
      @Nullable String uri) {}

  /**
   * Who said what.
   *
   * @param id of the statement in the record
   * @param date of the statement, else of the article
   */
  record OfStatement(
      ArticleRef article,
      String id,
      String kind,
      String type,
      @Nullable String speaker,
      @Nullable String country,
      List<String> sectors,
      @Nullable String source,
      @Nullable String cue,
      @Nullable String date,
      String content)
      implements Hit {}

  /**
   * Who did what to whom.
   *
   * @param id of the event in the record
   * @param assertedBy the speaker whose claim it is; null when the outlet itself reports it
   * @param date of the event itself; null when not told
   * @param score PLOVER's conflict-cooperation value, -10 to 10
   * @param sentence the words around the trigger
   */
  record OfEvent(
      ArticleRef article,
      String id,
      String type,
      @Nullable String mode,
      String quad,
      String trigger,
      List<Party> actors,
      List<Party> recipients,
      @Nullable String date,
      @Nullable Where place,
      String factuality,
      @Nullable String assertedBy,
      double score,
      double confidence,
      String sentence)
      implements Hit {

    OfEvent withParties(List<Party> by, List<Party> to) {
      return new OfEvent(
          article,
          id,
          type,
          mode,
          quad,
          trigger,
          by,
          to,
          date,
          place,
          factuality,
          assertedBy,
          score,
          confidence,
          sentence);
    }
  }

  /**
   * Where an event took place.
   *
   * @param precision country, region, city or place: how exact the point is
   */
  record Where(
      String name,
      @Nullable String country,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String precision) {}

  /** A side of an event. */
  record Party(String name, @Nullable String country, List<String> sectors) {}

  /**
   * @param passage title or paragraph that matches best; empty when no words were asked for
   */
  record OfArticle(ArticleRef article, String passage) implements Hit {}
}
