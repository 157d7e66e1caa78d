package dateline.server;

import dateline.store.Findings.Facets;
import dateline.store.Findings.Histogram;
import dateline.store.Findings.Pair;
import dateline.store.Hit;
import dateline.store.Hits;
import dateline.store.Query;
import dateline.store.RecordStore;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Search over statements, events and articles, with counts; the front page is one too. */
public final class SearchPage {

  private static final int NEWEST = 8;
  private static final int PAIRS = 5;

  private final RecordStore store;

  SearchPage(RecordStore store) {
    this.store = store;
  }

  /**
   * A value of a facet, and the search that asks for it or, when it is asked for, leaves it out.
   */
  public record FacetLink(String label, long count, boolean on, String address) {}

  /** A facet as the page shows it. */
  public record FacetView(String title, List<FacetLink> values) {}

  Hits<? extends Hit> hits(Question question) {
    return hits(question, query(question));
  }

  /** How many there are, about where there are many. */
  long total(Question question) {
    return hits(question, query(question).limit(0)).total();
  }

  Query query(Question question) {
    return question.query(store.reviews()::namesOf);
  }

  private Hits<? extends Hit> hits(Question question, Query query) {
    return switch (question.kind()) {
      case EVENTS -> store.events(query);
      case ARTICLES -> store.articles(query);
      case STATEMENTS -> store.statements(query);
    };
  }

  void search(Context context) {
    Question question = Question.of(context);
    Query query = query(question);
    Hits<? extends Hit> hits = hits(question, query);
    Facets facets = store.findings().facets(question.kind(), query);
    Histogram histogram = store.findings().histogram(question.kind(), query);
    Web.answer(
        context,
        "search.jte",
        Web.map(
            "question",
            question,
            "hits",
            hits,
            "facets",
            facets(facets, question),
            "looked",
            facets,
            "bars",
            Bars.of(histogram, question, "/search"),
            "undated",
            histogram.undated(),
            "next",
            hits.next() == null ? null : question.with("after", hits.next()).at("/search")),
        Web.map(
            "question", question.shown(),
            "readAs", question.readAs(),
            "total", hits.total(),
            "totalIsExact", hits.exact(),
            "facets", facets,
            "histogram", histogram,
            "hits", hits.hits(),
            "next",
                hits.next() == null ? null : question.with("after", hits.next()).at("/v1/search")));
  }

  private static List<FacetView> facets(Facets facets, Question question) {
    List<FacetView> views = new ArrayList<>();
    for (var facet : facets.facets()) {
      List<FacetLink> links = new ArrayList<>();
      for (var value : facet.values()) {
        String asked = asked(facet.name(), value.value());
        boolean on = question.get(parameter(facet.name())).equalsIgnoreCase(asked);
        links.add(
            new FacetLink(
                label(facet.name(), value.value()),
                value.count(),
                on,
                question.with(parameter(facet.name()), on ? "" : asked).at("/search")));
      }
      views.add(new FacetView(title(facet.name(), question), links));
    }
    return views;
  }

  private static String parameter(String facet) {
    return facet.equals("place") ? "country" : facet;
  }

  /** Names are asked for as phrases: “Kari Lunde” is not “Kari … Lunde”. */
  private static String asked(String facet, String value) {
    return facet.equals("speaker") || facet.equals("actor")
        ? '"' + value.replace('"', ' ') + '"'
        : value;
  }

  /** A value of a facet in words. */
  public static String label(String facet, String value) {
    if (facet.equals("claimed")) {
      return value.equals("yes") ? "as somebody’s claim" : "by the outlet itself";
    }
    return facet.equals("country") || facet.equals("place") ? Words.country(value) : value;
  }

  /** What a facet is called. */
  public static String title(String facet, Question question) {
    boolean events = question.in().equals("events");
    return switch (facet) {
      case "speaker" -> events ? "Claimed by" : "Speaker";
      case "actor" -> "Party";
      case "country" -> events ? "Country of a party" : "Country";
      case "place" -> "Country of the place";
      case "sector" -> "Sector";
      case "type" -> "Type";
      case "factuality" -> "Told as";
      case "claimed" -> "Reported";
      case "outlet" -> "Outlet";
      default -> facet;
    };
  }

  void home(Context context) {
    Question question = new Question("articles", Map.of()).with("asOf", Web.typed(context, "asOf"));
    Hits<Hit.OfArticle> newest = store.articles(Query.all(NEWEST));
    Histogram histogram = store.findings().histogram(question.kind(), Query.all(0));
    long statements =
        store.statements(new Question("statements", Map.of()).query().limit(0)).total();
    long events = store.events(Query.all(0)).total();
    Hits<Hit.OfStatement> said =
        store.statements(
            new Question("statements", Map.of("type", "direct")).query().limit(NEWEST));
    List<Pair> pairs = store.findings().pairs(PAIRS);
    Web.answer(
        context,
        "home.jte",
        Web.map(
            "articles", newest.total(),
            "statements", statements,
            "events", events,
            "newest", newest.hits(),
            "said", said.hits(),
            "pairs", pairs,
            "bars", Bars.of(histogram, question, "/search")),
        Web.map(
            "articles", newest.total(),
            "statements", statements,
            "events", events,
            "newest", newest.hits(),
            "said", said.hits(),
            "pairs", pairs,
            "histogram", histogram));
  }
}
