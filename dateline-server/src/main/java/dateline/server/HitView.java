package dateline.server;

import dateline.store.Hit;
import dateline.store.Hit.ArticleRef;
import dateline.store.Hit.OfArticle;
import dateline.store.Hit.OfEvent;
import dateline.store.Hit.OfStatement;
import dateline.store.Hit.Party;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in the words that a page prints.
 *
 * @param heading who, or the article's title
 * @param speakerPage address of the speaker's page, or null
 * @param address of the words in the reader
 * @param text in pieces, those that match marked
 */
public record HitView(
    String heading,
    @Nullable String speakerPage,
    @Nullable String code,
    @Nullable String verb,
    String address,
    List<Piece> text,
    List<String> notes) {

  /** The store marks a match in an excerpt by control characters, which no article holds. */
  private static final char MATCH_START = '\u0002';

  private static final char MATCH_END = '\u0003';

  /** A stretch of an excerpt. */
  public record Piece(String words, boolean hit) {}

  public static HitView of(Hit hit) {
    if (hit instanceof OfStatement statement) {
      return of(statement);
    }
    if (hit instanceof OfEvent event) {
      return of(event);
    }
    return of((OfArticle) hit);
  }

  private static HitView of(OfStatement hit) {
    String who = hit.speaker() != null ? hit.speaker() : hit.source();
    return new HitView(
        who == null ? "Speaker unknown" : who,
        hit.speaker() == null ? null : actorPage(hit.speaker()),
        code(hit.country(), hit.sectors()),
        hit.cue(),
        reader(hit.article()) + "#" + hit.id(),
        pieces(hit.content()),
        notes(hit.article(), hit.date(), hit.kind() + " " + hit.type()));
  }

  private static HitView of(OfEvent hit) {
    List<String> notes =
        notes(
            hit.article(), hit.date(), hit.factuality().equals("actual") ? null : hit.factuality());
    notes.add(
        hit.assertedBy() == null ? "the outlet’s own report" : "claimed by " + hit.assertedBy());
    if (hit.place() != null) {
      notes.add(hit.place());
    }
    String to = parties(hit.recipients());
    return new HitView(
        hit.type() + (hit.mode() == null ? "" : " · " + hit.mode()),
        null,
        null,
        (hit.actors().isEmpty() ? "actor not told" : parties(hit.actors()))
            + (to.isEmpty() ? "" : " → " + to),
        reader(hit.article()) + "#" + hit.id(),
        pieces(hit.sentence()),
        notes);
  }

  private static HitView of(OfArticle hit) {
    ArticleRef article = hit.article();
    return new HitView(
        article.title() == null ? "Untitled page" : article.title(),
        reader(article),
        null,
        null,
        reader(article),
        pieces(hit.passage()),
        notes(article, article.published(), article.uri()));
  }

  static String actorPage(String name) {
    return "/actor?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static String reader(ArticleRef article) {
    return "/article/" + URLEncoder.encode(article.id(), StandardCharsets.UTF_8);
  }

  private static List<String> notes(
      ArticleRef article, @Nullable String date, @Nullable String more) {
    List<String> notes = new ArrayList<>();
    for (String note : new @Nullable String[] {date, article.outlet(), article.title(), more}) {
      if (note != null && !notes.contains(note)) {
        notes.add(note);
      }
    }
    return notes;
  }

  private static String parties(List<Party> parties) {
    return parties.stream()
        .map(
            party -> {
              String code = code(party.country(), party.sectors());
              return code == null ? party.name() : party.name() + " (" + code + ")";
            })
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String code(@Nullable String country, List<String> sectors) {
    String codes = (country == null ? "" : country + " ") + String.join(" ", sectors);
    return codes.isBlank() ? null : codes.strip();
  }

  private static List<Piece> pieces(String excerpt) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    boolean hit = false;
    for (char c : excerpt.toCharArray()) {
      if (c == MATCH_START || c == MATCH_END) {
        if (!words.isEmpty()) {
          pieces.add(new Piece(words.toString(), hit));
          words.setLength(0);
        }
        hit = c == MATCH_START;
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
