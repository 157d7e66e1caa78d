package dateline.page;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.model.Article.Image;
import dateline.model.Comment;
import dateline.model.Confidence;
import dateline.model.Resolved;
import dateline.text.Alignment;
import dateline.text.CharRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain-text scrapes of news pages: lines in page order with furniture, credits and comments
 * between them.
 *
 * <p>One pass over the lines. The head (title, byline, dates, first image) goes on to the first
 * line that is prose; the body takes prose and the short headings between it; a comments' heading
 * ends it.
 */
final class ScrapeReader {

  /** More lines that are not blank are no news page. */
  static final int MAX_LINES = 100_000;

  /** Lines above the article; what stands below them is no title and no byline. */
  private static final int LONGEST_HEAD = 300;

  /** Lines of a body among which credits of images are looked for. */
  private static final int MOST_CREDITED = 5_000;

  /** Lines that tell in what order the page prints day and month. */
  private static final int ORDER_SAMPLE = 2_000;

  /** Shorter lines that end like a sentence may still be a title or a caption. */
  private static final int PROSE = 45;

  private static final int LONGEST_FURNITURE = 400;
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?…。！？।](?:[\"'”’»“)\\]]|\\s\\[\\d+\\])*$");
  private static final Pattern BREADCRUMB =
      Pattern.compile("[^.!?>»›|/]{1,40}(?:\\s[>»›|/]\\s[^.!?>»›|/]{1,40}){1,6}");
  private static final Pattern DATED_CREDIT =
      Pattern.compile(
          "^(?:date|datum|fecha|published)?:?\\s?(?<date>\\d{4}-\\d\\d-\\d\\d)\\s+(?<rest>[\"“(©\\p{L}].{5,})$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CAPTION_LABEL =
      Pattern.compile(
          "^(?:image|photo|bild|picture)\\s?(?:caption|text|unterschrift|unterzeile)\\s?[,:]?\\s?(?<rest>.*)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PIECES = Pattern.compile("\\s+[|·•]\\s+|\\s{2,}|\\s[–—]\\s");
  private static final Pattern NAME_ONLY =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’-]+(?:\\s(?:de|van|von|der|la|bin|al|\\p{Lu}\\.))?(?:\\s\\p{Lu}[\\p{L}\\p{M}.'’-]+){1,3}");

  private final Phrases phrases = Phrases.load("page/scrape-lines.tsv");

  /** One non-blank line. */
  private record Line(CharRange range, String text, boolean afterBlank) {
    String key() {
      return Phrases.key(text);
    }
  }

  /**
   * @param aligned whether to tell where each line of the article stands in the source
   * @throws PageException when the text has more than {@value #MAX_LINES} lines
   */
  Reading read(String source, boolean aligned) throws PageException {
    List<Line> lines = lines(source);
    if (lines.size() > MAX_LINES) {
      throw new PageException(
          Reason.TOO_MANY_ELEMENTS, null, "the text has more than " + MAX_LINES + " lines");
    }
    return new Walk(source, lines, aligned).read();
  }

  private static List<Line> lines(String source) {
    List<Line> lines = new ArrayList<>();
    int last = 0;
    for (CharRange range : Paragraphs.ofLines(source)) {
      boolean blank = isBlank(source, last, range.start());
      lines.add(new Line(range, range.of(source), blank || lines.isEmpty()));
      last = range.end();
    }
    return lines;
  }

  /** Whether two line ends stand between the places. */
  private static boolean isBlank(String source, int from, int to) {
    int ends = 0;
    for (int i = from; i < to && ends < 2; i++) {
      ends += source.charAt(i) == '\n' ? 1 : 0;
    }
    return ends > 1;
  }

  /** The state of one reading. */
  private final class Walk {
    private final String source;
    private final List<Line> lines;
    private final boolean aligned;
    private final DayOrder order;
    private final List<String> titles = new ArrayList<>();
    private final Set<String> byline = new LinkedHashSet<>();
    private final List<Image> images = new ArrayList<>();
    private final List<Line> body = new ArrayList<>();
    private @Nullable LocalDate published;
    private @Nullable String publishedValue;
    private @Nullable String updatedValue;
    private @Nullable String label;

    Walk(String source, List<Line> lines, boolean aligned) {
      this.source = source;
      this.lines = lines;
      this.aligned = aligned;
      this.order = DayOrder.of(lines.stream().limit(ORDER_SAMPLE).map(Line::text).toList());
    }

    Reading read() {
      int start = head();
      int end = body(start);
      Paragraphs paragraphs = new Paragraphs();
      body.forEach(line -> paragraphs.add(line.text()));
      return new Reading(
          title(),
          null,
          null,
          resolved(publishedValue),
          resolved(updatedValue),
          new ArrayList<>(byline),
          images,
          paragraphs.text(),
          paragraphs.ranges(),
          null,
          null,
          false,
          comments(end),
          List.of(),
          aligned ? alignment(paragraphs) : null);
    }

    private Alignment alignment(Paragraphs paragraphs) {
      Alignment.Builder builder = new Alignment.Builder(paragraphs.text(), source);
      for (int i = 0; i < body.size(); i++) {
        builder.add(paragraphs.ranges().get(i), body.get(i).range());
      }
      return builder.build();
    }

    private @Nullable Resolved resolved(@Nullable String value) {
      return value == null ? null : new Resolved(value, "visible-text", Confidence.of(0.9), null);
    }

    private int head() {
      int i = 0;
      while (i < lines.size() && !isBodyStart(i)) {
        i = i < LONGEST_HEAD ? headLine(i) : i + 1;
      }
      return i;
    }

    private boolean isBodyStart(int i) {
      Line line = lines.get(i);
      String text = line.text();
      if (text.length() > PROSE && DatelineParser.parse(text) != null) {
        return true;
      }
      if (!isProse(text) || isFurniture(line) || isHeadImage(i)) {
        return false;
      }
      return i > 0 || !isTitleAbove(text);
    }

    /** A first line that ends like a sentence is a title when the head goes on below it. */
    private boolean isTitleAbove(String text) {
      if (text.length() > 140 || lines.size() < 3) {
        return false;
      }
      for (int i = 1; i < Math.min(5, lines.size()); i++) {
        String below = lines.get(i).text();
        if (Bylines.hasPrefix(below) && below.length() < 120 || isDateLine(below)) {
          return true;
        }
      }
      return !text.endsWith(".");
    }

    private boolean isHeadImage(int i) {
      return image(lines.get(i).text()) != null
          || i > 0 && CAPTION_LABEL.matcher(lines.get(i - 1).text()).matches();
    }

    private int headLine(int i) {
      Line line = lines.get(i);
      String text = line.text();
      Matcher dated = DATED_CREDIT.matcher(text);
      if (dated.matches() && image(dated.group("rest")) != null) {
        takeDates(dated.group("date"));
        takeImage(dated.group("rest"));
        return i + 1;
      }
      Matcher caption = CAPTION_LABEL.matcher(text);
      if (caption.matches()) {
        boolean below = caption.group("rest").isBlank();
        if (below && i + 1 < lines.size()) {
          caption(lines.get(i + 1).text());
        } else {
          caption(caption.group("rest"));
        }
        return below ? i + 2 : i + 1;
      }
      String key = line.key();
      if (phrases.has("published", key) || phrases.has("updated", key)) {
        label = key;
        return i + 1;
      }
      if (image(text) != null) {
        takeImage(text);
      } else if (takeByline(text) || takeDates(text)) {
        label = null;
      } else if (!isFurniture(line)
          && !ScrapeComments.isHeading(phrases, text)
          && !isJobLine(i)
          && !takeBareName(i)) {
        titles.add(text);
      }
      return i + 1;
    }

    private boolean isJobLine(int i) {
      return !byline.isEmpty()
          && lines.get(i).text().length() < 60
          && Bylines.isJob(lines.get(i).text());
    }

    /** A name without "By": below the title, beside a date or a job title. */
    private boolean takeBareName(int i) {
      String text = lines.get(i).text();
      if (titles.isEmpty() || !byline.isEmpty() || !NAME_ONLY.matcher(text).matches()) {
        return false;
      }
      boolean beside =
          i + 1 < lines.size()
              && (isDateLine(lines.get(i + 1).text())
                  || Bylines.isJob(lines.get(i + 1).text())
                      && lines.get(i + 1).text().length() < 60);
      if (beside) {
        byline.addAll(Bylines.names(text, null));
      }
      return beside;
    }

    private boolean takeByline(String text) {
      if (text.length() > 200 || !byline.isEmpty() || isProse(text) && text.length() > 100) {
        return false;
      }
      boolean taken = false;
      for (String piece : PIECES.split(text)) {
        if (!taken && Bylines.hasPrefix(piece) && !isDateOnly(piece)) {
          List<String> names = Bylines.names(piece, null);
          byline.addAll(names);
          taken = !names.isEmpty();
        } else if (!taken
            && NAME_ONLY.matcher(piece).matches()
            && !piece.equals(text)
            && isDateLine(text)) {
          byline.addAll(Bylines.names(piece, null));
          taken = true;
        }
      }
      if (taken) {
        takeDates(text);
      }
      return taken;
    }

    private boolean isDateOnly(String piece) {
      PrintedDate date = Dates.first(piece);
      return date != null && date.range().start() < 20 && isDateLine(piece);
    }

    /** Whether a line holds a date and little else. */
    private boolean isDateLine(String text) {
      if (text.length() > 140) {
        return false;
      }
      int letters = letters(text);
      List<PrintedDate> dates = Dates.all(text);
      for (PrintedDate date : dates) {
        letters -= letters(date.range().of(text));
      }
      return !dates.isEmpty() && letters <= 40;
    }

    private static int letters(String text) {
      return (int) text.chars().filter(Character::isLetter).count();
    }

    private boolean takeDates(String text) {
      if (!isDateLine(text) && (byline.isEmpty() || text.length() > 200)) {
        return Dates.isRelative(text);
      }
      int from = 0;
      for (PrintedDate date : Dates.all(text)) {
        String before =
            label != null && from == 0 ? label : text.substring(from, date.range().start());
        from = date.range().end();
        LocalDate day = order.day(date);
        if (day != null) {
          take(before, day, PrintedDate.iso(day, date.time()));
        }
      }
      return from > 0;
    }

    private void take(String before, LocalDate day, String value) {
      if (isUpdate(before)) {
        updatedValue = updatedValue == null ? value : updatedValue;
      } else if (publishedValue == null) {
        publishedValue = value;
        published = day;
      }
    }

    private boolean isUpdate(String before) {
      String key = Phrases.key(before);
      for (String word : phrases.all("updated")) {
        if (key.equals(word)
            || key.endsWith(" " + word)
            || key.startsWith(word + " ")
            || key.contains("| " + word)
            || key.contains("· " + word)) {
          return true;
        }
      }
      return false;
    }

    private void takeImage(String text) {
      Image image = image(text);
      if (image != null) {
        images.add(image);
      }
    }

    /** A caption printed apart belongs to the image whose credit stands just above. */
    private void caption(String text) {
      if (!images.isEmpty()) {
        Image last = images.remove(images.size() - 1);
        images.add(new Image(last.file(), text, last.credit(), last.licence(), last.licenceUrl()));
      }
    }

    private int body(int start) {
      List<Line> pending = new ArrayList<>();
      boolean related = false;
      int i = start;
      for (; i < lines.size(); i++) {
        Line line = lines.get(i);
        String text = line.text();
        if (isCommentsHeading(i) || ScrapeComments.isEnd(phrases, text)) {
          break;
        }
        if (phrases.has("related", line.key())) {
          related = true;
          pending.clear();
        } else if (text.startsWith("©") || text.startsWith("(c)")) {
          continue;
        } else if (i < start + MOST_CREDITED && image(text) != null && !isSpoken(text)) {
          takeImage(text);
        } else if (isFurniture(line) || BodyFinder.isClock(text)) {
          continue;
        } else if (isProse(text) || !related && SENTENCE_END.matcher(text).find()) {
          if (!related || text.length() > 60) {
            related = false;
            body.addAll(pending);
            pending.clear();
            body.add(line);
          }
        } else if (!related) {
          pending.add(line);
        }
      }
      return i;
    }

    private boolean isSpoken(String text) {
      return text.startsWith("“") && !text.contains("licensed") && text.length() > 200;
    }

    /** A bare "Comments" counts only when a comment, or the end of them, follows. */
    private boolean isCommentsHeading(int i) {
      String text = lines.get(i).text();
      if (!ScrapeComments.isHeading(phrases, text)) {
        return false;
      }
      return !body.isEmpty();
    }

    private List<Comment> comments(int heading) {
      if (heading >= lines.size() || ScrapeComments.isEnd(phrases, lines.get(heading).text())) {
        return List.of();
      }
      List<@Nullable String> below = new ArrayList<>();
      for (int i = heading + 1; i < lines.size(); i++) {
        Line line = lines.get(i);
        if (line.afterBlank()) {
          below.add(null);
        }
        if (!phrases.startsWith("comments-tool", line.key()) || line.text().length() > 40) {
          below.add(line.text());
        }
      }
      return new ScrapeComments(phrases, order, published).read(below);
    }

    private @Nullable String title() {
      String best = null;
      for (String title : titles) {
        boolean shouting = title.equals(title.toUpperCase(java.util.Locale.ROOT));
        if (title.split("\\s+").length >= 3 && !shouting) {
          return title;
        }
        best = best == null ? title : best;
      }
      return titles.size() == 1 && images.isEmpty()
          ? best
          : best != null && best.split("\\s+").length >= 3 ? best : null;
    }
  }

  private static @Nullable Image image(String text) {
    if (text.length() > LONGEST_FURNITURE) {
      return null;
    }
    Image image = ImageCredits.parse(text);
    return image == null || image.credit() == null && image.licence() == null ? null : image;
  }

  private static boolean isProse(String text) {
    return text.length() >= PROSE && SENTENCE_END.matcher(text).find() || text.length() > 250;
  }

  private boolean isFurniture(Line line) {
    String text = line.text();
    if (text.length() > LONGEST_FURNITURE) {
      return false;
    }
    String key = line.key();
    if (key.isEmpty() || phrases.has("noise", key) || phrases.has("comment-button", key)) {
      return true;
    }
    if (text.length() < 200 && phrases.startsWith("noise-start", key)) {
      return true;
    }
    return BREADCRUMB.matcher(text).matches()
        && !SENTENCE_END.matcher(text).find()
        && Dates.first(text) == null
        && !Bylines.hasPrefix(text);
  }
}
