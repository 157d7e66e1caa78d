package dateline.place;

import dateline.data.Resource;
import dateline.language.Analysis;
import dateline.language.Entity;
import dateline.language.EntityType;
import dateline.language.Sentence;
import dateline.language.Token;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private final Gazetteer gazetteer;
  private final Set<String> titles = new HashSet<>();
  private final Set<String> givenNames = new HashSet<>();
  private final Set<String> institutions = new HashSet<>();
  private final Set<String> civics = new HashSet<>();
  private final Set<String> streets = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>();
  private final Map<String, PlaceKind> generic = new HashMap<>();

  ToponymFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (String[] row : Resource.table("place/cues.tsv")) {
      switch (row[0]) {
        case "title" -> titles.add(row[1]);
        case "given" -> givenNames.add(row[1]);
        case "institution" -> institutions.add(row[1]);
        case "civic" -> civics.add(row[1]);
        case "street" -> streets.add(row[1]);
        case "ordinary" -> ordinary.add(row[1]);
        default -> generic.put(row[1], PlaceKind.valueOf(row[0].toUpperCase(Locale.ROOT)));
      }
    }
  }

  /** The toponyms of a text in its order; they don't overlap. */
  List<Toponym> find(Analysis analysis) {
    Scan scan = new Scan(analysis);
    for (Sentence sentence : analysis.sentences()) {
      scan.sentence(sentence);
    }
    return scan.found;
  }

  /** One pass over one text. */
  private final class Scan {

    private final Analysis analysis;
    private final List<Token> tokens;
    private final @Nullable Entity[] entityOf;
    private final boolean tagged;
    private final List<Toponym> found = new ArrayList<>();

    Scan(Analysis analysis) {
      this.analysis = analysis;
      this.tokens = analysis.tokens();
      this.entityOf = new Entity[tokens.size()];
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
        Toponym toponym = startsName(at) ? toponymAt(at, sentence.endToken()) : null;
        if (toponym == null) {
          at++;
        } else {
          found.add(toponym);
          at = toponym.endToken();
        }
      }
    }

    private boolean startsName(int at) {
      String text = tokens.get(at).text();
      char first = text.charAt(0);
      if (Character.isUpperCase(first) || Character.isTitleCase(first)) {
        return true;
      }
      Entity entity = entityOf[at];
      return entity != null && entity.type() == EntityType.LOC && entity.firstToken() == at;
    }

    private @Nullable Toponym toponymAt(int at, int limit) {
      Entity entity = entityOf[at];
      boolean location =
          entity != null && entity.type() == EntityType.LOC && entity.firstToken() == at;
      int longest = Math.min(limit, at + LONGEST);
      for (int end = longest; end > at; end--) {
        Toponym named = named(at, end);
        if (named != null && isPlace(named)) {
          return location && end < entity.endToken() && !isWhole(named)
              ? wholeEntity(entity, named)
              : named;
        }
      }
      return location ? unlisted(entity) : null;
    }

    /** Whether what the entity has besides the name leaves it the name's place: "downtown". */
    private boolean isWhole(Toponym named) {
      Token next = tokens.get(named.endToken());
      char c = next.text().charAt(0);
      return !Character.isUpperCase(c) || next.text().equals("'s") || next.text().equals("’s");
    }

    private Toponym wholeEntity(Entity entity, Toponym inner) {
      Toponym whole = unlisted(entity);
      if (whole == null || !whole.candidates().isEmpty()) {
        return whole == null ? inner : whole;
      }
      boolean street = streets.contains(tokens.get(whole.endToken() - 1).lower());
      return street ? whole : inner;
    }

    /** A location that only the encoder knows. */
    private @Nullable Toponym unlisted(Entity entity) {
      int first = entity.firstToken();
      int end = entity.endToken();
      while (end > first && !Character.isLetterOrDigit(lastChar(tokens.get(end - 1)))) {
        end--;
      }
      if (end == first || entity.confidence() < 0.5 || !hasCapital(first, end)) {
        return null;
      }
      CharRange range = analysis.range(first, end);
      String surface = range.of(analysis.text());
      Toponym described = described(first, end, surface);
      return described != null
          ? described
          : new Toponym(first, end, range, surface, PlaceNames.fold(surface), null, List.of());
    }

    private boolean hasCapital(int first, int end) {
      for (int i = first; i < end; i++) {
        if (Character.isUpperCase(tokens.get(i).text().charAt(0))) {
          return true;
        }
      }
      return false;
    }

    private char lastChar(Token token) {
      return token.text().charAt(token.text().length() - 1);
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
      return fitting.isEmpty()
          ? described(first, end, surface)
          : new Toponym(first, end, range, surface, key, null, fitting);
    }

    /** "Idlib province", "City of London", "Laurel County": a name with the kind written out. */
    private @Nullable Toponym described(int first, int end, String surface) {
      if (end - first < 2) {
        return null;
      }
      CharRange range = analysis.range(first, end);
      PlaceKind after = generic.get(tokens.get(end - 1).lower());
      if (after != null) {
        return described(first, end, range, surface, first, end - 1, after);
      }
      PlaceKind before = generic.get(tokens.get(first).lower());
      if (before != null && end - first > 2 && tokens.get(first + 1).lower().equals("of")) {
        return described(first, end, range, surface, first + 2, end, before);
      }
      if (before != null && before == PlaceKind.COUNTY) {
        return described(first, end, range, surface, first + 1, end, before);
      }
      return null;
    }

    private @Nullable Toponym described(
        int first, int end, CharRange range, String surface, int from, int to, PlaceKind kind) {
      String base = analysis.range(from, to).of(analysis.text());
      String key = PlaceNames.fold(base);
      List<Candidate> same = new ArrayList<>();
      List<Candidate> other = new ArrayList<>();
      for (Candidate candidate : gazetteer.lookup(key)) {
        if (candidate.form() == NameForm.ADJECTIVE || candidate.form() == NameForm.CODE) {
          continue;
        }
        (candidate.entry().kind() == kind ? same : other).add(candidate);
      }
      List<Candidate> fitting = same.isEmpty() && kind != PlaceKind.COUNTY ? other : same;
      return fitting.isEmpty()
          ? null
          : new Toponym(first, end, range, surface, PlaceNames.fold(surface), kind, fitting);
    }

    /** Whether the printed form may be this candidate's name at all. */
    private boolean fits(Candidate candidate, String surface, int first, CharRange range) {
      return switch (candidate.form()) {
        case CODE -> surface.equals(candidate.name()) && followsPlace(first);
        case ABBREVIATION -> fitsAbbreviation(candidate.name(), surface, range);
        case ALTERNATE -> surface.length() > 3 && isLocation(first);
        case NAME, LISTED -> endsAsNamed(candidate.name(), surface);
        default -> true;
      };
    }

    /** "The man" is not Man: the last word has a capital where the name's has one. */
    private boolean endsAsNamed(String name, String surface) {
      char printed = surface.charAt(surface.lastIndexOf(' ') + 1);
      char named = name.charAt(name.lastIndexOf(' ') + 1);
      return !Character.isLowerCase(printed) || Character.isLowerCase(named);
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
      Entity entity = entityOf[toponym.firstToken()];
      boolean strong = isStrong(toponym);
      if (entity == null) {
        return strong && !isPersonal(toponym) && !isInstitution(toponym);
      }
      boolean larger =
          entity.firstToken() < toponym.firstToken() || entity.endToken() > toponym.endToken();
      return switch (entity.type()) {
        case LOC -> true;
        case NORP -> toponym.isAdjective() || strong;
        case PER -> larger ? isOffice(toponym, entity) : strong && entity.confidence() < 0.6;
        case ORG -> larger ? isSpeaking(toponym, entity) : strong;
        default -> strong && !isInstitution(toponym);
      };
    }

    /** "Mansfield Mayor Curtis McCoy", "U.S. President Obama": the office of a place. */
    private boolean isOffice(Toponym toponym, Entity entity) {
      return toponym.firstToken() == entity.firstToken()
          && toponym.endToken() < entity.endToken()
          && (toponym.isAdjective()
              || titles.contains(tokens.get(toponym.endToken()).lower())
              || isCountry(toponym));
    }

    private static boolean isCountry(Toponym toponym) {
      return toponym.candidates().stream().allMatch(c -> c.entry().kind() == PlaceKind.COUNTRY);
    }

    /** Inside an organisation's name: the state that it serves, or "Torrington Police". */
    private boolean isSpeaking(Toponym toponym, Entity entity) {
      boolean civic =
          toponym.firstToken() == entity.firstToken()
              && toponym.endToken() < entity.endToken()
              && civics.contains(tokens.get(toponym.endToken()).lower());
      return civic || toponym.candidates().stream().anyMatch(c -> c.entry().kind().isDivision());
    }

    private boolean isStrong(Toponym toponym) {
      if (ordinary.contains(toponym.key())) {
        return false;
      }
      for (Candidate candidate : toponym.candidates()) {
        GazetteerEntry entry = candidate.entry();
        boolean known = entry.kind() != PlaceKind.CITY || entry.population() >= WELL_KNOWN;
        if (candidate.form() == NameForm.CODE
            || (known && candidate.form() != NameForm.ALTERNATE)) {
          return true;
        }
      }
      return toponym.kind() != null || isContained(toponym);
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
      return titles.contains(before)
          || givenNames.contains(before)
          || givenNames.contains(tokens.get(first).lower());
    }

    /** "Times" after "New York". */
    private boolean isInstitution(Toponym toponym) {
      int next = toponym.endToken();
      return next < tokens.size()
          && Character.isUpperCase(tokens.get(next).text().charAt(0))
          && institutions.contains(tokens.get(next).lower());
    }
  }
}
