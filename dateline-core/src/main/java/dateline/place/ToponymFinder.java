package dateline.place;

import dateline.language.Analysis;
import dateline.language.Entity;
import dateline.language.EntityType;
import dateline.language.Sentence;
import dateline.language.Token;
import dateline.place.PlaceCues.Cue;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Recognises toponyms: names of the gazetteer that the words around them don't rule out, and what
 * the encoder marks as a location. Immutable and thread-safe; linear in the number of tokens.
 */
final class ToponymFinder {

  /** No name in use has more words; "Democratic People's Republic of Korea" has six tokens. */
  private static final int LONGEST = 8;

  /** A town at least this large is known by its name alone, without the encoder's word. */
  private static final long WELL_KNOWN = 100_000;

  /** A location that no gazetteer has is believed from here; tuned on both halves together. */
  private static final double UNLISTED_CONFIDENCE = 0.6;

  /** Under this, a mark as a person says little. */
  private static final double WEAK_PERSON = 0.6;

  /** After "in" or "near", a mark as a person must be this sure. */
  private static final double SURE_PERSON = 0.9;

  /** "laweekly.com" is not of Louisiana. */
  private static final int SHORTEST_IN_HOST = 4;

  private static final Set<String> LANGUAGE = Set.of("language", "languages", "-", "dialect");
  private static final String COUNTIES = "counties";
  private static final Set<String> LINKS = Set.of(",", "and", "&", "or", "/");
  private static final Set<String> WHERE =
      Set.of("in", "near", "outside", "around", "throughout", "across", "inside");
  private static final Set<String> BELONGS = Set.of("of", "for", "in", "to", "from");

  private final Gazetteer gazetteer;
  private final PlaceCues cues = PlaceCues.load();

  ToponymFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The toponyms of a text in its order; they don't overlap. A listed name at the start of the
   * dateline is one whatever its letters; an agency in the dateline's brackets is none.
   */
  List<Toponym> find(Analysis analysis, @Nullable CharRange dateline) {
    Scan scan = new Scan(analysis, dateline);
    for (Sentence sentence : analysis.sentences()) {
      scan.sentence(sentence);
    }
    scan.nameCounties();
    return scan.found;
  }

  /**
   * The place in a publication's name: "The Des Moines Register".
   *
   * @return null when there is none that is known by its name
   */
  @Nullable Toponym inOutlet(String outlet) {
    String[] words = outlet.trim().split("\\s+");
    for (int length = Math.min(LONGEST, words.length); length > 0; length--) {
      for (int first = 0; first + length <= words.length; first++) {
        String name = String.join(" ", Arrays.asList(words).subList(first, first + length));
        Toponym place = named(name, ToponymFinder::isKnown);
        if (place != null) {
          return place;
        }
      }
    }
    return null;
  }

  /**
   * The place in the host of a publication's address: {@code chicagotribune.com}.
   *
   * @return null when it isn't a town or country that is known by its name, before a word that
   *     papers have in their names
   */
  @Nullable Toponym inHost(String host) {
    String[] labels = host.split("\\.");
    String label = labels.length < 2 ? "" : labels[labels.length - 2];
    for (int end = label.length() - 1; end >= SHORTEST_IN_HOST; end--) {
      if (cues.is(Cue.INSTITUTION, label.substring(end))) {
        Toponym place = named(label.substring(0, end), ToponymFinder::isKnownAsWritten);
        if (place != null) {
          return place;
        }
      }
    }
    return null;
  }

  private static boolean isKnownAsWritten(Candidate place) {
    return (place.form() == NameForm.NAME || place.form() == NameForm.LISTED) && isKnown(place);
  }

  /** The places of a name that fit; null when none does, or when the name is an ordinary word. */
  private @Nullable Toponym named(String name, Predicate<Candidate> fits) {
    String key = PlaceNames.fold(name);
    List<Candidate> places = gazetteer.lookup(key).stream().filter(fits).toList();
    return places.isEmpty() || cues.is(Cue.ORDINARY, key) ? null : standing(name, key, places);
  }

