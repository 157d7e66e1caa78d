package dateline.words;

import dateline.model.Event.Count;
import dateline.model.Event.Factuality;
import dateline.model.Event.Harm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries, sectors, factuality and harm in words. Stateless. */
public final class Wording {

  /** Sectors and group codes of PLOVER (manual of 2021). */
  private static final Map<String, String> SECTORS =
      Map.ofEntries(
          Map.entry("GOV", "government"),
          Map.entry("MIL", "military"),
          Map.entry("COP", "police"),
          Map.entry("JUD", "courts"),
          Map.entry("LEG", "parliament"),
          Map.entry("SPY", "intelligence"),
          Map.entry("PTY", "party"),
          Map.entry("OPP", "opposition"),
          Map.entry("REB", "armed opposition"),
          Map.entry("PRM", "paramilitary"),
          Map.entry("UAF", "unknown armed group"),
          Map.entry("PRE", "breakaway region"),
          Map.entry("CVL", "civilians"),
          Map.entry("SOC", "civil society"),
          Map.entry("JRN", "press"),
          Map.entry("BUS", "business"),
          Map.entry("LAB", "labour"),
          Map.entry("AGR", "farming"),
          Map.entry("EDU", "education"),
          Map.entry("MED", "health"),
          Map.entry("REL", "religion"),
          Map.entry("REF", "displaced people"),
          Map.entry("CRM", "crime"),
          Map.entry("ELI", "former officials"));

  private static final Map<String, String> GROUPS =
      Map.of(
          "IGO", "international organisation",
          "UNO", "United Nations",
          "EUR", "European Union",
          "NGO", "non-governmental organisation",
          "ISM", "international movement",
          "IMG", "international militants",
          "MNC", "multinational company");

  private static final Map<String, String> COUNTRIES = countries();

  private Wording() {}

  private static Map<String, String> countries() {
    Map<String, String> names = new HashMap<>(GROUPS);
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      names.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
    }
    return names;
  }

  /** Country and sectors in words: "Azerbaijan, government"; empty when nothing is coded. */
  public static String affiliation(@Nullable String country, List<String> sectors) {
    List<String> words = new ArrayList<>();
    if (country != null) {
      words.add(country(country));
    }
    for (String sector : sectors) {
      words.add(SECTORS.getOrDefault(sector, sector));
    }
    return String.join(", ", words);
  }

  public static String country(String code) {
    return COUNTRIES.getOrDefault(code, code);
  }

  public static String factuality(Factuality factuality) {
    return switch (factuality) {
      case ACTUAL -> "happened";
      case NEGATED -> "did not happen";
      case POSSIBLE -> "may have happened";
      case PLANNED -> "planned";
      case CONDITIONAL -> "on a condition";
    };
  }

  /** "12 killed, at least 30 injured"; empty when no harm is told. */
  public static String harm(Harm harm) {
    List<String> words = new ArrayList<>();
    add(words, harm.killed(), "killed");
    add(words, harm.injured(), "injured");
    add(words, harm.arrested(), "arrested");
    add(words, harm.displaced(), "displaced");
    return String.join(", ", words);
  }

  private static void add(List<String> words, @Nullable Count count, String what) {
    if (count != null) {
      words.add(count(count) + " " + what);
    }
  }

  private static String count(Count count) {
    if (count.max() == null) {
      return "at least " + count.min();
    }
    if (count.min() == null) {
      return "up to " + count.max();
    }
    return count.min().equals(count.max())
        ? count.min().toString()
        : count.min() + " to " + count.max();
  }

  /** "a, b and c". */
  public static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
