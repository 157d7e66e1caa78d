package dateline.actor;

import dateline.actor.Entry.Sort;
import dateline.actor.Lexicon.Match;
import dateline.model.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One noun phrase, cut at its links ("of", "in", commas), with its head and what it codes to. */
final class PhraseReading {

  private static final Set<String> FORMER =
      Set.of(
          "former",
          "ex",
          "retired",
          "ousted",
          "deposed",
          "toppled",
          "onetime",
          "erstwhile",
          "dethroned",
          "impeached",
          "disgraced");

  /** Sectors whose former holders are PLOVER's elites (ELI). */
  private static final Set<String> OFFICES =
      Set.of("GOV", "LEG", "JUD", "SPY", "MIL", "COP", "PTY", "OPP", "PRE");

  /** "US-backed rebels", "Russian-installed governor": the country is not the actor's. */
  private static final Set<String> ALLIES =
      Set.of(
          "backed",
          "led",
          "born",
          "installed",
          "trained",
          "made",
          "funded",
          "sponsored",
          "appointed",
          "supported",
          "aligned",
          "allied",
          "style",
          "brokered",
          "imposed",
          "financed",
          "educated",
          "supplied",
          "built",
          "speaking",
          "friendly",
          "occupied",
          "mediated",
          "owned",
          "dominated",
          "linked",
          "affiliated",
          "inspired",
          "armed",
          "leaning",
          "hosted");

  /** "pro-Russian": a side taken, not a nationality. */
  private static final Set<String> SIDES = Set.of("pro", "anti", "non");

  private static final Set<String> LINKS =
      Set.of(
          "of",
          "in",
          "from",
          "at",
          "to",
          "for",
          "with",
          "by",
          "near",
          "on",
          "against",
          "within",
          "across",
          "throughout",
          "inside",
          "outside",
          "between",
          "under",
          "over",
          "among",
          "operating",
          "based",
          "living",
          "fleeing",
          "around",
          "along",
          "into",
          "during",
          "about",
          "who",
          "which",
          "that",
          "whose",
          "where",
          "ordered",
          "was",
          "were",
          "is",
          "are",
          "has",
          "have",
          "had",
          "said",
          "(",
          ",",
          "–",
          "—",
          ";",
          ":");

  /** Links whose place is the actor's own. */
  private static final Set<String> HOMES =
      Set.of(
          "of",
          "from",
          "in",
          "at",
          "within",
          "across",
          "throughout",
          "inside",
          "near",
          "on",
          "operating",
          "living",
          "fleeing",
          "around",
          ",",
          "based",
          "(",
          "under");

  /** Links over which a general word takes its sector from a body. */
  private static final Set<String> BELONGINGS =
      Set.of("of", "for", "from", "at", "with", "in", "to", ",", "on", "within");

  /**
   * Links after which the head may come when nothing before them is known ("dozens of farmers").
   */
  private static final Set<String> CARRY_ON = Set.of("of", ",", "(", "–", "—");

  private static final Set<String> PRONOUNS =
      Set.of("he", "she", "they", "him", "her", "them", "someone", "somebody", "anyone");

  private static final Set<String> DETERMINERS = Set.of("a", "an", "the", "one", "another", "this");
  private static final Set<String> HONORIFICS = Set.of("mr", "mrs", "ms", "miss", "dr", "sir");

  private final Lexicon lexicon;
  private final List<Word> words;
  private final LocalDate day;
  private final List<Part> parts = new ArrayList<>();
  private final int headPart;
  private final @Nullable Match head;

  PhraseReading(Lexicon lexicon, List<Word> words, LocalDate day) {
    this.lexicon = lexicon;
    this.words = words;
    this.day = day;
    split(lexicon.scan(words));
    this.headPart = findHeadPart();
    this.head = headPart < 0 ? null : lastTelling(parts.get(headPart));
  }

  /** A stretch of the phrase between two links, with the link before it. */
  private record Part(String link, int start, int end, List<Match> matches) {}

