package dateline.model;

import dateline.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to whom, in PLOVER (2021) with the closest CAMEO code.
 *
 * @param mode PLOVER mode in lower case, or null
 * @param contexts PLOVER contexts of the article, sorted
 * @param cameo closest CAMEO code (root at least); null when none fits
 * @param score PLOVER's conflict-cooperation value, -10 to +10
 * @param trigger the words that express the event
 * @param mentions triggers of every mention in the article, the first one included, in text order
 * @param actors who did it; every side of a reciprocal event; empty when not told
 * @param place id of the {@link Place}
 * @param assertedBy id of the statement inside whose content the event stands; null: the outlet
 *     itself reports it
 */
public record Event(
    String id,
    PloverType type,
    @Nullable String mode,
    List<String> contexts,
    @Nullable String cameo,
    Quad quad,
    double score,
    List<Span> trigger,
    List<List<Span>> mentions,
    List<Participant> actors,
    List<Participant> recipients,
    @Nullable Resolved date,
    @Nullable String place,
    Factuality factuality,
    @Nullable String assertedBy,
    Harm harm,
    double confidence) {

  public Event {
    contexts = List.copyOf(contexts);
    trigger = List.copyOf(trigger);
    mentions = mentions.stream().map(List::copyOf).toList();
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
    confidence = Confidence.of(confidence);
  }

  /**
   * One side of an event, by its words in the event's own clause.
   *
   * @param actor id of the {@link Actor}, or null when it is not one that the record lists
   * @param country as {@link Actor#country()}
   */
  public record Participant(
      @Nullable String actor, List<Span> span, @Nullable String country, List<String> sectors) {

    public Participant {
      span = List.copyOf(span);
      sectors = List.copyOf(sectors);
    }
  }

  /** Whether it happened, as the text tells it (FactBank's distinctions, reduced). */
  public enum Factuality implements Coded {
    ACTUAL,
    NEGATED,
    POSSIBLE,
    PLANNED,
    CONDITIONAL
  }

  /** PLOVER's quad categories. */
  public enum Quad implements Coded {
    VERBAL_COOPERATION,
    MATERIAL_COOPERATION,
    VERBAL_CONFLICT,
    MATERIAL_CONFLICT;

    @Override
    public String code() {
      return Coded.super.code().replace('-', ' ');
    }
  }

  /**
   * Numbers of people harmed; each null when not told. {@code span}: the words of all of them, or
   * null.
   */
  public record Harm(
      @Nullable Count killed,
      @Nullable Count injured,
      @Nullable Count arrested,
      @Nullable Count displaced,
      @Nullable List<Span> span) {

    public static final Harm NONE = new Harm(null, null, null, null, null);

    public Harm {
      span = span == null ? null : List.copyOf(span);
    }
  }

  /**
   * A number of people as printed: "12" is 12 to 12, "at least 12" is 12 to null, "dozens" is 24 to
   * 99.
   *
   * @param min null when only an upper bound is told
   * @param max null when only a lower bound is told
   */
  public record Count(@Nullable Integer min, @Nullable Integer max) {

    public Count {
      if (min == null && max == null || min != null && max != null && min > max) {
        throw new IllegalArgumentException("count " + min + " to " + max);
      }
    }
  }
}
