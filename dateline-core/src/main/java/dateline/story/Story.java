package dateline.story;

import dateline.model.Coded;
import dateline.model.PloverType;
import dateline.model.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several articles tell of one happening, laid side by side.
 *
 * @param title the headline of the article that came first
 * @param first when the first article was published; null when no article says
 * @param last when the last was
 * @param articles by time of publication
 * @param texts the articles by text: those with the same one are near copies of each other; the
 *     most reprinted first
 * @param outlets how many there are
 * @param sources independent ones: an agency and all who print its text are one
 * @param events by date
 * @param statements by first telling
 */
public record Story(
    @Nullable String title,
    @Nullable String first,
    @Nullable String last,
    List<Member> articles,
    List<Text> texts,
    int outlets,
    List<String> sources,
    List<SameEvent> events,
    List<SameStatement> statements) {

  public Story {
    articles = List.copyOf(articles);
    texts = List.copyOf(texts);
    sources = List.copyOf(sources);
    events = List.copyOf(events);
    statements = List.copyOf(statements);
  }

  /**
   * An article of the story.
   *
   * @param source whose report it is: the agency's, else the outlet's
   * @param because why it is in the story; empty for the first article
   */
  public record Member(
      String article,
      @Nullable String title,
      String outlet,
      @Nullable String published,
      @Nullable String uri,
      String source,
      List<String> because) {

    public Member {
      because = List.copyOf(because);
    }
  }

  /**
   * One text and the articles that print it, whole or cut.
   *
   * @param source whose it is
   * @param isAgency whether that is an agency, which another article or the line above this one
   *     says
   */
  public record Text(String source, boolean isAgency, List<String> articles, List<String> outlets) {

    public Text {
      articles = List.copyOf(articles);
      outlets = List.copyOf(outlets);
    }
  }

  /**
   * One thing that somebody said, in all its tellings.
   *
   * @param speaker the fullest name; null when nobody names one
   * @param spellings other names that articles print for the speaker
   * @param longest the longest form, quoted if anybody quotes it
   * @param isContested whether a printed form contradicts another
   * @param variants the longest form first, then by number of articles
   */
  public record SameStatement(
      @Nullable String speaker,
      List<String> spellings,
      String longest,
      @Nullable String first,
      int articles,
      int sources,
      boolean isContested,
      List<Variant> variants) {

    public SameStatement {
      spellings = List.copyOf(spellings);
      variants = List.copyOf(variants);
    }
  }

  /** How a form of a statement stands to its longest form. */
  public enum Form implements Coded {
    /** The longest form itself, or the same words. */
    WHOLE,
    /** Part of it. */
    CUT,
    /** Quoted, with some words changed against a better supported form. */
    ALTERED,
    /** Quoted in other words, as another translation would have it. */
    REWORDED,
    /** Told in the article's own words. */
    INDIRECT
  }

  /**
   * One form of a statement.
   *
   * @param difference from the longest form; empty when told indirectly
   * @param tellings by time
   */
  public record Variant(
      Form form, String words, List<WordDiff.Piece> difference, List<Telling> tellings) {

    public Variant {
      difference = List.copyOf(difference);
      tellings = List.copyOf(tellings);
    }
  }

  /**
   * Where a form stands.
   *
   * @param revision of the article that had it before it was changed, from 1; null: it stands there
   *     still
   */
  public record Telling(
      String article,
      String statement,
      String outlet,
      String source,
      @Nullable String published,
      Statement.Kind kind,
      @Nullable Integer revision) {}

  /** How an event stands in the eyes of those who report it. */
  public enum Standing implements Coded {
    /** Two or more independent sources report it in their own voice. */
    CORROBORATED,
    /** One source reports it in its own voice. */
    REPORTED,
    /** Speakers of more than one side say so; nobody reports it in their own voice. */
    CLAIMED_BY_SEVERAL,
    /** One speaker or side says so. */
    CLAIMED,
    /** Some say so or report it, and others deny it. */
    CONTESTED,
    /** It is only denied. */
    DENIED,
    /** It is spoken of as planned, possible or conditional only. */
    EXPECTED
  }

  /**
   * One event in all its reports.
   *
   * @param day ISO date; null when nobody tells
   * @param actors names, the most told first
   * @param reports articles that tell it
   * @param outlets among them
   * @param independentSources agencies and outlets whose own reports they are
   * @param ownVoice how many of those sources report it in their own voice
   * @param claimedBy speakers who say that it happened
   * @param deniedBy speakers who deny it
   * @param details what is told about it, conflicting values side by side
   */
  public record SameEvent(
      PloverType type,
      @Nullable String day,
      @Nullable String place,
      List<String> actors,
      List<String> recipients,
      Standing standing,
      int reports,
      int outlets,
      int independentSources,
      int ownVoice,
      List<String> claimedBy,
      List<String> deniedBy,
      List<Detail> details,
      List<Mention> mentions) {

    public SameEvent {
      actors = List.copyOf(actors);
      recipients = List.copyOf(recipients);
      claimedBy = List.copyOf(claimedBy);
      deniedBy = List.copyOf(deniedBy);
      details = List.copyOf(details);
      mentions = List.copyOf(mentions);
    }
  }

  /**
   * One value of one detail.
   *
   * @param what killed, injured, arrested, displaced
   * @param value as a number or bounds: "12", "at least 10", "10 to 12"
   * @param sources that tell it
   * @param first when it was first told
   */
  public record Detail(String what, String value, List<String> sources, @Nullable String first) {

    public Detail {
      sources = List.copyOf(sources);
    }
  }

  /** Where an event is told, with the words. */
  public record Mention(
      String article, String event, String outlet, String source, String words, boolean ownVoice) {}
}
