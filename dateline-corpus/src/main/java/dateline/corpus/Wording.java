package dateline.corpus;

import dateline.language.Cardinals;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the slots of sentences for one report. */
final class Wording {

  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z.]+)\\}");
  private final Map<String, String> values = new HashMap<>();

  /**
   * @param spelling of names
   * @param killed as this report has it
   * @param atLeast whether the number is a lower bound
   * @param number of suspects, tonnes or soldiers
   */
  Wording(Happening happening, int spelling, int killed, boolean atLeast, int number) {
    values.putAll(happening.slots());
    happening.slots().forEach((slot, value) -> values.put(slot + ".cap", Quote.capital(value)));
    for (String slot : List.of("workers", "count", "street")) {
      values.put(Quote.capital(slot), Quote.capital(values.getOrDefault(slot, "")));
    }
    country("", happening.country());
    country("other.", happening.other());
    values.put("Demonym", happening.country().demonym());
    values.put("country", happening.country().name());
    values.put("other", happening.other().name());
    values.put("city", happening.city());
    person("person", happening.person(), spelling);
    person("guest", happening.guest(), spelling);
    values.put("group", happening.group() == null ? "an armed group" : happening.group());
    values.put("k", Integer.toString(killed));
    values.put("dead", (atLeast ? "at least " : "") + killed + " people");
    values.put(
        "Dead",
        (atLeast ? "At least " + killed : Quote.capital(Cardinals.words(killed))) + " people");
    values.put("hurt", happening.hurt() + " others");
    values.put("n", Integer.toString(number));
    values.put("N", Quote.capital(Cardinals.words(number)));
    values.put("when", "on " + weekday(happening.day()));
    values.put("next", "on " + weekday(happening.day().plusDays(1)));
    values.put("absolute", "on " + monthDay(happening.day()));
  }

  private void country(String prefix, Country country) {
    values.put(prefix + "demonym", country.demonym());
    values.put(prefix + "capital", country.capital());
    values.put(prefix + "city", country.capital());
  }

  private void person(String slot, @Nullable Person person, int spelling) {
    if (person != null) {
      values.put(slot + ".name", person.name(spelling));
      values.put(slot + ".family", person.family(spelling));
    }
  }

  String fill(String sentence) {
    Matcher slots = SLOT.matcher(sentence);
    StringBuilder filled = new StringBuilder();
    while (slots.find()) {
      String value = values.get(slots.group(1));
      if (value == null) {
        throw new IllegalArgumentException(slots.group() + " is no slot: " + sentence);
      }
      slots.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return slots.appendTail(filled).toString();
  }

  static String monthDay(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + day.getDayOfMonth();
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
