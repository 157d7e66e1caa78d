package dateline.actor;

import dateline.language.Analysis;
import dateline.language.Token;
import dateline.model.Actor;
import dateline.model.Actor.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the noun phrases of one article into figures: names by their parts, bodies by spelling
 * and initials, titles and descriptions by office and country. Confined to one thread.
 */
final class Cast {

  /** How many mentions back a description is looked for. */
  private static final int REACH = 60;

  private static final Set<String> GOVERNMENTS =
      Set.of(
          "government",
          "authority",
          "authorities",
          "regime",
          "administration",
          "cabinet",
          "leadership");

  /** Words for anyone: an actor only when they speak or act, or have a nationality. */
  private static final Set<String> ANYONE =
      Set.of(
          "people",
          "person",
          "family",
          "friend",
          "child",
          "man",
          "woman",
          "men",
          "women",
          "mother",
          "father",
          "parent",
          "son",
          "daughter",
          "wife",
          "husband",
          "boy",
          "girl",
          "member",
          "public",
          "community",
          "individual",
          "guest",
          "neighbor",
          "neighbour",
          "fan",
          "player",
          "user",
          "team",
          "staff",
          "campaign",
          "population",
          "brother",
          "sister",
          "relative",
          "customer",
          "network",
          "group",
          "website",
          "radio",
          "party",
          "administration",
          "agency",
          "capital",
          "force",
          "author",
          "driver",
          "operator");

  /** Words that are actors only when they speak. */
  private static final Set<String> SILENT =
      Set.of(
          "state",
          "capital",
          "department",
          "office",
          "service",
          "body",
          "province",
          "building",
          "board",
          "unit",
          "section",
          "house",
          "kingdom",
          "member state",
          "business",
          "industry",
          "security",
          "intelligence",
          "security service",
          "participant");

  private static final Set<String> PARTIES = Set.of("democratic", "republican", "gop", "democrat");

  private final Analysis analysis;
  private final Speech speech;
  private final List<Token> tokens;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Figure.Mention> mentions = new ArrayList<>();
  private final Map<String, Figure> byKey = new HashMap<>();
  private final Map<String, List<Figure>> bySurname = new HashMap<>();
  private final Map<String, Figure> lastBare = new HashMap<>();
  private final Map<String, List<Nominal>> fullNames = new HashMap<>();

  Cast(Analysis analysis, Speech speech) {
    this.analysis = analysis;
    this.speech = speech;
    this.tokens = analysis.tokens();
  }

  List<Figure> figures() {
    return figures;
  }

  /** Every mention so far, in text order of its start. */
  List<Figure.Mention> mentions() {
    mentions.sort(
        Comparator.<Figure.Mention>comparingInt(Figure.Mention::start)
            .thenComparingInt(m -> -m.end()));
    return mentions;
  }

  void add(List<Nominal> nominals) {
    for (Nominal nominal : nominals) {
      if (nominal.sort() == Nominal.Sort.PERSON && nameWords(nominal).size() > 1) {
        fullNames.computeIfAbsent(last(nameWords(nominal)), k -> new ArrayList<>()).add(nominal);
      }
    }
    Figure before = null;
    Nominal previous = null;
    for (int i = 0; i < nominals.size(); i++) {
      Nominal nominal = nominals.get(i);
      Nominal next = i + 1 < nominals.size() ? nominals.get(i + 1) : null;
      Figure figure;
      if (previous != null && before != null && isApposition(previous, nominal)) {
        figure = before;
        describe(figure, nominal);
      } else if (next != null && isApposition(next, nominal)
          || next != null && leads(nominal, next)) {
        figure = figure(next);
        if (figure != null) {
          describe(figure, nominal);
        }
      } else {
        figure = figure(nominal);
      }
      if (figure != null) {
        mention(figure, nominal);
      }
      before = figure;
      previous = nominal;
    }
  }

  private void describe(Figure figure, Nominal nominal) {
    figure.learn(nominal.code(), nominal.role());
    figure.learnGender(nominal.gender());
    epithets(figure, nominal);
  }

  /** "Ilham Aliyev, the president of Azerbaijan": a name, a comma, a description of one. */
  private boolean isApposition(Nominal name, Nominal description) {
    return name.sort() == Nominal.Sort.PERSON
        && description.sort() == Nominal.Sort.DESCRIPTION
        && !description.plural()
        && isPerson(description)
        && description.start() == name.end() + 1
        && tokens.get(name.end()).text().equals(",")
        && closes(description.end());
  }

