package dateline.corpus;

import dateline.corpus.Quote.Telling;
import dateline.text.Span;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Writes all reports of one happening: accounts of their own, reprints, late ones, corrections. */
final class Newsroom {

  private static final int MOST_REPORTS = 40;
  private static final int MOST_ACCOUNTS = 6;
  private static final int EARLY_MINUTES = 300;

  private final World world;
  private final Happening happening;
  private final SplittableRandom random;

  /** Where this happening starts in each list of sentences, so that look-alikes differ. */
  private final int offset;

  private final List<Report> reports = new ArrayList<>();
  private final Set<Outlet> used = new HashSet<>();
  private final Set<String> misquotes = new HashSet<>();

  private Newsroom(World world, Happening happening, SplittableRandom random) {
    this.world = world;
    this.happening = happening;
    this.random = random;
    this.offset = random.nextInt(1000);
  }

  /** The reports, not in order of time. */
  static List<Report> reports(World world, Happening happening, Plan plan) {
    SplittableRandom random =
        new SplittableRandom(plan.seed() ^ happening.key().hashCode() * 0x9E3779B97F4A7C15L);
    Newsroom newsroom = new Newsroom(world, happening, random);
    double tail = -Math.log(1 - random.nextDouble()) * (plan.reports() - 1);
    newsroom.report((int) Math.min(MOST_REPORTS, 1 + Math.floor(tail)));
    return newsroom.reports;
  }

  private void report(int count) {
    boolean wired = count > MOST_ACCOUNTS || random.nextInt(10) < 7;
    int own = wired ? Math.max(1, Math.min(MOST_ACCOUNTS, (int) Math.round(count * 0.35))) : count;
    boolean sequel = happening.kind().deadly() && own >= 2 && random.nextInt(5) < 2;
    boolean late = own >= 3 && random.nextInt(4) == 0;
    Account wire = null;
    for (int i = 0; i < own; i++) {
      boolean first = i == 0;
      Outlet author = first && wired ? World.pick(world.agencies, random) : outlet();
      boolean last = i == own - 1;
      boolean tellsSequel = last && sequel;
      boolean isLate = late && i == own - 2;
      Account account = write(i, author, tellsSequel, isLate);
      if (first && wired) {
        wire = account;
      }
      String line = tellsSequel ? "followline" : "headline";
      LocalDateTime when = when(i, tellsSequel, isLate);
      Report report = print(account, author, headline(line, i), when, first && wired, 1);
      reports.add(report);
      if (!first && random.nextInt(6) == 0) {
        correct(account, report, when);
      }
    }
    for (int i = own; i < count && wire != null; i++) {
      reprint(wire, i);
    }
  }

  private Outlet outlet() {
    Outlet outlet = World.pick(world.outlets, random);
    while (!used.add(outlet)) {
      outlet = World.pick(world.outlets, random);
      if (used.size() >= world.outlets.size()) {
        used.clear();
      }
    }
    return outlet;
  }

  private LocalDateTime when(int number, boolean sequel, boolean late) {
    LocalDateTime noon = happening.day().atTime(12, 0);
    if (late) {
      return noon.plusDays(6 + random.nextInt(15)).plusMinutes(random.nextInt(EARLY_MINUTES));
    }
    if (sequel) {
      return noon.plusDays(1).plusMinutes(60 + random.nextInt(EARLY_MINUTES));
    }
    return number == 0
        ? noon.plusMinutes(random.nextInt(60))
        : noon.plusMinutes(60 + random.nextInt(5 * EARLY_MINUTES));
  }

  private Account write(int number, Outlet author, boolean sequel, boolean late) {
    boolean early = happening.kind().deadly() && random.nextInt(4) == 0;
    int killed =
        early ? Math.max(2, happening.killed() - 1 - random.nextInt(3)) : happening.killed();
    return write(number, author, sequel, late, killed, early);
  }

