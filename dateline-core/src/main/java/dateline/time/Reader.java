package dateline.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads kinds at lexemes: words by the lexicon, composed ones (numbers, years, clocks) here. */
final class Reader {

  private static final Set<String> MONEY = WordLists.of("money");
  private static final Set<String> MONTH_LEADS = WordLists.of("month-leads");
  private static final int LONGEST_NAME = 6;

  private final Words words;
  private final Numbers numbers;
  private final Holidays holidays;

  Reader(Words words, Holidays holidays) {
    this.words = words;
    this.numbers = new Numbers(words);
    this.holidays = holidays;
  }

  /** What stands at a lexeme as a kind; null when it isn't one. */
  @Nullable Reading read(Kind kind, Lexemes lexemes, int at) {
    if (at >= lexemes.size()) {
      return null;
    }
    return switch (kind) {
      case NUM -> number(lexemes, at);
      case ORD -> numbers.ordinal(lexemes, at);
      case DAY -> day(lexemes, at);
      case YEAR -> year(lexemes, at);
      case SHORT -> figures(lexemes, at, 2, 2);
      case DIGITS -> figures(lexemes, at, 1, 4);
      case DECADE -> decade(lexemes, at);
      case CLOCK -> clock(lexemes, at);
      case HOLIDAY -> holidays.isFirst(lexemes.form(at)) ? holiday(lexemes, at) : null;
      case FIGURES -> allFigures(lexemes, at);
      case ERA -> era(lexemes, at);
      case ABOUT -> about(lexemes, at);
      default -> word(kind, lexemes, at);
    };
  }

  private @Nullable Reading word(Kind kind, Lexemes lexemes, int at) {
    Lexeme lexeme = lexemes.at(at);
    for (Words.Word word : words.of(lexeme.form())) {
      if (word.kind() == kind) {
        boolean stop = lexemes.form(at + 1).equals(".") && lexemes.glued(at + 1);
        boolean counts =
            switch (word.condition()) {
              case ALWAYS -> true;
              case CAPITAL -> lexeme.capital();
              case SHORT -> lexeme.capital() && (stop || isByNumber(lexemes, at));
              case NAME -> lexeme.capital() && isMonthName(lexemes, at);
              case STOP -> lexeme.capital() && (stop || isBeforeDay(lexemes, at));
            };
        boolean takesStop =
            stop
                && (word.condition() == Words.Condition.SHORT
                    || word.condition() == Words.Condition.STOP);
        return counts ? new Reading(word.value(), takesStop ? at + 2 : at + 1) : null;
      }
    }
    return null;
  }

  /** Whether "March" or "May" is the month, by the words beside it. */
  private static boolean isMonthName(Lexemes lexemes, int at) {
    if (isByNumber(lexemes, at) || MONTH_LEADS.contains(lexemes.form(at - 1))) {
      return true;
    }
    boolean noun = lexemes.form(at - 1).equals("the") && lexemes.at(at + 1).isWord();
    return noun && !lexemes.at(at + 1).capital() && lexemes.form(at + 1).length() > 4;
  }

  private static boolean isByNumber(Lexemes lexemes, int at) {
    return lexemes.at(at + 1).isNumber()
        || lexemes.form(at + 1).equals(",") && lexemes.at(at + 2).isNumber()
        || lexemes.at(at - 1).isNumber();
  }

  /** Whether ", Nov. 5", ", 5 Nov." or "5 Nov." follows. */
  private boolean isBeforeDay(Lexemes lexemes, int at) {
    int next = lexemes.form(at + 1).equals(",") ? at + 2 : at + 1;
    int month = lexemes.at(next).isNumber() ? next + 1 : next;
    return next + month > 2 * at + 2 && isMonth(lexemes, month);
  }

  private @Nullable Reading number(Lexemes lexemes, int at) {
    boolean part = at > 0 && lexemes.glued(at) && isInNumber(lexemes, at);
    return part || MONEY.contains(lexemes.form(at - 1)) ? null : numbers.read(lexemes, at);
  }

  /** Whether the lexeme goes on a number: "000" in "3,000", "5" in "2.5". */
  private static boolean isInNumber(Lexemes lexemes, int at) {
    String before = lexemes.form(at - 1);
    boolean thousands = before.equals(",") && lexemes.form(at).length() == 3;
    return (thousands || before.equals(".") || before.equals("/") || before.equals(":"))
        && lexemes.glued(at - 1)
        && lexemes.at(at - 2).isNumber()
        && lexemes.at(at).isNumber();
  }

