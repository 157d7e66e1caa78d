package dateline.language;

import dateline.data.Resource;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words and punctuation marks as Universal Dependencies does for English:
 * punctuation stands alone, clitics are split off ("do|n't", "Khan|'s"), hyphened words are split
 * except after a few prefixes ("co-founder"), while abbreviations, numbers, times, addresses and
 * handles stay whole. Linear in the text's length; immutable and thread-safe.
 */
public final class Tokenizer {

  private static final String APOSTROPHES = "'’ʼ";
  private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");
  private static final Set<String> DOMAINS =
      Set.of("com", "org", "net", "gov", "edu", "co", "uk", "ru", "io", "tv", "info", "eu", "az");

  /** Words that are two words written together; all are cut after the third letter. */
  private static final Set<String> JOINED = Set.of("cannot", "gonna", "gotta", "wanna");

  private final Set<String> abbreviations;
  private final Set<String> prefixes;

  private Tokenizer(Set<String> abbreviations, Set<String> prefixes) {
    this.abbreviations = abbreviations;
    this.prefixes = prefixes;
  }

  public static Tokenizer load() {
    Set<String> abbreviations = new HashSet<>();
    for (String[] row : Resource.table("language/abbreviations.tsv")) {
      abbreviations.add(row[0]);
    }
    Set<String> prefixes = new HashSet<>();
    for (String[] row : Resource.table("language/prefixes.tsv")) {
      prefixes.add(row[0]);
    }
    return new Tokenizer(abbreviations, prefixes);
  }

