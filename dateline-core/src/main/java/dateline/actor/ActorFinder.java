package dateline.actor;

import dateline.language.Analysis;
import dateline.model.Actor;
import dateline.model.Actor.Mention;
import dateline.model.Attribution;
import dateline.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the actors of an article with all their mentions: names and their parts, titles and
 * descriptions, capitals that stand for governments, countries that act, peoples, and pronouns; "I"
 * and "we" between quotation marks are whoever is quoted. The words that name a statement's source
 * are always a mention. Immutable and thread-safe; linear in the text.
 */
public final class ActorFinder {

  /** The day on which persons' offices are looked up when the article has none. */
  private static final LocalDate UNDATED = LocalDate.of(2022, 12, 1);

  private ActorFinder() {}

  public static ActorFinder create() {
    return new ActorFinder();
  }

  /**
   * @param attributions whose sources become mentions
   * @param published the article's day, for persons whose office changes; null when unknown
   * @return in order of first mention, with ids {@code a1}, {@code a2} …; mentions in text order
   */
  public List<Actor> find(
      Analysis analysis, List<Attribution> attributions, @Nullable LocalDate published) {
    if (analysis.tokens().isEmpty()) {
      return List.of();
    }
    LocalDate day = published == null ? UNDATED : published;
    Speech speech = new Speech(analysis, attributions);
    int from = datelineEnd(analysis);
    Cast cast = new Cast(analysis, speech);
    cast.add(NominalFinder.find(analysis, speech, day, from));
    Figure[] speakers = new Sources(analysis, speech, cast, day).name();
    new Pronouns(analysis, speech, speakers).resolve(cast.mentions(), from);
    return actors(analysis, cast.figures());
  }

  /** First token of the report; 0 without a dateline. */
  private static int datelineEnd(Analysis analysis) {
    int at = 0;
    while (at < analysis.tokens().size() && analysis.tokens().get(at).start() < analysis.report()) {
      at++;
    }
    return at;
  }

  private static List<Actor> actors(Analysis analysis, List<Figure> figures) {
    List<Figure> present = new ArrayList<>();
    for (Figure figure : figures) {
      if (!figure.mentions.isEmpty()) {
        present.add(figure);
      }
    }
    present.sort(Comparator.comparingInt(ActorFinder::first));
    List<Actor> actors = new ArrayList<>(present.size());
    for (Figure figure : present) {
      actors.add(
          new Actor(
              "a" + (actors.size() + 1),
              figure.name,
              figure.kind,
              figure.country,
              figure.sectors,
              figure.role,
              mentions(analysis, figure)));
    }
    return List.copyOf(actors);
  }

  private static int first(Figure figure) {
    return figure.mentions.stream().mapToInt(Figure.Mention::start).min().orElseThrow();
  }

  private static List<Mention> mentions(Analysis analysis, Figure figure) {
    TreeMap<Span, Mention> mentions = new TreeMap<>();
    for (Figure.Mention mention : figure.mentions) {
      Span span = analysis.span(analysis.range(mention.start(), mention.end()));
      mentions.putIfAbsent(span, new Mention(List.of(span), mention.form()));
    }
    return List.copyOf(mentions.values());
  }
}
