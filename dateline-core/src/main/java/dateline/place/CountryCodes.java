package dateline.place;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Map;

/**
 * ISO 3166-1 codes of the embedded countries. Immutable.
 *
 * @param byTwoLetters alpha-2 to alpha-3, Kosovo's {@code XK} and {@code XKX} among them
 */
public record CountryCodes(Map<String, String> byTwoLetters) {

  public CountryCodes {
    byTwoLetters = Map.copyOf(byTwoLetters);
  }

  public static CountryCodes load() {
    Map<String, String> codes = new HashMap<>();
    for (String[] row : Resource.table("place/countries.tsv")) {
      codes.put(row[1], row[0]);
    }
    return new CountryCodes(codes);
  }
}
