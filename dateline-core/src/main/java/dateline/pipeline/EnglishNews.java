package dateline.pipeline;

import dateline.actor.ActorFinder;
import dateline.attribution.AttributionFinder;
import dateline.attribution.StatementBuilder;
import dateline.event.EventFinder;
import dateline.language.NewsEnglish;
import dateline.model.Article.Dateline;
import dateline.page.PageReader;
import dateline.place.Gazetteer;
import dateline.place.Outlets;
import dateline.place.PlaceFinder;
import dateline.place.PlaceHints;
import dateline.text.CharRange;
import dateline.time.TimeTagger;

/** The shipped readers: news in English. */
public final class EnglishNews {

  private EnglishNews() {}

  public static Subjects subjects(Gazetteer gazetteer) {
    return subjects(gazetteer, Outlets.NONE);
  }

  public static Subjects subjects(Gazetteer gazetteer, Outlets outlets) {
    TimeTagger times = TimeTagger.create();
    PlaceFinder places = PlaceFinder.create(gazetteer, outlets);
    return new Subjects(
        PageReader.create()::read,
        NewsEnglish.load(),
        AttributionFinder.create()::find,
        ActorFinder.create()::find,
        (analysis, today) -> times.tag(analysis, today),
        draft -> places.find(draft.analysis(), hints(draft)),
        StatementBuilder.create()::build,
        EventFinder.create()::find);
  }

  private static PlaceHints hints(Draft draft) {
    Dateline line = draft.article().dateline();
    CharRange words =
        line == null || line.span().isEmpty()
            ? null
            : draft.analysis().codePoints().range(line.span().get(0));
    return new PlaceHints(words, draft.article().outlet(), draft.input().uri());
  }
}