  private static @Nullable Reading figures(Lexemes lexemes, int at, int least, int most) {
    Lexeme lexeme = lexemes.at(at);
    int length = lexeme.form().length();
    boolean fits = lexeme.isNumber() && length >= least && length <= most;
    if (!fits || at > 0 && lexeme.glued() && isInNumber(lexemes, at) || goesOn(lexemes, at + 1)) {
      return null;
    }
    return new Reading(lexeme.form(), at + 1);
  }

  /** Whether figures go on in a way that makes them part of another number. */
  private static boolean goesOn(Lexemes lexemes, int at) {
    if (!lexemes.glued(at)) {
      return lexemes.form(at).equals("%");
    }
    boolean number = lexemes.glued(at + 1) && lexemes.at(at + 1).isNumber();
    return switch (lexemes.form(at)) {
      case "." -> number && lexemes.form(at + 1).length() < 4;
      case "," -> number && lexemes.form(at + 1).length() == 3;
      case ":", "/" -> number;
      case "%", "½", "°", "$" -> true;
      default -> false;
    };
  }

  private static @Nullable Reading day(Lexemes lexemes, int at) {
    Reading figures = figures(lexemes, at, 1, 2);
    if (figures == null || MONEY.contains(lexemes.form(at - 1))) {
      return null;
    }
    int day = Integer.parseInt(figures.value());
    if (day < 1 || day > 31) {
      return null;
    }
    int end = figures.end();
    if (lexemes.glued(end) && Numbers.isSuffix(lexemes.form(end))) {
      end++;
    } else if (lexemes.glued(end) && lexemes.at(end).isWord() && lexemes.form(end).length() < 3) {
      return null; // 5m, 12pm
    }
    return new Reading(twoDigits(day), end);
  }

  static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private @Nullable Reading year(Lexemes lexemes, int at) {
    if (!lexemes.at(at).isNumber()) {
      return spelledYear(lexemes, at);
    }
    Reading figures = figures(lexemes, at, 4, 4);
    if (figures == null || MONEY.contains(lexemes.form(at - 1))) {
      return null;
    }
    int year = Integer.parseInt(figures.value());
    boolean word = lexemes.glued(at + 1) && lexemes.at(at + 1).isWord();
    boolean inWord = lexemes.glued(at) && lexemes.at(at - 1).isWord();
    inWord &= !isMonth(lexemes, at - 1) && !lexemes.form(at - 1).equals("fy");
    return year < 1000 || year > 2199 || word || inWord ? null : figures;
  }

  private boolean isMonth(Lexemes lexemes, int at) {
    return !words.value(lexemes.form(at), Kind.MONTH).isEmpty();
  }

  /** "nineteen ninety-six", "two thousand and five". */
  private @Nullable Reading spelledYear(Lexemes lexemes, int at) {
    if (lexemes.form(at).equals("two") && lexemes.form(at + 1).equals("thousand")) {
      Reading number = numbers.read(lexemes, at);
      return number != null && number.value().length() == 4 ? number : null;
    }
    Reading century = numbers.belowHundred(lexemes, at);
    if (century == null || century.value().length() != 2) {
      return null;
    }
    int hundreds = Integer.parseInt(century.value());
    int next = lexemes.form(century.end()).equals("-") ? century.end() + 1 : century.end();
    Reading rest = numbers.belowHundred(lexemes, next);
    boolean year = rest != null && rest.value().length() == 2 && hundreds >= 11 && hundreds <= 20;
    return year && rest != null ? new Reading(century.value() + rest.value(), rest.end()) : null;
  }

