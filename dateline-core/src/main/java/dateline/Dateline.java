package dateline;

import dateline.PageException.Reason;
import dateline.data.Knowledge;
import dateline.language.ModelCard;
import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Source;
import dateline.page.Page;
import dateline.pipeline.Draft;
import dateline.pipeline.EnglishNews;
import dateline.pipeline.NewsPipeline;
import dateline.pipeline.Pipeline;
import dateline.pipeline.Subjects;
import dateline.place.EmbeddedGazetteer;
import dateline.place.Gazetteer;
import dateline.place.Outlets;
import dateline.text.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The front door: reads news pages into records.
 *
 * <pre>{@code
 * Dateline dateline = Dateline.open();
 * ArticleRecord record = dateline.read(PageInput.of(bytes, "page.html"));
 * System.out.println(RecordJson.pretty(record));
 * }</pre>
 *
 * <p>Thread-safe; a record depends on nothing but the input, this release, and the gazetteer and
 * outlets given to it: no network, no clock, no database, no locale. Models are loaded when the
 * first page is read.
 */
public final class Dateline {

  /** This release. */
  public static final String VERSION = "0.1.0";

  /** Name of the release among the {@link #parts}. */
  public static final String SOFTWARE_PART = "software";

  /** Name of the rules that pages are read by among the {@link #parts}. */
  public static final String PAGE_PART = "rules/page";

  /** This release as records name it: {@code dateline 0.1.0}. */
  public static final String SOFTWARE = "dateline " + VERSION;

  private final Subjects subjects;
  private final Pipeline full;
  private final Pipeline pageOnly;
  private final Map<String, String> versions;
  private final List<String> attributions;

  private Dateline(Subjects subjects, Gazetteer gazetteer, Outlets outlets) {
    this.subjects = subjects;
    this.attributions = gazetteer.attributions();
    Map<String, String> all = new TreeMap<>(models());
    all.putAll(gazetteer.imports());
    all.putAll(outlets.versions());
    this.versions = Map.copyOf(all);
    this.full = NewsPipeline.full(subjects);
    this.pageOnly = NewsPipeline.pageOnly(subjects);
  }

  /** Opens with the shipped readers and the embedded gazetteer. */
  public static Dateline open() {
    return open(EmbeddedGazetteer.load());
  }

  /** Opens with the shipped readers and a gazetteer of the caller's choice. */
  public static Dateline open(Gazetteer gazetteer) {
    return open(gazetteer, Outlets.NONE);
  }

  /** Opens with a gazetteer and with what is known of where publications are at home. */
  public static Dateline open(Gazetteer gazetteer, Outlets outlets) {
    return new Dateline(EnglishNews.subjects(gazetteer, outlets), gazetteer, outlets);
  }

  /** Opens with readers of the caller's choice. */
  public static Dateline open(Subjects subjects) {
    return new Dateline(subjects, EmbeddedGazetteer.load(), Outlets.NONE);
  }

  /** What a record depends on besides its input and {@link #VERSION}: name to {@code sha256:…}. */
  public Map<String, String> versions() {
    return versions;
  }

  /**
   * Everything that a record depends on besides its input: {@link #versions}, and the release's own
   * rules by the part of the reading that they serve, name to {@code sha256:…}; under {@value
   * #SOFTWARE_PART}, the release. A part whose value is another reads otherwise.
   */
  public Map<String, String> parts() {
    Map<String, String> parts = new TreeMap<>(versions);
    parts.putAll(Knowledge.hashes());
    parts.put(SOFTWARE_PART, SOFTWARE);
    // Pages are read by the release more than by its rules.
    parts.merge(PAGE_PART, SOFTWARE, (rules, software) -> rules + " " + software);
    return parts;
  }

  /** Names of the {@link #parts} that a record depends on: few when the article is not English. */
  public Set<String> partsOf(ArticleRecord record) {
    Set<String> names = new TreeSet<>(parts().keySet());
    if (!isEnglish(record.article().language())) {
      names.retainAll(models().keySet());
      names.addAll(List.of(SOFTWARE_PART, PAGE_PART, "rules/language"));
    }
    return names;
  }

  /**
   * Sentences that must be shown where this reader's records are: the owners of imported data ask
   * for it. Empty when nothing is imported.
   */
  public List<String> attributions() {
    return attributions;
  }

  /** The shipped models, name to {@code sha256:…}; loads none of them. */
  public static Map<String, String> models() {
    return ModelCard.installed()
        .map(card -> Map.of(card.name(), "sha256:" + card.sha256()))
        .orElse(Map.of());
  }

  /**
   * Reads one page.
   *
   * @throws PageException when nothing can be made of it; anything less is a warning in the record
   */
  public ArticleRecord read(PageInput input) throws PageException {
    Page page = subjects.page().read(input);
    if (Thread.currentThread().isInterrupted()) {
      throw new PageException(Reason.TOO_SLOW, null, "the page was given up after it was read");
    }
    Source source =
        new Source(
            input.uri(),
            page.mediaType(),
            page.charset(),
            Sha256.hex(input.bytes()),
            input.bytes().length,
            input.fetched());
    return run(new Draft(input, source, page), page);
  }

  /**
   * Reads an article again from its record: everything but the page, which stays as it was read.
   * With the same release that gives the same record.
   */
  public ArticleRecord readAgain(ArticleRecord record) {
    Article article = record.article().withSentences(List.of());
    if (article.dateline() != null) {
      article = article.withDateline(article.dateline().withPlace(null));
    }
    Source source = record.source();
    Page page =
        new Page(
            article,
            source.mediaType(),
            source.charset(),
            record.comments(),
            record.provenance().warnings().stream()
                .filter(warning -> !NewsPipeline.WARNINGS.contains(warning.code()))
                .toList());
    PageInput input =
        new PageInput(
            record.id(),
            new byte[0],
            PageInput.Kind.AUTO,
            source.uri(),
            null,
            null,
            null,
            source.fetched());
    return run(new Draft(input, source, page), page);
  }

  private ArticleRecord run(Draft draft, Page page) {
    return (isEnglish(page.article().language()) ? full : pageOnly).run(draft, SOFTWARE, versions);
  }

  /** What can't be told (a single sentence, say) is taken as English. */
  private static boolean isEnglish(@Nullable String language) {
    return language == null || language.equals("en");
  }
}
