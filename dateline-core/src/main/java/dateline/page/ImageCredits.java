package dateline.page;

import dateline.model.Article.Image;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads captions and credit lines: who made an image, under which licence, and what it shows.
 * "Photo: X/Agency", "(AP Photo/X)", "REUTERS/X", "© X", {@code "File:N.jpg" by X is licensed under
 * CC BY 4.0}.
 */
final class ImageCredits {

  private static final int LONGEST = 600;

  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "[\"“„«](?<file>[^\"”“»]{1,200})[\"”“»]\\s+by\\s+(?<credit>.{1,120}?)\\s+(?:is|are)\\s+(?:licen[sc]ed\\s+under|marked\\s+with|dedicated\\s+to)\\s+(?:the\\s+|a\\s+)?(?<licence>.{2,80})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CC =
      Pattern.compile(
          "\\(?(?:licen[sc]ed\\sunder\\s)?(?:a\\s)?(?:(?:CC|Creative\\sCommons)[\\s-]?(?:licen[cs]e\\s)?(?<kind>BY(?:[-\\s](?:SA|NC|ND)){0,2}|0|Zero|Attribution(?:[-\\s](?:Share\\s?Alike|Non-?Commercial|No-?Deriv(?:ative)?s)){0,2})(?![\\p{L}])(?:[\\s-](?<version>[1-4]\\.\\d)(?:\\s(?:International|Generic|Unported|DEED))?)?(?:\\s(?<port>[A-Z]{2})(?![\\p{L}]))?)(?:\\slicen[cs]e)?\\)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER_LICENCE =
      Pattern.compile(
          "\\(?\\b(?<licence>public\\sdomain(?:\\smark(?:\\s1\\.0)?)?|gemeinfrei|domaine\\spublic|dominio\\spúblico|GFDL|GNU\\sFDL|Open\\sGovernment\\sLicence(?:\\sv?\\d(?:\\.\\d)?)?|OGL(?:\\sv?\\d(?:\\.\\d)?)?|Unsplash\\sLicen[sc]e|Pexels\\sLicen[sc]e|Pixabay\\sLicen[sc]e)\\b\\)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern URL = Pattern.compile("https?://[^\\s)\\]]{4,200}");

  private static final String PHOTO =
      "(?:file\\s)?(?:photo|photos|photograph|photography|quelle|source|fuente|fonte|bron|picture|pictures|image|images|foto|fotos|fotografía|fotografia|fotograf|fotocredit|bild|bilder|bildquelle|imagen|imágenes|immagine|crédito|créditos|crédit|crédits|credit|credits|copyright|illustration|graphic|grafik|infografía|zdjęcie|фото|fotoğraf|courtesy)";

  /** "Photo: X", "Image source, X", "Photo by X", "Crédit photo : X", "Photo credit: X". */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|(?<=[\\s(\\[|.–—-]))(?:"
              + PHOTO
              + "(?:\\s(?:credits?|crédit|crédits|courtesy|source|sources|copyright|photo|by|via|provided|de|d'|par|por|von|di|of|©))?(?:\\sby|\\sof|\\spar|\\spor)?\\s?(?::|©|,\\s(?=\\p{Lu})|\\|\\s)\\s?|"
              + PHOTO
              + "(?:\\scredit|\\scourtesy|\\sprovided|\\staken|\\sreproduced|\\srelease[d]?)?\\s(?:by|von|par|por|via)\\s(?=[\\p{Lu}@©])|courtesy\\s(?:of\\s)?(?=\\p{Lu})|©\\s?(?:\\d{4}\\s)?|\\(c\\)\\s)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern WIRE_PHOTO =
      Pattern.compile(
          "(?:^|(?<=[\\s(\\[]))(?<credit>(?:REUTERS|AFP|AP\\sPhoto|AP|EPA|EPA-EFE|EFE|dpa|Getty\\sImages|Xinhua|TASS|PA)(?:\\sPHOTO)?\\s?/\\s?[\\p{Lu}][^/()\\n]{2,60}(?:/[^/()\\n]{2,40})?)$");

  private static final Pattern TAIL =
      Pattern.compile(
          "(?:[(\\[](?<in>[^()\\[\\]]{2,160})[)\\]]|[|–—]\\s(?<bar>[^|–—]{3,80})|\\s/\\s(?<slash>\\p{Lu}[^/]{2,40}))\\.?$");

  private static final Pattern NAME_SLASH =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’ -]{1,40}(?:\\s?/\\s?\\p{Lu}[\\p{L}\\p{M}\\d.'’& -]{1,50}){1,3}");

  private static final Pattern FILE_PHOTO =
      Pattern.compile(
          "\\s?[/,(|-]?\\s?\\(?file(?:\\s(?:photo|picture|image|pic))?\\)?\\.?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?i)(?:file:)?\\s?(.{1,160}\\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp|ogv|webm))");

  private static final Pattern EDGE = Pattern.compile("^[\\s,;:|/–—(\\[-]+|[\\s,;:|/–—(\\[-]+$");

  private static final Pattern BEFORE_LICENCE = Pattern.compile("[\\s,;|/–—(\\[-]+$");

  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?i)\\s?[.,|–-]?\\s?(?:all\\srights\\sreserved|via\\sap|used\\swith\\spermission)\\.?$");

  /** A stamp is no credit: it stands below the picture of an author. */
  private static final Pattern DATED =
      Pattern.compile("\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d\\d-\\d\\d");

  private static final Pattern TWICE = Pattern.compile("^(.{3,60}) \\| \\1$");

  private static final String CLOSED = ".!?”\"'’|/([—–-:;…)»";

  private ImageCredits() {}

  /**
   * What a caption line says.
   *
   * @return the image with at least a credit or a licence; null when the line names neither
   */
  static @Nullable Image parse(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    String text = line.strip();
    Matcher whole = ATTRIBUTION.matcher(text);
    if (whole.find()) {
      return attribution(whole);
    }
    Licence licence = licence(text);
    String rest = licence == null ? text : licence.rest();
    Split split = split(rest);
    if (split == null && licence == null) {
      return null;
    }
    if (split == null) {
      split = licenceOnly(rest);
    }
    return new Image(
        null,
        empty(split.caption()),
        empty(clean(split.credit())),
        licence == null ? null : licence.name(),
        licence == null ? null : licence.url());
  }

  /**
   * Words in brackets at the end of a caption that stands under its image: most often the credit.
   */
  static @Nullable Image bracketed(String caption) {
    Matcher tail = TAIL.matcher(caption);
    if (!tail.find() || tail.group("in") == null || tail.group("in").length() > 80) {
      return null;
    }
    String inside = tail.group("in").strip();
    boolean name = Character.isUpperCase(inside.codePointAt(0)) || inside.startsWith("dpa");
    return name && caption.length() - inside.length() > 15
        ? new Image(
            null, empty(caption.substring(0, tail.start())), empty(clean(inside)), null, null)
        : null;
  }

  private static Image attribution(Matcher m) {
    String work = m.group("file").strip();
    Matcher file = FILE_NAME.matcher(work);
    boolean isFile = file.matches();
    Licence licence = licence(m.group("licence"));
    return new Image(
        isFile ? file.group(1).strip() : null,
        isFile ? null : work,
        m.group("credit").strip(),
        licence == null ? stripDot(m.group("licence")) : licence.name(),
        licence == null ? null : licence.url());
  }

  private static String stripDot(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  private record Licence(String name, @Nullable String url, String rest) {}

  private static @Nullable Licence licence(String text) {
    Matcher address = URL.matcher(text);
    String url = null;
    String plain = text;
    if (address.find() && address.group().contains("creativecommons.org")) {
      url = address.group();
      plain = text.substring(0, address.start()) + text.substring(address.end());
    }
    Matcher cc = CC.matcher(plain);
    if (cc.find()) {
      return new Licence(ccName(cc), url, without(plain, cc));
    }
    Matcher other = OTHER_LICENCE.matcher(plain);
    if (other.find()) {
      return new Licence(other.group("licence"), url, without(plain, other));
    }
    return null;
  }

  private static String without(String text, Matcher m) {
    String before = BEFORE_LICENCE.matcher(text.substring(0, m.start())).replaceFirst("");
    String after = EDGE.matcher(text.substring(m.end())).replaceAll("");
    after = after.startsWith(")") ? after.substring(1).strip() : after;
    if (after.length() < 3) {
      return before;
    }
    return before.isEmpty() ? after : before + " " + after;
  }

  private static String ccName(Matcher m) {
    String kind = m.group("kind").toUpperCase(Locale.ROOT);
    if (kind.startsWith("0") || kind.startsWith("ZERO")) {
      return "CC0" + (m.group("version") == null ? "" : " " + m.group("version"));
    }
    kind =
        kind.replaceFirst("ATTRIBUTION", "BY")
            .replaceFirst("SHARE\\s?ALIKE", "SA")
            .replaceFirst("NON-?COMMERCIAL", "NC")
            .replaceFirst("NO-?DERIV(?:ATIVE)?S", "ND")
            .replaceAll("\\s", "-");
    String version = m.group("version") == null ? "" : " " + m.group("version");
    String port = m.group("port") == null ? "" : " " + m.group("port");
    return "CC " + kind + version + port;
  }

  private record Split(String caption, String credit) {}

  private static @Nullable Split split(String text) {
    Matcher tail = TAIL.matcher(text);
    if (tail.find()) {
      String inside =
          tail.group("in") != null
              ? tail.group("in")
              : tail.group("bar") != null ? tail.group("bar") : tail.group("slash");
      String caption = text.substring(0, tail.start());
      Matcher label = LABEL.matcher(inside);
      if (label.find()) {
        return new Split(
            caption + inside.substring(0, label.start()), inside.substring(label.end()));
      }
      if (NAME_SLASH.matcher(inside).matches() || isAgencyCredit(inside)) {
        return new Split(caption, inside);
      }
    }
    String noFile = FILE_PHOTO.matcher(text).replaceFirst("");
    Matcher wire = WIRE_PHOTO.matcher(noFile);
    if (wire.find()) {
      return new Split(noFile.substring(0, wire.start()), wire.group("credit"));
    }
    Split label = lastLabel(text);
    if (label != null) {
      return label;
    }
    if (text.length() < 80 && NAME_SLASH.matcher(text).matches() && Agencies.namesAgency(text)) {
      return new Split("", text);
    }
    return Agencies.isAgency(text) ? new Split("", text) : null;
  }

  private static boolean isAgencyCredit(String text) {
    String plain = FILE_PHOTO.matcher(text).replaceFirst("");
    return Agencies.isAgency(plain) || plain.startsWith("AP Photo") || Agencies.namesAgency(plain);
  }

  /** A label that opens the line, or follows the end of a sentence or a separator. */
  private static @Nullable Split lastLabel(String text) {
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      String before = text.substring(0, label.start()).strip();
      int left = text.length() - label.end();
      if ((before.isEmpty() || CLOSED.indexOf(before.charAt(before.length() - 1)) >= 0)
          && left >= 2
          && left <= 120) {
        return new Split(before, text.substring(label.end()));
      }
    }
    return null;
  }

  private static Split licenceOnly(String rest) {
    return rest.length() < 80 ? new Split("", rest) : new Split(rest, "");
  }

  /** A credit without its label, brackets and rights. */
  static String clean(String credit) {
    String cleaned = EDGE.matcher(credit.strip()).replaceAll("");
    if (DATED.matcher(cleaned).find()) {
      return "";
    }
    cleaned = FILE_PHOTO.matcher(cleaned).replaceFirst("");
    cleaned = RIGHTS.matcher(cleaned).replaceFirst("");
    Matcher label = LABEL.matcher(cleaned);
    if (label.lookingAt() && label.end() < cleaned.length()) {
      cleaned = cleaned.substring(label.end());
    }
    cleaned = EDGE.matcher(cleaned).replaceAll("");
    if (cleaned.endsWith(")") && !cleaned.contains("(") || cleaned.endsWith("]")) {
      cleaned = cleaned.substring(0, cleaned.length() - 1);
    }
    cleaned = TWICE.matcher(cleaned).replaceFirst("$1");
    return cleaned.endsWith(".") && !cleaned.matches(".*\\b\\p{Lu}\\.")
        ? stripDot(cleaned)
        : cleaned;
  }

  private static @Nullable String empty(String text) {
    String stripped = EDGE.matcher(text.strip()).replaceAll("").strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