  /**
   * What a publication's home means: "Lancaster, Ohio".
   *
   * @return null when no gazetteer has it
   */
  @Nullable Toponym homeOf(Outlets.Home home) {
    String[] parts = home.place().split(",", 2);
    String name = parts[0].trim();
    String key = PlaceNames.fold(name);
    List<Candidate> outer =
        parts.length == 1 ? List.of() : gazetteer.lookup(PlaceNames.fold(parts[1].trim()));
    List<Candidate> places =
        gazetteer.lookup(key).stream()
            .filter(place -> place.form() != NameForm.ADJECTIVE)
            .filter(
                place ->
                    parts.length == 1
                        || outer.stream().anyMatch(o -> o.entry().contains(place.entry())))
            .toList();
    return places.isEmpty() ? null : standing(name, key, places);
  }

  /** A place that is not in the text. */
  private static Toponym standing(String name, String key, List<Candidate> places) {
    return new Toponym(0, 0, new CharRange(0, 0), name, key, null, places, true);
  }

  /** A row of ours, or a large town of an import. */
  private static boolean isKnown(Candidate candidate) {
    GazetteerEntry entry = candidate.entry();
    boolean large = entry.population() >= WELL_KNOWN;
    return switch (candidate.form()) {
      case ALTERNATE -> false;
      case LISTED -> large && entry.kind() != PlaceKind.COUNTY;
      case CODE -> true;
      default -> large || entry.kind() != PlaceKind.CITY;
    };
  }

  /** One pass over one text. */
  private final class Scan {

    private final Analysis analysis;
    private final @Nullable CharRange dateline;
    private final List<Token> tokens;
    private final @Nullable Entity[] entityOf;
    private final NameVotes votes;
    private final boolean tagged;
    private final List<Toponym> found = new ArrayList<>();

    Scan(Analysis analysis, @Nullable CharRange dateline) {
      this.analysis = analysis;
      this.dateline = dateline;
      this.tokens = analysis.tokens();
      this.entityOf = new Entity[tokens.size()];
      this.votes = new NameVotes(analysis.entities(), tokens, analysis.text());
      this.tagged = analysis.isTagged();
      for (Entity entity : analysis.entities()) {
        for (int i = entity.firstToken(); i < entity.endToken(); i++) {
          entityOf[i] = entity;
        }
      }
    }

    void sentence(Sentence sentence) {
      int at = sentence.firstToken();
      while (at < sentence.endToken()) {
        Toponym toponym =
            dateline != null && tokens.get(at).start() < dateline.end()
                ? inDateline(at, sentence.endToken(), dateline)
                : toponymAt(at, sentence.endToken());
        if (toponym == null) {
          at = Math.max(at + 1, namesakeEnd(at, sentence.endToken()));
        } else {
          found.add(toponym);
          at = toponym.endToken();
        }
      }
    }

    /** "Clay, Becker and Otter Tail counties": all of them are. */
    void nameCounties() {
      boolean county = false;
      for (int i = found.size() - 1; i >= 0; i--) {
        Toponym toponym = found.get(i);
        int next = toponym.endToken();
        String last = tokens.get(next - 1).lower();
        boolean plural =
            next < tokens.size() && tokens.get(next).lower().equals(COUNTIES)
                || last.equals(COUNTIES);
        boolean listed =
            county
                && next < tokens.size()
                && LINKS.contains(tokens.get(next).lower())
                && found.get(i + 1).firstToken() <= next + 2;
        county = plural || listed;
        if (county) {
          String name = last.equals(COUNTIES) ? withoutLast(toponym) : toponym.surface();
          List<Candidate> counties = gazetteer.lookup(PlaceNames.fold(name + " county"));
          found.set(i, asCounty(toponym, name, counties));
        }
      }
    }

    private String withoutLast(Toponym toponym) {
      int end = toponym.endToken() - 1;
      return end == toponym.firstToken()
          ? toponym.surface()
          : analysis.range(toponym.firstToken(), end).of(analysis.text());
    }

    private Toponym asCounty(Toponym toponym, String name, List<Candidate> counties) {
      return new Toponym(
          toponym.firstToken(),
          toponym.endToken(),
          toponym.range(),
          toponym.surface(),
          PlaceNames.fold(name + " county"),
          PlaceKind.COUNTY,
          counties,
          !counties.isEmpty());
    }

