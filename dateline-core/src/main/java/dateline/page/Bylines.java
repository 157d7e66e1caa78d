package dateline.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes clean names of printed bylines: prefixes, job titles, addresses and dates off, several
 * names apart. Fewer names beat wrong ones.
 */
final class Bylines {

  private static final int LONGEST = 300;

  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:this (?:post|article|story|piece) was )?(?:(?:guest )?(?:blog )?(?:post|beitrag) )?(?:written|words|story|text|report|reported|reporting|posted|published|created|submitted|compiled|edited|analysis|comment|interview|opinion|review|article|photos?|video)(?:\\s(?:and|&)\\s(?:photos?|video|edited|illustrat\\p{L}+|photographs))?\\s(?:by|:)|(?:(?:ein|eine) )?(?:interview|kommentar|gastkommentar|gastbeitrag|analyse|essay|kolumne|reportage|rezension|kritik|protokoll|pressemitteilung) von|(?:erstellt|artikel|veröffentlicht|geschrieben|verfasst|eingestellt|gepostet|(?:blog[ -]?)?(?:gast)?beitrag|text) von|(?:publié|rédigé|écrit|posté) par|(?:escrito|publicado|redactado|texto) por|(?:scritto|pubblicato|a cura) d[ai]|geschreven door|skrivet av|by|von|vom|par|por|de|di|da|door|av|af|tekst|text|texte|texto|autor(?:in|en|es|a)?|auteur|author(?:\\(s\\)|s)?|auteurs|reporters?|interview|redaktion(?=\\s?:)|quelle(?=\\s?:)|(?:all |more )?(?:posts|articles|stories) by|more from|(?:alles|mehr|im wortlaut|artikel|alle (?:beiträge|artikel)) von|ein beitrag von|ein gastbeitrag von|eine analyse von|ein kommentar von|propos recueillis par|автор|yazan)(?:\\s?[:|]\\s?|\\s)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "ByAna Reis": two elements side by side. */
  private static final Pattern GLUED =
      Pattern.compile("^(?:By|BY|Von|Par|Por)(?=\\p{Lu}\\p{Ll}+\\s)");

  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s?[;•·/]\\s?|\\s?,\\s(?:and\\s|und\\s|et\\s|y\\s)?|,(?=\\p{Lu})|\\s(?:and|und|et|y|e|en|og|och|&|и|ve|with|mit|avec|con)\\s|\\s?&\\s?|\\s\\+\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CUT =
      Pattern.compile(
          "\\s?(?:[|(\\[<]|\\s[-–—]\\s|\\s(?:in|at|for|from|of|auf|für|aus|à|en|is|reports|has|was)\\s(?:the\\s)?|@|https?:|\\bwww\\.|\\d).*$",
          Pattern.DOTALL);

  private static final Pattern EMAIL = Pattern.compile("\\S{1,80}@\\S{1,80}");
  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}\\p{M}][\\p{L}\\p{M}.'’`´-]*(?:\\s[\\p{L}\\p{M}][\\p{L}\\p{M}.'’`´\"“”-]*){0,5}");

  /** What may follow a name: a date's words, a preposition, a button. */
  private static final Pattern TRAILING =
      Pattern.compile(
          "(?:[\\s,–-]+(?:on|am|le|el|il|at|um|vom|den|"
              + DateWords.INSTANCE.alternatives()
              + "|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sponsored|follow|folgen|twitter|facebook))+\\.?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> NOT_NAMES =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "editors",
          "editorial",
          "editorial team",
          "editorial staff",
          "staff",
          "staff writer",
          "staff writers",
          "staff reporter",
          "staff reporters",
          "reporter",
          "reporters",
          "newsroom",
          "news desk",
          "newsdesk",
          "web desk",
          "webdesk",
          "desk",
          "redaktion",
          "redaktor",
          "rédaction",
          "la rédaction",
          "redacción",
          "redazione",
          "redactie",
          "guest",
          "guest author",
          "guest contributor",
          "contributor",
          "anonymous",
          "unknown",
          "author",
          "web team",
          "online",
          "user",
          "webmaster",
          "root",
          "superuser",
          "none",
          "null",
          "correspondent",
          "special correspondent",
          "our correspondent",
          "journalist",
          "columnist",
          "writer",
          "senior writer",
          "freelance",
          "freelancer",
          "team",
          "the team",
          "press release",
          "agencies",
          "agency",
          "home",
          "news",
          "share",
          "follow",
          "comments",
          "email",
          "twitter",
          "facebook",
          "more",
          "published",
          "updated",
          "photo",
          "read more",
          "chief",
          "posted",
          "by",
          "written by",
          "posted by",
          "published by",
          "von",
          "par",
          "por",
          "view comments",
          "beitrag",
          "im wortlaut",
          "gesponserte inhalte",
          "sponsored content",
          "advertisement",
          "anzeige",
          "history",
          "articles",
          "posts",
          "website",
          "blog",
          "follow us",
          "alle beiträge",
          "all posts",
          "view all posts",
          "read full bio",
          "about the author",
          "über den autor",
          "autor",
          "autorin",
          "autoren",
          "authors",
          "auteur",
          "kommentare",
          "teilen",
          "drucken",
          "print",
          "save",
          "subscribe",
          "menu",
          "search",
          "login",
          "sign in",
          "fact checked",
          "fact-checked",
          "reviewed",
          "medically reviewed",
          "zur artikelübersicht",
          "afficher mon profil complet",
          "view my complete profile",
          "mein profil vollständig anzeigen",
          "ver todo mi perfil");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "di", "du", "van", "von", "der", "den", "la", "le", "el", "al", "bin",
          "ibn", "y", "e", "dos", "del", "ter", "ten", "zu", "af", "av", "mc", "st", "della", "des",
          "dela", "ben", "abu", "the", "of");

  private static final Pattern DEGREE_FIRST =
      Pattern.compile(
          "^(?:M\\.[AS]c?\\.?|B\\.[AS]c?\\.?|Ph\\.?D|MBA|FAND|FACLM|VTS|MS|RD|CFP)(?:\\s|$)");

  /** Degrees and licences after a name ("RN", "Ph.D.", "MBA"). */
  private static final Pattern DEGREES =
      Pattern.compile(
          "(?:(?:^|,?\\s)(?:M\\.?\\s?D|D\\.?O|Ph\\.?\\s?D|R\\.?N|R\\.?D|RDN|LDN|BSN|MSN|MBA|MPH|MPA|M\\.?Sc|B\\.?Sc|M\\.?A|B\\.?A|M\\.?S|B\\.?S|J\\.?D|LL\\.?M|Esq|CPA|CFA|CFP|DVM|VMD|DACVB|LVT|DDS|DMD|PharmD|PsyD|FACLM|CPT|CSCS|LCSW|LMFT|PE|PMP|Ed\\.?D)\\.?)+$");

  private static final Phrases LINES = Phrases.load("page/scrape-lines.tsv");

  private Bylines() {}

  /**
   * The names in a printed byline or a metadata value.
   *
   * @param outlet the publication's name, which is no author; null when unknown
   */
  static List<String> names(String printed, @Nullable String outlet) {
    Set<String> names = new LinkedHashSet<>();
    String text = squash(printed);
    if (text.isEmpty() || text.length() > LONGEST || text.startsWith("http")) {
      return List.of();
    }
    text = EMAIL.matcher(text).replaceAll(" ");
    text = INTERVIEWED.matcher(text).replaceFirst("$1");
    text = withoutPrefix(squash(text));
    for (String part : SPLIT.split(text)) {
      String name = clean(part);
      if (name != null && !isOutlet(name, outlet)) {
        names.add(name);
      }
    }
    if (names.size() > 1) {
      names.removeIf(Agencies::isWire); // "Ana Reis, dpa"
    }
    return withoutPlaces(names);
  }

  /**
   * The names in a value that is said to be the author: user names and bodies count too.
   *
   * @param value of JSON-LD, a meta element or an element that marks an author
   */
  static List<String> stated(String value) {
    Set<String> names = new LinkedHashSet<>();
    String text = squash(value);
    if (text.length() > LONGEST || text.matches("(?i)https?:.*|@.*|\\d*")) {
      return List.of();
    }
    text = withoutPrefix(text);
    for (String part : SPLIT.split(text)) {
      String name = STATED_CUT.matcher(part).replaceFirst("").strip();
      name = DEGREES.matcher(name).replaceFirst("").strip();
      boolean extra = !names.isEmpty() && isJob(name);
      if (name.length() >= 2
          && !extra
          && name.length() <= 60
          && !GENERIC.contains(name.toLowerCase(Locale.ROOT))
          && !ADMIN.matcher(name).matches()) {
        names.add(name);
      }
    }
    return withoutPlaces(names);
  }

  /**
   * "Ana Reis, London, Tom Veal", "Ana Reis, Redaktion": one word after a full name is no author;
   * "NDR" may be.
   */
  private static List<String> withoutPlaces(Set<String> names) {
    List<String> kept = new ArrayList<>(names);
    if (kept.size() > 1 && kept.get(0).indexOf(' ') > 0) {
      kept.removeIf(name -> name.indexOf(' ') < 0 && !ACRONYM.matcher(name).matches());
    }
    return kept;
  }

  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,5}|\\p{Ll}{3}");

  /** "An interview by Ana Reis with Tom Veal": he is asked, she writes. */
  private static final Pattern INTERVIEWED =
      Pattern.compile(
          "^((?:an |ein )?interview (?:by|von) .{3,60}?) (?:with|mit) .*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STATED_CUT =
      Pattern.compile(
          "\\s?(?:[|<(\\[]|\\s[-–—]\\s|https?:|\\S+@|\\s(?:im Gespräch|[Ff]or [Tt]he)\\s?).*$");
  private static final Pattern ADMIN =
      Pattern.compile("(?:wp|wordpress|web|site|blog)?[-_]?admin\\d*", Pattern.CASE_INSENSITIVE);

  private static final Set<String> GENERIC =
      Set.of(
          "admin",
          "administrator",
          "author",
          "unknown",
          "null",
          "none",
          "user",
          "root",
          "webmaster",
          "guest",
          "anonymous",
          "undefined",
          "by",
          "editor");

  /** Whether a body's name can be an author's: a newsroom can, a button can't. */
  static boolean mayBeAuthor(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return NEWSROOMS.contains(key) || !NOT_NAMES.contains(key) && !isJob(name) && !isCalendar(name);
  }

  private static final Set<String> NEWSROOMS =
      Set.of(
          "redaktion",
          "die redaktion",
          "rédaction",
          "la rédaction",
          "redacción",
          "redazione",
          "redactie",
          "editorial team",
          "editorial staff",
          "newsroom",
          "news desk",
          "web desk");

  /** What follows a word such as "By", or the text itself. */
  static String withoutPrefix(String text) {
    String rest = GLUED.matcher(text).replaceFirst("");
    for (int i = 0; i < 2; i++) {
      Matcher prefix = PREFIX.matcher(rest);
      if (!prefix.find()) {
        break;
      }
      rest = rest.substring(prefix.end()).strip();
    }
    return rest;
  }

  /** Whether the line begins with a word that opens a byline and goes on with a capital. */
  static boolean hasPrefix(String line) {
    if (GLUED.matcher(line).find()) {
      return true;
    }
    Matcher prefix = PREFIX.matcher(line);
    if (!prefix.find()) {
      return false;
    }
    String rest = line.substring(prefix.end()).strip();
    return !rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0));
  }

  private static String squash(String text) {
    return text.replaceAll("[\\s\\u00a0\\u200b]+", " ").strip();
  }

  private static @Nullable String clean(String part) {
    if (DEGREE_FIRST.matcher(part.strip()).find()) {
      return null;
    }
    String name = CUT.matcher(withoutPrefix(part.strip())).replaceFirst("").strip();
    name = DEGREES.matcher(TRAILING.matcher(name).replaceFirst("")).replaceFirst("");
    while (!name.isEmpty()
        && ",:;.*-–|".indexOf(name.charAt(name.length() - 1)) >= 0
        && !endsInInitial(name)) {
      name = name.substring(0, name.length() - 1).strip();
    }
    if (name.length() < 2 || name.length() > 60 || !NAME.matcher(name).matches()) {
      return null;
    }
    if (NOT_NAMES.contains(name.toLowerCase(Locale.ROOT)) || isJob(name) || isCalendar(name)) {
      return null;
    }
    return capitalised(name) ? name : null;
  }

  /** A month or a day of the week alone is no name. */
  private static boolean isCalendar(String name) {
    return name.indexOf(' ') < 0
        && (DateWords.INSTANCE.month(name) != null && !FIRST_NAMES.contains(name)
            || TRAILING.matcher(" " + name).matches());
  }

  private static final Set<String> FIRST_NAMES = Set.of("April", "May", "June", "August", "Jan");

  private static boolean endsInInitial(String name) {
    return name.matches(".*(?:\\b\\p{Lu}|\\b[JS]r)\\.");
  }

  private static boolean capitalised(String name) {
    for (String word : name.split(" ")) {
      int first = word.codePointAt(0);
      if (Character.isLowerCase(first)
          && !PARTICLES.contains(word.toLowerCase(Locale.ROOT))
          && word.length() > 3) {
        return false;
      }
    }
    return !Character.isLowerCase(name.codePointAt(0))
        || name.indexOf(' ') < 0
        || PARTICLES.contains(name.substring(0, name.indexOf(' ')));
  }

  /** Whether the words end in a job title ("Environment correspondent", "staff writer"). */
  static boolean isJob(String text) {
    String key = Phrases.key(text);
    if (LINES.has("job", key)) {
      return true;
    }
    int blank = key.lastIndexOf(' ');
    int of = key.indexOf(" of ");
    return blank > 0 && LINES.has("job", key.substring(blank + 1))
        || of > 0 && isJob(key.substring(0, of));
  }

  private static boolean isOutlet(String name, @Nullable String outlet) {
    return outlet != null
        && (name.equalsIgnoreCase(outlet) || Phrases.key(outlet).equals(Phrases.key(name)));
  }
}
