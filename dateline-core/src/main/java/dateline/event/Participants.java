package dateline.event;

import dateline.language.Analysis;
import dateline.model.Actor;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.text.CharRange;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns positions of head nouns into participants with the article's actors. */
final class Participants {

  /** A mention of an actor, in UTF-16 units. */
  private record Mention(CharRange range, Actor actor) {}

  /** A toponym and its country. */
  private record Home(CharRange range, String country) {}

  private final List<Home> countries = new ArrayList<>();
  private final Analysis analysis;
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * @param places whose country stands in for that of a phrase that no actor covers
   */
  Participants(Analysis analysis, List<Actor> actors, List<Place> places) {
    for (Place place : places) {
      if (place.country() != null) {
        place
            .span()
            .forEach(
                span ->
                    countries.add(new Home(analysis.codePoints().range(span), place.country())));
      }
    }
    this.analysis = analysis;
    for (Actor actor : actors) {
      for (Actor.Mention mention : actor.mentions()) {
        for (Span span : mention.span()) {
          mentions.add(new Mention(analysis.codePoints().range(span), actor));
        }
      }
    }
    mentions.sort((a, b) -> a.range().compareTo(b.range()));
  }

  /** Whether a token is in a mention of a known actor. */
  boolean isActor(Syntax syntax, int i) {
    return smallestAt(syntax.token(i).range()) != null;
  }

  Participant of(Syntax syntax, int head) {
    CharRange words = Phrases.of(syntax, head);
    Actor actor = actorOf(syntax, head, words);
    List<Span> span = List.of(analysis.span(words));
    int[] extent = syntax.extent(head);
    CharRange below = syntax.range(head, Math.max(head, extent[1])).cover(words);
    if (actor == null) {
      actor = firstIn(below);
    }
    if (actor == null) {
      return new Participant(null, span, countryIn(syntax, head, below), List.of());
    }
    String country = actor.country();
    if (country == null) {
      country = countryIn(syntax, head, below);
    }
    if (country == null) {
      country = otherCountryIn(below);
    }
    return new Participant(actor.id(), span, country, actor.sectors());
  }

  /** Of the toponym that is the head noun, else of the first one in the phrase. */
  private @Nullable String countryIn(Syntax syntax, int head, CharRange words) {
    String first = null;
    for (Home home : countries) {
      if (home.range().overlaps(syntax.token(head).range())) {
        return home.country();
      }
      if (first == null && words.contains(home.range())) {
        first = home.country();
      }
    }
    return first;
  }

  /** The actor of the head noun; else of a possessor or modifier; else the first one inside. */
  private @Nullable Actor actorOf(Syntax syntax, int head, CharRange words) {
    Actor own = smallestAt(syntax.token(head).range());
    if (own != null) {
      return own;
    }
    for (int child : syntax.children(head)) {
      if (syntax.is(child, "appos", "flat")) {
        Actor named = smallestAt(syntax.token(child).range());
        if (named != null) {
          return named;
        }
      }
    }
    return firstIn(words);
  }

  private @Nullable Actor firstIn(CharRange words) {
    for (Mention mention : mentions) {
      if (mention.range().start() >= words.end()) {
        break;
      }
      if (words.contains(mention.range())) {
        return mention.actor();
      }
    }
    return null;
  }

  private @Nullable String otherCountryIn(CharRange words) {
    for (Mention mention : mentions) {
      if (words.contains(mention.range()) && mention.actor().country() != null) {
        return mention.actor().country();
      }
    }
    return null;
  }

  private @Nullable Actor smallestAt(CharRange token) {
    Mention best = null;
    for (int i = firstAfter(token.start()); i >= 0 && i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention.range().start() >= token.end()) {
        break;
      }
      if (mention.range().overlaps(token)
          && (best == null || mention.range().length() < best.range().length())) {
        best = mention;
      }
    }
    return best == null ? null : best.actor();
  }

  /** Index from which mentions can cover an offset: mentions are short, so a little before it. */
  private int firstAfter(int offset) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (mentions.get(mid).range().start() < offset - LONGEST) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private static final int LONGEST = 400; // UTF-16 units; no mention is longer
}
