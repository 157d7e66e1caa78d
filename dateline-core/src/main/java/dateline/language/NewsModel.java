package dateline.language;

import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The installed encoder with its word pieces and labels. Thread-safe. */
final class NewsModel {

  private final ModelCard card;
  private final WordPiece wordPiece;
  private final Encoder encoder;

  private NewsModel(ModelCard card) {
    this.card = card;
    this.wordPiece = WordPiece.load(ModelCard.VOCABULARY, card.wordPieces());
    this.encoder = Encoder.load();
  }

  /** The process's model, loaded at the first call; null when none is installed. */
  static @Nullable NewsModel shared() {
    return Holder.MODEL;
  }

  private static final class Holder {
    static final @Nullable NewsModel MODEL = ModelCard.installed().map(NewsModel::new).orElse(null);
  }

  /** Reads all windows of a text of one word at least. */
  Reading read(String text, Segments segments) {
    Reading reading = new Reading(card, text, segments);
    for (Window window : windows(text, segments)) {
      reading.add(window, encoder.read(window));
    }
    return reading;
  }

  ModelCard card() {
    return card;
  }

  Encoder encoder() {
    return encoder;
  }

  /** The windows that a text is read in. */
  List<Window> windows(String text, Segments segments) {
    List<String> words = new ArrayList<>(segments.words().size());
    for (CharRange word : segments.words()) {
      words.add(word.of(text));
    }
    int[][] pieces = new int[words.size()][];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = wordPiece.of(words.get(i));
    }
    Window.Limits limits =
        new Window.Limits(card.maxPieces(), card.contextSentences(), card.contextPieces());
    int[] features = Features.of(words, paragraphs(segments));
    return Window.pack(segments.sentences(), pieces, features, wordPiece, limits);
  }

  private static int[] paragraphs(Segments segments) {
    int[] paragraphs = new int[segments.words().size()];
    for (Sentence sentence : segments.sentences()) {
      for (int word = sentence.firstToken(); word < sentence.endToken(); word++) {
        paragraphs[word] = sentence.paragraph();
      }
    }
    return paragraphs;
  }
}