  private void split(List<Match> matches) {
    String link = "";
    int start = 0;
    int at = 0;
    int next = 0;
    List<Match> inside = new ArrayList<>();
    while (at < words.size()) {
      if (next < matches.size() && matches.get(next).start() == at) {
        inside.add(matches.get(next));
        at = matches.get(next++).end();
      } else if (LINKS.contains(words.get(at).key()) && !isSecondHalf(at)) {
        parts.add(new Part(link, start, at, inside));
        inside = new ArrayList<>();
        link = words.get(at).key();
        start = ++at;
      } else {
        at++;
      }
    }
    parts.add(new Part(link, start, at, inside));
  }

  /** Whether a word is the second half of a hyphened one ("Somalia-based"). */
  private boolean isSecondHalf(int at) {
    return at > 0 && words.get(at - 1).hyphen();
  }

  private int findHeadPart() {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && !CARRY_ON.contains(parts.get(i).link())) {
        return -1;
      }
      if (!parts.get(i).matches().isEmpty()) {
        return i;
      }
      if (i == 0 && loneSurname() != null) {
        return -1;
      }
    }
    return -1;
  }

  /** The last match that is a role, a body or a group of changing standing. */
  private static @Nullable Match lastTelling(Part part) {
    for (int i = part.matches().size() - 1; i >= 0; i--) {
      Match match = part.matches().get(i);
      if (!match.entry().isNational() && !isIndividual(match.entry())) {
        return match;
      }
    }
    return null;
  }

  private static boolean isIndividual(Entry entry) {
    return entry.person() != null && entry.what() == Actor.Kind.PERSON;
  }

  ActorCode code() {
    if (words.size() == 1 && PRONOUNS.contains(words.get(0).key())) {
      return new ActorCode(null, List.of("UNK"), "pronoun", 0.3);
    }
    if (headPart < 0) {
      Person person = loneSurname();
      return person == null ? ActorCode.UNKNOWN : coded(person, "surname", 0.8);
    }
    Person person = individual(parts.get(headPart));
    if (head != null) {
      return codeRole(head, person);
    }
    Match appositive = appositive();
    if (appositive != null && (person != null || !startsWithPlace())) {
      return codeRole(appositive, person);
    }
    return person == null ? codeNational() : coded(person, "person", 0.9);
  }

  /** The title or role as printed that decides, or null when a name alone does. */
  @Nullable String role() {
    Match match = head != null ? head : headPart < 0 ? null : appositive();
    if (match == null || match.entry().sort() != Sort.ROLE) {
      return null;
    }
    StringBuilder role = new StringBuilder();
    for (Word word : words.subList(match.start(), match.end())) {
      role.append(role.isEmpty() ? "" : " ").append(word.text());
    }
    return role.toString();
  }

  /** The lexicon's row of the head, or null. */
  @Nullable Entry headEntry() {
    return head == null ? null : head.entry();
  }

  private ActorCode coded(Person person, String method, double confidence) {
    Person.Standing standing = person.on(day);
    boolean former = isFormer(words.size()) && OFFICES.contains(standing.sector());
    return former
        ? new ActorCode(person.country(), List.of("ELI"), method, confidence)
        : new ActorCode(standing.country(), List.of(standing.sector()), method, confidence);
  }

  private ActorCode codeRole(Match role, @Nullable Person person) {
    Match home = home(role);
    List<String> sectors = sectors(role);
    if (!sectors.isEmpty() && OFFICES.contains(sectors.get(0)) && isFormer(role.start())) {
      sectors = List.of("ELI");
    } else if (home != null && home.entry().isBreakaway() && !role.equals(home)) {
      sectors = withBreakaway(sectors);
    }
    String country = home == null ? null : home.entry().country();
    if (home != null && home.entry().person() != null) {
      country = home.entry().person().on(day).country();
    }
    if (country == null) {
      Person named = person != null ? person : titled(role, sectors);
      country = named == null ? null : named.on(day).country();
    }
    String method = role.entry().sort() == Sort.ROLE ? "role" : "body";
    return new ActorCode(country, sectors, method, country == null ? 0.7 : 0.9);
  }

  private static List<String> withBreakaway(List<String> sectors) {
    boolean ofState = !sectors.isEmpty() && OFFICES.contains(sectors.get(0));
    return ofState && !sectors.contains("PRE") ? List.of("PRE", sectors.get(0)) : sectors;
  }

  private ActorCode codeNational() {
    Match match = national(parts.get(headPart));
    if (match == null || endsName(match)) {
      return ActorCode.UNKNOWN;
    }
    Entry entry = match.entry();
    return switch (entry.sort()) {
      case CAPITAL -> new ActorCode(entry.country(), List.of("GOV"), "capital", 0.8);
      case CITY -> new ActorCode(entry.country(), List.of("CVL"), "city", 0.7);
      case DEMONYM -> codePeople(match);
      default -> new ActorCode(entry.country(), List.of(), "country", 0.95);
    };
  }

  /** "Michael Jordan", "Al-Sabah": a place's name that ends a person's. */
  private boolean endsName(Match match) {
    if (match.start() == 0 || match.entry().sort() == Sort.DEMONYM) {
      return false;
    }
    Word before = words.get(match.start() - 1);
    return before.isCapitalised()
        && !before.possessive()
        && (before.hyphen() || FirstNames.shared().contains(before.text()));
  }

  /** "Kazakhs" and "a Kazakh" are civilians; "Kazakh goatherd" someone unknown; "Kazakh" no one. */
  private ActorCode codePeople(Match match) {
    boolean last = match.end() == parts.get(headPart).end();
    boolean one = match.start() > 0 && DETERMINERS.contains(words.get(match.start() - 1).key());
    String sector = !last ? "UNK" : match.entry().plural() || one ? "CVL" : "";
    List<String> sectors = sector.isEmpty() ? List.of() : List.of(sector);
    return new ActorCode(match.entry().country(), sectors, "people", last ? 0.8 : 0.4);
  }

  private boolean startsWithPlace() {
    Match match = national(parts.get(headPart));
    return match != null && match.entry().sort() != Sort.DEMONYM;
  }

  /** The role or body that a comma or bracket puts beside the name. */
  private @Nullable Match appositive() {
    for (int i = headPart + 1; i < parts.size(); i++) {
      String link = parts.get(i).link();
      Match telling = lastTelling(parts.get(i));
      if ((link.equals(",") || link.equals("(")) && telling != null) {
        return telling;
      }
    }
    return null;
  }

  private @Nullable Person individual(Part part) {
    for (Match match : part.matches()) {
      if (isIndividual(match.entry()) && !goesOn(match, part)) {
        return match.entry().person();
      }
    }
    return null;
  }

  /** "Juan Carlos Ferrer": a short name that another capitalised word makes someone else's. */
  private boolean goesOn(Match match, Part part) {
    int end = match.end();
    return match.end() - match.start() <= 2
        && end < part.end()
        && words.get(end).isCapitalised()
        && !words.get(end - 1).possessive()
        && part.matches().stream().noneMatch(other -> other.start() == end);
  }

  /** What gives the country: in the head's own part the first that can, then what links add. */
  private @Nullable Match home(Match role) {
    int at = partOf(role);
    Match here = countryIn(parts.get(at));
    if (here != null) {
      return here;
    }
    if (at > headPart) {
      Match before = countryIn(parts.get(headPart));
      if (before != null) {
        return before;
      }
    }
    for (int i = at + 1; i < parts.size(); i++) {
      String link = parts.get(i).link();
      if (HOMES.contains(link) || role.entry().soft() && BELONGINGS.contains(link)) {
        Match there = countryIn(parts.get(i));
        if (there != null) {
          return there;
        }
      }
    }
    return null;
  }

  private int partOf(Match match) {
    for (int i = 0; i < parts.size(); i++) {
      if (match.start() < parts.get(i).end()) {
        return i;
      }
    }
    return parts.size() - 1;
  }

  private @Nullable Match countryIn(Part part) {
    for (Match match : part.matches()) {
      Entry entry = match.entry();
      if (entry.country() != null && !isIndividual(entry) && isOwn(match)) {
        return match;
      }
    }
    return null;
  }

  private @Nullable Match national(Part part) {
    for (Match match : part.matches()) {
      if (match.entry().isNational() && isOwn(match)) {
        return match;
      }
    }
    return null;
  }

  /**
   * Whether a country is the actor's own, not an ally's ("US-backed") or a side ("pro-Russian").
   */
  private boolean isOwn(Match match) {
    boolean ally =
        words.get(match.end() - 1).hyphen()
            && match.end() < words.size()
            && ALLIES.contains(words.get(match.end()).key());
    boolean givenName =
        match.entry().sort() != Sort.DEMONYM
            && match.end() - match.start() == 1
            && match.end() < words.size()
            && words.get(match.end()).isCapitalised()
            && !words.get(match.start()).possessive()
            && FirstNames.shared().contains(words.get(match.start()).text());
    boolean side = match.start() > 0 && SIDES.contains(words.get(match.start() - 1).key());
    return !ally && !side && !givenName;
  }

  private List<String> sectors(Match role) {
    Entry entry = role.entry();
    if (entry.person() != null) {
      return List.of(entry.person().on(day).sector());
    }
    if (entry.sort() == Sort.ROLE && entry.soft()) {
      List<String> lent = lent(role);
      return lent.isEmpty() ? entry.sectors() : lent;
    }
    return entry.sectors();
  }

  /** The sector of the nearest body or role before a general word, else of what it belongs to. */
  private List<String> lent(Match role) {
    int at = partOf(role);
    List<Match> matches = parts.get(at).matches();
    for (int i = matches.indexOf(role) - 1; i >= 0; i--) {
      Match left = matches.get(i);
      if (!left.entry().isNational() && !left.entry().isBreakaway()) {
        List<String> sectors = isIndividual(left.entry()) ? List.of("GOV") : sectors(left);
        if (!sectors.isEmpty()) {
          return sectors;
        }
      }
    }
    int next = at + 1;
    if (next < parts.size() && BELONGINGS.contains(parts.get(next).link())) {
      Match body = lastTelling(parts.get(next));
      return body == null || body.entry().isBreakaway() ? List.of() : sectors(body);
    }
    return List.of();
  }

  /** Whether "former" stands before a word of its own part, not as in "the former Soviet Union". */
  private boolean isFormer(int before) {
    for (Part part : parts) {
      for (int i = part.start(); i < Math.min(part.end(), before); i++) {
        if (FORMER.contains(words.get(i).key())) {
          String next = i + 1 < words.size() ? words.get(i + 1).key() : "";
          boolean stays = !next.equals("soviet") && !next.equals("yugoslav");
          return stays && (part.end() >= before || part.start() == 0);
        }
      }
    }
    return false;
  }

  /** The person whom the words after a title name by surname ("President Mugabe"). */
  private @Nullable Person titled(Match role, List<String> sectors) {
    int from = role.end();
    int to = parts.get(partOf(role)).end();
    for (int start = from; start < to; start++) {
      if (words.get(start).isCapitalised()) {
        for (int cut = start; cut < to; cut++) {
          Person person = best(lexicon.surnamed(words.subList(cut, to)), sectors);
          boolean sameFirst =
              person != null
                  && (cut == start
                      || Word.key(person.name().split(" ")[0]).equals(words.get(start).key()));
          if (sameFirst) {
            return person;
          }
        }
        return null;
      }
    }
    return null;
  }

  /** The bearer of a surname who held such an office on the day; else the first of them. */
  private @Nullable Person best(List<Person> bearers, List<String> sectors) {
    for (Person person : bearers) {
      if (sectors.contains(person.on(day).sector())) {
        return person;
      }
    }
    return bearers.isEmpty() ? null : bearers.get(0);
  }

  /**
   * The person meant by a phrase that is one surname, or null when unknown or not of one country.
   */
  private @Nullable Person loneSurname() {
    int from = 0;
    Part part = parts.get(0);
    int to = part.end();
    while (from < to && HONORIFICS.contains(words.get(from).key())) {
      from++;
    }
    if (from == to || !words.get(from).isCapitalised()) {
      return null;
    }
    List<Person> bearers = lexicon.surnamed(words.subList(from, to));
    long countries = bearers.stream().map(Person::country).distinct().count();
    return countries == 1 ? best(bearers, List.of("GOV")) : null;
  }
}