  /** "The president of Azerbaijan, Ilham Aliyev,": a definite description, a comma, a name. */
  private boolean leads(Nominal description, Nominal name) {
    return name.sort() == Nominal.Sort.PERSON
        && description.sort() == Nominal.Sort.DESCRIPTION
        && !description.plural()
        && isPerson(description)
        && name.start() == description.end() + 1
        && tokens.get(description.end()).text().equals(",")
        && closes(name.end());
  }

  private boolean closes(int at) {
    if (at >= tokens.size()) {
      return true;
    }
    String word = tokens.get(at).lower();
    return ",.;:)".contains(word)
        || word.equals("who")
        || word.equals("in")
        || word.equals("at")
        || word.equals("and")
        || word.equals("of")
        || word.equals("with")
        || word.equals("for");
  }

  private static boolean isPerson(Nominal nominal) {
    return nominal.entry() != null && nominal.entry().what() == Actor.Kind.PERSON;
  }

  private void mention(Figure figure, Nominal nominal) {
    mentions.add(figure.add(nominal.start(), nominal.end(), nominal.head(), form(nominal.sort())));
  }

  private static Form form(Nominal.Sort sort) {
    return switch (sort) {
      case PERSON, BODY, COUNTRY, CITY, INITIALS -> Form.NAME;
      case CAPITAL -> Form.CAPITAL;
      case PEOPLE -> Form.DEMONYM;
      case DESCRIPTION -> Form.DESCRIPTION;
    };
  }

  private @Nullable Figure figure(Nominal nominal) {
    return switch (nominal.sort()) {
      case PERSON -> person(nominal);
      case BODY -> body(nominal);
      case COUNTRY, CITY -> nominal.acts() ? place(nominal) : null;
      case CAPITAL -> nominal.acts() ? government(nominal, Actor.Kind.PLACE) : null;
      case PEOPLE -> keyed("people " + nominal.code().country(), nominal, Actor.Kind.PEOPLE, true);
      case DESCRIPTION -> description(nominal);
      case INITIALS -> byKey.get("initials " + last(nameWords(nominal)));
    };
  }

  private Figure create(Actor.Kind kind, Nominal nominal, boolean plural) {
    Figure figure = new Figure(kind);
    figures.add(figure);
    figure.plural = plural;
    figure.name = textOf(nominal.nameStart(), nominal.end());
    figure.learn(nominal.code(), nominal.sort() == Nominal.Sort.BODY ? null : nominal.role());
    figure.learnGender(nominal.gender());
    epithets(figure, nominal);
    return figure;
  }

  private Figure keyed(String key, Nominal nominal, Actor.Kind kind, boolean plural) {
    Figure known = byKey.get(key);
    if (known != null) {
      return known;
    }
    Figure figure = create(kind, nominal, plural);
    byKey.put(key, figure);
    return figure;
  }

  private String textOf(int start, int end) {
    int from = start;
    while (from < end - 1
        && Set.of("the", "a", "an", "some", "any").contains(tokens.get(from).lower())) {
      from++;
    }
    return analysis.range(from, end).of(analysis.text()).replace('\n', ' ');
  }

  private void epithets(Figure figure, Nominal nominal) {
    boolean named = nominal.sort() == Nominal.Sort.PERSON;
    int end = named ? nominal.nameStart() : nominal.end();
    for (int i = nominal.start(); i < end; i++) {
      figure.epithets.add(Word.key(tokens.get(i).text()));
    }
    if (nominal.role() != null) {
      String role = nominal.role();
      figure.offices.add(Word.key(role.substring(role.lastIndexOf(' ') + 1)));
    }
  }

  // ------------------------------------------------------------------ persons

  private List<String> nameWords(Nominal nominal) {
    List<String> words = new ArrayList<>();
    for (int i = nominal.nameStart(); i < nominal.nameEnd(); i++) {
      String key = Word.key(tokens.get(i).text());
      if (Character.isLetter(key.codePointAt(0))
          && !key.equals("jr")
          && !key.equals("sr")
          && !(key.length() == 1 && i > nominal.nameStart())) {
        int last = words.size() - 1;
        if (last >= 0 && isDoubled(i)) {
          words.set(last, words.get(last) + "-" + key);
        } else {
          words.add(key);
        }
      }
    }
    return words.isEmpty() ? List.of(tokens.get(nominal.nameStart()).lower()) : words;
  }

