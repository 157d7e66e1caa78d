package dateline.server;

import dateline.store.FullText;
import dateline.store.Hit;
import dateline.store.Hit.ArticleRef;
import dateline.store.Hit.OfArticle;
import dateline.store.Hit.OfEvent;
import dateline.store.Hit.OfStatement;
import dateline.store.Hit.Party;
import dateline.words.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in the words that a page prints.
 *
 * @param who speaker of a statement, actors of an event; empty for an article
 * @param to recipients of an event
 * @param kind what it is: {@code ASSAULT}, {@code direct} …
 * @param verb cue of a statement
 * @param claim for an event: whose claim it is; null: the outlet's own report
 * @param address of the words in the reader
 * @param text in pieces, those that match marked
 */
public record HitView(
    String sort,
    List<Name> who,
    List<Name> to,
    @Nullable String kind,
    @Nullable String verb,
    @Nullable String claim,
    @Nullable String title,
    String address,
    List<Piece> text,
    List<String> notes) {

  /** A stretch of an excerpt. */
  public record Piece(String words, boolean hit) {}

  /**
   * A name and its codes.
   *
   * @param page address of the actor's page, or null
   */
  public record Name(
      String name, @Nullable String page, @Nullable String code, @Nullable String codeInWords) {}

  /**
   * @param words that were searched for, as typed; "" when none were
   */
  public static HitView of(Hit hit, String words) {
    if (hit instanceof OfStatement statement) {
      return of(statement, words);
    }
    if (hit instanceof OfEvent event) {
      return of(event, words);
    }
    return of((OfArticle) hit);
  }

  private static HitView of(OfStatement hit, String words) {
    List<Name> who =
        hit.speaker() != null
            ? List.of(name(hit.speaker(), hit.country(), hit.sectors()))
            : hit.source() != null ? List.of(new Name(hit.source(), null, null, null)) : List.of();
    return new HitView(
        "statement",
        who,
        List.of(),
        null,
        hit.cue(),
        null,
        null,
        reader(hit.article()) + "#" + hit.id(),
        pieces(FullText.marked(hit.content(), words)),
        notes(hit.article(), hit.date(), hit.kind()));
  }

  private static HitView of(OfEvent hit, String words) {
    List<String> notes =
        notes(
            hit.article(), hit.date(), hit.factuality().equals("actual") ? null : hit.factuality());
    if (hit.place() != null) {
      notes.add(1, hit.place().name());
    }
    return new HitView(
        hit.quad().replace(' ', '-'),
        names(hit.actors()),
        names(hit.recipients()),
        hit.type() + (hit.mode() == null ? "" : " · " + hit.mode()),
        null,
        hit.assertedBy(),
        null,
        reader(hit.article()) + "#" + hit.id(),
        pieces(FullText.marked(hit.sentence(), words)),
        notes);
  }

  private static HitView of(OfArticle hit) {
    ArticleRef article = hit.article();
    List<String> notes =
        notes(article, article.published(), article.outlet() == null ? article.uri() : null);
    notes.remove(article.title());
    return new HitView(
        "article",
        List.of(),
        List.of(),
        null,
        null,
        null,
        article.title() == null ? "Untitled page" : article.title(),
        reader(article),
        pieces(hit.passage()),
        notes);
  }

  private static List<Name> names(List<Party> parties) {
    return parties.stream()
        .map(party -> name(party.name(), party.country(), party.sectors()))
        .toList();
  }

  private static Name name(String name, @Nullable String country, List<String> sectors) {
    String codes = (country == null ? "" : country + " ") + String.join(" ", sectors);
    return new Name(
        name,
        actorPage(name),
        codes.isBlank() ? null : codes.strip(),
        codes.isBlank() ? null : Wording.affiliation(country, sectors));
  }

  /** One line: who, and what. */
  String headline() {
    if (title != null) {
      return title;
    }
    String names = String.join(", ", who.stream().map(Name::name).toList());
    if (verb != null || kind == null) {
      return (names.isEmpty() ? "Speaker unknown" : names) + (verb == null ? "" : " " + verb);
    }
    String others = String.join(", ", to.stream().map(Name::name).toList());
    return kind
        + ": "
        + (names.isEmpty() ? "actor not told" : names)
        + (others.isEmpty() ? "" : " → " + others)
        + (claim == null ? "" : " (claimed by " + claim + ")");
  }

  /** The text without marks. */
  String plain() {
    return String.join("", text.stream().map(Piece::words).toList());
  }

  static String actorPage(String name) {
    return "/actor?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  static String reader(ArticleRef article) {
    return "/article/" + URLEncoder.encode(article.id(), StandardCharsets.UTF_8);
  }

  private static List<String> notes(
      ArticleRef article, @Nullable String date, @Nullable String more) {
    List<String> notes = new ArrayList<>();
    notes.add(date == null ? "undated" : Words.date(date));
    for (String note : new @Nullable String[] {article.outlet(), article.title(), more}) {
      if (note != null && !notes.contains(note)) {
        notes.add(note);
      }
    }
    return notes;
  }

  private static List<Piece> pieces(String excerpt) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    boolean hit = false;
    for (char c : excerpt.toCharArray()) {
      if (c == FullText.MATCH_START || c == FullText.MATCH_END) {
        if (!words.isEmpty()) {
          pieces.add(new Piece(words.toString(), hit));
          words.setLength(0);
        }
        hit = c == FullText.MATCH_START;
      } else {
        words.append(c);
      }
    }
    if (!words.isEmpty()) {
      pieces.add(new Piece(words.toString(), hit));
    }
    return pieces;
  }
}
