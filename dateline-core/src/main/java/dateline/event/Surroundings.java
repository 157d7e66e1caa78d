package dateline.event;

import dateline.language.Analysis;
import dateline.model.Actor;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.text.CharRange;
import dateline.text.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What else the article says about an event's own clause: who asserts it, when and where it was.
 */
final class Surroundings {

  private static final Set<String> LOCATIVE =
      Set.of(
          "in",
          "at",
          "near",
          "outside",
          "inside",
          "around",
          "across",
          "along",
          "off",
          "on",
          "throughout",
          "over",
          "from",
          "into",
          "to");

  /** A value that tells at least the decade. */
  private static final Pattern IN_A_DECADE = Pattern.compile("\\d{3}.*");

  private static final Set<String> DAY_OR_LONGER = Set.of("DATE", "TIME");

  private final Analysis analysis;
  private final List<Actor> actors;
  private final List<Statement> statements;
  private final List<TimeExpression> times;
  private final List<Place> places;

  Surroundings(
      Analysis analysis,
      List<Actor> actors,
      List<Statement> statements,
      List<TimeExpression> times,
      List<Place> places) {
    this.analysis = analysis;
    this.actors = actors;
    this.statements = statements;
    this.times = times;
    this.places = places;
  }

  /** The innermost communication whose content holds the trigger; null: the outlet. */
  @Nullable Statement claim(Syntax syntax, int word) {
    Span trigger = analysis.span(syntax.token(word).range());
    Statement best = null;
    int shortest = Integer.MAX_VALUE;
    for (Statement statement : statements) {
      int length = length(statement.content());
      if (statement.type() == Statement.Type.COMMUNICATION
          && length < shortest
          && covers(statement.content(), trigger)
          && !covers(statement.cue(), trigger)) {
        best = statement;
        shortest = length;
      }
    }
    return best;
  }

  /** Who makes a claim, as a side of what it does by words. */
  Participant speaker(Statement claim) {
    for (Actor actor : actors) {
      if (actor.id().equals(claim.speaker())) {
        return new Participant(actor.id(), claim.source(), actor.country(), actor.sectors());
      }
    }
    return new Participant(null, claim.source(), null, List.of());
  }

  private static boolean covers(List<Span> spans, Span words) {
    return spans.stream().anyMatch(span -> span.contains(words));
  }

  private static int length(List<Span> spans) {
    return spans.stream().mapToInt(Span::length).sum();
  }

  /** The date in the event's clause: the nearest in the tree, of equally near ones the finest. */
  @Nullable Resolved date(Candidate candidate) {
    TimeExpression best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (TimeExpression time : timesIn(candidate.syntax())) {
      if (time.value() == null
          || !DAY_OR_LONGER.contains(time.type().code())
          || !IN_A_DECADE.matcher(time.value()).matches()) {
        continue;
      }
      int at = position(candidate.syntax(), time.span());
      int distance = at < 0 ? -1 : distance(candidate, at);
      boolean nearer = distance < bestDistance || distance == bestDistance && isFiner(time, best);
      if (distance >= 0 && nearer) {
        best = time;
        bestDistance = distance;
      }
    }
    if (best == null || best.value() == null) {
      return null;
    }
    String method = best.method() == null ? "clause" : best.method();
    return new Resolved(best.value(), method, best.confidence(), best.span());
  }

  /** "on Friday" is finer than "in September". */
  private static boolean isFiner(TimeExpression time, @Nullable TimeExpression other) {
    String one = time.value() == null ? "" : time.value();
    String two = other == null || other.value() == null ? "" : other.value();
    return one.length() > two.length();
  }

  /** The times of a sentence. */
  private List<TimeExpression> timesIn(Syntax syntax) {
    if (syntax.size() == 0) {
      return List.of();
    }
    int start = analysis.span(syntax.token(0).range()).start();
    int end = analysis.span(syntax.token(syntax.size() - 1).range()).end();
    return times.subList(firstTime(start), firstTime(end));
  }

  /** Index of the first time that starts at an offset or after it. */
  private int firstTime(int offset) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (times.get(mid).span().get(0).start() < offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Steps up the tree from words to the event's clause; -1 when they are in another clause. */
  private static int distance(Candidate candidate, int position) {
    Syntax syntax = candidate.syntax();
    int clause = candidate.trigger().clause();
    int at = position;
    for (int steps = 0; at >= 0 && steps <= syntax.size(); steps++) {
      if (at == clause || at == candidate.trigger().head()) {
        return steps;
      }
      if (at != position
          && (syntax.is(at, "ccomp", "advcl", "parataxis")
              || syntax.relation(at).equals("acl:relcl"))) {
        break;
      }
      at = syntax.head(at);
    }
    // A date of the verb that governs an infinitive or shares its subject is the event's too.
    int up = syntax.head(clause);
    boolean shared =
        syntax.is(clause, "xcomp", "conj", "obj", "obl", "nsubj", "nmod", "advcl")
            && up >= 0
            && syntax.isBelow(position, up)
            && !syntax.isBelow(position, clause);
    return shared ? 50 : -1;
  }

  private int position(Syntax syntax, List<Span> spans) {
    if (spans.isEmpty()) {
      return -1;
    }
    CharRange range = analysis.codePoints().range(spans.get(0));
    int first = -1;
    for (int i = 0; i < syntax.size(); i++) {
      if (syntax.token(i).range().overlaps(range)) {
        int head = syntax.head(i);
        boolean inside = head >= 0 && syntax.token(head).range().overlaps(range);
        if (!inside) {
          return i;
        }
        first = first < 0 ? i : first;
      }
    }
    return first;
  }

  /** A toponym in a locative phrase of the event's own clause. */
  @Nullable String place(Candidate candidate) {
    Syntax syntax = candidate.syntax();
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (Place place : places) {
      int at = position(syntax, place.span());
      if (at < 0 || !isLocative(syntax, at)) {
        continue;
      }
      int distance = distance(candidate, at);
      if (distance >= 0 && distance < bestDistance) {
        best = place.id();
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Whether a name, or the noun that it modifies or stands beside, follows "in", "at", "near" … */
  private static boolean isLocative(Syntax syntax, int at) {
    int noun = at;
    for (int steps = 0; steps < 4 && noun >= 0; steps++) {
      String preposition = syntax.preposition(noun);
      if (!preposition.isEmpty() && !preposition.equals("of")) {
        String last = preposition.substring(preposition.lastIndexOf(' ') + 1);
        return LOCATIVE.contains(last) && syntax.is(noun, "obl", "nmod");
      }
      if (!syntax.is(noun, "compound", "nmod", "appos", "amod", "flat")) {
        return false;
      }
      noun = syntax.head(noun);
    }
    return false;
  }
}
