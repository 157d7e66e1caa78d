package dateline.time;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads cardinal numbers, in figures and in words. Looks at most nine lexemes ahead. */
final class Numbers {

  /** Figures of the longest number that is read. */
  private static final int LONGEST = 9;

  private final Words words;

  Numbers(Words words) {
    this.words = words;
  }

  /** The number that starts here, as plain decimal figures; null when none does. */
  @Nullable Reading read(Lexemes lexemes, int at) {
    return lexemes.at(at).isNumber() ? figures(lexemes, at) : spelled(lexemes, at);
  }

  private @Nullable Reading figures(Lexemes lexemes, int at) {
    StringBuilder digits = new StringBuilder(lexemes.form(at));
    int end = at + 1;
    while (digits.length() <= LONGEST
        && isGlued(lexemes, end, ",")
        && lexemes.glued(end + 1)
        && lexemes.at(end + 1).isNumber()
        && lexemes.form(end + 1).length() == 3) {
      digits.append(lexemes.form(end + 1));
      end += 2;
    }
    if (digits.length() > LONGEST) {
      return null;
    }
    if (isGlued(lexemes, end, ".") && lexemes.glued(end + 1) && lexemes.at(end + 1).isNumber()) {
      String decimals = lexemes.form(end + 1);
      return decimals.length() > 4 ? null : new Reading(plain(digits + "." + decimals), end + 2);
    }
    BigDecimal fraction = fraction(lexemes, end);
    if (fraction != null) {
      int after = lexemes.form(end).equals("½") ? end + 1 : end + 3;
      return new Reading(plain(new BigDecimal(digits.toString()).add(fraction).toString()), after);
    }
    if (isGlued(lexemes, end, "/") || isGlued(lexemes, end, ":")) {
      return null;
    }
    return new Reading(plain(digits.toString()), end);
  }

  /** "1/2" after a whole number. */
  private static @Nullable BigDecimal fraction(Lexemes lexemes, int at) {
    if (lexemes.form(at).equals("½")) {
      return new BigDecimal("0.5");
    }
    if (lexemes.glued(at) || !isGlued(lexemes, at + 1, "/") || !lexemes.glued(at + 2)) {
      return null;
    }
    return switch (lexemes.form(at) + "/" + lexemes.form(at + 2)) {
      case "1/2" -> new BigDecimal("0.5");
      case "1/4" -> new BigDecimal("0.25");
      case "3/4" -> new BigDecimal("0.75");
      default -> null;
    };
  }

  private static boolean isGlued(Lexemes lexemes, int at, String form) {
    return lexemes.glued(at) && lexemes.form(at).equals(form);
  }

  private static String plain(String number) {
    BigDecimal value = new BigDecimal(number).stripTrailingZeros();
    return value.toPlainString();
  }

  private @Nullable Reading spelled(Lexemes lexemes, int at) {
    int total = 0;
    int part = 0;
    int end = at;
    boolean any = false;
    boolean open = true; // whether a number below a hundred may follow
    for (int read = 0; read < 9; read++) {
      String form = lexemes.form(end);
      int scale = number(form, Kind.SCALE);
      boolean article =
          !any
              && (form.equals("a") || form.equals("an"))
              && number(lexemes.form(end + 1), Kind.SCALE) > 0;
      Reading small = open ? belowHundred(lexemes, end) : null;
      if (small != null) {
        part += Integer.parseInt(small.value());
        end = small.end();
        open = false;
      } else if (article) {
        part = 1;
        end++;
      } else if (scale == 100 && any && part > 0) {
        part *= 100;
        end++;
        open = true;
      } else if (scale == 1000 && any && part > 0) {
        total += part * 1000;
        part = 0;
        end++;
        open = true;
      } else if (form.equals("and") && any && open && belowHundred(lexemes, end + 1) != null) {
        end++;
      } else {
        break;
      }
      any = true;
    }
    return any ? new Reading(Integer.toString(total + part), end) : null;
  }

  /** "seven", "twenty", "twenty-four", "twenty four". */
  @Nullable Reading belowHundred(Lexemes lexemes, int at) {
    int tens = number(lexemes.form(at), Kind.TENS);
    if (tens < 0) {
      int digit = number(lexemes.form(at), Kind.DIGIT);
      return digit < 0 ? null : new Reading(Integer.toString(digit), at + 1);
    }
    int next = lexemes.form(at + 1).equals("-") ? at + 2 : at + 1;
    int digit = number(lexemes.form(next), Kind.DIGIT);
    return digit >= 1 && digit <= 9
        ? new Reading(Integer.toString(tens + digit), next + 1)
        : new Reading(Integer.toString(tens), at + 1);
  }

  /** "third", "21st", "twenty-first". */
  @Nullable Reading ordinal(Lexemes lexemes, int at) {
    if (lexemes.at(at).isNumber()) {
      boolean short_ = lexemes.form(at).length() <= 3;
      boolean suffix = lexemes.glued(at + 1) && isSuffix(lexemes.form(at + 1));
      return short_ && suffix ? new Reading(plain(lexemes.form(at)), at + 2) : null;
    }
    int tens = number(lexemes.form(at), Kind.TENS);
    int next = tens > 0 && lexemes.form(at + 1).equals("-") ? at + 2 : at + (tens > 0 ? 1 : 0);
    int ordinal = number(lexemes.form(next), Kind.ORDINAL);
    if (ordinal < 0 || tens > 0 && ordinal > 9) {
      return null;
    }
    return new Reading(Integer.toString(Math.max(tens, 0) + ordinal), next + 1);
  }

  static boolean isSuffix(String form) {
    return switch (form) {
      case "st", "nd", "rd", "th" -> true;
      default -> false;
    };
  }

  private int number(String form, Kind kind) {
    String value = words.value(form, kind);
    return value.isEmpty() ? -1 : Integer.parseInt(value);
  }
}