  private @Nullable Reading decade(Lexemes lexemes, int at) {
    String form = lexemes.form(at);
    if (lexemes.at(at).isNumber()) {
      int s = isApostrophe(lexemes.form(at + 1)) && lexemes.glued(at + 1) ? at + 2 : at + 1;
      boolean plural = lexemes.glued(s) && lexemes.form(s).equals("s");
      boolean round = form.endsWith("0") && (form.length() == 4 || form.length() == 2);
      if (!plural || !round || MONEY.contains(lexemes.form(at - 1))) {
        return null;
      }
      String full = form.length() == 2 ? decadeCentury(form.charAt(0)) + form : form;
      return new Reading(full.substring(0, 3), s + 1);
    }
    if (isApostrophe(form) && lexemes.at(at + 1).isNumber() && lexemes.glued(at + 1)) {
      return lexemes.form(at + 1).length() == 2 ? decade(lexemes, at + 1) : null;
    }
    String tens = words.value(form, Kind.TIES);
    if (!tens.isEmpty()) {
      return new Reading("19" + tens, at + 1);
    }
    Reading century = numbers.belowHundred(lexemes, at);
    if (century == null || century.value().length() != 2) {
      return null;
    }
    String ties = words.value(lexemes.form(century.end()), Kind.TIES);
    return ties.isEmpty() ? null : new Reading(century.value() + ties, century.end() + 1);
  }

  /** "'10s" and "'20s" are of this century, "'30s" to "'90s" of the last. */
  private static String decadeCentury(char tens) {
    return tens == '0' || tens == '1' ? "20" : "19";
  }

  static boolean isApostrophe(String form) {
    return form.equals("'") || form.equals("’") || form.equals("‘") || form.equals("`");
  }

  /** "about", "more than", "no more than": the longest. */
  private @Nullable Reading about(Lexemes lexemes, int at) {
    String phrase = lexemes.form(at);
    Reading longest = null;
    for (int end = at + 1; end <= at + 3; end++) {
      String mod = words.value(phrase, Kind.ABOUT);
      longest = mod.isEmpty() ? longest : new Reading(mod, end);
      phrase += " " + lexemes.form(end);
    }
    return longest;
  }

  private @Nullable Reading era(Lexemes lexemes, int at) {
    Reading word = word(Kind.ERA, lexemes, at);
    if (word != null) {
      return word;
    }
    String letters = lexemes.form(at) + lexemes.form(at + 1) + lexemes.form(at + 2);
    boolean dotted = letters.equals("b.c") || letters.equals("a.d");
    if (!dotted || !lexemes.glued(at + 1) || !lexemes.glued(at + 2)) {
      return null;
    }
    int end = lexemes.form(at + 3).equals(".") && lexemes.glued(at + 3) ? at + 4 : at + 3;
    return new Reading(letters.startsWith("b") ? "BC" : "AD", end);
  }

  private @Nullable Reading clock(Lexemes lexemes, int at) {
    if (!lexemes.at(at).isNumber()) {
      Reading noon = word(Kind.CLOCK, lexemes, at);
      return noon != null ? noon : oClock(lexemes, numbers.belowHundred(lexemes, at));
    }
    if (MONEY.contains(lexemes.form(at - 1)) || at > 0 && isInNumber(lexemes, at)) {
      return null;
    }
    String form = lexemes.form(at);
    if (form.length() == 4 && isHours(lexemes, at + 1)) {
      return time(form.substring(0, 2), form.substring(2), "", at + 2);
    }
    if (form.length() == 4 && word(Kind.ZONE, lexemes, at + 1) != null) {
      return time(form.substring(0, 2), form.substring(2), "", at + 1);
    }
    if (form.length() > 2) {
      return null;
    }
    boolean colon = lexemes.form(at + 1).equals(":") || lexemes.form(at + 1).equals(".");
    boolean minutes =
        colon
            && lexemes.glued(at + 1)
            && lexemes.glued(at + 2)
            && lexemes.at(at + 2).isNumber()
            && lexemes.form(at + 2).length() == 2;
    int end = minutes ? at + 3 : at + 1;
    boolean seconds = minutes && lexemes.form(end).equals(":") && lexemes.glued(end);
    if (seconds && lexemes.glued(end + 1) && lexemes.at(end + 1).isNumber()) {
      end += 2;
    }
    Reading half = half(lexemes, end);
    boolean plain = minutes && lexemes.form(at + 1).equals(":");
    if (half == null && !plain) {
      return oClock(lexemes, new Reading(form, at + 1));
    }
    int last = half != null ? half.end() : isHours(lexemes, end) ? end + 1 : end;
    return time(form, minutes ? lexemes.form(at + 2) : "", half == null ? "" : half.value(), last);
  }

  private static boolean isHours(Lexemes lexemes, int at) {
    String form = lexemes.form(at);
    return form.equals("hrs") || form.equals("hours") && !lexemes.glued(at) || form.equals("h");
  }

