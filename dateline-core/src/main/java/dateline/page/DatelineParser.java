package dateline.page;

import dateline.data.Resource;
import dateline.text.CharRange;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the opening words of a report: where, when and for whom it was filed, in the forms of the
 * wire services.
 *
 * <p>{@code BEIRUT, LEBANON (2:40 P.M.) –}, {@code GENEVA, March 14 (Reuters) -}, {@code Berlin
 * (dpa) -}, {@code Madrid, 4 mar (EFE).-}, {@code TUNIS:}, {@code MOSCOW, November 17. /TASS/.},
 * {@code NEW YORK (AP) —}. A line counts as a dateline only when it is closed by one of these marks
 * and its place is in capitals, is a known filing city, or comes with an agency, a date or a time.
 */
final class DatelineParser {

  /** A dateline ends within so many characters: the longest seen in print has about 90. */
  private static final int LONGEST = 120;

  private static final Pattern CLOSE =
      Pattern.compile(
          "\\)\\s?\\.\\s?[-–—]+\\s?|\\)\\s?[-–—:.]+\\s?(?=\\S)|\\s[-–—]{1,2}\\s|[-–—]{1,2}\\s|[—–](?=[\\p{Lu}\"“])|:\\s|\\.?\\s?/\\s?[\\p{Lu}][\\p{L}.\\s-]{1,20}/\\.?\\s?(?:[-–—]\\s)?");
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]{1,60})\\)");
  private static final Pattern IN_SLASHES =
      Pattern.compile("/\\s?([\\p{L}][\\p{L}.\\s-]{1,20}?)\\s?/");
  private static final Pattern PLACE_PART =
      Pattern.compile(
          "[\\p{Lu}][\\p{L}\\p{M}.'’-]*(?:[ /-](?:[\\p{Lu}][\\p{L}\\p{M}.'’-]*|de|del|do|da|la|le|of|the|es|am|an|der|upon|sur|near|al|el)){0,4}");

  /** An unknown agency: one short word in capitals ("UNB"), or one that says so. */
  private static final Pattern AGENCY_LIKE =
      Pattern.compile("\\p{Lu}{2,8}|.{2,30}(?:News Agency|Press|News Service|News|Newswire|Wire)");

  private static final Pattern IN_CAPITALS = Pattern.compile("\\p{Lu}[\\p{Lu}\\s.,'’-]{2,40}");
  private static final Pattern ONE_NAME = Pattern.compile("\\p{Lu}[\\p{L}.&-]{1,20}");

  private static final Set<String> CITIES = new HashSet<>();

  static {
    for (String[] row : Resource.table("page/dateline-cities.tsv")) {
      CITIES.add(row[0].toLowerCase(Locale.ROOT));
    }
  }

  /**
   * @param range from the start of the place to before the closing mark, in the paragraph
   * @param place the place's words, within {@code range}
   * @param time local time of day
   * @param date with or without a year
   * @param agency as printed
   */
  record Parsed(
      CharRange range,
      CharRange place,
      @Nullable LocalTime time,
      @Nullable PrintedDate date,
      @Nullable String agency) {

    /** ISO day, with a missing year taken from the day of publication; else {@code --MM-DD}. */
    @Nullable String isoDate(@Nullable LocalDate published) {
      if (date == null) {
        return null;
      }
      LocalDate day = published == null ? date.date() : date.nearest(published);
      return day != null
          ? day.toString()
          : String.format(Locale.ROOT, "--%02d-%02d", date.month(), date.day());
    }
  }

  private DatelineParser() {}

  /** The dateline that the paragraph begins with, or null. */
  static @Nullable Parsed parse(String paragraph) {
    String head = paragraph.length() > LONGEST ? paragraph.substring(0, LONGEST) : paragraph;
    Matcher close = CLOSE.matcher(head);
    int from = 0;
    for (int tries = 0; tries < 4 && close.find(from); tries++) {
      Parsed parsed = parse(head, close);
      if (parsed != null) {
        return parsed;
      }
      from = close.start() + 1;
    }
    return null;
  }

  private static @Nullable Parsed parse(String head, Matcher close) {
    String mark = close.group();
    boolean slashed = mark.contains("/");
    int end = close.start();
    if (slashed) {
      end = head.indexOf('/', head.indexOf('/', end) + 1) + 1;
    } else if (mark.startsWith(")")) {
      end++;
    }
    if (end < 3 || close.end() >= head.length()) {
      return null;
    }
    return read(head.substring(0, end), mark.strip().equals(":"), slashed);
  }

  private static @Nullable Parsed read(String line, boolean colon, boolean slashed) {
    LocalTime time = null;
    String agency = null;
    PrintedDate date = null;
    Matcher bracket = (slashed ? IN_SLASHES : IN_PARENTHESES).matcher(line);
    int cut = line.length();
    while (bracket.find()) {
      cut = Math.min(cut, bracket.start());
      String inside = bracket.group(1).strip();
      LocalTime clock = Dates.timeOfDay(inside);
      PrintedDate inDate = clock == null ? Dates.first(inside) : null;
      if (clock != null) {
        time = clock;
      } else if (inDate != null) {
        date = inDate;
      } else if (slashed
          || Agencies.isWire(inside)
          || isAgencyLike(inside)
          || !colon && isFiled(line.substring(0, bracket.start()), inside)) {
        agency = inside;
      } else {
        return null;
      }
    }
    String rest = line.substring(0, cut);
    PrintedDate printed = Dates.first(rest);
    if (printed != null) {
      date = printed;
      time = printed.time() != null ? printed.time() : time;
      rest = rest.substring(0, printed.range().start());
    }
    int placeEnd = trimEnd(rest);
    String place = rest.substring(0, placeEnd);
    if (agency == null && place.contains("/")) {
      int slash = place.lastIndexOf('/');
      if (Agencies.isWire(place.substring(slash + 1))) {
        agency = place.substring(slash + 1).strip();
        placeEnd = trimEnd(place.substring(0, slash));
        place = place.substring(0, placeEnd);
      }
    }
    boolean supported = agency != null || date != null || time != null;
    if (!isPlace(place, supported, colon)) {
      return null;
    }
    return new Parsed(
        new CharRange(0, trimEnd(line)), new CharRange(0, placeEnd), time, date, agency);
  }

  private static boolean isAgencyLike(String inside) {
    return AGENCY_LIKE.matcher(inside).matches();
  }

  /** "GOMA (Kestrel) –": after a place in capitals one word is the agency's name. */
  private static boolean isFiled(String place, String inside) {
    return IN_CAPITALS.matcher(place).matches() && ONE_NAME.matcher(inside).matches();
  }

  private static int trimEnd(String text) {
    int end = text.length();
    while (end > 0
        && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
      end--;
    }
    return end;
  }

  private static boolean isPlace(String place, boolean supported, boolean colon) {
    String[] parts = place.split(",\\s?");
    if (place.length() < 3 || place.length() > 70 || parts.length > 4) {
      return false;
    }
    for (String part : parts) {
      if (!PLACE_PART.matcher(part.strip()).matches()) {
        return false;
      }
    }
    String first = parts[0].strip();
    boolean capitals = first.equals(first.toUpperCase(Locale.ROOT)) && first.length() > 2;
    boolean known = CITIES.contains(first.toLowerCase(Locale.ROOT));
    if (colon && parts.length == 1 && !known) {
      // "UPDATE: ", "VIDEO: ": only a city or an agency makes a colon a dateline.
      return supported;
    }
    return capitals && (known || supported || !LABELS.contains(first)) || known || supported;
  }

  private static final Set<String> LABELS =
      Set.of("UPDATE", "BREAKING", "EXCLUSIVE", "WATCH", "VIDEO", "OPINION", "ANALYSIS", "LIVE");
}
