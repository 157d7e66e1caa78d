package dateline.actor;

import dateline.actor.Lexicon.Match;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes a phrase with country and PLOVER sectors, by the lexicon under {@code actor/} and the order
 * of the words: the head decides the sector ("German police union" is a union), a body next to a
 * general word lends its own ("army spokesman"), nationality, body or place give the country.
 * Immutable and thread-safe.
 */
public final class ActorCoder {

  /**
   * The day on which persons are looked up when the phrase has no date: inside the years whose news
   * the lexicon knows best.
   */
  private static final LocalDate UNDATED = LocalDate.of(2022, 12, 1);

  private final Lexicon lexicon;

  private ActorCoder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  public static ActorCoder create() {
    return new ActorCoder(Lexicon.shared());
  }

  /** As {@link #code(String, LocalDate, String)}, without date or context. */
  public ActorCode code(String phrase) {
    return code(phrase, null, null);
  }

  /**
   * @param phrase one noun phrase, as printed
   * @param date the day of the news, for persons whose office changes; null when unknown
   * @param context words around it or about it that may name a country; null when there are none
   * @return {@link ActorCode#isUnknown() unknown} when the lexicon says nothing of it
   */
  public ActorCode code(String phrase, @Nullable LocalDate date, @Nullable String context) {
    ActorCode code = read(phrase, date).code();
    if (code.country() != null || code.isUnknown() || context == null || context.isBlank()) {
      return code;
    }
    return new ActorCode(countryIn(context), code.sectors(), code.method(), code.confidence());
  }

  PhraseReading read(String phrase, @Nullable LocalDate date) {
    return new PhraseReading(lexicon, words(phrase), date == null ? UNDATED : date);
  }

  private List<Word> words(String phrase) {
    return phrase.isBlank() ? List.of() : Word.of(phrase.strip(), lexicon.tokenizer());
  }

  private @Nullable String countryIn(String context) {
    for (Match match : lexicon.scan(words(context))) {
      if (match.entry().country() != null) {
        return match.entry().country();
      }
    }
    return null;
  }
}
