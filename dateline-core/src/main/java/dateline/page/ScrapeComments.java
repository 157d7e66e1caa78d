package dateline.page;

import dateline.model.Comment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments of a plain-text scrape: the lines after the comments' heading.
 *
 * <p>A comment begins where a stamp stands: on its own line below a name (which may be doubled), or
 * on one line with it. Its text goes on to the next one's first line; buttons are left out. Without
 * stamps, buttons divide the comments.
 */
final class ScrapeComments {

  private static final Pattern COUNT =
      Pattern.compile(
          "^[(\\[]?\\s?(\\d{1,6}|no|one|keine?|aucun|sin|nessun)\\s?[)\\]]?\\s|\\s?[(\\[]\\s?\\d{1,6}\\s?[)\\]]$|\\s?[:·|-]?\\s\\d{1,6}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THOUGHTS =
      Pattern.compile(
          "\\d{1,5} (?:thoughts?|responses?|replies|comments?) (?:on|to) .*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_REPLY =
      Pattern.compile(
          "^[>↳→@\\s]{0,3}(?:in reply to|replying to|reply to|replied to|in response to|antwort an|antwort auf|als antwort auf|en réponse à|réponse à|en respuesta a|respuesta a|in risposta a|in antwoord op|em resposta a)\\s?:?\\s@?(?<to>.{1,60})$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern QUOTED_NAME =
      Pattern.compile(
          "^[>»›↳→]{1,3}\\s?@?(?<to>[^>]{1,60}?)(?:\\s(?:wrote|said|says|schrieb|a écrit|escribió)\\s?:?|:)?$");
  private static final Pattern NAME_TO_NAME =
      Pattern.compile("^(?<from>.{1,40}?)\\s?(?:▸|▶|→|»|›|>|↪)\\s?@?(?<to>.{1,40})$");
  private static final Pattern SAYS =
      Pattern.compile(
          "\\s?(?:\\b(?:says|said|wrote|writes|commented|schrieb|sagt|meint|schreibt|a écrit|dit|dice|escribió|dijo|ha scritto|scrive|zegt|says on|wrote on|posted on|am|on|le|el|at)\\b\\s?)?[:,|·•–—-]*\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern POSTED_BY =
      Pattern.compile(
          "^(?:posted by|by|von|par|por|comment by|kommentar von|#?\\d{1,4}[.)]?|from)\\s?:?\\s",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BUTTON_SEPARATOR =
      Pattern.compile(
          "\\s*[|·•/]\\s*|\\s{2,}|\\s*[(\\[][\\d.,kK+]{1,7}[)\\]]\\s*|\\s*\\d[\\d.,]*\\s*|\\s?[👍👎▲▼♥❤⬆⬇+-]\\s?");

  private final Phrases phrases;
  private final DayOrder order;
  private final @Nullable LocalDate published;

  ScrapeComments(Phrases phrases, DayOrder order, @Nullable LocalDate published) {
    this.phrases = phrases;
    this.order = order;
    this.published = published;
  }

  /** Whether the line is a heading of comments ("3 Comments", "Kommentare (2)"). */
  static boolean isHeading(Phrases phrases, String line) {
    if (line.length() > 120) {
      return false;
    }
    if (isThoughts(line)) {
      return true;
    }
    return line.length() <= 50
        && phrases.has("comments", Phrases.key(COUNT.matcher(line.strip()).replaceFirst("")));
  }

  /** Whether the heading itself states a number of comments. */
  static boolean isCounted(String heading) {
    return COUNT.matcher(heading.strip()).find() || isThoughts(heading);
  }

  private static boolean isThoughts(String line) {
    return !line.isEmpty() && Character.isDigit(line.charAt(0)) && THOUGHTS.matcher(line).matches();
  }

  /** Whether nothing that follows the line is a comment ("Leave a reply"). */
  static boolean isEnd(Phrases phrases, String line) {
    return line.length() < 160 && phrases.startsWith("comments-end", Phrases.key(line));
  }

  /**
   * @param lines non-blank lines after the heading, stripped; {@code null} for a blank line
   */
  List<Comment> read(List<@Nullable String> lines) {
    List<String> kept = new ArrayList<>();
    for (String line : lines) {
      if (line != null && isEnd(phrases, line)) {
        break;
      }
      if (line != null) {
        kept.add(line);
      }
    }
    List<Head> heads = heads(kept);
    return heads.isEmpty() ? byButtons(kept) : byHeads(kept, heads);
  }

  /** First line, last line + 1, and what the lines at the top of a comment say. */
  private record Head(
      int start, int end, @Nullable String author, String posted, @Nullable String to) {}

  private List<Head> heads(List<String> lines) {
    List<Head> heads = new ArrayList<>();
    int floor = 0;
    for (int i = 0; i < lines.size() && heads.size() < HtmlComments.MOST_COMMENTS; i++) {
      Head head = head(lines, i, floor);
      if (head != null) {
        heads.add(head);
        floor = head.end();
      }
    }
    return heads;
  }

  private @Nullable Head head(List<String> lines, int at, int floor) {
    String line = lines.get(at);
    if (line.length() > 120) {
      return null;
    }
    Stamp stamp = stamp(line);
    if (stamp == null) {
      return null;
    }
    int start = at;
    int end = at + 1;
    String author = stamp.name();
    String target = null;
    if (author == null) {
      if (at == floor || !isNameLine(lines.get(at - 1))) {
        return null;
      }
      start = at - 1;
      author = lines.get(start);
      target = start > floor ? replyTarget(author, true) : null;
      if (target != null) {
        start--;
        author = lines.get(start);
      }
      if (start > floor && sameName(lines.get(start - 1), author)) {
        start--;
      }
    } else if (start > floor && sameName(lines.get(start - 1), author)) {
      start--;
    }
    author = SAYS.matcher(POSTED_BY.matcher(author).replaceFirst("")).replaceFirst("").strip();
    String to = target;
    Matcher pair = NAME_TO_NAME.matcher(author);
    if (pair.matches()) {
      author = pair.group("from").strip();
      to = pair.group("to").strip();
    }
    String before = start > floor ? replyTarget(lines.get(start - 1), false) : null;
    if (before != null) {
      to = before;
      start--;
    } else if (end < lines.size()) {
      String after = replyTarget(lines.get(end), true);
      if (after != null) {
        to = after;
        end++;
      }
    }
    return new Head(start, end, author.isEmpty() ? null : author, stamp.posted(), to);
  }

  private static boolean sameName(String line, String author) {
    return Phrases.key(line).equals(Phrases.key(author));
  }

  private @Nullable String replyTarget(String line, boolean belowHead) {
    Matcher m = IN_REPLY.matcher(line);
    if (m.matches()) {
      return m.group("to").strip();
    }
    Matcher quoted = QUOTED_NAME.matcher(line);
    return belowHead || line.startsWith(">")
        ? quoted.matches() && isNameLine(quoted.group("to")) ? quoted.group("to").strip() : null
        : null;
  }

  private boolean isNameLine(String line) {
    return line.length() <= 60 && !isButtons(line) && !SENTENCE.matcher(line).matches()
        || INITIALS.matcher(line).matches();
  }

  private static final Pattern SENTENCE = Pattern.compile(".*[.!?…]\\s*$|.*[:;]\\s\\S.*");
  private static final Pattern INITIALS =
      Pattern.compile("\\S{1,60}( \\p{Lu}\\.){1,10}|\\p{Lu}[\\p{L}.]{0,20} \\p{Lu}\\.");

  private record Stamp(@Nullable String name, String posted) {}

  private @Nullable Stamp stamp(String line) {
    String text = line.strip();
    if (Dates.isRelative(text)) {
      return new Stamp(null, text);
    }
    for (String separator : List.of(" | ", " · ", " • ", " – ", " — ", " - ", ", ", "  ", " (")) {
      int cut = text.lastIndexOf(separator);
      if (cut > 0) {
        String tail = text.substring(cut + separator.length()).strip();
        tail =
            separator.equals(" (") && tail.endsWith(")")
                ? tail.substring(0, tail.length() - 1)
                : tail;
        if (Dates.isRelative(tail) && isNameLine(text.substring(0, cut))) {
          return new Stamp(text.substring(0, cut).strip(), tail);
        }
      }
    }
    PrintedDate date = Dates.first(text);
    if (date == null) {
      return null;
    }
    return absolute(text, date);
  }

  private @Nullable Stamp absolute(String text, PrintedDate date) {
    String before = text.substring(0, date.range().start());
    String after = Phrases.key(text.substring(date.range().end()));
    LocalDate day = order.day(date, published);
    if (day == null || after.length() > 12 && !isButtons(after)) {
      return null;
    }
    String name = POSTED_BY.matcher(stripDateWords(before)).replaceFirst("");
    if (name.isEmpty()) {
      return new Stamp(null, PrintedDate.iso(day, date.time()));
    }
    boolean marked = !name.equals(before.strip()) || before.length() > name.length() + 1;
    if (name.length() > 50 || !isNameLine(name) || !marked && !before.endsWith(" ")) {
      return null;
    }
    return name.split(" ").length > 5 ? null : new Stamp(name, PrintedDate.iso(day, date.time()));
  }

  private static final Pattern WEEKDAY_OR_LABEL =
      Pattern.compile(
          "(?:^|(?<=[\\s,|·•(–—-]))(?:posted|on|at|am|le|el|il|den|published|date|datum|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern TAIL = Pattern.compile("[\\s|·•,(–—:-]+$");

  private static String stripDateWords(String before) {
    String name = before.strip();
    for (int i = 0; i < 3; i++) {
      String shorter = WEEKDAY_OR_LABEL.matcher(name).replaceFirst("").strip();
      shorter = TAIL.matcher(shorter).replaceFirst("");
      if (shorter.equals(name)) {
        break;
      }
      name = shorter;
    }
    return name;
  }

  /** Whether the line holds nothing but buttons, counts and separators. */
  boolean isButtons(String line) {
    if (line.length() > 100) {
      return false;
    }
    boolean any = false;
    for (String part : BUTTON_SEPARATOR.split(line.strip())) {
      String key = Phrases.key(part);
      if (!key.isEmpty()) {
        if (!allButtons(key)) {
          return false;
        }
        any = true;
      }
    }
    return any || COUNTS.matcher(line).matches();
  }

  private static final Pattern COUNTS = Pattern.compile("[\\d\\s|·+()👍👎▲▼♥❤,.-]{1,20}");

  private boolean allButtons(String key) {
    if (phrases.has("comment-button", key)) {
      return true;
    }
    for (String word : key.split(" ")) {
      if (!phrases.has("comment-button", word)) {
        return false;
      }
    }
    return true;
  }

  private List<Comment> byHeads(List<String> lines, List<Head> heads) {
    List<Comment> comments = new ArrayList<>();
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      int end = i + 1 < heads.size() ? heads.get(i + 1).start() : lines.size();
      String text = text(lines, head.end(), end);
      if (!text.isEmpty()) {
        Integer parent = head.to() == null ? null : last.get(Phrases.key(head.to()));
        if (head.author() != null) {
          last.put(Phrases.key(head.author()), comments.size());
        }
        comments.add(new Comment(head.author(), head.posted(), text, parent));
      }
    }
    return comments;
  }

  private String text(List<String> lines, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      String line = lines.get(i);
      if (phrases.has("related", Phrases.key(line))) {
        break;
      }
      if (!isButtons(line)) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    return text.toString();
  }

  /** Comments without stamps: a name, the text, a line of buttons. */
  private List<Comment> byButtons(List<String> lines) {
    List<Comment> comments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isButtons(lines.get(i))) {
        if (i - start >= 2 && isNameLine(lines.get(start))) {
          String author = SAYS.matcher(lines.get(start)).replaceFirst("").strip();
          int from = start + 1;
          if (i - start >= 3 && sameName(lines.get(from), author)) {
            from++;
          }
          comments.add(new Comment(author, null, text(lines, from, i), null));
        }
        start = i + 1;
      }
    }
    return comments;
  }
}