    /** The name that opens the line is a place whatever its letters; an agency's is none. */
    private @Nullable Toponym inDateline(int at, int limit, CharRange line) {
      Token token = tokens.get(at);
      if (isBracketed(token, line)) {
        return null;
      }
      Toponym filed =
          isUpper(at) && token.start() == line.start()
              ? longest(at, Math.min(limit, at + LONGEST), at + 1, named -> true)
              : null;
      return filed != null ? filed : toponymAt(at, limit);
    }

    private @Nullable Toponym toponymAt(int at, int limit) {
      if (isNamesake(at)) {
        return null;
      }
      Entity entity = entityOf[at];
      if (entity != null && entity.type() == EntityType.LOC && entity.firstToken() == at) {
        Toponym location = location(entity, limit);
        if (location != null) {
          return location;
        }
      }
      return isUpper(at) ? longest(at, Math.min(limit, at + LONGEST), at + 1) : null;
    }

    /** Whether the words before make it another's name: a ship's, a team's, a duke's. */
    private boolean isNamesake(int at) {
      if (at == 0 || !isUpper(at)) {
        return false;
      }
      String before = tokens.get(at - 1).lower();
      return cues.is(Cue.SHIP, before)
          || cues.is(Cue.TEAM, before) && isUpper(at - 1)
          || before.equals("of")
              && at > 1
              && isUpper(at - 2)
              && cues.is(Cue.NOBLE, tokens.get(at - 2).lower());
    }

    /** Where a place's name that is another's ends; 0 when there is none. */
    private int namesakeEnd(int at, int limit) {
      Toponym named =
          isNamesake(at) ? longest(at, Math.min(limit, at + LONGEST), at + 1, any -> true) : null;
      return named == null ? 0 : named.endToken();
    }

    private boolean isBracketed(Token token, CharRange line) {
      String before =
          analysis.text().substring(line.start(), Math.max(line.start(), token.start()));
      return before.lastIndexOf('(') > before.lastIndexOf(')');
    }

    private @Nullable Toponym longest(int first, int most, int least) {
      return longest(first, most, least, this::isPlace);
    }

    /** The longest listed name that is taken. */
    private @Nullable Toponym longest(int first, int most, int least, Predicate<Toponym> taken) {
      for (int end = most; end >= least; end--) {
        Toponym named = named(first, end);
        if (named != null && taken.test(named)) {
          return named;
        }
      }
      return null;
    }

    /** What the encoder marks as a location: a listed name, a part of one, or one nobody lists. */
    private @Nullable Toponym location(Entity entity, int limit) {
      int end = trimmedEnd(entity);
      if (end == entity.firstToken()) {
        return null;
      }
      int first = trimmedStart(entity, end);
      Toponym whole = longest(first, Math.min(limit, first + LONGEST), end);
      if (whole != null) {
        return whole;
      }
      int inner = first;
      while (inner < end - 1 && cues.is(Cue.PART, tokens.get(inner).lower())) {
        inner++;
      }
      Toponym part = inner == first ? null : longest(inner, Math.min(limit, inner + LONGEST), end);
      if (part != null) {
        return isUpper(first) ? lying(first, part.endToken(), part) : part;
      }
      int lower = end;
      while (lower > inner + 1 && !isUpper(lower - 1)) {
        lower--;
      }
      Toponym shorter = lower == end ? null : longest(inner, lower, lower);
      return shorter != null ? shorter : unlisted(entity, first, end);
    }

    /** Without the "of" of "the town of Garissa". */
    private int trimmedStart(Entity entity, int end) {
      int first = entity.firstToken();
      return end - first > 1 && !isUpper(first) && BELONGS.contains(tokens.get(first).lower())
          ? first + 1
          : first;
    }

    private int trimmedEnd(Entity entity) {
      int end = entity.endToken();
      while (end > entity.firstToken() && !isWord(tokens.get(end - 1))) {
        end--;
      }
      return end;
    }

