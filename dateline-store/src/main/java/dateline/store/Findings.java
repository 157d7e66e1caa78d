package dateline.store;

import dateline.model.ArticleRecord;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a store can tell of a whole search, beyond a page of hits. Thread-safe. */
public interface Findings {

  /** What is looked for. */
  enum Kind {
    STATEMENTS,
    EVENTS,
    ARTICLES
  }

  /**
   * How often each value occurs among what a search finds.
   *
   * @param of how many items were looked at: all of them, or some when there are too many
   * @param all whether that is all that the search finds
   * @param share when it is not: one in so many was looked at, evenly; 0: the latest were
   */
  record Facets(long of, boolean all, long share, List<Facet> facets) {}

  /**
   * @param name parameter of the search that the values are for: {@code speaker}, {@code country} …
   */
  record Facet(String name, List<Count> values) {}

  record Count(String value, long count) {}

  /**
   * What a search finds, over time.
   *
   * @param step {@code day}, {@code month} or {@code year}
   * @param bars in order of time; a step with nothing is left out
   * @param undated how many have no date
   * @param estimated whether an even share of the items was counted, and the counts are multiples
   */
  record Histogram(String step, List<Count> bars, long undated, boolean estimated) {}

  /**
   * Events at one point.
   *
   * @param precision country, region, city or place
   * @param conflict how many of them are conflict by their quad category
   */
  record Spot(
      String place,
      @Nullable String country,
      double lat,
      double lon,
      String precision,
      long events,
      long conflict) {}

  /**
   * How an actor is named and coded, over all articles.
   *
   * @param name under which it goes
   * @param names all that are held to be one with it, {@code name} first
   * @param articles in which one of the names occurs
   */
  record Profile(
      String name,
      List<String> names,
      long articles,
      List<Count> kinds,
      List<Count> countries,
      List<Count> sectors,
      List<Count> roles) {}

  /** A visitor of items, article by article. */
  @FunctionalInterface
  interface Visitor {

    /**
     * @param record the article's latest record, whole
     * @param items ids of the items in it that the search found
     */
    void take(ArticleRecord record, Set<String> items);
  }

  Facets facets(Kind kind, Query query);

  Histogram histogram(Kind kind, Query query);

  /** Places of events that have coordinates, those with most events first. */
  List<Spot> spots(Query query);

  /**
   * @param name as some article has it; case and diacritics don't matter
   */
  Profile profile(String name);

  /**
   * Two countries that events stand between.
   *
   * @param one the first of the two in the alphabet
   * @param conflict how many of the events are conflict by their quad category
   */
  record Pair(String one, String other, long events, long conflict) {}

  /** Pairs of countries between which most happens, among the latest 20,000 events stored. */
  List<Pair> pairs(int limit);

  /**
   * Events of one month and quad category between two.
   *
   * @param month {@code 2020-11}
   * @param score sum of their conflict-cooperation values
   */
  record Month(String month, String quad, int events, double score) {}

  /**
   * What happens between two countries, by month: events of which one is an actor and the other a
   * recipient, or both are actors and nobody a recipient. By the event's date, else the article's;
   * those without either are left out.
   *
   * @param one code of a country
   * @param query what else must hold
   */
  List<Month> between(String one, String other, Query query);

  /** Names that begin so, those in most articles first. */
  List<Count> names(String begin, int limit);

  /** Hands over everything that the search finds, in the order in which articles came. */
  void each(Kind kind, Query query, Visitor visitor);
}
