package dateline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Event.Participant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sides and harm of events, in sentences of our own. */
final class EventSidesTest {

  private static final NewsEnglish ENGLISH = NewsEnglish.load();
  private static final EventFinder EVENTS = EventFinder.create();

  @Test
  void everySignatoryIsAnActor() {
    assertThat(actors("On the night of 3 May, Oslo, Lima and Rome signed a ceasefire agreement."))
        .containsExactly("Oslo", "Lima", "Rome");
  }

  @Test
  void sidesThatAccuseEachOtherAreActors() {
    assertThat(actors("Peru and Ecuador accused each other of shelling the border."))
        .containsExactly("Peru", "Ecuador");
  }

  @Test
  void aPassiveHasItsAgentAsActor() {
    assertThat(actors("The village was attacked by French soldiers."))
        .containsExactly("French soldiers");
  }

  @Test
  void anAgentlessPassiveIsKeptWithoutActors() {
    Event event = first("Four farmers were killed on Monday.");
    assertThat(event.actors()).isEmpty();
    assertThat(event.harm().killed()).isEqualTo(new Count(4, 4));
  }

  @Test
  void atLeastIsALowerBound() {
    assertThat(first("Gunmen killed at least 12 people in the market.").harm().killed())
        .isEqualTo(new Count(12, null));
  }

  @Test
  void noFewerThanIsALowerBoundAndNoNegation() {
    Event event = first("No fewer than 30 soldiers were killed in the ambush.");
    assertThat(event.factuality()).isEqualTo(Event.Factuality.ACTUAL);
    assertThat(event.harm().killed()).isEqualTo(new Count(30, null));
  }

  private static List<String> actors(String sentence) {
    Analysis analysis = ENGLISH.analyse(sentence, Paragraphs.of(sentence));
    return find(analysis).get(0).actors().stream()
        .map(Participant::span)
        .map(span -> analysis.codePoints().slice(span))
        .toList();
  }

  private static Event first(String sentence) {
    return find(ENGLISH.analyse(sentence, Paragraphs.of(sentence))).get(0);
  }

  private static List<Event> find(Analysis analysis) {
    return EVENTS.find(analysis, List.of(), List.of(), List.of(), List.of(), null);
  }
}
