package dateline.page;

import dateline.text.CharRange;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds printed dates and relative stamps in short strings: metadata, header lines, stamps of
 * comments. Not meant for running text, which the time tagger reads.
 *
 * <p>Known orders: ISO 8601, "17 November 2020", "November 17, 2020", "17. November 2020", "17 de
 * noviembre de 2020", "17/11/2020", "11/17/2020", "17.11.2020", "2020年11月17日", "17-Nov-2020", with
 * a time of day before or after.
 */
final class Dates {

  /** Longer strings are cut: a date's own line is short, and this keeps the cost linear. */
  private static final int LONGEST = 2_000;

  private static final String MONTH = "(?:" + DateWords.INSTANCE.alternatives() + ")";
  private static final String DAY = "(?:[12]\\d|3[01]|0?[1-9])";
  private static final String YEAR = "(?:19[89]\\d|20\\d\\d)";

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d.,:/-])(?:"
              + "(?<y1>"
              + YEAR
              + ")[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})(?!\\d)"
              + "|(?<d2>\\d{1,2})(?<s2>[./-])\\s?(?<m2>\\d{1,2})\\k<s2>\\s?(?<y2>"
              + YEAR
              + "|\\d\\d)(?![\\d%])"
              + "|(?<y3>"
              + YEAR
              + ")\\s?[年년]\\s?(?<m3>\\d{1,2})\\s?[月월]\\s?(?<d3>\\d{1,2})\\s?[日일]"
              + "|(?<y7>20[0-3]\\d)(?<m7>0[1-9]|1[0-2])(?<d7>0[1-9]|[12]\\d|3[01])(?![\\d])"
              + "|(?<y6>"
              + YEAR
              + ")[-. ](?<n6>"
              + MONTH
              + ")\\.?[-. ](?<d6>"
              + DAY
              + ")(?!\\d)"
              + "|(?<d4>"
              + DAY
              + ")(?:st|nd|rd|th|er|º|ª|\\.)?(?:\\s?[-/]\\s?|\\s?(?:de|of|di)\\s|\\s|)(?<n4>"
              + MONTH
              + ")(?![\\p{L}])"
              + "\\.?(?:[\\s,/-]{1,3}(?:del?\\s)?(?<y4>"
              + YEAR
              + ")(?!\\d)|-(?<z4>\\d\\d)(?!\\d))?"
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?<n5>"
              + MONTH
              + ")\\.?[\\s-]{0,2}(?<d5>"
              + DAY
              + ")(?:st|nd|rd|th)?(?![\\d:])"
              + "(?:[\\s,.-]{1,3}(?<y5>"
              + YEAR
              + ")(?!\\d))?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern TIME_AFTER =
      Pattern.compile(
          "\\G(?:\\s|,|[-–—|·•@]|\\ba\\sles|\\bat|\\bum|\\bà|\\ba\\slas|\\bàs|\\balle|\\bore|\\bkl\\.?|\\bo|\\bT(?=\\d)|\\bв|\\bom|\\bas|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day){0,6}"
              + "(?<h>[01]?\\d|2[0-3])(?:[:.](?<m>[0-5]\\d)(?::[0-5]\\d)?|\\s?[hH]\\s?(?<f>[0-5]\\d)?(?![\\p{L}\\d])|(?=\\s?[apAP]\\.?[mM]))"
              + "(?!\\d|[./]\\d)\\s?(?<ap>[apAP]\\.?\\s?[mM]\\b\\.?)?(?:\\s?(?:Uhr|uhr|Uhr\\.|h\\b|GMT|UTC|EST|EDT|CET|CEST|IST|BST|PT|ET))?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TIME_BEFORE =
      Pattern.compile(
          "(?<h>[01]?\\d|2[0-3])[:.h](?<m>[0-5]\\d)(?::[0-5]\\d)?\\s?(?<ap>[apAP]\\.?\\s?[mM]\\b\\.?)?\\s?(?:Uhr|GMT|UTC|EST|EDT|E?ET|IST|BST|CET|CEST|PT|PST|PDT|hrs)?(?:\\s|,|[-–—|·•]|on\\b|le\\b|am\\b){0,5}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s)?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?:about |over |almost |vor |il y a |hace |há |fa |för |for )?(?:\\d{1,3}|an?|one|einer?|einem|une?|una?|um|uma|eine)\\+?\\s?"
              + "(?:s|sec|secs|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?"
              + "|sekunden?|minuten?|stunden?|std|tag(?:e|en)?|wochen?|monat(?:e|en)?|jahr(?:e|en)?"
              + "|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|dias?|semanas?|mes(?:es)?|años?|anos?"
              + "|minut[io]|or[ae]|giorn[oi]|settiman[ae]|uur|uren|dagen|dag|timmar|timer)\\.?"
              + "(?:\\s(?:ago|geleden|atrás|fa|sedan|siden|earlier))?(?:\\s?\\((?:edited|modified)\\)|\\s?(?:edited))?"
              + "|(?:yesterday|today|gestern|heute|hier|aujourd'hui|ayer|hoy|just now|moments ago|a moment ago|gerade eben)(?:(?:,| at| um| à| a las)*\\s\\d{1,2}[:.h]\\d\\d(?:\\s?[ap]\\.?m\\.?)?(?:\\suhr)?)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Dates() {}

  /** The first date in the text, or null. */
  static @Nullable PrintedDate first(String text) {
    List<PrintedDate> all = all(text, 1);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Every date in the text, in order. */
  static List<PrintedDate> all(String text) {
    return all(text, Integer.MAX_VALUE);
  }

  private static List<PrintedDate> all(String whole, int limit) {
    String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    List<PrintedDate> found = new ArrayList<>();
    if (!hasDigit(text)) {
      return found;
    }
    Matcher numberFirst = DATE.matcher(text);
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    int at = 0;
    while (at < text.length() && found.size() < limit) {
      boolean a = numberFirst.find(at);
      boolean b = monthFirst.find(at);
      // "March 3, 2023": the month comes first, unless a full date begins before it or the match
      // that begins with a number takes the month's year too ("3 March 2023").
      boolean useA = a && (!b || numberFirst.start() < monthFirst.start());
      if (!useA && !b) {
        break;
      }
      Matcher matcher = useA ? numberFirst : monthFirst;
      PrintedDate date = useA ? numberFirst(text, matcher) : monthFirst(text, matcher);
      if (date == null) {
        at = matcher.start() + 1;
      } else {
        found.add(date);
        at = Math.max(date.range().end(), matcher.end());
      }
    }
    return found;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The relative stamp that the whole text is ("2 hours ago", "vor 3 Stunden", "5d"), as printed;
   * null when it is none.
   */
  static boolean isRelative(String text) {
    return text.length() <= 40 && RELATIVE.matcher(text.strip()).matches();
  }

  private static @Nullable PrintedDate numberFirst(String text, Matcher m) {
    if (m.group("y1") != null) {
      return dated(text, m, number(m, "y1"), number(m, "m1"), number(m, "d1"), false);
    }
    if (m.group("y3") != null) {
      return dated(text, m, number(m, "y3"), number(m, "m3"), number(m, "d3"), false);
    }
    if (m.group("y7") != null) {
      return dated(text, m, number(m, "y7"), number(m, "m7"), number(m, "d7"), false);
    }
    if (m.group("y6") != null) {
      return dated(text, m, number(m, "y6"), month(m, "n6"), number(m, "d6"), false);
    }
    if (m.group("d4") != null) {
      int year =
          m.group("y4") != null
              ? number(m, "y4")
              : m.group("z4") != null ? 2000 + number(m, "z4") : 0;
      return dated(text, m, year, month(m, "n4"), number(m, "d4"), false);
    }
    return numeric(text, m);
  }

  private static @Nullable PrintedDate numeric(String text, Matcher m) {
    int first = number(m, "d2");
    int second = number(m, "m2");
    int year = number(m, "y2");
    year = year < 100 ? 2000 + year : year;
    boolean dots = m.group("s2").equals(".");
    if (second > 12) {
      return first <= 12 && !dots ? dated(text, m, year, first, second, false) : null;
    }
    return dated(text, m, year, second, first, !dots && first <= 12 && first != second);
  }

  private static @Nullable PrintedDate monthFirst(String text, Matcher m) {
    int year = m.group("y5") == null ? 0 : number(m, "y5");
    return dated(text, m, year, month(m, "n5"), number(m, "d5"), false);
  }

  private static @Nullable PrintedDate dated(
      String text, Matcher m, int year, int month, int day, boolean swappable) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return null;
    }
    int start = m.start();
    int end = m.end();
    LocalTime time = null;
    Matcher after = TIME_AFTER.matcher(text);
    after.region(end, Math.min(text.length(), end + 40));
    if (after.find()) {
      time = time(after, after.group("m") != null ? after.group("m") : after.group("f"));
      end = time == null ? end : after.end();
    }
    if (time == null) {
      int from = Math.max(0, start - 30);
      Matcher before = TIME_BEFORE.matcher(text.substring(from, start));
      if (before.find()) {
        time = time(before, before.group("m"));
        start = time == null ? start : from + before.start();
      }
    }
    PrintedDate date =
        new PrintedDate(new CharRange(start, end), year, month, day, swappable, time);
    return date.dateIn(year == 0 ? 2000 : year) == null ? null : date;
  }

  private static @Nullable LocalTime time(Matcher m, @Nullable String minutes) {
    return timeOf(m.group("h"), minutes, m.group("ap"));
  }

  private static final Pattern TIME =
      Pattern.compile(
          "(?<h>[01]?\\d|2[0-3])(?:[:.h](?<m>[0-5]\\d))?(?::[0-5]\\d)?\\s?(?<ap>[ap]\\.?\\s?m\\b\\.?)?(?:\\s?(?:local time|uhr|hrs|hours|[A-Z]{2,4}))?",
          Pattern.CASE_INSENSITIVE);

  /** The time of day that the whole text is ("2:40 P.M.", "18.40 Uhr"), or null. */
  static @Nullable LocalTime timeOfDay(String text) {
    Matcher m = TIME.matcher(text.strip());
    if (text.length() > 30 || !m.matches() || m.group("m") == null && m.group("ap") == null) {
      return null;
    }
    return timeOf(m.group("h"), m.group("m"), m.group("ap"));
  }

  private static @Nullable LocalTime timeOf(
      String hours, @Nullable String minutes, @Nullable String half) {
    int hour = Integer.parseInt(hours);
    if (half != null) {
      if (hour > 12 || hour == 0) {
        return hour == 0 || hour > 23 ? null : LocalTime.of(hour, minute(minutes));
      }
      boolean pm = half.toLowerCase(Locale.ROOT).startsWith("p");
      hour = hour % 12 + (pm ? 12 : 0);
    }
    return hour > 23 ? null : LocalTime.of(hour, minute(minutes));
  }

  private static int minute(@Nullable String minutes) {
    return minutes == null ? 0 : Integer.parseInt(minutes);
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  private static int month(Matcher m, String group) {
    Integer month = DateWords.INSTANCE.month(m.group(group));
    return month == null ? 0 : month;
  }
}
