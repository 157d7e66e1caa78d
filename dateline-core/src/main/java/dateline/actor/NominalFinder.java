package dateline.actor;

import dateline.actor.Entry.Sort;
import dateline.actor.Lexicon.Match;
import dateline.language.Analysis;
import dateline.language.Cardinals;
import dateline.language.Entity;
import dateline.language.EntityType;
import dateline.language.Sentence;
import dateline.language.Token;
import dateline.model.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the noun phrases of one text that name or describe actors, by the lexicon, the encoder's
 * names and tags when there are any, and capitals when there are none. Linear in the text.
 */
final class NominalFinder {

  private static final Set<String> DETERMINERS =
      Set.of(
          "the",
          "a",
          "an",
          "this",
          "that",
          "these",
          "those",
          "some",
          "many",
          "several",
          "all",
          "both",
          "each",
          "every",
          "another",
          "other",
          "most",
          "few",
          "no",
          "any",
          "dozens",
          "hundreds",
          "thousands",
          "his",
          "her",
          "its",
          "their",
          "our",
          "my",
          "your");

  private static final Set<String> POINTING =
      Set.of("the", "this", "that", "these", "those", "both", "his", "her", "its", "their");

  /** Adjectives of offices and groups, for text without tags. */
  private static final Set<String> ADJECTIVES =
      Set.of(
          "senior",
          "top",
          "former",
          "new",
          "local",
          "high-ranking",
          "ruling",
          "opposition",
          "armed",
          "masked",
          "young",
          "old",
          "deputy",
          "acting",
          "chief",
          "military",
          "political",
          "foreign",
          "prime",
          "national",
          "federal",
          "regional",
          "international",
          "independent",
          "key",
          "leading",
          "outgoing",
          "incoming",
          "interim",
          "late",
          "unidentified",
          "unknown",
          "civil",
          "public",
          "anti-government",
          "pro-government",
          "government",
          "state",
          "official",
          "human",
          "presidential",
          "parliamentary",
          "veteran",
          "exiled",
          "detained",
          "suspected",
          "alleged",
          "ethnic",
          "religious",
          "islamist",
          "christian",
          "muslim",
          "western",
          "eastern",
          "northern",
          "southern",
          "southeastern",
          "northwestern",
          "central",
          "angry",
          "displaced");

