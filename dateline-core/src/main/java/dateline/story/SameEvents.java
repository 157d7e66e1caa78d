package dateline.story;

import dateline.model.Actor;
import dateline.model.Event;
import dateline.model.Event.Count;
import dateline.model.Event.Factuality;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.PloverType;
import dateline.model.Statement;
import dateline.story.Story.Detail;
import dateline.story.Story.Mention;
import dateline.story.Story.SameEvent;
import dateline.story.Story.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same event in a story's articles. Events whose day and place are told are one when
 * type, day and place are the same; an event that leaves day or place open is that one of the
 * story's events of its type that it agrees with best, and none that it contradicts.
 */
final class SameEvents {

  private SameEvents() {}

  /** An event as one article tells it. */
  private static final class Item {
    final Told article;
    final Event event;
    final @Nullable Long day;
    final Map<String, Place> cities = new LinkedHashMap<>();
    final Set<String> parties = new TreeSet<>();
    final String sentence;

    Item(Told article, Event event) {
      this.article = article;
      this.event = event;
      this.day = Digests.day(event.date());
      Scenes.cities(article.record, event).forEach(city -> cities.put(Scenes.key(city), city));
      for (List<Participant> side : List.of(event.actors(), event.recipients())) {
        side.forEach(this::party);
      }
      this.sentence =
          String.join(
              " ",
              Words.of(
                  article.text.slice(
                      Scenes.sentence(article.record.article(), event.trigger().get(0)))));
    }

    private void party(Participant participant) {
      Actor actor = article.actor(participant.actor());
      if (actor != null && actor.kind() != Actor.Kind.PLACE) {
        parties.add(Names.family(actor.name()));
      }
      if (participant.country() != null) {
        parties.add(participant.country());
      }
    }

    boolean isPlain() {
      return day != null && !cities.isEmpty();
    }

    PloverType type() {
      return event.type();
    }
  }

  static List<SameEvent> of(List<Told> articles) {
    List<Item> items = new ArrayList<>();
    for (Told article : articles) {
      for (Event event : article.record.events()) {
        items.add(new Item(article, event));
      }
    }
    List<SameEvent> events = new ArrayList<>();
    for (List<Item> cluster : clusters(items)) {
      events.add(event(cluster));
    }
    events.sort(
        Comparator.comparing(
                SameEvent::day, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(event -> -event.reports())
            .thenComparing(event -> event.mentions().get(0).article())
            .thenComparing(event -> event.mentions().get(0).event()));
    return events;
  }

  private static List<List<Item>> clusters(List<Item> items) {
    Components components = new Components(items.size());
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      // A sentence that is copied tells the same event.
      join(
          components,
          first,
          item.type() + "|" + item.event.trigger().size() + "|" + words(item),
          i);
      if (item.isPlain()) {
        for (String city : item.cities.keySet()) {
          join(components, first, item.type() + "|" + item.day + "|" + city, i);
        }
      }
    }
    attach(items, components);
    return components.all().stream()
        .map(component -> component.stream().map(items::get).toList())
        .toList();
  }

  private static String words(Item item) {
    return item.sentence + "|" + item.article.words(item.event.trigger());
  }

  private static void join(Components components, Map<String, Integer> first, String key, int i) {
    Integer known = first.putIfAbsent(key, i);
    if (known != null) {
      components.join(known, i);
    }
  }

  /** Puts what leaves day or place open to the event that it agrees with best. */
  private static void attach(List<Item> items, Components components) {
    List<List<Integer>> all = components.all();
    List<List<Item>> plain = new ArrayList<>();
    List<Integer> roots = new ArrayList<>();
    List<List<Integer>> open = new ArrayList<>();
    for (List<Integer> component : all) {
      List<Item> members = component.stream().map(items::get).toList();
      if (members.stream().anyMatch(Item::isPlain)) {
        plain.add(members);
        roots.add(component.get(0));
      } else {
        open.add(component);
      }
    }
    Map<String, Integer> leftOver = new HashMap<>();
    for (List<Integer> component : open) {
      Item item = items.get(component.get(0));
      int best = best(item, plain);
      if (best >= 0) {
        components.join(roots.get(best), component.get(0));
      } else if (item.day != null || !item.cities.isEmpty() || !item.parties.isEmpty()) {
        String key = item.type() + "|" + item.day + "|" + item.cities.keySet() + "|" + item.parties;
        join(components, leftOver, key, component.get(0));
      }
    }
  }

