package dateline.time;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Durations and sets. */
final class Lengths {

  private Lengths() {}

  static Map<String, Recipe> recipes() {
    return Map.of(
        "length", (m, s, t) -> length(m),
        "every", (m, s, t) -> every(m),
        "periodic", (m, s, t) -> periodic(m),
        "per", (m, s, t) -> Resolution.value(period(BigDecimal.ONE, unit(m))),
        "constant", (m, s, t) -> Resolution.value(m.rule().word()),
        "unknown", (m, s, t) -> Resolution.UNKNOWN,
        "nothing", (m, s, t) -> Resolution.UNKNOWN);
  }

  /** The whole number that a match counts; null when it is vague or a fraction. */
  static @Nullable Integer whole(Match match) {
    BigDecimal number = number(match);
    boolean whole = number != null && number.stripTrailingZeros().scale() <= 0;
    return whole && number != null && number.intValue() < 10_000 ? number.intValue() : null;
  }

  /** One when nothing is counted ("a year"); null when vague ("several years"). */
  private static @Nullable BigDecimal number(Match match) {
    if (match.says("half")) {
      return match.has(Kind.NUM)
          ? new BigDecimal(match.value(Kind.NUM)).add(new BigDecimal("0.5"))
          : match.rule().word().equals("half") ? new BigDecimal("0.5") : new BigDecimal("1.5");
    }
    if (match.has(Kind.NUM)) {
      return new BigDecimal(match.value(Kind.NUM));
    }
    if (match.says("couple")) {
      return BigDecimal.valueOf(2);
    }
    String few = match.value(Kind.FEW);
    if (!few.isEmpty()) {
      return few.equals("X") ? null : new BigDecimal(few);
    }
    boolean vague = match.rule().word().equals("vague") || match.has(Kind.UNITS);
    return vague ? null : BigDecimal.ONE;
  }

  static String unit(Match match) {
    if (match.has(Kind.SEASONS)) {
      return match.value(Kind.SEASONS);
    }
    if (match.rule().word().equals("year")) {
      return "Y";
    }
    return match.has(Kind.UNIT) ? match.value(Kind.UNIT) : match.value(Kind.UNITS);
  }

  private static Resolution length(Match match) {
    return Resolution.value(period(number(match), unit(match)));
  }

  /** ISO 8601's period; X for a vague number. */
  static String period(@Nullable BigDecimal number, String unit) {
    String count = number == null ? "X" : number.stripTrailingZeros().toPlainString();
    String halves = number == null ? "" : withHalf(number, unit);
    if (!halves.isEmpty()) {
      return halves;
    }
    return switch (unit) {
      case "2W" -> number == null ? "PXW" : "P" + times(number, 2) + "W";
      case "ML" -> number == null ? "PXCE" : "P" + times(number, 10) + "CE";
      case "DE" -> number == null ? "PXDE" : "P" + times(number, 10) + "Y";
      case "CE" -> number == null ? "PXCE" : "P" + times(number, 100) + "Y";
      case "Q" -> number == null ? "PXQ" : "P" + times(number, 3) + "M";
      case "N" -> "P" + count + "N";
      default -> unit.startsWith("T") ? "PT" + count + unit.substring(1) : "P" + count + unit;
    };
  }

  /** "two and a half years" as {@code P2Y6M}, as TimeML has it; "" for whole and other numbers. */
  private static String withHalf(BigDecimal number, String unit) {
    if (number.remainder(BigDecimal.ONE).compareTo(new BigDecimal("0.5")) != 0) {
      return "";
    }
    String half =
        switch (unit) {
          case "Y" -> "6M";
          case "TH" -> "30M";
          case "TM" -> "30S";
          default -> "";
        };
    if (half.isEmpty()) {
      return "";
    }
    int whole = number.intValue();
    String start = unit.startsWith("T") ? "PT" : "P";
    return start + (whole == 0 ? "" : whole + unit.substring(unit.length() - 1)) + half;
  }

  private static String times(BigDecimal number, int factor) {
    return number.multiply(BigDecimal.valueOf(factor)).stripTrailingZeros().toPlainString();
  }

  private static Resolution every(Match match) {
    String weekday =
        match.has(Kind.WEEKDAY) ? match.value(Kind.WEEKDAY) : match.value(Kind.WEEKDAYS);
    String part = match.has(Kind.PARTS) ? match.value(Kind.PARTS) : match.value(Kind.PART);
    if (!weekday.isEmpty()) {
      return Resolution.value("XXXX-WXX-" + weekday + (part.isEmpty() ? "" : "T" + part));
    }
    if (!part.isEmpty()) {
      return Resolution.value("XXXX-XX-XXT" + part);
    }
    if (match.has(Kind.MONTH)) {
      return Resolution.value("XXXX-" + match.value(Kind.MONTH));
    }
    if (match.has(Kind.SEASON)) {
      return Resolution.value("XXXX-" + match.value(Kind.SEASON));
    }
    BigDecimal number = match.says("other") ? BigDecimal.valueOf(2) : number(match);
    String unit = unit(match);
    return Resolution.value(
        unit.equals("Q") ? "P1Q" : period(number == null ? BigDecimal.ONE : number, unit));
  }

  private static Resolution periodic(Match match) {
    return Resolution.value(match.value(Kind.PERIODIC));
  }
}
