package dateline.event;

import dateline.language.Analysis;
import dateline.model.Actor;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.text.CharRange;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns positions of head nouns into participants with the article's actors. */
final class Participants {

  /** A mention of an actor, in UTF-16 units. */
  private record Mention(CharRange range, Actor actor, boolean pronoun) {}

  /** A toponym and its country. */
  private record Home(CharRange range, String country) {}

  private static final Set<String> JOINTS = Set.of("and", "or", ",", "&", "the", "-", "–");
  private static final Set<String> SIDES = Set.of("pro", "anti", "non", "ex");

  /** Sectors of people and bodies that belong to the country of the news, unless it says else. */
  private static final Set<String> DOMESTIC =
      Set.of(
          "GOV", "LEG", "JUD", "COP", "MIL", "SPY", "OPP", "PTY", "CVL", "EDU", "LAB", "AGR", "MED",
          "REL");

  /** What a dateline's place weighs among the places and actors that tell an article's country. */
  private static final int DATELINE = 2;

  private final Set<String> people;
  private final @Nullable String main;
  private final Nationalities nationalities = Nationalities.shared();
  private final List<Home> countries = new ArrayList<>();
  private final Analysis analysis;
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * @param people lemmas of nouns for people
   * @param places whose country stands in for that of a phrase that no actor covers
   */
  Participants(Analysis analysis, List<Actor> actors, List<Place> places, Set<String> people) {
    this.people = people;
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
          mentions.add(
              new Mention(
                  analysis.codePoints().range(span), actor, mention.form() == Actor.Form.PRONOUN));
        }
      }
    }
    mentions.sort((a, b) -> a.range().compareTo(b.range()));
    this.main = mainCountry();
  }

  /** Whether a token is in a mention of a known actor. */
  boolean isActor(Syntax syntax, int i) {
    return smallestAt(syntax.token(i).range()) != null;
  }

  /** Whether a country's name, adjective or people ends at a token. */
  boolean isNational(Syntax syntax, int i) {
    return nationalities.at(syntax, i) != null;
  }

  /**
   * The participant that a head noun stands for; several, one a country, for "French and Dutch
   * troops".
   */
  List<Participant> of(Syntax syntax, int head) {
    CharRange words = Phrases.of(syntax, head);
    List<Span> span = List.of(analysis.span(words));
    Actor own = ownActor(syntax, head);
    List<String> nations = nations(syntax, head, words);
    if (nations.isEmpty()) {
      nations = rulers(syntax, head);
    }
    if (nations.size() > 1) {
      List<String> sectors = own == null ? List.of() : own.sectors();
      return nations.stream()
          .map(
              nation ->
                  own != null && nation.equals(own.country())
                      ? new Participant(own.id(), span, nation, sectors)
                      : new Participant(null, span, nation, sectors))
          .toList();
    }
    Actor actor = own != null ? own : firstIn(words);
    String country = own == null ? null : own.country();
    if (country == null && !nations.isEmpty()) {
      country = nations.get(0);
    }
    if (country == null && actor != null) {
      country = actor.country();
    }
    if (country == null) {
      country = countryIn(syntax, head, words);
    }
    if (actor == null || country == null) {
      int[] extent = syntax.extent(head);
      CharRange below = syntax.range(head, Math.max(head, extent[1])).cover(words);
      if (actor == null && country == null) {
        actor = firstIn(below);
        country = actor == null ? null : actor.country();
      }
      country = country == null ? countryIn(syntax, head, below) : country;
      country = country == null ? otherCountryIn(below) : country;
    }
    List<String> sectors = actor == null ? List.of() : actor.sectors();
    if (country == null && isDomestic(syntax, head, sectors)) {
      country = context(syntax);
    }
    return List.of(new Participant(actor == null ? null : actor.id(), span, country, sectors));
  }

  /** Whether who is meant has the country that the text is about, when no other is told. */
  private boolean isDomestic(Syntax syntax, int head, List<String> sectors) {
    return sectors.isEmpty()
        ? people.contains(syntax.lemma(syntax.counted(head)))
        : DOMESTIC.contains(sectors.get(0));
  }

  /** The one country of a sentence; when there is none, the one that the article is about. */
  private @Nullable String context(Syntax syntax) {
    Set<String> told = new TreeSet<>();
    for (int i = 0; i < syntax.size(); i++) {
      String nation = nationalities.at(syntax, i);
      if (nation != null) {
        told.add(nation);
      }
    }
    CharRange words = syntax.range(0, syntax.size() - 1);
    for (Home home : countries) {
      if (words.contains(home.range())) {
        told.add(home.country());
      }
    }
    for (Mention mention : mentions) {
      String country = mention.actor().country();
      if (country != null && words.contains(mention.range())) {
        told.add(country);
      }
    }
    told.removeAll(Actor.GROUP_CODES);
    if (told.isEmpty()) {
      return main;
    }
    return told.size() == 1 ? told.iterator().next() : null;
  }

  /**
   * The country of most places and actors that have one, when it is that of two thirds of them; one
   * alone tells nothing of the others.
   */
  private @Nullable String mainCountry() {
    Map<String, Integer> counts = new TreeMap<>();
    Set<Integer> counted = new HashSet<>();
    for (Home home : countries) {
      int weight = home.range().start() < analysis.report() ? DATELINE : 1;
      counts.merge(home.country(), weight, Integer::sum);
      counted.add(home.range().start());
    }
    for (Mention mention : mentions) {
      String country = mention.actor().country();
      boolean isPlace = counted.contains(mention.range().start());
      if (country != null && !isPlace && !Actor.GROUP_CODES.contains(country)) {
        counts.merge(country, 1, Integer::sum);
      }
    }
    int all = counts.values().stream().mapToInt(n -> n).sum();
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 1 && 3 * entry.getValue() >= 2 * all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The nationalities before a head noun: the last one, and those coordinated with it. */
  private List<String> nations(Syntax syntax, int head, CharRange words) {
    List<String> found = new ArrayList<>();
    for (int i = head - 1; i >= 0 && syntax.token(i).start() >= words.start(); i--) {
      String nation = isSide(syntax, i) ? null : nationalities.at(syntax, i);
      if (nation != null && !found.contains(nation)) {
        found.add(0, nation);
      }
      if (!found.isEmpty() && nation == null && !JOINTS.contains(syntax.lower(i))) {
        break;
      }
    }
    return found;
  }

  /** "the leaders of Ghana and Togo": whose they are; empty unless there are several. */
  private List<String> rulers(Syntax syntax, int head) {
    List<String> found = new ArrayList<>();
    for (int child : syntax.children(head)) {
      if (syntax.is(child, "nmod") && syntax.preposition(child).equals("of")) {
        for (int one : syntax.conjuncts(child)) {
          String nation = nationalities.at(syntax, one);
          if (nation != null && !found.contains(nation)) {
            found.add(nation);
          }
        }
      }
    }
    return found.size() > 1 && syntax.pos(head).equals("NNS") ? found : List.of();
  }

  /** "pro-Russian", "Syrian-backed": no nationality of who is meant. */
  private static boolean isSide(Syntax syntax, int i) {
    boolean ally =
        i + 2 < syntax.size()
            && syntax.lower(i + 1).equals("-")
            && syntax.token(i + 1).start() == syntax.token(i).end();
    boolean side = i > 1 && syntax.lower(i - 1).equals("-") && SIDES.contains(syntax.lower(i - 2));
    return ally || side;
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

  /** The actor of the head noun, or of a name beside it. */
  private @Nullable Actor ownActor(Syntax syntax, int head) {
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
    return null;
  }

  /** The first actor inside, a pronoun ("its allies") only when there is no other. */
  private @Nullable Actor firstIn(CharRange words) {
    Actor pronoun = null;
    for (Mention mention : mentions) {
      if (mention.range().start() >= words.end()) {
        break;
      }
      if (words.contains(mention.range())) {
        if (!mention.pronoun()) {
          return mention.actor();
        }
        pronoun = pronoun == null ? mention.actor() : pronoun;
      }
    }
    return pronoun;
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
