package dateline.corpus;

import dateline.language.Cardinals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it truly was.
 *
 * @param key unique in the corpus
 * @param slots what sentences are filled with, whoever writes them
 * @param guest the second person, or null
 * @param group the armed group that is named, or null
 * @param denied whether the group denies it
 */
record Happening(
    String key,
    Kind kind,
    LocalDate day,
    Country country,
    String city,
    Country other,
    Person person,
    @Nullable Person guest,
    @Nullable String group,
    boolean denied,
    int killed,
    int hurt,
    int number,
    int suspects,
    Map<String, String> slots,
    List<Quote> quotes) {

  /** What every happening has a value for, whether its kind needs it or not. */
  private static final List<String> SLOTS =
      List.of(
          "target", "workers", "issue", "charge", "topic", "goods", "street", "quarter", "hour");

  /** Neighbours, in no order. */
  private static final List<String> RIVALS = List.of("KEN", "UGA");

  Happening {
    slots = Map.copyOf(slots);
    quotes = List.copyOf(quotes);
  }

  /** Of the event itself; {@link #sequel} is that of the arrests that follow. */
  String event() {
    return key + "/main";
  }

  String sequel() {
    return key + "/sequel";
  }

  /** The happening with a number: of the plan, and of nothing else. */
  static Happening of(World world, Plan plan, int index) {
    boolean lookAlike = index % 4 == 3;
    SplittableRandom random = new SplittableRandom(mix(plan.seed(), index));
    if (!lookAlike) {
      return make(world, plan, index, random, null);
    }
    Happening twin = of(world, plan, index - 1);
    return make(world, plan, index, random, twin);
  }

  private static long mix(long seed, int index) {
    return seed * 0x9E3779B97F4A7C15L + index * 0xC2B2AE3D27D4EB4FL;
  }

  /** With a twin: the same deed there on the next day, or another deed of the same people. */
  private static Happening make(
      World world, Plan plan, int index, SplittableRandom random, @Nullable Happening twin) {
    boolean samePlaceNextDay = twin != null && random.nextBoolean();
    Kind kind = World.pick(Kind.ANYWHERE, random);
    if (twin != null && samePlaceNextDay) {
      kind = twin.kind;
    } else if (twin != null && kind == twin.kind) {
      kind = Kind.ANYWHERE.get((kind.ordinal() + 1) % Kind.ANYWHERE.size());
    }
    Country country = twin != null ? twin.country : World.pick(world.countries, random);
    String city = twin != null ? twin.city : World.pick(country.cities(), random);
    Country other = World.pick(world.countries, random);
    while (other.equals(country)) {
      other = World.pick(world.countries, random);
    }
    if (plan.rivals() && index % 4 < 2) {
      List<Kind> now = Kind.OF_RIVALS.get(3 * index / plan.happenings());
      kind = now.get(index / 4 % now.size());
      boolean turned = random.nextBoolean();
      country = world.country(RIVALS.get(turned ? 1 : 0));
      other = world.country(RIVALS.get(turned ? 0 : 1));
      city = World.pick(country.cities(), random);
    }
    LocalDate day =
        twin != null
            ? twin.day.plusDays(samePlaceNextDay ? 1 : random.nextInt(3))
            : plan.from().plusDays((long) index * plan.days() / plan.happenings());
    String key = "h" + index;
    Map<String, String> slots = new HashMap<>();
    for (String slot : SLOTS) {
      String value = world.slot(slot, random);
      while (twin != null && samePlaceNextDay && value.equals(twin.slots.get(slot))) {
        value = world.slot(slot, random);
      }
      slots.put(slot, value);
    }
    slots.put("count", Cardinals.words(3 + random.nextInt(57)));
    slots.put("minutes", Cardinals.words(10 + random.nextInt(80)));
    boolean named = kind.deadly() && random.nextInt(2) == 0;
    boolean diplomats = kind == Kind.TALKS;
    String office =
        switch (kind) {
          case ARREST -> "opposition politician";
          case TALKS -> "Foreign Minister";
          default -> "Prime Minister";
        };
    return new Happening(
        key,
        kind,
        day,
        country,
        city,
        other,
        world.person(country, office),
        diplomats ? world.person(other, "Foreign Minister") : null,
        named ? World.pick(world.groups, random) : null,
        named && random.nextInt(3) == 0,
        3 + random.nextInt(40),
        5 + random.nextInt(90),
        kind == Kind.AID ? 20 + 5 * random.nextInt(60) : 200 + 50 * random.nextInt(50),
        2 + random.nextInt(8),
        slots,
        quotes(world, key, kind, country, city, twin, random));
  }

  private static List<Quote> quotes(
      World world,
      String key,
      Kind kind,
      Country country,
      String city,
      @Nullable Happening twin,
      SplittableRandom random) {
    List<Quote> quotes = new ArrayList<>();
    int number = 0;
    for (String office : List.of(kind.firstSpeaker, kind.secondSpeaker)) {
      boolean local = office.equals("Mayor") || office.equals("police chief");
      Person speaker = world.person(country, local ? office + "/" + city : office);
      List<World.Clause> clauses = new ArrayList<>();
      int length = 2 + random.nextInt(2);
      for (int position = 1; position <= length; position++) {
        List<World.Clause> choices = world.clauses.getOrDefault(kind.topic + position, List.of());
        clauses.add(fresh(choices, clauses, quotes, twin, random));
      }
      quotes.add(new Quote(key + "/q" + ++number, speaker, clauses));
    }
    return quotes;
  }

  /** A clause that nobody has said yet about this happening or the one that it looks like. */
  private static World.Clause fresh(
      List<World.Clause> choices,
      List<World.Clause> mine,
      List<Quote> others,
      @Nullable Happening twin,
      SplittableRandom random) {
    List<World.Clause> left = new ArrayList<>(choices);
    left.removeIf(clause -> mine.contains(clause) || said(others, clause));
    if (twin != null && left.stream().anyMatch(clause -> !said(twin.quotes, clause))) {
      left.removeIf(clause -> said(twin.quotes, clause));
    }
    return World.pick(left, random);
  }

  private static boolean said(List<Quote> quotes, World.Clause clause) {
    return quotes.stream().anyMatch(quote -> quote.clauses().contains(clause));
  }
}