    private boolean isWord(Token token) {
      String text = token.text();
      return !isPossessive(token.index())
              && Character.isLetterOrDigit(text.charAt(text.length() - 1))
          || text.endsWith(".") && text.length() > 1;
    }

    /** A place inside or beside a listed one: "West Wales", "Aleppo University Hospital". */
    private Toponym lying(int first, int end, Toponym around) {
      CharRange range = analysis.range(first, end);
      String surface = range.of(analysis.text());
      return new Toponym(
          first, end, range, surface, around.key(), around.kind(), around.candidates(), false);
    }

    /** A location that only the encoder knows. */
    private @Nullable Toponym unlisted(Entity entity, int first, int end) {
      CharRange range = analysis.range(first, end);
      String surface = range.of(analysis.text());
      String key = PlaceNames.fold(surface);
      Toponym described = described(first, end, surface);
      if (described != null) {
        return described;
      }
      Toponym around = longest(first, end - 1, first + 1);
      if (around != null && isKnown(around)) {
        return lying(first, end, around);
      }
      if (entity.confidence() < UNLISTED_CONFIDENCE
          || !isName(first, end)
          || !votes.favourLocation(key)) {
        return null;
      }
      return new Toponym(first, end, range, surface, key, kindTold(end), List.of(), false);
    }

    private @Nullable PlaceKind kindTold(int end) {
      String last = tokens.get(end - 1).lower();
      return cues.is(Cue.SITE, last) ? PlaceKind.SITE : cues.kinds().get(last);
    }

    /** Whether the words look like a name: not "Highway 29", "OT" or "the area". */
    private boolean isName(int first, int end) {
      Token start = tokens.get(first);
      if (cues.is(Cue.NUMBERED, start.lower())) {
        return false;
      }
      boolean capital = false;
      for (int i = first; i < end; i++) {
        capital |= isUpper(i);
      }
      boolean single = end - first == 1;
      boolean generic =
          single
              && (cues.is(Cue.ORDINARY, start.lower())
                  || cues.is(Cue.SITE, start.lower())
                  || cues.is(Cue.PART, start.lower()));
      boolean letters = single && start.text().length() < 5 && isAllUpper(start.text());
      return capital && !generic && !letters;
    }

    private boolean isAllUpper(String word) {
      return word.chars().noneMatch(Character::isLowerCase);
    }