  private static @Nullable Reading oClock(Lexemes lexemes, @Nullable Reading hour) {
    boolean follows =
        hour != null
            && lexemes.form(hour.end()).equals("o")
            && isApostrophe(lexemes.form(hour.end() + 1))
            && lexemes.form(hour.end() + 2).equals("clock");
    if (hour == null || !follows) {
      return null;
    }
    Reading half = half(lexemes, hour.end() + 3);
    return time(
        hour.value(),
        "",
        half == null ? "" : half.value(),
        half == null ? hour.end() + 3 : half.end());
  }

  /** "a.m.", "pm", "p.m". */
  private static @Nullable Reading half(Lexemes lexemes, int at) {
    String form = lexemes.form(at);
    if (form.equals("am") || form.equals("pm")) {
      return new Reading(form.substring(0, 1), at + 1);
    }
    boolean letter = form.equals("a") || form.equals("p");
    if (!letter || !lexemes.form(at + 1).equals(".") || !lexemes.form(at + 2).equals("m")) {
      return null;
    }
    boolean stop = lexemes.form(at + 3).equals(".") && lexemes.glued(at + 3);
    return new Reading(form, stop ? at + 4 : at + 3);
  }

  private static @Nullable Reading time(String hours, String minutes, String half, int end) {
    int hour = Integer.parseInt(hours);
    if (hour > 24 || !half.isEmpty() && hour > 12 || hours.length() > 2) {
      return null;
    }
    if (!minutes.isEmpty() && Integer.parseInt(minutes) > 59) {
      return null;
    }
    if (half.equals("p") && hour < 12) {
      hour += 12;
    } else if (half.equals("a") && hour == 12) {
      hour = 0;
    }
    return new Reading(twoDigits(hour) + ":" + (minutes.isEmpty() ? "00" : minutes), end);
  }

  private @Nullable Reading holiday(Lexemes lexemes, int at) {
    if (!lexemes.at(at).capital()) {
      return null;
    }
    StringBuilder name = new StringBuilder();
    Reading longest = null;
    for (int end = at; end < Math.min(at + LONGEST_NAME * 2, lexemes.size()); end++) {
      if (end > at && !lexemes.glued(end)) {
        name.append(' ');
      }
      name.append(isApostrophe(lexemes.form(end)) ? "'" : lexemes.form(end));
      if (holidays.contains(name.toString())) {
        longest = new Reading(name.toString(), end + 1);
      }
    }
    return longest;
  }

  private static @Nullable Reading allFigures(Lexemes lexemes, int at) {
    String mark = lexemes.form(at + 1);
    boolean marked = mark.equals("-") || mark.equals("/") || mark.equals(".");
    if (!marked || !lexemes.form(at + 3).equals(mark)) {
      return null;
    }
    for (int i = at; i < at + 5; i++) {
      boolean figures = (i - at) % 2 == 0;
      if (figures != lexemes.at(i).isNumber() || i > at && !lexemes.glued(i)) {
        return null;
      }
    }
    if (lexemes.form(at).length() > 4 || lexemes.form(at + 4).length() > 4) {
      return null;
    }
    String date = iso(mark, lexemes.form(at), lexemes.form(at + 2), lexemes.form(at + 4));
    return date.isEmpty() ? null : new Reading(date, at + 5);
  }

  private static String iso(String mark, String a, String b, String c) {
    if (b.length() > 2) {
      return "";
    }
    int second = Integer.parseInt(b);
    if (a.length() == 4 && c.length() <= 2) {
      return valid(Integer.parseInt(a), second, Integer.parseInt(c));
    }
    if (c.length() != 4 && !(c.length() == 2 && mark.equals("/")) || a.length() > 2) {
      return "";
    }
    int year = c.length() == 4 ? Integer.parseInt(c) : century(Integer.parseInt(c));
    int first = Integer.parseInt(a);
    boolean monthFirst = mark.equals("/") && first <= 12;
    return monthFirst ? valid(year, first, second) : valid(year, second, first);
  }

  /** A year of two figures: from 1950 to 2049. */
  static int century(int short_) {
    return short_ < 50 ? 2000 + short_ : 1900 + short_;
  }

  private static String valid(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).toString();
    } catch (DateTimeException impossible) {
      return "";
    }
  }
}