  /** The tokens of one stretch of a text, in order, in UTF-16 units of the text. */
  public List<CharRange> tokenize(String text, CharRange stretch) {
    Scan scan = new Scan(text, stretch.end());
    int at = stretch.start();
    while (at < stretch.end()) {
      int codePoint = text.codePointAt(at);
      if (isBlank(codePoint)) {
        at += Character.charCount(codePoint);
      } else {
        int end = at;
        while (end < stretch.end() && !isBlank(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        scan.chunk(at, Math.min(end, stretch.end()));
        at = end;
      }
    }
    return scan.tokens;
  }

  static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.CONTROL
        || codePoint == '\u200B'
        || codePoint == '\uFEFF';
  }

  /** One pass over one stretch. */
  private final class Scan {

    private final String text;
    private final int limit;
    private final List<CharRange> tokens = new ArrayList<>();

    Scan(String text, int limit) {
      this.text = text;
      this.limit = limit;
    }

    /** Cuts what stands between two blanks. */
    void chunk(int start, int end) {
      int at = start;
      int address = addressEnd(start, end);
      if (address > start) {
        add(start, address);
        at = address;
      }
      while (at < end) {
        at = isWordPart(at, end) ? word(at, end) : mark(at, end);
      }
    }

    /** End of a web address, mail address or handle that starts here; {@code start} when none. */
    private int addressEnd(int start, int end) {
      char first = text.charAt(start);
      if ((first == '@' || first == '#') && isWordPart(start + 1, end)) {
        int at = start + 1;
        while (isWordPart(at, end)) {
          at = next(at);
        }
        return at;
      }
      int sign = indexOf('@', start, end);
      boolean mail = sign > start && indexOf('.', sign, end) > 0 && isWordPart(start, end);
      boolean web =
          text.startsWith("http://", start)
              || text.startsWith("https://", start)
              || text.startsWith("www.", start);
      if (!mail && !web) {
        return start;
      }
      int at = end;
      while (at > start && ".,;:!?)]}>\"'”’".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
      return at;
    }

    private int indexOf(char wanted, int start, int end) {
      int found = text.indexOf(wanted, start);
      return found < end ? found : -1;
    }

    /** Adds the word that starts here, its clitics apart; returns where it ends. */
    private int word(int start, int end) {
      int segment = start; // where the letters since the last joining mark begin
      int at = start;
      boolean acronym = true; // single letters between full stops, so far
      while (at < end) {
        if (isWordPart(at, end)) {
          at = next(at);
        } else if (joins(start, segment, at, end)) {
          acronym &= text.charAt(at) == '.' && at - segment == 1;
          at++;
          segment = at;
        } else {
          break;
        }
      }
      boolean stop =
          at < end && text.charAt(at) == '.' && (at + 1 >= end || text.charAt(at + 1) != '.');
      if (stop && keepsStop(start, segment, at, acronym)) {
        add(start, at + 1);
        return at + 1;
      }
      clitics(start, at);
      return at;
    }

    /** Whether the mark at {@code at} is inside a word. */
    private boolean joins(int start, int segment, int at, int end) {
      if (at + 1 >= end || !isWordPart(at + 1, end)) {
        return false;
      }
      char mark = text.charAt(at);
      char before = text.charAt(at - 1);
      char after = text.charAt(at + 1);
      boolean digits = isDigit(before) && isDigit(after);
      boolean letters = Character.isLetter(before) && Character.isLetter(after);
      return switch (mark) {
        case '.' -> digits || letters && stopJoins(segment, at, end);
        case ',' -> digits && thousands(at + 1, end);
        case ':', '/' -> digits;
        case '&' ->
            at - start <= 3 && Character.isUpperCase(before) && Character.isUpperCase(after);
        case '-', '‑' ->
            at - start <= 7
                && prefixes.contains(text.substring(start, at).toLowerCase(Locale.ROOT));
        default -> letters && APOSTROPHES.indexOf(mark) >= 0;
      };
    }

    /** "U.S", "p.m", "Amazon.com" against "war.The". */
    private boolean stopJoins(int segment, int at, int end) {
      if (at - segment == 1) {
        return true;
      }
      int last = at + 1;
      while (last < end && last - at <= 5 && isWordPart(last, end)) {
        last++;
      }
      return DOMAINS.contains(text.substring(at + 1, last))
          || abbreviations.contains(text.substring(segment, last)); // Ph.D
    }

    private boolean thousands(int at, int end) {
      return at + 3 <= end
          && isDigit(text.charAt(at + 1))
          && isDigit(text.charAt(at + 2))
          && (at + 3 == end || !isDigit(text.charAt(at + 3)));
    }

    /** Whether the full stop at {@code at} belongs to the word before it. */
    private boolean keepsStop(int start, int segment, int at, boolean acronym) {
      if (acronym && segment > start && at - segment == 1) {
        return true; // U.S. p.m.
      }
      if (at - start == 1 && Character.isUpperCase(text.charAt(start))) {
        return text.charAt(start) != 'I' && at + 1 < limit; // an initial
      }
      if (at - start > 8) {
        return false;
      }
      String word = text.substring(start, at);
      return abbreviations.contains(word)
          || word.length() > 3 && isUpper(word) && abbreviations.contains(titleCase(word));
    }

    private boolean isUpper(String word) {
      return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private String titleCase(String word) {
      return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Adds a word, cutting off n't, 's, 're, 've, 'll, 'd, 'm and the second half of "cannot". */
    private void clitics(int start, int end) {
      int cut = cliticStart(start, end);
      if (cut > start) {
        clitics(start, cut);
        add(cut, end);
      } else {
        add(start, end);
      }
    }

    private int cliticStart(int start, int end) {
      for (int length = 1; length <= 2 && end - length - 1 > start; length++) {
        if (APOSTROPHES.indexOf(text.charAt(end - length - 1)) >= 0) {
          String tail = text.substring(end - length, end).toLowerCase(Locale.ROOT);
          if (CLITICS.contains(tail)) {
            return end - length - 1;
          }
          boolean not =
              tail.equals("t")
                  && end - 3 > start
                  && Character.toLowerCase(text.charAt(end - 3)) == 'n';
          return not ? end - 3 : start;
        }
      }
      if (end - start <= 6
          && JOINED.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
        return start + 3;
      }
      return start;
    }

    /** Adds the punctuation mark, symbol or run of the same that starts here; returns its end. */
    private int mark(int start, int end) {
      int at = next(start);
      char first = text.charAt(start);
      if (APOSTROPHES.indexOf(first) >= 0) {
        at = apostropheEnd(start, end);
      } else if (first == '!' || first == '?') {
        while (at < end && (text.charAt(at) == '!' || text.charAt(at) == '?')) {
          at++;
        }
      } else if (".-*_=~`…".indexOf(first) >= 0) {
        while (at < end && text.charAt(at) == first) {
          at++;
        }
      }
      while (at < end && isAttached(text.codePointAt(at))) {
        at = next(at);
      }
      at = Math.min(at, end);
      add(start, at);
      return at;
    }

    /** "’s" after a quotation mark, "'90s", two single marks for a double one; else one mark. */
    private int apostropheEnd(int start, int end) {
      int at = start + 1;
      while (at < end && at - start <= 4 && isWordPart(at, end)) {
        at++;
      }
      String tail = text.substring(start + 1, at).toLowerCase(Locale.ROOT);
      boolean afterWord = start > 0 && !isBlank(text.codePointBefore(start));
      boolean decade =
          tail.length() == 3
              && isDigit(tail.charAt(0))
              && isDigit(tail.charAt(1))
              && tail.charAt(2) == 's';
      if (decade || afterWord && CLITICS.contains(tail)) {
        return at;
      }
      boolean pair = start + 1 < end && text.charAt(start + 1) == text.charAt(start);
      return start + (pair ? 2 : 1);
    }

    private boolean isWordPart(int at, int end) {
      if (at >= end) {
        return false;
      }
      int codePoint = text.codePointAt(at);
      int type = Character.getType(codePoint);
      return Character.isLetterOrDigit(codePoint)
          || type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK
          || type == Character.LETTER_NUMBER
          || type == Character.OTHER_NUMBER
          || codePoint == '_'
          || codePoint == '\u00AD';
    }

    /** Variation selectors, joiners and skin tones of an emoji. */
    private boolean isAttached(int codePoint) {
      int type = Character.getType(codePoint);
      return type == Character.NON_SPACING_MARK
          || type == Character.ENCLOSING_MARK
          || type == Character.FORMAT
          || type == Character.MODIFIER_SYMBOL && codePoint > 0xFFFF;
    }

    private boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private int next(int at) {
      return at + Character.charCount(text.codePointAt(at));
    }

    private void add(int start, int end) {
      tokens.add(new CharRange(start, end));
    }
  }
}
