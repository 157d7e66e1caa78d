package dateline.event;

import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the mentions of one event in an article together: same type, factuality and asserter, a
 * shared participant and no contradiction in the others or in the date.
 */
final class EventMerger {

  /** After these a phrase only says more of its head: "the poets of the town". */
  private static final Set<String> LINKS =
      Set.of("of", "in", "from", "at", "near", "for", "with", "to", "on", "who", "by");

  private static final Set<String> POINTING =
      Set.of("the", "this", "that", "these", "those", "his", "her", "its", "their");

  private final CodePoints text;
  private final List<Event> events = new ArrayList<>();

  EventMerger(CodePoints text) {
    this.text = text;
  }

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

  private boolean isSame(Event one, Event other) {
    if (one.type() != other.type()
        || one.factuality() != other.factuality()
        || !Objects.equals(one.assertedBy(), other.assertedBy())
        || !compatible(
            one.date() == null ? null : one.date().value(),
            other.date() == null ? null : other.date().value())
        || !Objects.equals(one.harm(), other.harm()) && !isHarmless(one) && !isHarmless(other)) {
      return false;
    }
    return compatible(one.actors(), other.actors())
        && compatible(one.recipients(), other.recipients())
        && (meet(one.actors(), other.actors()) || meet(one.recipients(), other.recipients()));
  }

  private static boolean isHarmless(Event event) {
    return event.harm().equals(Event.Harm.NONE);
  }

  private static boolean compatible(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.startsWith(other) || other.startsWith(one);
  }

  /** The same actors, or phrases that point back to them: "two poets", later "the poets". */
  private boolean compatible(List<Participant> one, List<Participant> later) {
    return one.isEmpty() || later.isEmpty() || ids(one).equals(ids(later)) || pointsTo(one, later);
  }

  private boolean meet(List<Participant> one, List<Participant> later) {
    Set<String> ids = ids(one);
    return !one.isEmpty() && !later.isEmpty() && pointsTo(one, later)
        || ids(later).stream().anyMatch(ids::contains);
  }

  private boolean pointsTo(List<Participant> one, List<Participant> later) {
    return later.stream().allMatch(side -> POINTING.contains(words(side).get(0)))
        && heads(one).equals(heads(later));
  }

  private Set<String> heads(List<Participant> participants) {
    Set<String> heads = new HashSet<>();
    participants.forEach(side -> heads.add(head(side) + " " + side.country()));
    return heads;
  }

  /** Known actors by id; a phrase without one by its words. */
  private Set<String> ids(List<Participant> participants) {
    Set<String> ids = new HashSet<>();
    for (Participant participant : participants) {
      ids.add(
          participant.actor() == null ? String.join(" ", words(participant)) : participant.actor());
    }
    return ids;
  }

  private List<String> words(Participant participant) {
    return List.of(text.slice(participant.span()).toLowerCase(Locale.ROOT).split("\\s+"));
  }

  /** The last word before what is joined to a phrase by a preposition. */
  private String head(Participant participant) {
    String head = "";
    for (String word : words(participant)) {
      if (LINKS.contains(word) && !head.isEmpty()) {
        break;
      }
      head = word;
    }
    return head;
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
