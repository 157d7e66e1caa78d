package dateline.actor;

import dateline.language.Analysis;
import dateline.language.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives every attribution's source to a figure, and makes one where no name or description did. */
final class Sources {

  private static final Set<String> PRONOUNS =
      Set.of(
          "he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "him", "her", "them",
          "this", "these", "those", "one", "me", "us", "whom");

  private final Analysis analysis;
  private final Speech speech;
  private final Cast cast;
  private final LocalDate day;

  Sources(Analysis analysis, Speech speech, Cast cast, LocalDate day) {
    this.analysis = analysis;
    this.speech = speech;
    this.cast = cast;
    this.day = day;
  }

  /** The speakers by attribution; null where the source is a pronoun or missing. */
  @Nullable Figure[] name() {
    Figure[] speakers = new Figure[speech.count()];
    List<Figure.Mention> mentions = List.copyOf(cast.mentions());
    for (int i = 0; i < speakers.length; i++) {
      int[] source = speech.source(i);
      if (source.length > 0 && !isPronoun(source)) {
        Figure figure = covering(mentions, source);
        speakers[i] = figure != null ? figure : cast.unnamed(source[0], source[1], code(source));
      }
    }
    return speakers;
  }

  private boolean isPronoun(int[] source) {
    String first = analysis.tokens().get(source[0]).lower();
    return PRONOUNS.contains(first) && (source[1] - source[0] == 1 || !first.equals("that"));
  }

  /** The figure of the mention that holds the source's head, else of the first one in it. */
  private @Nullable Figure covering(List<Figure.Mention> mentions, int[] source) {
    int head = head(source);
    Figure first = null;
    for (int i = firstFrom(mentions, source[0] - 12); i < mentions.size(); i++) {
      Figure.Mention mention = mentions.get(i);
      if (mention.start() >= source[1]) {
        break;
      }
      if (mention.end() > source[0]) {
        if (mention.start() <= head && head < mention.end() && mention.head() == head) {
          return mention.figure();
        }
        first = first == null && mention.start() <= source[0] + 1 ? mention.figure() : first;
      }
    }
    return first;
  }

  private static int firstFrom(List<Figure.Mention> mentions, int token) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (mentions.get(mid).start() < token) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private int head(int[] source) {
    for (int i = source[0]; i < source[1]; i++) {
      Token token = analysis.tokens().get(i);
      boolean outside = token.head() < source[0] || token.head() >= source[1] || token.isRoot();
      if (token.head() >= 0 && outside && Character.isLetterOrDigit(token.text().codePointAt(0))) {
        return i;
      }
    }
    return source[1] - 1;
  }

  private ActorCode code(int[] source) {
    List<String> texts =
        analysis.tokens().subList(source[0], source[1]).stream().map(Token::text).toList();
    return new PhraseReading(Lexicon.shared(), Word.ofTokens(texts), day).code();
  }
}
