package dateline.place;

import java.text.Normalizer;
import java.util.Map;

/**
 * Spellings of one name brought to one key: case, diacritics, apostrophes, full stops, hyphens, the
 * article, and "Saint", "Mount" and "Fort" written out or not.
 */
public final class PlaceNames {

  private static final Map<String, String> SHORT_FORMS =
      Map.of("saint", "st", "sainte", "ste", "mount", "mt", "fort", "ft");

  private PlaceNames() {}

  /** The key of a name; {@code ""} when it has no letter or digit. Linear in its length. */
  public static String fold(String name) {
    String plain = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      append(key, plain.charAt(i));
    }
    trimEnd(key);
    String folded = key.toString();
    String bare = folded.startsWith("the ") ? folded.substring(4) : folded;
    int blank = bare.indexOf(' ');
    String first = blank < 0 ? bare : bare.substring(0, blank);
    String shorter = blank < 0 ? null : SHORT_FORMS.get(first);
    return shorter == null ? bare : shorter + bare.substring(blank);
  }

  private static void append(StringBuilder key, char c) {
    if (c < 128) {
      if (Character.isLetterOrDigit(c)) {
        key.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      } else if (c != '.' && c != '\'' && c != '`') {
        blank(key);
      }
      return;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || "’‘ʼʻʿʾ".indexOf(c) >= 0) {
      return;
    }
    if (!Character.isLetterOrDigit(c)) {
      blank(key);
      return;
    }
    switch (Character.toLowerCase(c)) {
      case 'ł' -> key.append('l');
      case 'ø' -> key.append('o');
      case 'đ', 'ð' -> key.append('d');
      case 'ı' -> key.append('i');
      case 'ə' -> key.append('a');
      case 'ħ' -> key.append('h');
      case 'ß' -> key.append("ss");
      case 'æ' -> key.append("ae");
      case 'œ' -> key.append("oe");
      case 'þ' -> key.append("th");
      default -> key.append(Character.toLowerCase(c));
    }
  }

  private static void blank(StringBuilder key) {
    if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
      key.append(' ');
    }
  }

  private static void trimEnd(StringBuilder key) {
    if (!key.isEmpty() && key.charAt(key.length() - 1) == ' ') {
      key.setLength(key.length() - 1);
    }
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
