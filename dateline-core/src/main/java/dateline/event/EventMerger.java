package dateline.event;

import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the mentions of one event in an article together: same type, factuality and asserter, a
 * shared participant and no contradiction in the others or in the date.
 */
final class EventMerger {

  private final List<Event> events = new ArrayList<>();

  void add(Event mention) {
    for (int i = 0; i < events.size(); i++) {
      if (isSame(events.get(i), mention)) {
        events.set(i, join(events.get(i), mention));
        return;
      }
    }
    events.add(mention);
  }

  /** In order of the first mention, numbered from {@code e1}. */
  List<Event> events() {
    List<Event> numbered = new ArrayList<>(events.size());
    for (Event event : events) {
      numbered.add(with(event, "e" + (numbered.size() + 1), event.mentions(), event));
    }
    return List.copyOf(numbered);
  }

  private static boolean isSame(Event one, Event other) {
    if (one.type() != other.type()
        || one.factuality() != other.factuality()
        || !Objects.equals(one.assertedBy(), other.assertedBy())
        || !compatible(
            one.date() == null ? null : one.date().value(),
            other.date() == null ? null : other.date().value())
        || !Objects.equals(one.harm(), other.harm()) && !isHarmless(one) && !isHarmless(other)) {
      return false;
    }
    Set<String> actors = ids(one.actors());
    Set<String> recipients = ids(one.recipients());
    Set<String> otherActors = ids(other.actors());
    Set<String> otherRecipients = ids(other.recipients());
    return compatible(actors, otherActors)
        && compatible(recipients, otherRecipients)
        && (meet(actors, otherActors) || meet(recipients, otherRecipients));
  }

  private static boolean isHarmless(Event event) {
    return event.harm().equals(Event.Harm.NONE);
  }

  private static boolean compatible(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.startsWith(other) || other.startsWith(one);
  }

  private static boolean compatible(Set<String> one, Set<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  /** Known actors by id; a phrase without one stands for itself. */
  private static Set<String> ids(List<Participant> participants) {
    Set<String> ids = new HashSet<>();
    for (Participant participant : participants) {
      ids.add(participant.actor() == null ? participant.span().toString() : participant.actor());
    }
    return ids;
  }

  private static Event join(Event one, Event other) {
    List<List<Span>> mentions = new ArrayList<>(one.mentions());
    mentions.addAll(other.mentions());
    return with(one, one.id(), mentions, other);
  }

  /** {@code one} with what only {@code other} knows. */
  private static Event with(Event one, String id, List<List<Span>> mentions, Event other) {
    return new Event(
        id,
        one.type(),
        one.mode() == null ? other.mode() : one.mode(),
        one.contexts(),
        one.cameo(),
        one.quad(),
        one.score(),
        one.trigger(),
        mentions,
        one.actors().isEmpty() ? other.actors() : one.actors(),
        one.recipients().isEmpty() ? other.recipients() : one.recipients(),
        one.date() == null ? other.date() : one.date(),
        one.place() == null ? other.place() : one.place(),
        one.factuality(),
        one.assertedBy(),
        isHarmless(one) ? other.harm() : one.harm(),
        Math.max(one.confidence(), other.confidence()));
  }
}
