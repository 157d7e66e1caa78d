package dateline.page;

import dateline.data.Resource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the names that authors give their elements say about them, from {@code
 * page/markup-words.tsv}. Immutable and thread-safe.
 */
final class MarkupWords {

  /** What an element is for. {@code BODY1} is the surest container of an article's body. */
  enum Role {
    BODY1,
    BODY2,
    BODY3,
    BODY4,
    CUT,
    CAPTION,
    COMMENTS,
    STANDFIRST
  }

  /** Words in a row that are looked up together. */
  private static final int LONGEST = 4;

  /** Names of more words are machine-made. */
  private static final int MOST_WORDS = 40;

  /** "has-sidebar" is no sidebar. */
  private static final Set<String> NEGATIONS =
      Set.of("has", "no", "with", "without", "is", "js", "non", "not", "hide", "enable", "show");

  static final Set<Role> NONE = EnumSet.noneOf(Role.class);

  private final Map<String, Role> roles = new HashMap<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> cutNames = new HashSet<>();
  private final Set<String> captionNames = new HashSet<>();
  private final Set<String> kept = new HashSet<>();

  private MarkupWords() {}

  static MarkupWords load() {
    MarkupWords words = new MarkupWords();
    for (String[] row : Resource.table("page/markup-words.tsv")) {
      switch (row[0]) {
        case "cutname" -> words.cutNames.add(row[1]);
        case "captionname" -> words.captionNames.add(row[1]);
        case "keep" -> words.kept.add(row[1]);
        default -> {
          words.roles.put(row[1], Role.valueOf(row[0].toUpperCase(Locale.ROOT)));
          int blank = row[1].indexOf(' ');
          if (blank > 0) {
            words.beginnings.add(row[1].substring(0, blank));
          }
        }
      }
    }
    return words;
  }

  /** The roles that one attribute's value names; class names are told apart by blanks. */
  Set<Role> roles(String value) {
    EnumSet<Role> found = EnumSet.noneOf(Role.class);
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || Character.isWhitespace(value.charAt(i))) {
        if (i > start && i - start < 80) {
          addRoles(words(value.substring(start, i)), found);
        }
        start = i + 1;
      }
    }
    return found.isEmpty() ? NONE : found;
  }

  private void addRoles(String[] words, Set<Role> found) {
    if (words.length > MOST_WORDS) {
      return;
    }
    String whole = String.join(" ", words);
    if (cutNames.contains(whole)) {
      found.add(Role.CUT);
    }
    if (captionNames.contains(whole)) {
      found.add(Role.CAPTION);
    }
    boolean keep = false;
    for (String word : words) {
      keep |= kept.contains(word);
    }
    for (int from = 0; from < words.length; from++) {
      if (from > 0 && NEGATIONS.contains(words[from - 1])
          || from > 1 && NEGATIONS.contains(words[from - 2])) {
        continue;
      }
      String phrase = words[from];
      int longest = beginnings.contains(phrase) ? LONGEST : 1;
      for (int to = from; to < Math.min(words.length, from + longest); to++) {
        phrase = to == from ? phrase : phrase + " " + words[to];
        Role role = roles.get(phrase);
        if (role != null
            && !(keep && role == Role.CUT)
            && (!isBody(role) || from == 0 || to == words.length - 1)) {
          found.add(role);
        }
      }
    }
  }

  static boolean isBody(Role role) {
    return role.ordinal() <= Role.BODY4.ordinal();
  }

  /** The words of a name: cut at anything but letters and at a capital after a small letter. */
  static String[] words(String name) {
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
      boolean capital =
          letter
              && i > start
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if ((!letter || capital) && i > start) {
        words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
      }
      start = letter ? (capital ? i : start) : i + 1;
    }
    return words.toArray(String[]::new);
  }
}
