package dateline.eval;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.PloverType;
import dateline.model.Provenance;
import dateline.model.Resolved;
import dateline.model.Source;
import dateline.model.Statement;
import dateline.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Records of long articles, as many as wanted, made without a page or a reader: what a big store
 * holds. Words, people, countries and outlets are as unevenly spread as in news: the n-th most
 * frequent has 1/n of the first one's share. The same seed makes the same records.
 */
final class BigNews {

  private static final int WORDS = 20_000;
  private static final int PEOPLE = 5_000;
  private static final int OUTLETS = 60;
  private static final int DAYS = 3650;
  private static final LocalDate FROM = LocalDate.of(2015, 1, 1);
  private static final String METHOD = "made-up";

  private static final List<String> FREQUENT =
      List.of(
          ("government minister talks people country police president border peace war economy party"
                  + " security agreement parliament election budget army city court law trade water"
                  + " school hospital energy prices workers union crisis ceasefire attack bridge port")
              .split(" "));

  private static final List<String> GIVEN =
      List.of(
          ("Anna Boris Clara David Elena Farid Grace Hugo Irina Jonas Karin Leo Maria Nils Olga Pavel"
                  + " Rosa Samir Tania Viktor")
              .split(" "));

  private static final List<String> VERBS =
      List.of("signed", "met", "backed", "helped", "rejected", "accused", "threatened", "attacked");

  private static final List<PloverType> TYPES =
      List.of(
          PloverType.AGREE,
          PloverType.CONSULT,
          PloverType.SUPPORT,
          PloverType.AID,
          PloverType.REJECT,
          PloverType.ACCUSE,
          PloverType.THREATEN,
          PloverType.ASSAULT);

  /** Real countries' codes, the one with most news first. */
  static final List<String> COUNTRIES =
      List.of(
          ("USA CHN RUS UKR GBR FRA DEU ISR IRN IND PAK TUR SYR IRQ AFG JPN KOR EGY SAU ITA ESP POL"
                  + " BRA MEX CAN AUS NGA ZAF KEN ETH YEM LBN JOR GRC SRB ARM AZE GEO SWE NOR")
              .split(" "));

  private final long seed;
  private final int statementsEach;
  private final int eventsEach;
  private final List<String> words = new ArrayList<>();
  private final List<String> people = new ArrayList<>();

  /**
   * @param statementsEach in an article
   * @param eventsEach likewise; at most one for three statements begun
   */
  BigNews(long seed, int statementsEach, int eventsEach) {
    this.seed = seed;
    this.statementsEach = statementsEach;
    this.eventsEach = eventsEach;
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> known = new HashSet<>(FREQUENT);
    words.addAll(FREQUENT);
    while (words.size() < WORDS) {
      String word = syllables(random, 2 + random.nextInt(3));
      if (known.add(word)) {
        words.add(word);
      }
    }
    while (people.size() < PEOPLE) {
      String family = syllables(random, 2 + random.nextInt(2));
      String name = GIVEN.get(people.size() % GIVEN.size()) + " " + capital(family);
      if (known.add(name)) {
        people.add(name);
      }
    }
  }