  private Account write(
      int number, Outlet author, boolean sequel, boolean late, int killed, boolean atLeast) {
    int spelling = author.spelling();
    Wording wording = new Wording(happening, spelling, killed, atLeast, happening.number());
    Set<Person> introduced = new HashSet<>();
    List<Passage> text = new ArrayList<>();
    text.add(opening(number, spelling, killed, atLeast, wording, sequel, late));
    text.add(quote(0, number, spelling, wording, introduced));
    text.add(Passage.joined(List.of(detail(number, wording), detail(number + 3, wording)), " "));
    text.add(quote(1, number, spelling, wording, introduced));
    if (happening.denied() && (number == 0 || random.nextBoolean())) {
      text.add(denial(wording));
    }
    text.add(background("country", number, wording));
    text.add(
        Passage.joined(
            List.of(background("local", number, wording), detail(number + 5, wording)), " "));
    if (sequel) {
      text.remove(1);
    }
    return new Account(happening.key() + "/a" + number, happening, wording, author, text);
  }

  private Passage opening(
      int number,
      int spelling,
      int killed,
      boolean atLeast,
      Wording wording,
      boolean sequel,
      boolean late) {
    if (sequel) {
      Wording suspects = new Wording(happening, spelling, killed, atLeast, happening.suspects());
      return Passage.joined(
          List.of(
              Passage.event(suspects.fill(sentence("follow", number)), happening.sequel()),
              event("recall", number, wording)),
          " ");
    }
    if (late) {
      return event("recall", number, wording);
    }
    if (happening.group() != null && number % 2 == 1) {
      return statement(sentence("claim", 0), "said that ", "/claim", "ministry", wording);
    }
    return event("lead", number, wording);
  }

  private Passage event(String part, int number, Wording wording) {
    return named(Passage.event(wording.fill(sentence(part, number)), happening.event()), wording);
  }

  /** Marks the person whom the event is about. */
  private Passage named(Passage passage, Wording wording) {
    return person(
        person(passage, happening.person(), wording, "person"),
        happening.guest(),
        wording,
        "guest");
  }

  private static Passage person(
      Passage passage, @Nullable Person person, Wording wording, String slot) {
    if (person == null) {
      return passage;
    }
    return personMark(passage, person, wording.fill("{" + slot + ".name}"));
  }

  private static Passage personMark(Passage passage, Person person, String name) {
    int at = passage.text().indexOf(name);
    if (at < 0) {
      return passage;
    }
    Span span = new Span(at, at + name.length());
    return passage.with(
        new Mark(Mark.What.PERSON, person.id(), span, List.of(span), false, person.id()));
  }

  private String sentence(String part, int number) {
    List<String> choices = world.sentences.of(happening.kind().code(), part);
    return choices.get((offset + number) % choices.size());
  }

  private Passage detail(int number, Wording wording) {
    return Passage.plain(wording.fill(sentence("detail", number)));
  }

  private Passage background(String part, int number, Wording wording) {
    List<String> choices = world.sentences.of("background", part);
    return Passage.plain(wording.fill(choices.get((offset / 7 + number) % choices.size())));
  }

  private Passage denial(Wording wording) {
    return statement(sentence("deny", 0), "denied that ", "/denial", "group", wording);
  }

  /** A sentence in which somebody says something about the event itself. */
  private Passage statement(
      String sentence, String cue, String key, String speaker, Wording wording) {
    Passage passage = Passage.event(wording.fill(sentence), happening.event());
    String text = passage.text();
    int from = text.indexOf(cue) + cue.length();
    return passage.with(
        new Mark(
            Mark.What.STATEMENT,
            happening.key() + key,
            new Span(0, text.length()),
            List.of(new Span(from, text.length() - 1)),
            false,
            happening.key() + "/" + speaker));
  }

  private Passage quote(
      int which, int number, int spelling, Wording wording, Set<Person> introduced) {
    return quote(which, telling(which, number), spelling, wording, introduced);
  }

  private Passage quote(
      int which, Telling telling, int spelling, Wording wording, Set<Person> introduced) {
    Quote quote = happening.quotes().get(which);
    Person speaker = quote.speaker();
    String name = speaker.name(spelling);
    String source =
        introduced.add(speaker)
            ? (random.nextBoolean() ? speaker.country().demonym() + " " : "")
                + speaker.role()
                + " "
                + name
            : speaker.family(spelling);
    Passage told = quote.tell(telling, source, wording::fill, misquotes, random);
    return personMark(told, speaker, name);
  }