  /** Whether a hyphen ties a token to the one before it: "Weber-Costa", but not "Al-Masri". */
  private boolean isDoubled(int token) {
    return tokens.get(token - 1).text().equals("-")
        && tokens.get(token - 2).text().length() > 2
        && Character.isUpperCase(tokens.get(token - 2).text().codePointAt(0))
        && Character.isUpperCase(tokens.get(token).text().codePointAt(0));
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  private Figure person(Nominal nominal) {
    List<String> words = nameWords(nominal);
    Figure known = words.size() == 1 ? bare(words.get(0), nominal) : full(words, nominal);
    if (known != null) {
      learn(known, nominal, words);
      return known;
    }
    Figure figure = create(Actor.Kind.PERSON, nominal, false);
    learn(figure, nominal, words);
    return figure;
  }

  private void learn(Figure figure, Nominal nominal, List<String> words) {
    describe(figure, nominal);
    if (words.size() > figure.nameWords.size()) {
      for (String part : List.of(words.get(0), last(words))) {
        List<Figure> bearers = bySurname.computeIfAbsent(part, k -> new ArrayList<>());
        if (!bearers.contains(figure)) {
          bearers.add(figure);
        }
      }
      figure.nameWords = words;
      figure.name = analysis.range(nominal.nameStart(), nominal.nameEnd()).of(analysis.text());
    }
    if (words.size() == 1) {
      lastBare.put(words.get(0), figure);
    }
    if (nominal.entry() != null && nominal.entry().person() != null) {
      figure.person = nominal.entry().person();
      figure.offices.addAll(titles(figure.person));
    }
  }

  /** Last words of the titles that the lexicon gives someone. */
  private static Set<String> titles(Person person) {
    Set<String> titles = new java.util.LinkedHashSet<>();
    for (Person.Role role : person.roles()) {
      String title = role.title();
      titles.add(Word.key(title.substring(title.lastIndexOf(' ') + 1)));
    }
    return titles;
  }

  /**
   * A surname (or first name) alone: whom it last meant, else who bears it, most often named first.
   */
  private @Nullable Figure bare(String word, Nominal nominal) {
    Figure last = lastBare.get(word);
    if (last != null && last.mayBe(nominal.gender()) && agrees(last, nominal)) {
      return last;
    }
    Figure best = null;
    for (Figure figure : bySurname.getOrDefault(word, List.of())) {
      boolean fits = figure.mayBe(honorific(nominal)) && agrees(figure, nominal);
      boolean surname = fits && last(figure.nameWords).equals(word);
      if (fits && (best == null || surname && weight(figure) > weight(best))) {
        best = figure;
      }
    }
    return best;
  }

  private int weight(Figure figure) {
    List<Nominal> named = fullNames.getOrDefault(last(figure.nameWords), List.of());
    int same = 0;
    for (Nominal nominal : named) {
      same += nameWords(nominal).get(0).equals(figure.nameWords.get(0)) ? 1 : 0;
    }
    return same + figure.mentions.size();
  }

  /** Gender by "Mr." and the like only: a bare surname that is also a first name tells none. */
  private char honorific(Nominal nominal) {
    return nominal.start() < nominal.nameStart() ? nominal.gender() : FirstNames.UNKNOWN;
  }

  /** Whether a title's country does not speak against someone. */
  private static boolean agrees(Figure figure, Nominal nominal) {
    String country = nominal.role() == null ? null : nominal.code().country();
    return country == null || figure.country == null || country.equals(figure.country);
  }

  private @Nullable Figure full(List<String> words, Nominal nominal) {
    Person person = nominal.entry() == null ? null : nominal.entry().person();
    for (Figure figure : bySurname.getOrDefault(last(words), List.of())) {
      if (figure.nameWords.size() > 1
          ? sameName(figure, words, person)
          : waits(figure, words, nominal)) {
        return figure;
      }
    }
    return null;
  }

  private static boolean sameName(Figure figure, List<String> words, @Nullable Person person) {
    if (person != null && figure.person != null) {
      return person == figure.person;
    }
    String first = figure.nameWords.get(0);
    String other = words.get(0);
    boolean initial = first.length() == 1 || other.length() == 1;
    return last(figure.nameWords).equals(last(words))
        && (first.equals(other)
            || initial && first.charAt(0) == other.charAt(0)
            || first.length() > 2
                && other.length() > 2
                && (first.startsWith(other) || other.startsWith(first)));
  }

  /** Whether a figure known by surname alone is the one most often named in full. */
  private boolean waits(Figure figure, List<String> words, Nominal nominal) {
    if (!last(figure.nameWords).equals(last(words)) || !figure.mayBe(nominal.gender())) {
      return false;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Nominal named : fullNames.getOrDefault(last(words), List.of())) {
      counts.merge(nameWords(named).get(0), 1, Integer::sum);
    }
    int own = counts.getOrDefault(words.get(0), 0);
    return counts.values().stream().allMatch(count -> count <= own);
  }

  // ------------------------------------------------------------------ bodies and places

  private Figure body(Nominal nominal) {
    Entry entry = nominal.entry();
    @Nullable Entry listed = entry != null && entry.sort() != Entry.Sort.ROLE ? entry : null;
    String spelled = String.join(" ", nameWords(nominal));
    String key = "body " + (listed != null ? listed.name() : spelled);
    Figure known = byKey.get(key);
    if (known == null && listed == null) {
      known = byKey.get("initials " + spelled);
    }
    if (known != null) {
      byKey.putIfAbsent(key, known);
      lengthen(known, nominal);
      return known;
    }
    Figure figure = create(kindOf(nominal), nominal, false);
    figure.nameWords = nameWords(nominal);
    byKey.put(key, figure);
    byKey.putIfAbsent("initials " + initials(nominal), figure);
    return figure;
  }

  private static Actor.Kind kindOf(Nominal nominal) {
    if (nominal.entry() != null && nominal.entry().what() != null) {
      return nominal.entry().what();
    }
    List<String> sectors = nominal.code().sectors();
    boolean armed = sectors.contains("MIL") || sectors.contains("REB");
    return armed ? Actor.Kind.ARMED_FORCE : Actor.Kind.ORGANISATION;
  }

  private void lengthen(Figure figure, Nominal nominal) {
    String name = textOf(nominal.nameStart(), nominal.nameEnd());
    if (name.length() > figure.name.length() && nominal.sort() == Nominal.Sort.BODY) {
      figure.name = name;
    }
  }

  private String initials(Nominal nominal) {
    StringBuilder initials = new StringBuilder();
    for (int i = nominal.nameStart(); i < nominal.nameEnd(); i++) {
      int first = tokens.get(i).text().codePointAt(0);
      if (Character.isUpperCase(first)) {
        initials.appendCodePoint(Character.toLowerCase(first));
      }
    }
    return initials.length() < 2 ? "-" : initials.toString();
  }

  private Figure place(Nominal nominal) {
    Entry entry = nominal.entry();
    String name = entry == null ? textOf(nominal.start(), nominal.end()) : entry.name();
    return keyed("place " + name, nominal, Actor.Kind.PLACE, false);
  }

  private Figure government(Nominal nominal, Actor.Kind kind) {
    Figure figure = keyed("government " + nominal.code().country(), nominal, kind, false);
    if (kind == Actor.Kind.GOVERNMENT && figure.kind == Actor.Kind.PLACE) {
      figure.kind = kind;
      figure.name = textOf(nominal.start(), nominal.end());
    }
    return figure;
  }

  // ------------------------------------------------------------------ descriptions

  private @Nullable Figure description(Nominal nominal) {
    Entry entry = nominal.entry();
    if (entry == null || !matters(nominal, entry)) {
      return null;
    }
    if (GOVERNMENTS.contains(entry.name()) && nominal.code().country() != null) {
      return government(nominal, Actor.Kind.GOVERNMENT);
    }
    Actor.Kind kind = entry.what() == null ? Actor.Kind.GROUP : entry.what();
    boolean onePerson = kind == Actor.Kind.PERSON;
    Figure known = onePerson && !nominal.definite() ? null : earlier(nominal, entry, onePerson);
    if (known != null) {
      describe(known, nominal);
      return known;
    }
    return create(kind, nominal, nominal.plural());
  }

  private boolean matters(Nominal nominal, Entry entry) {
    if (isSource(nominal)) {
      return true;
    }
    if (SILENT.contains(entry.name())) {
      return false;
    }
    if (!ANYONE.contains(entry.name())) {
      return true;
    }
    boolean subject = tokens.get(nominal.head()).relation().startsWith("nsubj");
    boolean told = nominal.code().country() != null || nominal.end() - nominal.start() > 2;
    return subject && told;
  }

  private boolean isSource(Nominal nominal) {
    return speech.sourceAt(nominal.head()) != Speech.NONE;
  }

  private @Nullable Figure earlier(Nominal nominal, Entry entry, boolean onePerson) {
    Figure best = null;
    int most = -1;
    for (int i = mentions.size() - 1; i >= Math.max(0, mentions.size() - REACH); i--) {
      Figure figure = mentions.get(i).figure();
      int fit = onePerson ? personFit(figure, nominal, entry) : bodyFit(figure, nominal, entry);
      if (fit > most) {
        best = figure;
        most = fit;
      }
    }
    return best;
  }

  private static boolean sameCountry(Figure figure, Nominal nominal) {
    String country = nominal.code().country();
    return country == null || figure.country == null || country.equals(figure.country);
  }

  /** How many words of a description someone has been called by; -1 when it can't be them. */
  private int personFit(Figure figure, Nominal nominal, Entry entry) {
    if (!figure.isPerson() || !figure.mayBe(nominal.gender()) || !sameCountry(figure, nominal)) {
      return -1;
    }
    String name = entry.name();
    String word = Word.key(name.substring(name.lastIndexOf(' ') + 1));
    if (figure.offices.stream().noneMatch(title -> Offices.fits(word, title))) {
      return -1;
    }
    int fit = figure.offices.contains(word) ? 1 : 0;
    for (int i = nominal.start(); i < nominal.end(); i++) {
      String key = Word.key(tokens.get(i).text());
      boolean called = figure.epithets.contains(key);
      if (PARTIES.contains(key)
          && !called
          && figure.epithets.stream().anyMatch(PARTIES::contains)) {
        return -1;
      }
      fit += called ? 1 : 0;
    }
    return fit;
  }

  private int bodyFit(Figure figure, Nominal nominal, Entry entry) {
    if (figure.isPerson() || !sameCountry(figure, nominal)) {
      return -1;
    }
    if (figure.offices.contains(Word.key(entry.name().substring(entry.name().lastIndexOf(' ') + 1)))
        && figure.plural == nominal.plural()
        && figure.kind == (entry.what() == null ? Actor.Kind.GROUP : entry.what())) {
      return 2;
    }
    boolean bodily =
        figure.kind == Actor.Kind.ORGANISATION || figure.kind == Actor.Kind.ARMED_FORCE;
    boolean points = nominal.definite() && !nominal.plural() && figure.isNamed() && bodily;
    if (points && last(figure.nameWords).equals(Word.key(entry.name()))) {
      return 3;
    }
    boolean short_ = nominal.end() - nominal.start() == 2;
    boolean sameSector =
        !entry.sectors().isEmpty() && figure.sectors.contains(entry.sectors().get(0));
    return points && short_ && sameSector ? 1 : -1;
  }

  // ------------------------------------------------------------------ sources that nothing named

  /** An actor for a source that no phrase above covers: its words as they stand. */
  Figure unnamed(int start, int end, ActorCode code) {
    String key = "source " + textOf(start, end).toLowerCase(java.util.Locale.ROOT);
    Figure figure = byKey.get(key);
    boolean indefinite = Set.of("a", "an", "one", "another").contains(tokens.get(start).lower());
    if (figure == null || indefinite) {
      figure = new Figure(plausibleKind(end));
      figures.add(figure);
      figure.name = textOf(start, end);
      figure.learn(code, null);
      byKey.put(key, figure);
    }
    mentions.add(figure.add(start, end, end - 1, Form.DESCRIPTION));
    return figure;
  }

  private Actor.Kind plausibleKind(int end) {
    Token last = tokens.get(end - 1);
    boolean several =
        last.pos().equals("NNS") || last.pos().isEmpty() && last.lower().endsWith("s");
    return several ? Actor.Kind.GROUP : Actor.Kind.ORGANISATION;
  }
}