  private static String syllables(SplittableRandom random, int count) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < count; i++) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.append("lnrst".charAt(random.nextInt(5))).toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** One of them: the n-th with a likelihood in proportion to 1/n. */
  private static <T> T pick(List<T> all, SplittableRandom random) {
    return all.get((int) Math.pow(all.size(), random.nextDouble()) - 1);
  }

  String word(SplittableRandom random) {
    return pick(words, random);
  }

  String person(SplittableRandom random) {
    return pick(people, random);
  }

  String country(SplittableRandom random) {
    return pick(COUNTRIES, random);
  }

  /** A day of the years that the articles are spread over. */
  static LocalDate day(SplittableRandom random) {
    return FROM.plusDays(random.nextInt(DAYS));
  }

  /** The id of the article with a number. */
  static String id(int number) {
    return "big-" + number;
  }

  /**
   * The record with a number.
   *
   * @param of how many there are, so that they are spread over the years
   */
  ArticleRecord record(int number, int of) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    LocalDate day = FROM.plusDays((long) number * DAYS / of);
    return new Making(random, number, day).record();
  }

  /** One record in the making. */
  private final class Making {

    private final SplittableRandom random;
    private final int number;
    private final Resolved date;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> sentences = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();

    Making(SplittableRandom random, int number, LocalDate day) {
      this.random = random;
      this.number = number;
      this.date = new Resolved(day.toString(), METHOD, 1, null);
    }

    ArticleRecord record() {
      String title = capital(phrase(6));
      String outlet = "The " + capital(words.get(100 + random.nextInt(OUTLETS))) + " Post";
      for (int i = 0; i < statementsEach; i++) {
        statement();
        if (i % 3 == 0 && events.size() < eventsEach) {
          event();
        }
      }
      String url = "https://big.example/" + number;
      return new ArticleRecord(
          ArticleRecord.SCHEMA,
          id(number),
          new Source(url, "text/html", "utf-8", String.format("%064x", number), 1, null),
          new Article(
              title,
              outlet,
              "en",
              date,
              null,
              List.of(),
              null,
              List.of(),
              text.toString(),
              sentences,
              sentences,
              null,
              url,
              false),
          actors,
          statements,
          events,
          places,
          List.of(),
          List.of(),
          new Provenance(METHOD, Map.of(), List.of()));
    }

    private String phrase(int length) {
      StringBuilder phrase = new StringBuilder();
      for (int i = 0; i < length; i++) {
        phrase.append(i == 0 ? "" : " ").append(word(random));
      }
      return phrase.toString();
    }

    private Span append(String words) {
      int from = text.length();
      text.append(words);
      return new Span(from, text.length());
    }

    private void end(int from) {
      text.append('.');
      sentences.add(new Span(from, text.length()));
      text.append('\n');
    }

    private void statement() {
      int from = text.length();
      Span source = append(person(random));
      String speaker = actor(source);
      text.append(' ');
      Span cue = append("said");
      text.append(' ');
      Span content = append("that " + phrase(9 + random.nextInt(12)));
      end(from);
      statements.add(
          new Statement(
              "s" + (statements.size() + 1),
              Statement.Kind.INDIRECT,
              Statement.Type.COMMUNICATION,
              List.of(content),
              List.of(source),
              List.of(cue),
              speaker,
              null,
              null,
              date,
              null,
              null,
              0.9));
    }

    private String actor(Span span) {
      String name = text.substring(span.start(), span.end());
      Actor.Mention mention = new Actor.Mention(List.of(span), Actor.Form.NAME);
      for (Actor known : actors) {
        if (known.name().equals(name)) {
          return known.id();
        }
      }
      boolean person = name.indexOf(' ') > 0;
      String id = "a" + (actors.size() + 1);
      actors.add(
          new Actor(
              id,
              name,
              person ? Actor.Kind.PERSON : Actor.Kind.ORGANISATION,
              person ? COUNTRIES.get(Math.floorMod(name.hashCode(), COUNTRIES.size())) : name,
              person ? List.of("GOV") : List.of(),
              null,
              List.of(mention)));
      return id;
    }

    private void event() {
      int from = text.length();
      int kind = random.nextInt(VERBS.size());
      Participant actor = participant();
      text.append(' ');
      Span trigger = append(VERBS.get(kind));
      text.append(' ');
      Participant recipient = participant();
      text.append(" over ").append(phrase(8));
      end(from);
      PloverType type = TYPES.get(kind);
      boolean claim = random.nextInt(4) == 0;
      events.add(
          new Event(
              "e" + (events.size() + 1),
              type,
              null,
              List.of(),
              null,
              type.quad(),
              type.score(),
              List.of(trigger),
              List.of(List.of(trigger)),
              List.of(actor),
              List.of(recipient),
              date,
              place(recipient),
              Event.Factuality.ACTUAL,
              claim ? statements.get(statements.size() - 1).id() : null,
              Event.Harm.NONE,
              0.8));
    }

    private Participant participant() {
      String code = country(random);
      while (!countries.isEmpty() && countries.get(countries.size() - 1).equals(code)) {
        code = country(random);
      }
      countries.add(code);
      Span span = append(code);
      return new Participant(actor(span), List.of(span), code, List.of("GOV"));
    }

    /** A city of the recipient's country: each has ten. */
    private String place(Participant recipient) {
      String code = String.valueOf(recipient.country());
      int city = random.nextInt(10);
      int country = COUNTRIES.indexOf(code);
      String id = "p" + (places.size() + 1);
      places.add(
          new Place(
              id,
              recipient.span(),
              "City " + code + city,
              code,
              -50.0 + 2.5 * country + city,
              -170.0 + 8.0 * country + city,
              Place.Precision.CITY,
              METHOD + ":" + code + city,
              List.of(),
              false,
              METHOD,
              1));
      return id;
    }
  }
}