  private static final Set<String> HONORIFICS =
      Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "madam");

  private static final Set<String> LIMITS = Set.of("least", "most");
  private static final Set<String> OF = Set.of("of", "for", "from", "at", "in");

  /** Before a place these make it a mere place, not an actor. */
  private static final Set<String> PLACE_CASES =
      Set.of(
          "in",
          "at",
          "near",
          "from",
          "to",
          "through",
          "across",
          "outside",
          "inside",
          "around",
          "over",
          "on",
          "of",
          "into",
          "throughout",
          "via",
          "within",
          "towards",
          "toward",
          "off",
          "along",
          "beyond",
          "above",
          "for");

  /** What places possess without acting: "Iran's capital". */
  private static final Set<String> INERT =
      Set.of(
          "capital",
          "border",
          "coast",
          "city",
          "region",
          "north",
          "south",
          "east",
          "west",
          "territory",
          "territories",
          "province",
          "town",
          "village",
          "airport",
          "port",
          "streets",
          "history",
          "population",
          "integrity",
          "status",
          "economy",
          "largest",
          "second",
          "main");

  /** How many tokens of a list of countries are looked at on each side. */
  private static final int LIST = 16;

  private final Analysis analysis;
  private final LocalDate day;
  private final Lexicon lexicon = Lexicon.shared();
  private final FirstNames firstNames = FirstNames.shared();
  private final List<Token> tokens;
  private final @Nullable Entity[] names;
  private final boolean tagged;
  private final Speech speech;

  /** For each token the lexicon's match that covers it. */
  private final @Nullable Match[] known;

  /** Words with a capital inside a sentence; looked up only in text without tags. */
  private final Set<String> capitalised = new HashSet<>();

  /** Words of persons' names of several words, as printed. */
  private final Set<String> inPersonNames = new HashSet<>();

  private final List<Nominal> found = new ArrayList<>();

  private NominalFinder(Analysis analysis, Speech speech, LocalDate day) {
    this.analysis = analysis;
    this.speech = speech;
    this.day = day;
    this.tokens = analysis.tokens();
    this.tagged = analysis.isTagged();
    this.names = new Entity[tokens.size()];
    this.known = new Match[tokens.size()];
    for (int i = 0; i < tokens.size() && !tagged; i++) {
      if (isCapital(i) && !isSentenceStart(i)) {
        capitalised.add(tokens.get(i).text());
      }
    }
    for (Entity entity : analysis.entities()) {
      if (entity.type() == EntityType.PER || entity.type() == EntityType.ORG) {
        for (int i = entity.firstToken(); i < entity.endToken(); i++) {
          names[i] = entity;
        }
      }
      if (entity.type() == EntityType.PER && entity.endToken() - entity.firstToken() > 1) {
        for (int i = entity.firstToken(); i < entity.endToken(); i++) {
          inPersonNames.add(tokens.get(i).text());
        }
      }
    }
  }

  /**
   * @param from tokens before this one (a dateline) are left out
   * @return in order of their start, the longer first
   */
  static List<Nominal> find(Analysis analysis, Speech speech, LocalDate day, int from) {
    NominalFinder finder = new NominalFinder(analysis, speech, day);
    for (Sentence sentence : analysis.sentences()) {
      int first = Math.max(sentence.firstToken(), from);
      if (first < sentence.endToken()) {
        finder.read(first, sentence.endToken());
      }
    }
    finder.found.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
    return finder.found;
  }

  private void read(int first, int end) {
    lookUp(first, end);
    int at = first;
    while (at < end) {
      if (isDeterminer(at) || isInside(at)) {
        int stop = at + 1;
        while (stop < end && (isInside(stop) || joins(stop, end))) {
          stop++;
        }
        chunk(at, stop, end);
        at = stop;
      } else {
        at++;
      }
    }
  }

  /** Marks what the lexicon knows; a name's capitals must be printed. */
  private void lookUp(int first, int end) {
    List<Word> words = new ArrayList<>();
    for (Word word : Word.ofTokens(texts(first, end))) {
      words.add(
          new Word(
              word.text(), word.key(), word.token() + first, word.possessive(), word.hyphen()));
    }
    for (Match match : lexicon.scan(words)) {
      int from = words.get(match.start()).token();
      int to = words.get(match.end() - 1).token() + 1;
      boolean role = match.entry().sort() == Sort.ROLE;
      boolean lowerName =
          !role
              && !words.get(match.start()).isCapitalised()
              && match.entry().casing() != Entry.Casing.ANY;
      boolean verb = role && to - from == 1 && tagged && !isNoun(from);
      if (!lowerName && !verb) {
        Match own = new Match(from, to, match.entry());
        for (int i = from; i < to; i++) {
          known[i] = own;
        }
      }
    }
  }

  private boolean isNoun(int token) {
    String pos = tokens.get(token).pos();
    return pos.startsWith("NN") || pos.equals("FW") || isCapital(token);
  }

  private List<String> texts(int first, int end) {
    List<String> texts = new ArrayList<>(end - first);
    for (Token token : tokens.subList(first, end)) {
      texts.add(token.text());
    }
    return texts;
  }

  private boolean isDeterminer(int at) {
    String word = tokens.get(at).lower();
    return DETERMINERS.contains(word) || Cardinals.value(word) != null;
  }

  /** Whether a token can stand inside a noun phrase, its determiner left aside. */
  private boolean isInside(int at) {
    Token token = tokens.get(at);
    if (known[at] != null || names[at] != null) {
      return true;
    }
    if (HONORIFICS.contains(Word.key(token.text())) && isCapital(at)) {
      return true;
    }
    if (!tagged) {
      boolean name = !isSentenceStart(at) || capitalised.contains(token.text());
      return ADJECTIVES.contains(token.lower()) || isCapital(at) && name;
    }
    String pos = token.pos();
    return pos.startsWith("NN")
        || pos.startsWith("JJ") && !isLimit(at)
        || pos.equals("CD")
        || pos.equals("VBN")
            && token.relation().equals("amod")
            && at + 1 < tokens.size()
            && tokens.get(at + 1).pos().startsWith("NN");
  }

  /** "at least 140 people": no word of the phrase. */
  private boolean isLimit(int at) {
    return at > 0
        && LIMITS.contains(tokens.get(at).lower())
        && tokens.get(at - 1).lower().equals("at");
  }

  private boolean isSentenceStart(int at) {
    return at == 0 || analysis.sentenceAt(tokens.get(at).start()).firstToken() == at;
  }

  private boolean isCapital(int at) {
    return Character.isUpperCase(tokens.get(at).text().codePointAt(0));
  }

  /** Hyphens and possessive endings between two words of a phrase. */
  private boolean joins(int at, int end) {
    String text = tokens.get(at).text();
    boolean mark = text.equals("-") || text.equals("‑") || isPossessive(at);
    boolean word = tagged && tokens.get(at).pos().equals("HYPH");
    return (mark || word) && at + 1 < end;
  }

  private boolean isPossessive(int at) {
    String text = tokens.get(at).text();
    return text.equals("'s")
        || text.equals("’s")
        || (text.equals("'") || text.equals("’"))
            && (!tagged || tokens.get(at).pos().equals("POS"));
  }

  /** Cuts a phrase at possessives; each stretch before one is a phrase of its own too. */
  private void chunk(int start, int stop, int limit) {
    for (int i = start; i < stop; i++) {
      if (isPossessive(i) && i > start) {
        add(start, i, limit);
      }
    }
    int end = stop;
    while (end > start && (isPossessive(end - 1) || joins(end - 1, stop + 1))) {
      end--;
    }
    if (end > start) {
      add(start, end, limit);
    }
  }

  private void add(int start, int end, int limit) {
    int own = ownStart(start, end);
    if (own >= end) {
      return;
    }
    int personStart = personStart(own, end);
    if (personStart >= 0) {
      addPerson(start, personStart, end, limit);
      return;
    }
    Match last = known[end - 1];
    Entity name = names[end - 1];
    boolean mainlyBody = last == null || last.entry().sort() == Sort.BODY;
    boolean marked = name != null && name.type() == EntityType.ORG && mainlyBody;
    if (isCapital(end - 1) && (marked || isNamedBody(own, last))) {
      addBody(start, end, last, limit);
    } else if (last != null) {
      addKnown(start, end, last, limit);
    } else if (!tagged && isCapitalRun(own, end)) {
      addUntagged(start, own, end, limit);
    } else if (isAcronym(end - 1)) {
      addNominal(Nominal.Sort.INITIALS, start, end - 1, end, limit, null, false);
    }
    innerPersons(own, end);
  }

  /** After the last possessive: what the head noun's own words are. */
  private int ownStart(int start, int end) {
    int own = start;
    for (int i = start; i < end; i++) {
      if (isPossessive(i) || isDeterminer(i) && i == start) {
        own = i + 1;
      }
    }
    return own;
  }

  // ------------------------------------------------------------------ persons

  /** First token of a person's name that ends the phrase, or -1. */
  private int personStart(int own, int end) {
    Match last = known[end - 1];
    if (last != null && isPerson(last.entry()) && last.end() == end) {
      return last.start();
    }
    Entity name = names[end - 1];
    if (name != null && name.type() == EntityType.PER && isCapital(end - 1)) {
      if (last != null && isActingCapital(own, end, last)) {
        return -1;
      }
      int start = withoutTitles(Math.max(own, doubleNameStart(name.firstToken())), end);
      return start < end && isCapital(start) ? start : -1;
    }
    int honorific = honorificBefore(own, end);
    if (honorific >= 0) {
      return honorific + 1;
    }
    return firstNameRun(own, end);
  }

  /** "Washington" by itself, which no person of the article has in their name. */
  private boolean isActingCapital(int own, int end, Match last) {
    return last.entry().sort() == Sort.CAPITAL
        && last.start() == own
        && last.end() == end
        && !firstNames.contains(tokens.get(own).text())
        && !inPersonNames.contains(tokens.get(end - 1).text());
  }

  /** "Ann Weber-Costa": where a name begins of which only what follows the hyphen was found. */
  private int doubleNameStart(int first) {
    int before = first - 2;
    boolean doubled =
        before >= 0
            && tokens.get(first - 1).text().equals("-")
            && tokens.get(first - 1).start() == tokens.get(before).end()
            && isCapital(before);
    if (!doubled) {
      return first;
    }
    Entity name = names[before];
    return name != null && name.type() == EntityType.PER ? name.firstToken() : before;
  }

  private static boolean isPerson(Entry entry) {
    return entry.person() != null && entry.what() == Actor.Kind.PERSON;
  }

  /** Drops titles and nationalities from the front of a name, but never all of it. */
  private int withoutTitles(int start, int end) {
    int at = start;
    while (at < end) {
      Match match = known[at];
      boolean honorific = HONORIFICS.contains(Word.key(tokens.get(at).text()));
      if (honorific) {
        at++;
      } else if (match != null
          && match.start() == at
          && !isPerson(match.entry())
          && match.entry().sort() != Sort.CITY
          && (match.end() < end || match.entry().sort() == Sort.ROLE)
          && !firstNames.contains(tokens.get(at).text())) {
        at = match.end();
      } else if (!isCapital(at)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private int honorificBefore(int own, int end) {
    for (int i = end - 2; i >= own && i >= end - 4; i--) {
      if (HONORIFICS.contains(Word.key(tokens.get(i).text())) && isCapital(i) && isCapital(i + 1)) {
        return i;
      }
    }
    return -1;
  }

  /** A known first name and one to three capitalised words after it, unknown to the lexicon. */
  private int firstNameRun(int own, int end) {
    for (int i = Math.max(own, end - 4); i < end - 1; i++) {
      if (isCapital(i)
          && firstNames.contains(tokens.get(i).text())
          && names[i] == null
          && isCapitalRun(i, end)
          && noBody(i, end)) {
        return i;
      }
    }
    return -1;
  }

  private boolean noBody(int start, int end) {
    for (int i = start; i < end; i++) {
      Match match = known[i];
      if (match != null
          && (match.entry().sort() == Sort.BODY || match.entry().sort() == Sort.ROLE)) {
        return false;
      }
    }
    return true;
  }

  /** "Danube Relief Foundation": a word for a body in capitals, with more capitals before it. */
  private boolean isNamedBody(int own, @Nullable Match last) {
    if (last == null || last.entry().sort() != Sort.ROLE || last.entry().what() == null) {
      return false;
    }
    boolean body =
        switch (last.entry().what()) {
          case ORGANISATION, GOVERNMENT, ARMED_FORCE -> true;
          case PERSON, GROUP, PEOPLE, PLACE -> false;
        };
    int before = last.start() - 1;
    boolean named =
        before >= own && isCapital(before) && (known[before] == null || !isNational(before));
    return body && named && !isSentenceStart(before);
  }

  private boolean isNational(int at) {
    Match match = known[at];
    return match != null && match.entry().isNational();
  }

  private boolean isAcronym(int at) {
    String text = tokens.get(at).text();
    return text.length() > 1 && text.length() < 8 && text.chars().allMatch(Character::isUpperCase);
  }

  private boolean isCapitalRun(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isCapital(i)) {
        return false;
      }
    }
    return end > start;
  }

  /** Persons named as modifiers: "Trump supporters". */
  private void innerPersons(int own, int end) {
    for (int i = own; i < end; i++) {
      Match match = known[i];
      Entity name = names[i];
      if (match != null && match.start() == i && isPerson(match.entry()) && match.end() < end) {
        addPerson(match.start(), match.start(), match.end(), match.end());
      } else if (name != null
          && name.type() == EntityType.PER
          && name.firstToken() == i
          && name.endToken() < end
          && match == null
          && isCapital(i)) {
        addPerson(i, withoutTitles(i, name.endToken()), name.endToken(), name.endToken());
      }
    }
  }

  private void addPerson(int start, int nameStart, int end, int limit) {
    if (nameStart >= end) {
      return;
    }
    int codeEnd = appositionEnd(end, limit);
    Match title = titleBefore(start, nameStart);
    PhraseReading reading = reading(start, codeEnd > end && title == null ? codeEnd : end);
    Match match = known[end - 1];
    Entry entry = match != null && isPerson(match.entry()) ? match.entry() : null;
    found.add(
        new Nominal(
            Nominal.Sort.PERSON,
            start,
            end,
            nameStart,
            end,
            headOf(start, end),
            entry,
            reading.code(),
            reading.role(),
            gender(start, nameStart, entry),
            false,
            true,
            true));
  }

  private @Nullable Match titleBefore(int start, int nameStart) {
    Match match = nameStart > start ? known[nameStart - 1] : null;
    return match != null && match.entry().sort() == Sort.ROLE ? match : null;
  }

  /** End of ", the president of Azerbaijan" after a name; the name's end when none follows. */
  private int appositionEnd(int end, int limit) {
    if (end + 1 >= limit || !tokens.get(end).text().equals(",")) {
      return end;
    }
    int at = end + 1;
    boolean role = false;
    while (at < limit && at < end + 14) {
      Match match = known[at];
      boolean of = role && OF.contains(tokens.get(at).lower());
      if (!isInside(at) && !isDeterminer(at) && !of && !joins(at, limit)) {
        break;
      }
      role |= match != null && match.entry().sort() == Sort.ROLE;
      at++;
    }
    boolean closed =
        at >= limit
            || ",.;)".contains(tokens.get(at).text())
            || tokens.get(at).lower().equals("who")
            || tokens.get(at).lower().equals("and");
    return role && closed ? at : end;
  }

  private char gender(int start, int nameStart, @Nullable Entry entry) {
    for (int i = start; i < nameStart; i++) {
      switch (tokens.get(i).lower()) {
        case "mr.", "mr", "sir", "lord", "king", "prince", "pope", "father", "brother", "imam" -> {
          return 'm';
        }
        case "mrs.",
            "mrs",
            "ms.",
            "ms",
            "miss",
            "lady",
            "dame",
            "queen",
            "princess",
            "sister",
            "madam" -> {
          return 'f';
        }
        default -> {
          char byTitle = genderOf(tokens.get(i).lower());
          if (byTitle != FirstNames.UNKNOWN) {
            return byTitle;
          }
        }
      }
    }
    if (entry != null && entry.person() != null) {
      return entry.person().gender();
    }
    return firstNames.gender(tokens.get(nameStart).text());
  }

  private static char genderOf(String word) {
    if (word.endsWith("woman")
        || word.equals("actress")
        || word.equals("wife")
        || word.equals("mother")
        || word.equals("daughter")
        || word.equals("girl")
        || word.equals("sister")
        || word.equals("widow")
        || word.equals("nun")
        || word.equals("queen")) {
      return 'f';
    }
    return word.endsWith("man")
                && !word.equals("german")
                && !word.equals("human")
                && !word.equals("chairman")
                && !word.equals("roman")
                && !word.equals("woman")
            || word.equals("husband")
            || word.equals("father")
            || word.equals("son")
            || word.equals("boy")
            || word.equals("brother")
            || word.equals("king")
            || word.equals("priest")
            || word.equals("imam")
            || word.equals("actor")
        ? 'm'
        : FirstNames.UNKNOWN;
  }

  // ------------------------------------------------------------------ bodies, places, descriptions

  private void addBody(int start, int end, @Nullable Match last, int limit) {
    int nameStart = names[end - 1] == null ? end - 1 : Math.max(start, names[end - 1].firstToken());
    if (last != null && last.start() < nameStart) {
      nameStart = Math.max(start, last.start());
    }
    while (nameStart > start && isCapital(nameStart - 1) && !isSentenceStart(nameStart - 1)) {
      nameStart--;
    }
    while (nameStart < end && (isDeterminer(nameStart) || !isCapital(nameStart))) {
      nameStart++;
    }
    if (nameStart < end) {
      Entry entry = last == null ? null : last.entry();
      addNominal(Nominal.Sort.BODY, start, nameStart, end, limit, entry, false);
    }
  }

  private void addKnown(int start, int end, Match last, int limit) {
    Entry entry = last.entry();
    switch (entry.sort()) {
      case COUNTRY ->
          addNominal(Nominal.Sort.COUNTRY, start, last.start(), end, limit, entry, false);
      case CAPITAL ->
          addNominal(Nominal.Sort.CAPITAL, start, last.start(), end, limit, entry, false);
      case CITY -> addNominal(Nominal.Sort.CITY, start, last.start(), end, limit, entry, false);
      case DEMONYM -> {
        if (entry.plural() || isPeople(start, end)) {
          addNominal(Nominal.Sort.PEOPLE, start, last.start(), end, limit, entry, true);
        }
      }
      case BODY, PERSON ->
          addNominal(
              entry.isBreakaway() ? Nominal.Sort.COUNTRY : Nominal.Sort.BODY,
              start,
              last.start(),
              end,
              limit,
              entry,
              false);
      case ROLE -> {
        if (entry.what() != null || sourceOf(start, end)) {
          addNominal(Nominal.Sort.DESCRIPTION, start, start, end, limit, entry, entry.plural());
        }
      }
    }
  }

  /** "the French", "the British": an adjective after "the" with no noun. */
  private boolean isPeople(int start, int end) {
    return end - start == 2 && tokens.get(start).lower().equals("the") && !entryIsAdjective(end);
  }

  private boolean entryIsAdjective(int end) {
    return end < tokens.size()
        && Character.isLetter(tokens.get(end).text().codePointAt(0))
        && tagged
        && tokens.get(end).pos().startsWith("NN");
  }

  private void addUntagged(int start, int own, int end, int limit) {
    boolean single = end - own == 1 && own == start;
    boolean person = (single || end - own == 2 || end - own == 3) && noBody(own, end);
    if (person) {
      addPerson(start, own, end, limit);
    } else {
      addNominal(Nominal.Sort.BODY, start, own, end, limit, null, false);
    }
  }

  private void addNominal(
      Nominal.Sort sort,
      int start,
      int nameStart,
      int end,
      int limit,
      @Nullable Entry entry,
      boolean plural) {
    boolean describes = sort == Nominal.Sort.DESCRIPTION;
    int codeEnd = describes || sort == Nominal.Sort.BODY ? complementEnd(end, limit) : end;
    PhraseReading reading = reading(start, codeEnd);
    ActorCode code = reading.code();
    int wide =
        describes && codeEnd > end && tokens.get(end).lower().matches("of|for") ? codeEnd : end;
    boolean definite = isDefinite(start, end) || !describes;
    char gender =
        describes && entry != null ? genderOf(tokens.get(end - 1).lower()) : FirstNames.UNKNOWN;
    int head = headOf(start, end);
    found.add(
        new Nominal(
            sort,
            start,
            wide,
            nameStart,
            end,
            head,
            entry,
            code,
            reading.role(),
            gender,
            plural,
            definite,
            acts(sort, start, end, head)));
  }

  private boolean isDefinite(int start, int end) {
    for (int i = start; i < end; i++) {
      if (isPossessive(i)) {
        return true;
      }
    }
    return POINTING.contains(tokens.get(start).lower());
  }

  /** End of "of the Turkish army in Ankara" after a head noun: at most two links. */
  private int complementEnd(int end, int limit) {
    int at = end;
    for (int links = 0; links < 2; links++) {
      if (at + 1 >= limit || !OF.contains(tokens.get(at).lower())) {
        return at;
      }
      int stop = at + 1;
      while (stop < limit
          && (isInside(stop) || isDeterminer(stop) && stop == at + 1 || joins(stop, limit))) {
        stop++;
      }
      if (stop == at + 1) {
        return at;
      }
      at = stop;
    }
    return at;
  }

  private PhraseReading reading(int start, int end) {
    return new PhraseReading(lexicon, Word.ofTokens(texts(start, end)), day);
  }

  /** The token that depends on one outside the phrase; the last one when untagged. */
  private int headOf(int start, int end) {
    if (tagged) {
      for (int i = end - 1; i >= start; i--) {
        int head = tokens.get(i).head();
        if (head < start || head >= end || head == i) {
          return i;
        }
      }
    }
    return end - 1;
  }

  private boolean sourceOf(int start, int end) {
    for (int i = start; i < end; i++) {
      if (speech.sourceAt(i) != Speech.NONE) {
        return true;
      }
    }
    return false;
  }

  // ------------------------------------------------------------------ places that act

  /** Whether a place or country acts or is acted upon here; other phrases always may. */
  private boolean acts(Nominal.Sort sort, int start, int end, int head) {
    if (sort != Nominal.Sort.COUNTRY && sort != Nominal.Sort.CAPITAL && sort != Nominal.Sort.CITY) {
      return true;
    }
    if (sourceOf(start, end)) {
      return true;
    }
    if (sort == Nominal.Sort.CITY) {
      return false;
    }
    boolean possesses = end < tokens.size() && isPossessive(end);
    if (possesses) {
      return sort == Nominal.Sort.COUNTRY && !possessesPlace(end + 1);
    }
    if (listActs(start, end)) {
      return true;
    }
    return tagged && depends(head, sort) && !followsPlaceCase(start);
  }

  private boolean possessesPlace(int at) {
    for (int i = at; i < Math.min(at + 4, tokens.size()); i++) {
      Match match = known[i];
      if (INERT.contains(tokens.get(i).lower())
          || match != null && match.entry().sort() == Sort.ROLE) {
        return true;
      }
      if (tagged && tokens.get(i).pos().startsWith("NN")) {
        return false;
      }
    }
    return false;
  }

  private boolean followsPlaceCase(int start) {
    return start > 0 && PLACE_CASES.contains(tokens.get(start - 1).lower());
  }

  /** Whether syntax makes it subject, object, agent or party; a conjunct is what its first is. */
  private boolean depends(int head, Nominal.Sort sort) {
    Token token = tokens.get(head);
    for (int steps = 0; token.relation().equals("conj") && steps < 6; steps++) {
      token = tokens.get(token.head());
      if (PLACE_CASES.contains(caseOf(token))) {
        return false;
      }
    }
    String relation = token.relation();
    if (relation.startsWith("nsubj")) {
      return true;
    }
    String cased = caseOf(token);
    if (relation.startsWith("obl") || relation.startsWith("nmod")) {
      return cased.equals("by")
          || cased.equals("with")
          || cased.equals("against")
          || cased.equals("between");
    }
    return sort == Nominal.Sort.COUNTRY && (relation.equals("obj") || relation.equals("iobj"));
  }

  private String caseOf(Token token) {
    for (int i = token.index() - 1; i >= Math.max(0, token.index() - 4); i--) {
      Token before = tokens.get(i);
      if (before.relation().equals("case") && before.head() == token.index()) {
        return before.lower();
      }
    }
    return "";
  }

  /**
   * A list of countries or capitals right before a finite verb: "Moscow, Baku and Yerevan signed".
   */
  private boolean listActs(int start, int end) {
    int first = start;
    while (first > Math.max(0, start - LIST) && isListed(first - 1)) {
      first--;
    }
    int stop = end;
    while (stop < Math.min(tokens.size(), end + LIST) && isListed(stop)) {
      stop++;
    }
    while (first < start && !isPlaceName(first)) {
      first++;
    }
    if (stop >= tokens.size() || followsPlaceCase(first) && first == start) {
      return false;
    }
    boolean cased = first > 0 && PLACE_CASES.contains(tokens.get(first - 1).lower());
    return !cased && isFiniteVerb(stop) && tokens.get(stop - 1).text().length() > 1;
  }

  private boolean isListed(int at) {
    String text = tokens.get(at).lower();
    return isPlaceName(at)
        || text.equals(",")
        || text.equals("and")
        || text.equals("the")
        || text.equals("or");
  }

  private boolean isPlaceName(int at) {
    Match match = known[at];
    return match != null
        && (match.entry().sort() == Sort.COUNTRY || match.entry().sort() == Sort.CAPITAL);
  }

  private boolean isFiniteVerb(int at) {
    Token token = tokens.get(at);
    if (tagged) {
      String pos = token.pos();
      return pos.equals("VBD") || pos.equals("VBZ") || pos.equals("VBP") || pos.equals("MD");
    }
    String word = token.text().toLowerCase(Locale.ROOT);
    return word.equals(token.text())
        && (word.endsWith("ed")
            || Set.of(
                    "has", "have", "had", "is", "was", "were", "are", "will", "would", "says",
                    "said", "may", "could", "should", "can", "must", "did", "does", "began", "went",
                    "took", "sent", "held", "made", "met")
                .contains(word));
  }
}
