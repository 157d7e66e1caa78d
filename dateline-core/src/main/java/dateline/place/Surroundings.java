package dateline.place;

import dateline.data.Resource;
import dateline.language.Analysis;
import dateline.language.Token;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an article comes from, told by what is no toponym: a sheriff, an amount in rupees, a
 * telephone number, the address of the page. From {@code place/surroundings.tsv}. Immutable and
 * thread-safe; linear in the text.
 */
final class Surroundings {

  /** A North American number: area code, exchange, line. */
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\d-])\\(?([2-9]\\d\\d)\\)?[-. /]\\s?[2-9]\\d\\d[-. ]\\d{4}(?!\\d)");

  /** Different words of one country beyond these add nothing. */
  private static final int MOST_WORDS = 4;

  /** Domains of countries that anybody in the world registers. */
  private static final String SOLD = " ai bz cc co fm gg im io la ly me nu sh st su to tv vc ws ";

  private record Home(String country, @Nullable String region) {}

  private final Map<String, Home> words = new HashMap<>();
  private final Map<String, Home> telephones = new HashMap<>();
  private final Map<String, String> domains;

  private Surroundings(Map<String, String> domains) {
    this.domains = domains;
  }

  static Surroundings load() {
    Surroundings surroundings = new Surroundings(CountryCodes.load().byTwoLetters());
    for (String[] row : Resource.table("place/surroundings.tsv")) {
      Home home = new Home(row[2], row[3].isEmpty() ? null : row[3]);
      (row[0].equals("word") ? surroundings.words : surroundings.telephones).put(row[1], home);
    }
    return surroundings;
  }

  /** What is told: mentions' worth of each country, and of each {@code country.region}. */
  record Told(Map<String, Double> countries, Map<String, Double> regions) {}

  Told of(Analysis analysis, PlaceHints hints) {
    Map<String, Double> countries = new LinkedHashMap<>();
    Map<String, Double> regions = new LinkedHashMap<>();
    Map<String, Home> met = new LinkedHashMap<>();
    String before = "";
    for (Token token : analysis.tokens()) {
      String word = token.lower();
      for (String cue : List.of(word, before + " " + word)) {
        Home home = words.get(cue);
        if (home != null) {
          met.put(cue, home);
        }
      }
      before = word;
    }
    for (Home home : met.values()) {
      countries.merge(home.country, 1.0, (a, b) -> Math.min(MOST_WORDS, a + b));
    }
    Matcher number = TELEPHONE.matcher(analysis.text());
    while (number.find()) {
      Home home = telephones.get(number.group(1));
      if (home != null) {
        countries.merge(home.country, 1.0, Double::sum);
        if (home.region != null) {
          regions.merge(home.country + "." + home.region, 1.0, (a, b) -> Math.min(2, a + b));
        }
      }
    }
    String domain = hints.uri() == null ? null : domains.get(topLevel(hints.uri()));
    if (domain != null) {
      countries.merge(domain, 2.0, Double::sum);
    }
    return new Told(countries, regions);
  }

  /**
   * The top level domain as ISO 3166-1 alpha-2; {@code ""} when there is none or it says nothing.
   */
  private static String topLevel(String uri) {
    String host = Outlets.host(uri);
    if (host == null) {
      return "";
    }
    String top = host.substring(host.lastIndexOf('.') + 1);
    if (SOLD.contains(" " + top + " ")) {
      return "";
    }
    return top.equals("uk") ? "GB" : top.toUpperCase(Locale.ROOT);
  }
}
