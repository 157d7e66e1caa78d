package dateline.server;

import dateline.words.TimexWords;
import dateline.words.Wording;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What templates say of codes, dates and counts. */
public final class Words {

  private Words() {}

  public static String country(String code) {
    return Wording.country(code.toUpperCase(Locale.ROOT));
  }

  public static String sector(String code) {
    return Wording.affiliation(null, List.of(code));
  }

  /** A TIMEX3 value in words; what is none stays as it is; "" for null. */
  public static String date(@Nullable String value) {
    return value == null ? "" : TimexWords.orValue(value);
  }

  /** How something was worked out, and how surely. Rules' names say what they do. */
  public static String why(@Nullable String method, double confidence) {
    String name = method == null ? "not resolved" : method.replace('-', ' ');
    return name + ", " + Math.round(confidence * 100) + " % sure";
  }

  /** {@code 1 event}, {@code 2 events}. */
  public static String count(long number, String one) {
    return number(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** With thousands apart. */
  public static String number(long number) {
    return number >= 0 && number < 1000
        ? Long.toString(number) // of most counts, and much sooner
        : String.format(Locale.ENGLISH, "%,d", number);
  }
}
