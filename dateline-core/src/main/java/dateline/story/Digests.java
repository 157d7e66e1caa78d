package dateline.story;

import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.story.Digest.Deed;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the digest of a record. */
public final class Digests {

  /**
   * Sentences from an article's beginning whose anchors are always kept: reprints keep them. They
   * have two each, so that a text of one sentence can be found.
   */
  private static final int HEAD = 3;

  /**
   * Anchors kept beside those, the smallest: the same ones in a reprint, if it has their sentences.
   */
  private static final int MOST_ANCHORS = 16;

  private static final int SHORTEST_SENTENCE = 6;

  /**
   * Words in an anchor: with fewer, turns of phrase that every article has would lead to thousands
   * of them.
   */
  private static final int ANCHOR_RUN = 8;

  /** Paragraphs that tell what an article is about. */
  private static final int OPENING = 2;

  private static final int MOST_DEEDS = 12;

  /** Code units of a name; what is longer is none, and would not fit a digest. */
  private static final int LONGEST_NAME = 200;

  /** Fewer words in a row are said by many. */
  private static final int SHORTEST_QUOTE = 8;

  private static final int MOST_QUOTES = 24;

  private final ArticleRecord record;
  private final CodePoints text;
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Statement> statements = new HashMap<>();

  private Digests(ArticleRecord record) {
    this.record = record;
    this.text = CodePoints.of(record.article().text());
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.statements().forEach(statement -> statements.put(statement.id(), statement));
  }

  public static Digest of(ArticleRecord record) {
    Digests digests = new Digests(record);
    List<List<String>> sentences = digests.ownSentences();
    List<String> own = sentences.stream().flatMap(List::stream).toList();
    if (own.size() < SHORTEST_SENTENCE + Sketch.RUN) {
      // Nearly all of it is quoted: then the quotes are what can be copied.
      sentences = digests.sentences(record.article().text());
      own = sentences.stream().flatMap(List::stream).toList();
    }
    return new Digest(
        day(record.article().published()),
        Sketch.of(own),
        anchors(sentences),
        digests.deeds(),
        digests.quotes());
  }

  /** Days since 1970-01-01, or null when the value is not a full day. */
  static @Nullable Long day(@Nullable Resolved resolved) {
    if (resolved == null || resolved.value().length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(resolved.value().substring(0, 10)).toEpochDay();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Sentences' words outside quotation marks. */
  private List<List<String>> ownSentences() {
    return sentences(Quotations.blanked(record.article().text()));
  }

  private List<List<String>> sentences(String words) {
    CodePoints shown = CodePoints.of(words);
    return record.article().sentences().stream()
        .map(sentence -> Words.of(shown.slice(sentence)))
        .toList();
  }

  private static long[] anchors(List<List<String>> sentences) {
    Set<Long> head = new TreeSet<>();
    Set<Long> rest = new TreeSet<>();
    int seen = 0;
    for (List<String> words : sentences) {
      if (words.size() >= SHORTEST_SENTENCE) {
        int run = Math.min(ANCHOR_RUN, words.size());
        LongStream runs =
            IntStream.rangeClosed(0, words.size() - run).mapToLong(i -> Sketch.run(words, i, run));
        boolean early = seen++ < HEAD;
        runs.sorted().limit(early ? Links.SHARED_ANCHORS : 1).forEach((early ? head : rest)::add);
      }
    }
    return LongStream.concat(longs(head.stream()), longs(rest.stream().limit(MOST_ANCHORS)))
        .sorted()
        .distinct()
        .toArray();
  }

  private static LongStream longs(Stream<Long> values) {
    return values.mapToLong(Long::longValue);
  }

  private List<Deed> deeds() {
    List<Span> paragraphs = record.article().paragraphs();
    if (paragraphs.isEmpty()) {
      return List.of();
    }
    Span opening = new Span(0, paragraphs.get(Math.min(OPENING, paragraphs.size()) - 1).end());
    Set<Deed> deeds = new LinkedHashSet<>();
    for (Event event : record.events()) {
      Long day = day(event.date());
      if (day != null && opening.contains(event.trigger().get(0)) && !isQuoted(event)) {
        deeds(event, day, deeds);
      }
    }
    return deeds.stream()
        .filter(deed -> Math.max(deed.where().length(), deed.label().length()) <= LONGEST_NAME)
        .limit(MOST_DEEDS)
        .toList();
  }

  /** What a person's own words tell in passing is not what the article is about. */
  private boolean isQuoted(Event event) {
    Statement statement = statements.get(event.assertedBy());
    return statement != null && statement.kind() == Statement.Kind.DIRECT;
  }

  private void deeds(Event event, long day, Set<Deed> deeds) {
    for (Place city : Scenes.cities(record, event)) {
      String label = city.name();
      deeds.add(new Deed(event.type(), day, Scenes.key(city), label));
    }
    List<Participant> parties =
        Stream.concat(event.actors().stream(), event.recipients().stream()).toList();
    for (Participant party : parties) {
      Actor actor = actors.get(party.actor());
      if (actor != null && actor.kind() == Actor.Kind.PERSON && actor.name().contains(" ")) {
        deeds.add(
            new Deed(event.type(), day, String.join(" ", Words.of(actor.name())), actor.name()));
      }
    }
    if (event.type().quad() != Event.Quad.MATERIAL_CONFLICT) {
      TreeSet<String> countries = new TreeSet<>();
      parties.forEach(
          party -> {
            if (party.country() != null) {
              countries.add(party.country());
            }
          });
      if (countries.size() == 2) {
        String both = String.join("+", countries);
        deeds.add(new Deed(event.type(), day, both, String.join(" and ", countries)));
      }
    }
  }

  private long[] quotes() {
    TreeSet<Long> quotes = new TreeSet<>();
    for (Statement statement : record.statements()) {
      Actor speaker = actors.get(statement.speaker());
      if (speaker != null && statement.kind() != Statement.Kind.INDIRECT) {
        String name = Names.family(speaker.name());
        String content = text.slice(statement.content());
        List<String> quoted = Quotations.quoted(statement.kind(), content);
        for (String sentence : Quotations.sentences(quoted)) {
          List<String> words = Words.of(sentence);
          if (words.size() >= SHORTEST_QUOTE) {
            quotes.add(Words.hash(name + "|" + String.join(" ", words)));
          }
        }
      }
    }
    return longs(quotes.stream().limit(MOST_QUOTES)).toArray();
  }
}
