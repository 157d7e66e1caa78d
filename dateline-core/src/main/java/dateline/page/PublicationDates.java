package dateline.page;

import dateline.model.Confidence;
import dateline.model.Resolved;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds when a page was published and when it was last changed: JSON-LD, meta elements, time
 * elements, the address, elements named as dates, the lines around the title. Days before 1990, and
 * after the day of the fetch where that is known, are refused.
 */
final class PublicationDates {

  private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);
  private static final Pattern IN_URL =
      Pattern.compile(
          "(?<!\\d)(?<y>(?:19[9]\\d|20[0-4]\\d))[/_.-]?(?<m>0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_.-]?(?<d>0[1-9]|[12]\\d|3[01]|[1-9](?=[/_-]))(?!\\d)");
  private static final Pattern DATE_NAME =
      Pattern.compile(
          "date|time|publi|posted|datum|fecha|stamp|meta|byline|erschienen|data\\b|created|submitted|info|postedon|released",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UPDATE =
      Pattern.compile(
          "updat|modif|aktualis|geändert|mis à jour|maj|actualiz|aggiorn|bijgewerkt|uppdat|oppdat|opdat|обновл|güncel|edited|revis",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern UNIVERSAL =
      Pattern.compile("\\d(?:Z|\\s?[+-]00:?00|\\s(?:GMT|UTC))$");
  private static final Pattern OFFSET = Pattern.compile("\\d\\s?[+-](?!00:?00)\\d\\d:?\\d\\d$");

  private static final int MAX_SCRIPT = 1_000_000;
  private static final Pattern IN_SCRIPT =
      Pattern.compile(
          "\\\\?[\"']?(?:datePublished|date_published|publishedAt|published_at|publishedDate|publishDate|publish_date|publicationDate|publication_date|firstPublishedAt|pubDate)\\\\?[\"']?\\s?:\\s?\\\\?[\"'](\\d{4}-\\d\\d-\\d\\d[^\"'\\\\]{0,30})");

  /** Values that were read from a stamp in universal time. */
  private final Set<String> universal = new HashSet<>();

  private final Document document;
  private final PageParts parts;
  private final JsonLd data;
  private final MetaTags meta;
  private final @Nullable String uri;
  private final @Nullable LocalDate latest;
  private final DayOrder order;

  private static final Pattern EPOCH = Pattern.compile("1[0-9]{9}(?:\\d{3})?");

  PublicationDates(
      Document document,
      PageParts parts,
      JsonLd data,
      MetaTags meta,
      @Nullable String uri,
      @Nullable LocalDate latest) {
    this.document = document;
    this.parts = parts;
    this.data = data;
    this.meta = meta;
    this.uri = uri;
    this.latest = latest;
    String locale = HtmlReader.lang(document) + " " + meta.named("og:locale");
    this.order =
        DayOrder.monthFirst(locale.toLowerCase(Locale.ROOT).replace('_', '-').contains("en-us"));
  }

  DayOrder order() {
    return order;
  }

  /**
   * @param headLines short blocks around the title and the beginning and end of the body, the
   *     nearest first
   * @param notes short blocks of a wider surrounding, for a page that shows no date otherwise
   */
  @Nullable Resolved published(List<String> headLines, List<String> notes) {
    Resolved found = stated(headLines);
    found = found != null ? found : lines(notes);
    return found == null ? null : local(found, headLines);
  }

  /**
   * A stamp in universal time can be a day off the day that the page prints: where the address, a
   * stamp with an offset or a line near the title shows a neighbouring day, that one counts.
   */
  private Resolved local(Resolved found, List<String> headLines) {
    if (!universal.contains(found.value())) {
      return found;
    }
    LocalDate day = LocalDate.parse(found.value().substring(0, 10));
    for (String text : meta.all("published")) {
      Resolved other = OFFSET.matcher(text).find() ? value(text, "meta", 0.95) : null;
      if (other != null && isNeighbour(day, other)) {
        return other;
      }
    }
    Resolved other = url();
    if (other != null && isNeighbour(day, other)) {
      return other;
    }
    other = lines(headLines);
    return other != null && isNeighbour(day, other) ? other : found;
  }

  private static boolean isNeighbour(LocalDate day, Resolved other) {
    LocalDate others = LocalDate.parse(other.value().substring(0, 10));
    return Math.abs(others.toEpochDay() - day.toEpochDay()) == 1;
  }

  private @Nullable Resolved stated(List<String> headLines) {
    Resolved found = value(data.hasArticle() ? data.text("datePublished") : null, "json-ld", 0.99);
    found = found != null ? found : metaDate("published");
    found = found != null ? found : microdata("datePublished");
    found = found != null ? found : value(data.anyText("datePublished"), "json-ld", 0.9);
    found = found != null ? found : url();
    found = found != null ? found : timeElement();
    found = found != null ? found : lines(headLines);
    found = found != null ? found : named();
    found = found != null ? found : value(data.anyText("dateCreated"), "json-ld", 0.7);
    found = found != null ? found : value(data.anyText("uploadDate"), "json-ld", 0.6);
    found = found != null ? found : script();
    return found != null ? found : titleDate();
  }

  /** What the page's own program calls the date of publication. */
  private @Nullable Resolved script() {
    for (Element script : parts.scripts()) {
      String code = script.data();
      Matcher m = IN_SCRIPT.matcher(code.length() > MAX_SCRIPT ? "" : code);
      if (m.find()) {
        return value(m.group(1), "script", 0.6);
      }
    }
    return null;
  }

  /** A date that is a piece of the {@code <title>} ("Pier opens | Herald | 28.04.2023"). */
  private @Nullable Resolved titleDate() {
    String title = document.title();
    int cut = title.lastIndexOf('|');
    return cut < 0 ? null : value(title.substring(cut + 1), "visible-text", 0.6);
  }

  @Nullable Resolved updated() {
    Resolved found = value(data.text("dateModified"), "json-ld", 0.95);
    found = found != null ? found : metaDate("updated");
    return found != null ? found : microdata("dateModified");
  }

  private @Nullable Resolved metaDate(String field) {
    for (String text : meta.all(field)) {
      Resolved found = value(text, "meta", 0.95);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Resolved microdata(String property) {
    for (Element element : parts.properties()) {
      if (!element.attr("itemprop").strip().equalsIgnoreCase(property)) {
        continue;
      }
      Resolved found = value(stamp(element), "microdata", 0.93);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String stamp(Element element) {
    for (String name :
        List.of("datetime", "content", "title", "data-datetime", "data-time", "data-date")) {
      String value = element.attr(name);
      if (value.length() >= 8 && Dates.first(value) != null) {
        return value;
      }
    }
    return ShortText.of(element, 200);
  }

  private @Nullable Resolved timeElement() {
    Resolved first = null;
    for (Element time : parts.times()) {
      boolean other = time.nameIs("abbr") && !isDated(time);
      if (other || Elsewhere.is(time)) {
        continue;
      }
      boolean update = UPDATE.matcher(time.className() + " " + around(time)).find();
      Resolved found = value(stamp(time), "time-element", update ? 0.6 : 0.9);
      if (found != null && (!update || first == null)) {
        if (!update) {
          return found;
        }
        first = found;
      }
    }
    return first;
  }

  private static boolean isDated(Element abbr) {
    return abbr.hasClass("published")
        || abbr.hasClass("date")
        || abbr.hasClass("dt-published")
        || abbr.hasAttr("itemprop");
  }

  private static String around(Element element) {
    return ShortText.of(element.parent(), 80);
  }

  private @Nullable Resolved url() {
    for (String address : addresses()) {
      Matcher m = IN_URL.matcher(address);
      while (m.find()) {
        Resolved found =
            value(m.group("y") + "-" + two(m.group("m")) + "-" + two(m.group("d")), "url", 0.9);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private List<String> addresses() {
    List<String> addresses = new java.util.ArrayList<>();
    for (Element link : parts.canonical()) {
      addresses.add(link.attr("href"));
    }
    String og = meta.named("og:url");
    if (og != null) {
      addresses.add(og);
    }
    if (uri != null) {
      addresses.add(uri);
    }
    return addresses;
  }

  private static String two(String digits) {
    return digits.length() < 2 ? "0" + digits : digits;
  }

  private @Nullable Resolved lines(List<String> lines) {
    Resolved update = null;
    for (String line : lines) {
      if (line.length() > 160) {
        continue;
      }
      for (PrintedDate date : Dates.all(line)) {
        Resolved found = resolved(date, "visible-text", 0.8);
        if (found != null) {
          int from = Math.max(0, date.range().start() - 25);
          if (!UPDATE.matcher(line.substring(from, date.range().start())).find()) {
            return found;
          }
          update = update == null ? found : update;
        }
      }
    }
    return update;
  }

  private @Nullable Resolved named() {
    int tried = 0;
    for (Node node = document;
        node != null && tried <= 200;
        node = ShortText.next(node, document)) {
      if (!(node instanceof Element element) || element.attributesSize() == 0) {
        continue;
      }
      String names = element.className() + " " + element.id();
      if (names.length() > 1
          && names.length() < 120
          && DATE_NAME.matcher(names).find()
          && element.childNodeSize() < 20
          && !Elsewhere.is(element)) {
        tried++;
        String text = ShortText.of(element, 120);
        PrintedDate date = text.length() > 120 ? null : Dates.first(text);
        Resolved found = date == null ? null : resolved(date, "visible-text", 0.7);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Resolved value(@Nullable String text, String method, double confidence) {
    if (text == null || text.length() > 200) {
      return null;
    }
    String stripped = text.strip();
    if (EPOCH.matcher(stripped).matches()) {
      long seconds = Long.parseLong(stripped.substring(0, 10));
      return plausible(LocalDate.ofEpochDay(seconds / 86_400), null, method, confidence - 0.1);
    }
    PrintedDate date = Dates.first(stripped);
    Resolved found = date == null ? null : resolved(date, method, confidence);
    if (found != null && UNIVERSAL.matcher(stripped).find()) {
      universal.add(found.value());
    }
    return found;
  }

  private @Nullable Resolved resolved(PrintedDate date, String method, double confidence) {
    LocalDate day = order.day(date);
    return day == null ? null : plausible(day, date, method, confidence);
  }

  private @Nullable Resolved plausible(
      LocalDate day, @Nullable PrintedDate printed, String method, double confidence) {
    if (day.isBefore(OLDEST)
        || latest != null && day.isAfter(latest.plusDays(1))
        || day.getYear() > 2100) {
      return null;
    }
    String value = PrintedDate.iso(day, printed == null ? null : printed.time());
    return new Resolved(value, method, Confidence.of(confidence), null);
  }
}
