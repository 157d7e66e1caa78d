package dateline.attribution;

import dateline.language.Analysis;
import dateline.language.Token;
import dateline.model.Actor;
import dateline.model.Actor.Mention;
import dateline.model.Attribution;
import dateline.model.Confidence;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.model.Statement.Type;
import dateline.model.Statement.Venue;
import dateline.model.TimeExpression;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns attributions into statements: source and addressee become actors, times become dates.
 * Immutable and thread-safe.
 *
 * <p>A statement's date is, in this order: a day named in the cue's clause ({@code in-clause}); the
 * date of the statement that it continues; that of the same speaker's last dated statement ({@code
 * same-speaker}); the day of publication, for reported speech only ({@code published}).
 */
public final class StatementBuilder {

  private static final Pattern DAY =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T(\\d{2}:\\d{2}(Z|[+-]\\d{2})?|[A-Z]{2}))?");

  /** Characters by which a day of another verb counts as further off than one of the cue. */
  private static final int APART = 10_000;

  /**
   * An open guess, and marked as one: most reports quote what was said that day or the day before.
   */
  private static final double BY_PUBLICATION = 0.4;

  private static final double BY_SPEAKER = 0.6;

  private static final Comparator<TimeExpression> BY_START =
      Comparator.comparingInt(time -> time.span().get(0).start());

  private StatementBuilder() {}

  public static StatementBuilder create() {
    return new StatementBuilder();
  }

  /**
   * @param attributions in text order
   * @param published the article's day, when it is known
   * @return one statement an attribution, in the same order, with ids s1, s2 …
   */
  public List<Statement> build(
      Analysis analysis,
      List<Attribution> attributions,
      List<Actor> actors,
      List<TimeExpression> times,
      @Nullable Resolved published) {
    Resolver resolver = new Resolver(analysis, actors, times, published);
    List<Statement> statements = new ArrayList<>(attributions.size());
    for (Attribution attribution : attributions) {
      statements.add(resolver.statement(attribution, statements));
    }
    return List.copyOf(statements);
  }

  private record Named(Actor actor, Span span) {}

  /** The resolution of one article's statements. */
  private static final class Resolver {

    private final Analysis analysis;
    private final List<Named> mentions = new ArrayList<>();
    private final List<TimeExpression> times;

    /** Each speaker's last date that the text itself names. */
    private final Map<String, Resolved> lastDate = new HashMap<>();

    private final @Nullable Resolved published;

    Resolver(
        Analysis analysis,
        List<Actor> actors,
        List<TimeExpression> times,
        @Nullable Resolved published) {
      this.analysis = analysis;
      this.times = times.stream().filter(Resolver::isDay).sorted(BY_START).toList();
      this.published = published;
      for (Actor actor : actors) {
        for (Mention mention : actor.mentions()) {
          mention.span().forEach(span -> mentions.add(new Named(actor, span)));
        }
      }
      mentions.sort((a, b) -> a.span().compareTo(b.span()));
    }

    Statement statement(Attribution attribution, List<Statement> before) {
      Statement continued = attribution.partOf() == null ? null : before.get(attribution.partOf());
      String speaker = actor(attribution.source());
      if (speaker == null && attribution.source().isEmpty() && continued != null) {
        speaker = continued.speaker();
      }
      return new Statement(
          "s" + (before.size() + 1),
          attribution.kind(),
          attribution.type(),
          attribution.content(),
          attribution.cue(),
          attribution.source(),
          speaker,
          actor(attribution.addressee()),
          attribution.venue().isEmpty() ? null : new Venue(attribution.venue()),
          date(attribution, speaker, continued),
          continued == null ? null : continued.id(),
          attribution.parent() == null ? null : before.get(attribution.parent()).id(),
          Confidence.of(attribution.confidence()));
    }

    // -------------------------------------------------------------- who

    /**
     * Id of the actor that a phrase stands for: of a mention that is the whole phrase, else of the
     * shortest one that holds its head. Null when there is none, and for two actors joined by "and"
     * that no one mention covers.
     */
    private @Nullable String actor(List<Span> phrase) {
      if (phrase.isEmpty()) {
        return null;
      }
      Span whole = new Span(phrase.get(0).start(), phrase.get(phrase.size() - 1).end());
      Span head = head(whole);
      Named best = null;
      for (int i = firstMention(whole.start()); i < mentions.size(); i++) {
        Named named = mentions.get(i);
        if (named.span().start() >= whole.end()) {
          break;
        }
        if (named.span().equals(whole)) {
          return named.actor().id();
        }
        boolean shorter = best == null || named.span().length() < best.span().length();
        if (named.span().contains(head) && shorter) {
          best = named;
        }
      }
      boolean joined = best != null && isJoined(whole, best);
      return best == null || joined ? null : best.actor().id();
    }

    /** Index of the first mention that may reach into a span; mentions are short. */
    private int firstMention(int start) {
      int low = 0;
      int high = mentions.size();
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (mentions.get(mid).span().start() < start - 200) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low;
    }

    /** Whether the phrase names a second actor beside the found one: "Armenia and Azerbaijan". */
    private boolean isJoined(Span whole, Named found) {
      int end = found.span().end();
      for (Token token : analysis.tokensIn(analysis.codePoints().range(whole))) {
        Span span = analysis.span(token.range());
        if (token.lower().equals("and") && span.start() >= end && span.start() - end <= 1) {
          return isOther(span.end() + 1, found.actor());
        }
      }
      return false;
    }

    /** Whether a mention of another actor starts at an offset. */
    private boolean isOther(int start, Actor actor) {
      for (int i = firstMention(start); i < mentions.size(); i++) {
        Named named = mentions.get(i);
        if (named.span().start() > start) {
          return false;
        }
        if (named.span().start() == start && !named.actor().id().equals(actor.id())) {
          return true;
        }
      }
      return false;
    }

    /** The word of a phrase that the others depend on; its last word when untagged. */
    private Span head(Span phrase) {
      List<Token> tokens = analysis.tokensIn(analysis.codePoints().range(phrase));
      if (tokens.isEmpty()) {
        return phrase;
      }
      int first = tokens.get(0).index();
      int end = tokens.get(tokens.size() - 1).index() + 1;
      for (Token token : tokens) {
        boolean word = Character.isLetterOrDigit(token.text().codePointAt(0));
        boolean outside = token.head() < first || token.head() >= end || token.isRoot();
        if (token.head() >= 0 && word && outside) {
          return analysis.span(token.range());
        }
      }
      return analysis.span(tokens.get(tokens.size() - 1).range());
    }

    // -------------------------------------------------------------- when

    private @Nullable Resolved date(
        Attribution attribution, @Nullable String speaker, @Nullable Statement continued) {
      Resolved inClause = inClause(attribution);
      if (inClause != null) {
        if (speaker != null && attribution.type() == Type.COMMUNICATION) {
          lastDate.put(speaker, inClause);
        }
        return inClause;
      }
      if (attribution.type() != Type.COMMUNICATION) {
        return null;
      }
      if (continued != null) {
        return continued.date();
      }
      Resolved same = speaker == null ? null : lastDate.get(speaker);
      return same == null
          ? byPublication(attribution)
          : new Resolved(same.value(), "same-speaker", BY_SPEAKER, same.span());
    }

    /**
     * A day in the cue's sentence, outside source and content: one that hangs on the cue itself
     * ("On Monday, after Sunday's talks, he said"), else the nearest.
     */
    private @Nullable Resolved inClause(Attribution attribution) {
      if (attribution.cue().isEmpty()) {
        return null;
      }
      Span cue = attribution.cue().get(0);
      Span sentence =
          analysis.span(analysis.sentenceAt(analysis.codePoints().toUtf16(cue.start())).range());
      TimeExpression best = null;
      int nearest = Integer.MAX_VALUE;
      for (int i = firstTime(sentence.start()); i < times.size(); i++) {
        TimeExpression time = times.get(i);
        if (time.span().get(0).start() >= sentence.end()) {
          break;
        }
        int away = Math.abs(time.span().get(0).start() - cue.start());
        int distance = hangsOn(time.span().get(0), cue) ? away : away + APART;
        if (sentence.contains(time.span().get(0))
            && isOutside(time.span().get(0), attribution)
            && distance < nearest) {
          best = time;
          nearest = distance;
        }
      }
      return best == null || best.value() == null
          ? null
          : new Resolved(
              best.value(), "in-clause", Confidence.of(best.confidence() * 0.9), best.span());
    }

    /** Whether the head of some words is in the cue; false when no model has read the text. */
    private boolean hangsOn(Span words, Span cue) {
      List<Token> tokens = analysis.tokensIn(analysis.codePoints().range(words));
      return tokens.stream()
          .map(Token::head)
          .filter(head -> head >= 0)
          .map(head -> analysis.span(analysis.tokens().get(head).range()))
          .anyMatch(head -> cue.contains(head) && !words.overlaps(head));
    }

    /** Index of the first time that starts at an offset or after it. */
    private int firstTime(int start) {
      int low = 0;
      int high = times.size();
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (times.get(mid).span().get(0).start() < start) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low;
    }

    private static boolean isDay(TimeExpression time) {
      boolean point =
          time.type() == TimeExpression.Type.DATE || time.type() == TimeExpression.Type.TIME;
      return point
          && !time.span().isEmpty()
          && time.value() != null
          && DAY.matcher(time.value()).matches();
    }

    private static boolean isOutside(Span time, Attribution attribution) {
      return attribution.content().stream().noneMatch(time::overlaps)
          && attribution.source().stream().noneMatch(time::overlaps);
    }

    private @Nullable Resolved byPublication(Attribution attribution) {
      if (published == null || published.value().length() < 10 || !isReported(attribution)) {
        return null;
      }
      return new Resolved(published.value().substring(0, 10), "published", BY_PUBLICATION, null);
    }

    /** Whether the cue is a verb that tells of one occasion: "said", "says", "adding". */
    private boolean isReported(Attribution attribution) {
      return attribution.cue().stream()
          .flatMap(span -> analysis.tokensIn(analysis.codePoints().range(span)).stream())
          .anyMatch(
              token -> token.pos().isEmpty() || Set.of("VBD", "VBZ", "VBG").contains(token.pos()));
    }
  }
}