  /** The cluster that agrees best with an open event; -1 when none agrees in anything. */
  private static int best(Item item, List<List<Item>> clusters) {
    int best = -1;
    double bestScore = 0;
    for (int i = 0; i < clusters.size(); i++) {
      double score = score(item, clusters.get(i));
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  private static double score(Item item, List<Item> cluster) {
    if (item.type() != cluster.get(0).type()) {
      return 0;
    }
    Set<Long> days = new HashSet<>();
    Set<String> cities = new HashSet<>();
    Set<String> parties = new HashSet<>();
    Set<Object> harms = new HashSet<>();
    for (Item other : cluster) {
      if (other.day != null) {
        days.add(other.day);
      }
      cities.addAll(other.cities.keySet());
      parties.addAll(other.parties);
      if (other.event.harm().killed() != null) {
        harms.add(other.event.harm().killed());
      }
    }
    boolean sameDay = item.day != null && days.contains(item.day);
    boolean sameCity = item.cities.keySet().stream().anyMatch(cities::contains);
    if (item.day != null && !days.isEmpty() && !sameDay
        || !item.cities.isEmpty() && !cities.isEmpty() && !sameCity) {
      return 0;
    }
    long shared = item.parties.stream().filter(parties::contains).count();
    boolean sameHarm =
        item.event.harm().killed() != null && harms.contains(item.event.harm().killed());
    double score =
        (sameDay ? 2 : 0) + (sameCity ? 2 : 0) + Math.min(2, shared) + (sameHarm ? 2 : 0);
    return score == 0 ? 0 : score + cluster.size() / 1e6;
  }

  private static SameEvent event(List<Item> items) {
    Set<String> articles = new HashSet<>();
    Set<String> outlets = new HashSet<>();
    Set<String> sources = new HashSet<>();
    Set<String> own = new HashSet<>();
    Set<String> claimed = new LinkedHashSet<>();
    Set<String> denied = new LinkedHashSet<>();
    boolean happened = false;
    List<Mention> mentions = new ArrayList<>();
    for (Item item : items) {
      Told article = item.article;
      articles.add(article.id());
      outlets.add(article.outlet());
      sources.add(article.source);
      Factuality factuality = item.event.factuality();
      boolean negated = factuality == Factuality.NEGATED || isDenied(item);
      happened |= factuality == Factuality.ACTUAL && !negated;
      boolean ownVoice = item.event.assertedBy() == null;
      if (negated) {
        denied.add(ownVoice ? article.outlet() : speaker(item));
      } else if (factuality == Factuality.ACTUAL && ownVoice) {
        own.add(article.source);
      } else if (factuality == Factuality.ACTUAL) {
        claimed.add(speaker(item));
      }
      mentions.add(
          new Mention(
              article.id(),
              item.event.id(),
              article.outlet(),
              article.source,
              article.words(item.event.trigger()),
              ownVoice));
    }
    return new SameEvent(
        items.get(0).type(),
        day(items),
        place(items),
        names(items, true),
        names(items, false),
        standing(happened, own.size(), claimed.size(), !denied.isEmpty()),
        articles.size(),
        outlets.size(),
        sources.size(),
        own.size(),
        List.copyOf(claimed),
        List.copyOf(denied),
        details(items),
        mentions);
  }

  /** Whether the event stands in what somebody denies. */
  private static boolean isDenied(Item item) {
    Statement statement = item.article.statement(item.event.assertedBy());
    return statement != null
        && Words.of(item.article.words(statement.cue())).stream()
            .anyMatch(word -> word.startsWith("den") && DENIALS.contains(word));
  }

  private static final Set<String> DENIALS =
      Set.of("deny", "denies", "denied", "denying", "denial", "denials");

  static Standing standing(boolean happened, int ownVoices, int claims, boolean denied) {
    if (denied) {
      return happened ? Standing.CONTESTED : Standing.DENIED;
    }
    if (ownVoices > 1) {
      return Standing.CORROBORATED;
    }
    if (ownVoices == 1) {
      return Standing.REPORTED;
    }
    if (claims > 1) {
      return Standing.CLAIMED_BY_SEVERAL;
    }
    return claims == 1 ? Standing.CLAIMED : Standing.EXPECTED;
  }

  private static String speaker(Item item) {
    Statement statement = item.article.statement(item.event.assertedBy());
    if (statement == null) {
      return item.article.outlet();
    }
    Actor actor = item.article.actor(statement.speaker());
    if (actor != null) {
      return actor.name();
    }
    return statement.source().isEmpty() ? "unknown" : item.article.words(statement.source());
  }

  private static @Nullable String day(List<Item> items) {
    Long day = mostTold(items.stream().map(item -> item.day).toList());
    return day == null ? null : LocalDate.ofEpochDay(day).toString();
  }

  private static @Nullable String place(List<Item> items) {
    List<@Nullable String> cities = new ArrayList<>();
    for (Item item : items) {
      item.cities.values().stream().limit(1).forEach(city -> cities.add(city.name()));
    }
    String city = mostTold(cities);
    if (city != null) {
      return city;
    }
    List<@Nullable String> names = new ArrayList<>();
    for (Item item : items) {
      item.article.record.places().stream()
          .filter(place -> place.id().equals(item.event.place()))
          .forEach(place -> names.add(place.name()));
    }
    return mostTold(names);
  }

  private static <T extends Comparable<T>> @Nullable T mostTold(
      List<? extends @Nullable T> values) {
    Map<T, Integer> counts = new TreeMap<>();
    T best = null;
    for (T value : values) {
      if (value != null) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    for (Map.Entry<T, Integer> entry : counts.entrySet()) {
      if (best == null || entry.getValue() > counts.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    return best;
  }

  private static List<String> names(List<Item> items, boolean actors) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Item item : items) {
      for (Participant party : actors ? item.event.actors() : item.event.recipients()) {
        Actor actor = item.article.actor(party.actor());
        String name = actor == null ? item.article.words(party.span()) : actor.name();
        counts.merge(name, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Detail> details(List<Item> items) {
    List<Detail> details = new ArrayList<>();
    details.addAll(details(items, "killed", item -> item.event.harm().killed()));
    details.addAll(details(items, "injured", item -> item.event.harm().injured()));
    details.addAll(details(items, "arrested", item -> item.event.harm().arrested()));
    details.addAll(details(items, "displaced", item -> item.event.harm().displaced()));
    return details;
  }

  /** Reads a number of people off an event. */
  private interface Reading {
    @Nullable Count of(Item item);
  }

  private static List<Detail> details(List<Item> items, String what, Reading reading) {
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    Map<String, @Nullable String> first = new HashMap<>();
    for (Item item : items) {
      Count count = reading.of(item);
      if (count != null) {
        String value = value(count);
        sources.computeIfAbsent(value, v -> new TreeSet<>()).add(item.article.source);
        first.putIfAbsent(value, item.article.published());
      }
    }
    return sources.entrySet().stream()
        .map(
            entry ->
                new Detail(
                    what, entry.getKey(), List.copyOf(entry.getValue()), first.get(entry.getKey())))
        .sorted(
            Comparator.comparing((Detail detail) -> -detail.sources().size())
                .thenComparing(Detail::value))
        .toList();
  }

  static String value(Count count) {
    if (count.min() == null) {
      return "at most " + count.max();
    }
    if (count.max() == null) {
      return "at least " + count.min();
    }
    return count.min().equals(count.max())
        ? count.min().toString()
        : count.min() + " to " + count.max();
  }
}