  /** The first account quotes in full; what others make of it differs. */
  private Telling telling(int which, int number) {
    int draw = random.nextInt(100);
    if (number == 0) {
      return which == 0 || draw < 60 ? Telling.WHOLE : Telling.INDIRECT;
    }
    return draw < 35
        ? Telling.WHOLE
        : draw < 60
            ? Telling.CUT
            : draw < 80 ? Telling.INDIRECT : draw < 90 ? Telling.TRANSLATED : Telling.ALTERED;
  }

  private String headline(String part, int number) {
    return sentence(part, number);
  }

  private void reprint(Account wire, int number) {
    Account printed = wire;
    int size = wire.paragraphs().size();
    int draw = random.nextInt(100);
    if (draw < 35) {
      printed = wire.cut(2 + random.nextInt(Math.max(1, size - 2)));
    } else if (draw < 45) {
      printed =
          wire.with(
              2,
              Passage.joined(
                  List.of(detail(number + 1, wire.wording()), detail(3, wire.wording())), " "));
    } else if (draw < 55) {
      printed = wire.and(background("local", number + 1, wire.wording()));
    } else if (draw < 62) {
      Passage misquoted =
          quote(0, Telling.ALTERED, wire.author().spelling(), wire.wording(), new HashSet<>());
      printed = wire.with(1, misquoted);
    }
    boolean sameHeadline = random.nextInt(4) == 0;
    String headline = headline("headline", sameHeadline ? 0 : 1 + random.nextInt(5));
    LocalDateTime when =
        happening.day().atTime(13, 0).plusMinutes(random.nextInt(6 * EARLY_MINUTES));
    reports.add(print(printed, outlet(), headline, when, random.nextInt(10) < 6, 1));
  }

  /** The outlet changes its page later: another number, or in silence another quote. */
  private void correct(Account account, Report report, LocalDateTime when) {
    Account changed;
    if (happening.kind().deadly()) {
      Outlet author = account.author();
      Wording wording =
          new Wording(
              happening, author.spelling(), happening.killed() + 1, false, happening.number());
      if (account.paragraphs().get(0).marks().stream()
          .anyMatch(mark -> mark.key().endsWith("claim"))) {
        return;
      }
      changed =
          account
              .with(0, event("lead", offset, wording))
              .and(Passage.plain(world.sentences.of("background", "correction").get(0)));
    } else {
      Passage misquoted =
          quote(
              0, Telling.ALTERED, account.author().spelling(), account.wording(), new HashSet<>());
      changed = account.with(1, misquoted);
    }
    Report corrected =
        print(changed, account.author(), report.headlineTemplate(), when.plusHours(3), false, 2);
    reports.add(corrected.inPlaceOf(report));
  }

  private Report print(
      Account account,
      Outlet outlet,
      String headline,
      LocalDateTime when,
      boolean agencyLine,
      int revision) {
    List<Passage> paragraphs = new ArrayList<>(account.paragraphs());
    boolean agency = account.author().agency();
    if (agency && agencyLine) {
      String line =
          happening.city().toUpperCase(java.util.Locale.ROOT)
              + ", "
              + Wording.monthDay(when.toLocalDate())
              + " ("
              + account.author().name()
              + ") –";
      paragraphs.set(0, Passage.joined(List.of(Passage.plain(line), paragraphs.get(0)), " "));
    }
    Passage text = Passage.joined(paragraphs, "\n");
    String title = account.wording().fill(headline);
    String slug =
        happening.key()
            + "-"
            + account.key().substring(account.key().indexOf('/') + 1)
            + "-"
            + reports.size();
    return new Report(
        slug,
        "https://" + outlet.host() + "/" + when.toLocalDate() + "/" + slug,
        outlet.name(),
        agency && !agencyLine ? account.author().name() : null,
        title,
        headline,
        when,
        revision,
        text.text(),
        text.marks(),
        new Truth(
            happening.key(),
            account.key(),
            agency ? account.author().name() : null,
            happening.kind().type,
            happening.day(),
            happening.city(),
            happening.country().code(),
            happening.country().lat(),
            happening.country().lon()));
  }
}
