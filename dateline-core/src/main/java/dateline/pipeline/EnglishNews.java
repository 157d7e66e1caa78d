package dateline.pipeline;

import dateline.attribution.AttributionFinder;
import dateline.attribution.StatementBuilder;
import dateline.language.NewsEnglish;
import dateline.page.PageReader;
import dateline.time.TimeTagger;
import java.util.List;

/** The shipped readers: news in English. */
public final class EnglishNews {

  private EnglishNews() {}

  public static Subjects subjects() {
    return new Subjects(
        PageReader.create()::read,
        NewsEnglish.load(),
        AttributionFinder.create()::find,
        (analysis, attributions, published) -> List.of(),
        TimeTagger.create()::tag,
        draft -> List.of(),
        StatementBuilder.create()::build,
        (analysis, actors, statements, times, places, published) -> List.of());
  }
}