    private boolean isUpper(int at) {
      char first = tokens.get(at).text().charAt(0);
      return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** The toponym of exactly these tokens, when a gazetteer has their name. */
    private @Nullable Toponym named(int first, int end) {
      String last = tokens.get(end - 1).text();
      if (!Character.isLetterOrDigit(last.charAt(0))) {
        return null;
      }
      CharRange range = analysis.range(first, end);
      String surface = range.of(analysis.text());
      if (surface.indexOf('\n') >= 0) {
        return null;
      }
      String key = PlaceNames.fold(surface);
      List<Candidate> fitting = new ArrayList<>();
      for (Candidate candidate : gazetteer.lookup(key)) {
        if (fits(candidate, surface, first, range)) {
          fitting.add(candidate);
        }
      }
      if (fitting.isEmpty()) {
        return described(first, end, surface);
      }
      CharRange words =
          end - first > 1 && isArticle(first, fitting) ? analysis.range(first + 1, end) : range;
      return new Toponym(first, end, words, words.of(analysis.text()), key, null, fitting, true);
    }

    /** "The" of "The Berlin", not of "The Hague". */
    private boolean isArticle(int at, List<Candidate> named) {
      return tokens.get(at).lower().equals("the")
          && named.stream()
              .noneMatch(place -> place.name().toLowerCase(Locale.ROOT).startsWith("the "));
    }

    /** "Idlib province", "City of London", "Laurel County": a name with the kind written out. */
    private @Nullable Toponym described(int first, int end, String surface) {
      if (end - first < 2) {
        return null;
      }
      CharRange range = analysis.range(first, end);
      PlaceKind after = cues.kinds().get(tokens.get(end - 1).lower());
      if (after != null) {
        return described(first, end, range, surface, first, end - 1, after);
      }
      PlaceKind before = cues.kinds().get(tokens.get(first).lower());
      if (before != null && end - first > 2 && tokens.get(first + 1).lower().equals("of")) {
        return described(first, end, range, surface, first + 2, end, before);
      }
      if (before == PlaceKind.COUNTY) {
        return described(first, end, range, surface, first + 1, end, before);
      }
      return null;
    }

    private @Nullable Toponym described(
        int first, int end, CharRange range, String surface, int from, int to, PlaceKind kind) {
      CharRange inner = analysis.range(from, to);
      String base = inner.of(analysis.text());
      boolean small = kind == PlaceKind.CITY && from == first && isUpper(end - 1);
      List<Candidate> same = new ArrayList<>();
      List<Candidate> other = new ArrayList<>();
      for (Candidate candidate : gazetteer.lookup(PlaceNames.fold(base))) {
        if (candidate.form() == NameForm.ADJECTIVE
            || candidate.form() == NameForm.CODE
            || !fits(candidate, base, from, inner)
            || (small && candidate.entry().population() < WELL_KNOWN)) {
          continue;
        }
        (candidate.entry().kind() == kind ? same : other).add(candidate);
      }
      List<Candidate> fitting = same.isEmpty() && kind != PlaceKind.COUNTY ? other : same;
      return fitting.isEmpty()
          ? null
          : new Toponym(first, end, range, surface, PlaceNames.fold(surface), kind, fitting, true);
    }

    /** Whether the printed form may be this candidate's name at all. */
    private boolean fits(Candidate candidate, String surface, int first, CharRange range) {
      return switch (candidate.form()) {
        case CODE -> surface.equals(candidate.name()) && followsPlace(first);
        case ABBREVIATION -> fitsAbbreviation(candidate.name(), surface, range);
        case ALTERNATE -> surface.length() > 3 && isLocation(first);
        case NAME, LISTED -> endsAsNamed(candidate.name(), surface) && !isInitials(surface);
        default -> true;
      };
    }

    /** "The man" is not Man: the last word has a capital where the name's has one. */
    private boolean endsAsNamed(String name, String surface) {
      char printed = surface.charAt(surface.lastIndexOf(' ') + 1);
      char named = name.charAt(name.lastIndexOf(' ') + 1);
      return !Character.isLowerCase(printed) || Character.isLowerCase(named);
    }

    /** "U.S." is not the town of Us. */
    private boolean isInitials(String surface) {
      return surface.length() > 2 && surface.charAt(1) == '.' && surface.indexOf(' ') < 0;
    }

    private boolean fitsAbbreviation(String name, String surface, CharRange range) {
      if (Character.isLowerCase(name.charAt(name.length() - 1)) || endsLower(name)) {
        return surface.equals(name)
            || (name.equals(surface + ".")
                && range.end() < analysis.text().length()
                && analysis.text().charAt(range.end()) == '.');
      }
      boolean dotted = name.indexOf('.') >= 0;
      String bare = surface.replace(".", "");
      return bare.equals(name.replace(".", "")) && (!dotted || surface.indexOf('.') >= 0);
    }

    private boolean endsLower(String name) {
      return name.length() > 1
          && name.endsWith(".")
          && Character.isLowerCase(name.charAt(name.length() - 2));
    }

    /** After "Paris, ": the token before is a comma, and the one before that ends a toponym. */
    private boolean followsPlace(int first) {
      if (found.isEmpty() || first < 2) {
        return false;
      }
      Toponym before = found.get(found.size() - 1);
      return before.endToken() == first - 1 && tokens.get(first - 1).text().equals(",");
    }

    private boolean isLocation(int at) {
      Entity entity = entityOf[at];
      return entity != null && entity.type() == EntityType.LOC;
    }

    /** Whether the words around a listed name leave it a place here. */
    private boolean isPlace(Toponym toponym) {
      if (isLanguage(toponym) || isMoney(toponym) || isStreet(toponym)) {
        return false;
      }
      Entity entity = entityOf[toponym.firstToken()];
      if (entity == null) {
        return isStrong(toponym)
            && isProper(toponym)
            && !isPersonal(toponym)
            && !isInstitution(toponym);
      }
      boolean larger =
          entity.firstToken() < toponym.firstToken() || entity.endToken() > toponym.endToken();
      if (isSpelledOut(toponym) && toponym.firstToken() <= entity.firstToken()) {
        return true;
      }
      return switch (entity.type()) {
        case LOC -> larger ? isStrong(toponym) : isStrong(toponym) || isMarked(toponym);
        case NORP -> toponym.isAdjective() || isStrong(toponym);
        case PER -> larger ? isOffice(toponym, entity) : isNoPerson(toponym, entity);
        case ORG -> larger ? isSpeaking(toponym, entity) : isStrong(toponym) && !isSite(toponym);
        default -> isStrong(toponym) && !larger && !isInstitution(toponym);
      };
    }

    /** "Butler County", whatever its words are marked as. */
    private boolean isSpelledOut(Toponym toponym) {
      return toponym.endToken() - toponym.firstToken() > 1
          && isUpper(toponym.endToken() - 1)
          && cues.kinds().get(tokens.get(toponym.endToken() - 1).lower()) == PlaceKind.COUNTY;
    }

    /** A name of a small place, marked as a location here and not as something else elsewhere. */
    private boolean isMarked(Toponym toponym) {
      boolean generic =
          toponym.endToken() - toponym.firstToken() == 1
              && !isName(toponym.firstToken(), toponym.endToken());
      return !generic && votes.favourLocation(toponym.key());
    }

    private boolean isNoPerson(Toponym toponym, Entity entity) {
      int before = toponym.firstToken() - 1;
      boolean inside =
          before >= 0
              && WHERE.contains(tokens.get(before).lower())
              && entity.confidence() < SURE_PERSON
              && !isPossessive(toponym.endToken());
      return inside && !cues.is(Cue.ORDINARY, toponym.key())
          || isStrong(toponym)
              && (entity.confidence() < WEAK_PERSON
                  || votes.favourLocation(toponym.key())
                  || isCapital(toponym)
                  || (toponym.isCountry() && !cues.is(Cue.GIVEN, toponym.key())));
    }

    /** "Baku said": a country's capital by one word, which is in no person's name. */
    private boolean isCapital(Toponym toponym) {
      return toponym.candidates().stream()
              .anyMatch(c -> c.entry().capital() && c.form() == NameForm.NAME)
          && !cues.is(Cue.GIVEN, toponym.key())
          && !votes.isPartOfPerson(toponym.key());
    }

    private boolean isPossessive(int at) {
      return at < tokens.size()
          && (tokens.get(at).text().equals("'s") || tokens.get(at).text().equals("’s"));
    }

    /** "English language", "English-speaking". */
    private boolean isLanguage(Toponym toponym) {
      int next = toponym.endToken();
      return toponym.isAdjective()
          && next + 1 < tokens.size()
          && LANGUAGE.contains(tokens.get(next).lower())
          && (!tokens.get(next).text().equals("-")
              || tokens.get(next + 1).lower().equals("speaking")
              || tokens.get(next + 1).lower().equals("language"));
    }

    /** "Victoria" before "St.". */
    private boolean isStreet(Toponym toponym) {
      int next = toponym.endToken();
      Entity entity = entityOf[toponym.firstToken()];
      return next < tokens.size()
          && isUpper(next)
          && (entity == null || entity.type() != EntityType.ORG)
          && cues.is(Cue.STREET, tokens.get(next).lower())
          && tokens.get(next).start() - toponym.range().end() == 1;
    }

    /** "US$3m". */
    private boolean isMoney(Toponym toponym) {
      int end = toponym.range().end();
      return end < analysis.text().length() && analysis.text().charAt(end) == '$';
    }

    /** Without a mark, a proper noun or an adjective, as the encoder tags it. */
    private boolean isProper(Toponym toponym) {
      return !tagged
          || toponym.isAdjective()
          || tokens.get(toponym.endToken() - 1).pos().startsWith("NNP");
    }

    private boolean isSite(Toponym toponym) {
      return toponym.candidates().stream().allMatch(c -> c.entry().kind() == PlaceKind.SITE);
    }

    /** "Mansfield Mayor Curtis McCoy", "U.S. President Obama", "Foreign Minister of Niger". */
    private boolean isOffice(Toponym toponym, Entity entity) {
      boolean opens =
          toponym.firstToken() == entity.firstToken()
              && toponym.endToken() < entity.endToken()
              && (toponym.isAdjective()
                  || cues.is(Cue.TITLE, tokens.get(toponym.endToken()).lower())
                  || cues.is(Cue.CIVIC, tokens.get(toponym.endToken()).lower())
                  || (toponym.isCountry() && !cues.is(Cue.GIVEN, toponym.key())));
      return opens || (isKnown(toponym) && belongs(toponym, entity));
    }

    /** After "of", "of the" inside the entity. */
    private boolean belongs(Toponym toponym, Entity entity) {
      int before = toponym.firstToken() - 1;
      if (before > entity.firstToken() && tokens.get(before).lower().equals("the")) {
        before--;
      }
      return before > entity.firstToken() && BELONGS.contains(tokens.get(before).lower());
    }

    /**
     * Inside an organisation's name: the state that it serves, "Torrington Police", or what is
     * governed: "the parliament of Georgia".
     */
    private boolean isSpeaking(Toponym toponym, Entity entity) {
      if (toponym.firstToken() > entity.firstToken()) {
        return isKnown(toponym) && belongs(toponym, entity) && isGoverned(toponym, entity);
      }
      if (toponym.firstToken() != entity.firstToken() || toponym.endToken() >= entity.endToken()) {
        return false;
      }
      boolean civic = cues.is(Cue.CIVIC, tokens.get(toponym.endToken()).lower());
      return civic
          ? !cues.is(Cue.ORDINARY, toponym.key())
          : isKnown(toponym)
              && !isInstitution(toponym)
              && toponym.candidates().stream().anyMatch(c -> c.entry().kind().isDivision());
    }

    private boolean isGoverned(Toponym toponym, Entity entity) {
      for (int i = entity.firstToken(); i < toponym.firstToken() - 1; i++) {
        String word = tokens.get(i).lower();
        if (cues.is(Cue.GOVERNING, word) || cues.is(Cue.CIVIC, word)) {
          return toponym.endToken() == entity.endToken();
        }
      }
      return false;
    }

    private boolean isStrong(Toponym toponym) {
      if (cues.is(Cue.ORDINARY, toponym.key())) {
        return false;
      }
      return isKnown(toponym) || toponym.kind() != null || isContained(toponym);
    }

    /** Whether readers know it by its name alone. */
    private boolean isKnown(Toponym toponym) {
      return toponym.candidates().stream().anyMatch(ToponymFinder::isKnown);
    }

    /** Before ", Texas". */
    private boolean isContained(Toponym toponym) {
      int comma = toponym.endToken();
      if (comma + 1 >= tokens.size() || !tokens.get(comma).text().equals(",")) {
        return false;
      }
      for (int end = Math.min(tokens.size(), comma + 4); end > comma + 1; end--) {
        String key = PlaceNames.fold(analysis.range(comma + 1, end).of(analysis.text()));
        for (Candidate outer : gazetteer.lookup(key)) {
          for (Candidate inner : toponym.candidates()) {
            if (outer.form() != NameForm.ADJECTIVE && outer.entry().contains(inner.entry())) {
              return true;
            }
          }
        }
      }
      return false;
    }

    /** Without the encoder: a title or a given name before, or a surname after. */
    private boolean isPersonal(Toponym toponym) {
      if (tagged) {
        return false;
      }
      int first = toponym.firstToken();
      String before = first > 0 ? tokens.get(first - 1).lower() : "";
      return cues.is(Cue.TITLE, before)
          || cues.is(Cue.GIVEN, before)
          || cues.is(Cue.GIVEN, tokens.get(first).lower());
    }

    /** "Times" after "New York". */
    private boolean isInstitution(Toponym toponym) {
      int next = toponym.endToken();
      return next < tokens.size()
          && isUpper(next)
          && cues.is(Cue.INSTITUTION, tokens.get(next).lower());
    }
  }
}
