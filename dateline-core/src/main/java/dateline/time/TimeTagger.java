package dateline.time;

import dateline.data.Resource;
import dateline.language.Analysis;
import dateline.model.Confidence;
import dateline.model.TimeExpression;
import dateline.text.CharRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds times in English news and tells what they mean, after TimeML's TIMEX3 (DATE, TIME,
 * DURATION, SET; ISO 8601 values).
 *
 * <p>Rules are data ({@code time/rules.tsv}); what depends on the article — which Tuesday, which
 * September — is worked out from the day of publication and the tense of the clause, or, in a long
 * tale of the past and when no day of publication is known, from the time last mentioned. Linear in
 * the text's length. Immutable and thread-safe.
 */
public final class TimeTagger {

  private final Finder finder;
  private final Resolver resolver;

  private TimeTagger(Finder finder, Resolver resolver) {
    this.finder = finder;
    this.resolver = resolver;
  }

  /**
   * Loads the rules.
   *
   * @throws IllegalStateException when the installation lacks a data file
   */
  public static TimeTagger create() {
    return of(Resource.table("time/rules.tsv"));
  }

  /**
   * With other rules than the installed ones.
   *
   * @param rules rows like those of {@code time/rules.tsv}
   * @throws IllegalArgumentException when a rule is no good; the message names it
   */
  public static TimeTagger of(List<String[]> rules) {
    Words words = Words.load();
    Holidays holidays = Holidays.load();
    RuleBook book = RuleBook.of(rules, words, holidays);
    Resolver resolver = new Resolver(holidays);
    book.rules().forEach(rule -> resolver.recipe(rule.recipe()));
    return new TimeTagger(new Finder(book, new Reader(words, holidays)), resolver);
  }

  /**
   * The times of a text.
   *
   * @param published the day of publication, in the outlet's own time; null when not known
   * @return in text order, not overlapping, ids {@code t1}, {@code t2} …; spans are code points
   *     into the text
   */
  public List<TimeExpression> tag(Analysis analysis, @Nullable LocalDate published) {
    return tag(analysis, Today.published(published));
  }

  /**
   * The times of a text that may have been filed on another day than that of its publication.
   *
   * @param today null when no day is known
   */
  public List<TimeExpression> tag(Analysis analysis, @Nullable Today today) {
    List<Lexemes> paragraphs = new ArrayList<>();
    for (CharRange paragraph : analysis.paragraphs()) {
      paragraphs.add(Lexemes.of(analysis, paragraph));
    }
    boolean narrative = Narrative.isOne(paragraphs, today == null ? null : today.day());
    Story story = new Story(today, narrative);
    List<TimeExpression> times = new ArrayList<>();
    for (Lexemes lexemes : paragraphs) {
      for (Match match : finder.find(new Stretch(analysis, lexemes, narrative))) {
        TimeExpression.Type type = match.rule().type();
        if (type != null) {
          times.add(time(analysis, match, type, story, "t" + (times.size() + 1)));
        }
      }
    }
    return List.copyOf(times);
  }

  private TimeExpression time(
      Analysis analysis, Match match, TimeExpression.Type type, Story story, String id) {
    Rule rule = match.rule();
    CharRange range = match.lexemes().range(match.first(), match.end());
    Tense tense =
        Tense.at(analysis, analysis.tokenAt(range.start()), analysis.tokenAt(range.end()));
    Resolution resolution = resolver.recipe(rule.recipe()).resolve(match, story, tense);
    story.mention(id, resolution, match);
    return new TimeExpression(
        id,
        List.of(analysis.span(range)),
        type,
        resolution.value(),
        mod(match),
        resolution.anchor(),
        rule.name(),
        Confidence.of(resolution.value() == null ? rule.confidence() / 2 : rule.confidence()));
  }

  private static @Nullable String mod(Match match) {
    if (match.rule().mod() != null) {
      return match.rule().mod();
    }
    for (Kind kind : List.of(Kind.MODA, Kind.MODN, Kind.MODC, Kind.ABOUT)) {
      if (match.has(kind)) {
        return match.value(kind);
      }
    }
    return null;
  }
}
