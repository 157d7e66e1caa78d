package dateline.model;

import dateline.text.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person, group or institution, with every mention of it in the article.
 *
 * @param name the fullest form in the article
 * @param country ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC
 * @param sectors PLOVER sector codes, the primary first
 * @param role the office or description that coded it, as printed ("president"), or null
 * @param mentions in text order
 */
public record Actor(
    String id,
    String name,
    Kind kind,
    @Nullable String country,
    List<String> sectors,
    @Nullable String role,
    List<Mention> mentions) {

  /** PLOVER's codes that stand in the place of a country's. */
  public static final Set<String> GROUP_CODES =
      Set.of("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC");

  public Actor {
    sectors = List.copyOf(sectors);
    mentions = List.copyOf(mentions);
  }

  /** What sort of actor; {@link #PLACE} is a capital or country named as one ("Baku"). */
  public enum Kind implements Coded {
    PERSON,
    GROUP,
    ORGANISATION,
    GOVERNMENT,
    ARMED_FORCE,
    PEOPLE,
    PLACE
  }

  /** One mention of the actor. */
  public record Mention(List<Span> span, Form form) {

    public Mention {
      span = List.copyOf(span);
    }
  }

  /** How a mention names the actor. */
  public enum Form implements Coded {
    NAME,
    DESCRIPTION,
    PRONOUN,
    DEMONYM,
    CAPITAL
  }
}
