package dateline.event;

import dateline.language.Analysis;
import dateline.language.Sentence;
import dateline.model.Actor;
import dateline.model.Confidence;
import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds PLOVER events: triggers by table, actors and recipients from the trigger's own clause by
 * its syntax, factuality, asserter, harm, date and place, one event an article with all its
 * mentions.
 *
 * <p>Needs a tagged analysis ({@link Analysis#isTagged()}); without one no clause can be told, and
 * no event is found. Immutable, thread-safe.
 */
public final class EventFinder {

  private final SentenceReader reader;
  private final ContextFinder contexts;
  private final HarmFinder harm;
  private final Scores scores;
  private final Lemmas lemmas;
  private final Set<String> people;

  private EventFinder() {
    TriggerLexicon lexicon = new TriggerLexicon();
    people = lexicon.words("people", "captive", "member", "police", "forces", "peacekeepers");
    lemmas = lexicon.lemmas();
    reader =
        new SentenceReader(
            new TriggerFinder(lexicon, people),
            new FactualityJudge(),
            new Complements(),
            new NaturalCauses(lexicon.words("nature")),
            people);
    contexts = new ContextFinder();
    harm = new HarmFinder();
    scores = new Scores();
  }

  public static EventFinder create() {
    return new EventFinder();
  }

  /**
   * @param actors with all their mentions; participants are matched to them by overlap
   * @param statements of which the innermost communication around a trigger asserts its event
   * @param times for the event's date
   * @param places for the event's place
   * @param published unused when null; dates in {@code times} are resolved already
   * @return in text order of the first trigger, ids {@code e1}, {@code e2} …
   */
  public List<Event> find(
      Analysis analysis,
      List<Actor> actors,
      List<Statement> statements,
      List<TimeExpression> times,
      List<Place> places,
      @Nullable LocalDate published) {
    if (!analysis.isTagged()) {
      return List.of();
    }
    Participants participants = new Participants(analysis, actors, places, people);
    Surroundings surroundings = new Surroundings(analysis, actors, statements, times, places);
    List<String> about = contexts.find(analysis, lemmas);
    EventMerger merger = new EventMerger(analysis.codePoints());
    for (Sentence sentence : analysis.sentences()) {
      Syntax syntax = new Syntax(analysis, sentence, lemmas);
      List<Candidate> candidates =
          reader.read(
              syntax,
              participants,
              word -> surroundings.claim(syntax, word) != null,
              MainEvent.of(analysis, sentence));
      for (Candidate candidate : candidates) {
        merger.add(event(analysis, candidate, surroundings, about));
      }
    }
    return merger.events();
  }

  private Event event(
      Analysis analysis, Candidate candidate, Surroundings around, List<String> about) {
    Syntax syntax = candidate.syntax();
    List<Span> trigger = new ArrayList<>();
    for (int word : candidate.trigger().words()) {
      trigger.add(analysis.span(syntax.token(word).range()));
    }
    Statement claim = around.claim(syntax, candidate.trigger().head());
    List<Participant> sides = candidate.actors();
    if (candidate.bySpeaker() && sides.isEmpty() && claim != null) {
      sides = List.of(around.speaker(claim));
    }
    return new Event(
        "",
        candidate.type(),
        candidate.mode(),
        about,
        candidate.cameo(),
        candidate.type().quad(),
        scores.of(candidate.type(), candidate.mode()),
        joined(trigger),
        List.of(joined(trigger)),
        sides,
        candidate.recipients(),
        around.date(candidate),
        around.place(candidate),
        candidate.factuality(),
        claim == null ? null : claim.id(),
        harm.of(candidate),
        Confidence.of(candidate.confidence()));
  }

  /** Neighbouring words as one span. */
  private static List<Span> joined(List<Span> words) {
    List<Span> spans = new ArrayList<>();
    for (Span word : words) {
      int last = spans.size() - 1;
      if (last >= 0 && word.start() - spans.get(last).end() <= 1) {
        spans.set(last, new Span(spans.get(last).start(), word.end()));
      } else {
        spans.add(word);
      }
    }
    return spans;
  }
}
