package dateline.page;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.model.Comment;
import dateline.model.Resolved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads HTML pages. */
final class HtmlReader {

  /** Fewer characters of an article that is not free are its beginning, in the shared sets. */
  private static final int SHORT_OF_PAID = 1_200;

  private static final Pattern TEMPLATE =
      Pattern.compile("(</?)template(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2}(?:[-_].*)?");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S{3,2000}");

  private final MarkupWords words = MarkupWords.load();

  /**
   * @param aligned whether to tell where the article's characters stand in the page
   * @param latest no date after it is plausible; null when the day of the fetch is unknown
   */
  Reading read(String html, @Nullable String uri, @Nullable LocalDate latest, boolean aligned)
      throws PageException {
    Document document = parse(html, uri == null ? "" : uri, aligned);
    PageParts parts = PageParts.of(document);
    JsonLd data = JsonLd.of(parts);
    MetaTags meta = MetaTags.of(parts);
    SourceTracker tracker = aligned ? new SourceTracker(html) : null;
    PageTree tree = PageTree.of(document.body(), words, tracker);
    BodyFinder finder = new BodyFinder(tree);
    Box container = finder.container();
    List<Block> body =
        container == null
            ? List.of()
            : StatedBody.agreed(finder.body(container), data.text("articleBody"));
    Paragraphs paragraphs = new Paragraphs();
    body.forEach(block -> paragraphs.add(block.text()));
    String outlet = outlet(data, meta);
    List<String> above = finder.above(body);
    List<String> below = finder.below(body);
    List<String> around = new ArrayList<>(above);
    around.addAll(below);
    PublicationDates dates = new PublicationDates(document, parts, data, meta, uri, latest);
    Resolved published = dates.published(around, finder.notes(body));
    return new Reading(
        Titles.of(document, data, meta, tree, finder.start(body), outlet),
        outlet,
        language(document, data, meta),
        published,
        dates.updated(),
        new HtmlBylines(document, parts, data, meta, tree, body, above, below, outlet).read(),
        container == null ? List.of() : HtmlImages.read(finder.figures(container)),
        paragraphs.text(),
        paragraphs.ranges(),
        section(data, meta),
        canonical(parts, meta),
        container != null && isTruncated(finder, container, data, paragraphs.text()),
        comments(finder, container, tree, data, dates, published),
        List.of(),
        tracker == null ? null : tracker.alignment(body, paragraphs.text()));
  }

  /**
   * Parses as browsers do. Stray {@code <template>} tags can bring jsoup 1.24 to an inner check
   * that fails; then they are made plain elements of the same length, so that offsets hold.
   */
  private static Document parse(String html, String uri, boolean aligned) throws PageException {
    try {
      return Parser.htmlParser().setTrackPosition(aligned).parseInput(html, uri);
    } catch (RuntimeException e) {
      String plain = TEMPLATE.matcher(html).replaceAll("$1x-plates");
      try {
        return Parser.htmlParser().setTrackPosition(aligned).parseInput(plain, uri);
      } catch (RuntimeException again) {
        throw new PageException(
            Reason.UNREADABLE, null, "the markup can't be parsed: " + again.getMessage());
      }
    }
  }

  private static List<Comment> comments(
      BodyFinder finder,
      @Nullable Box container,
      PageTree tree,
      JsonLd data,
      PublicationDates dates,
      @Nullable Resolved published) {
    LocalDate day = published == null ? null : LocalDate.parse(published.value().substring(0, 10));
    HtmlComments reader = new HtmlComments(tree, dates.order(), day);
    List<Comment> comments = reader.read();
    if (comments.isEmpty() && container != null) {
      comments = reader.lines(finder.unmarkedComments(container));
    }
    return comments.isEmpty() ? HtmlComments.stated(data) : comments;
  }

  /** A paid article is cut short when the page says so, or when little of it is there. */
  private static boolean isTruncated(BodyFinder finder, Box container, JsonLd data, String text) {
    return data.isPaid() && text.length() < SHORT_OF_PAID || finder.isPaywalled(container);
  }

  static @Nullable String outlet(JsonLd data, MetaTags meta) {
    String site = meta.first("outlet");
    if (site != null) {
      return site;
    }
    List<String> publisher = data.names("publisher");
    return publisher.isEmpty() ? null : publisher.get(0);
  }

  private static @Nullable String section(JsonLd data, MetaTags meta) {
    String section = data.text("articleSection");
    return section != null ? section : meta.first("section");
  }

  private static @Nullable String language(Document document, JsonLd data, MetaTags meta) {
    for (String tag :
        new String[] {lang(document), data.text("inLanguage"), meta.named("og:locale")}) {
      if (tag != null && LANGUAGE.matcher(tag).matches()) {
        return tag.substring(0, 2).toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  /** What the root element says is the page's language; empty when it says nothing. */
  static String lang(Document document) {
    Element root = document.firstElementChild();
    return root == null ? "" : root.attr("lang");
  }

  private static @Nullable String canonical(PageParts parts, MetaTags meta) {
    String address = meta.named("og:url");
    for (Element link : parts.canonical()) {
      if (link.hasAttr("href")) {
        address = link.absUrl("href");
        break;
      }
    }
    return address != null && ADDRESS.matcher(address).matches() ? address : null;
  }
}
