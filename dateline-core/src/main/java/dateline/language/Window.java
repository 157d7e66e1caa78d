package dateline.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of words that the encoder reads at once: whole sentences, after up to a few of context
 * whose outputs don't count. The same packing as {@code windows} in {@code training/data.py}.
 *
 * @param first index of its first word
 * @param fresh index of its first word that is not context
 * @param end index after its last word
 * @param ids word pieces, with the marks for start and end
 * @param features one a piece
 * @param starts each word's first piece
 * @param sentence each word's sentence, counted within the window
 */
record Window(
    int first, int fresh, int end, long[] ids, long[] features, long[] starts, long[] sentence) {

  int words() {
    return end - first;
  }

  /**
   * @param maxPieces limit of a window, start and end marks included
   * @param contextSentences limit of context before the fresh words
   * @param contextPieces limit of the context's pieces
   */
  record Limits(int maxPieces, int contextSentences, int contextPieces) {}

  /** A sentence, or a part of one that is too long for a window. */
  private record Unit(int first, int end, int pieces) {}

  /** Packs a text. {@code pieces} and {@code features} are one a word. */
  static List<Window> pack(
      List<Sentence> sentences,
      int[][] pieces,
      int[] features,
      WordPiece wordPiece,
      Limits limits) {
    List<Unit> units = units(sentences, pieces, limits.maxPieces() - 2);
    List<Window> windows = new ArrayList<>();
    int next = 0;
    while (next < units.size()) {
      int context = next;
      int total = 2;
      while (context > 0
          && next - context < limits.contextSentences()
          && total - 2 + units.get(context - 1).pieces() <= limits.contextPieces()) {
        context--;
        total += units.get(context).pieces();
      }
      if (total + units.get(next).pieces() > limits.maxPieces()) {
        context = next;
        total = 2;
      }
      int end = next;
      while (end < units.size()
          && (end == next || total + units.get(end).pieces() <= limits.maxPieces())) {
        total += units.get(end).pieces();
        end++;
      }
      int fresh = units.get(next).first();
      windows.add(fill(units.subList(context, end), fresh, total, pieces, features, wordPiece));
      next = end;
    }
    return windows;
  }

  private static List<Unit> units(List<Sentence> sentences, int[][] pieces, int limit) {
    List<Unit> units = new ArrayList<>();
    for (Sentence sentence : sentences) {
      int start = sentence.firstToken();
      int total = 0;
      for (int i = start; i < sentence.endToken(); i++) {
        if (total + pieces[i].length > limit) {
          units.add(new Unit(start, i, total));
          start = i;
          total = 0;
        }
        total += pieces[i].length;
      }
      units.add(new Unit(start, sentence.endToken(), total));
    }
    return units;
  }

  private static Window fill(
      List<Unit> units, int fresh, int size, int[][] pieces, int[] features, WordPiece wordPiece) {
    int first = units.get(0).first();
    int end = units.get(units.size() - 1).end();
    long[] ids = new long[size];
    long[] pieceFeatures = new long[size];
    long[] starts = new long[end - first];
    long[] sentence = new long[end - first];
    ids[0] = wordPiece.first();
    ids[size - 1] = wordPiece.last();
    int at = 1;
    for (int unit = 0; unit < units.size(); unit++) {
      for (int word = units.get(unit).first(); word < units.get(unit).end(); word++) {
        starts[word - first] = at;
        sentence[word - first] = unit;
        Arrays.fill(pieceFeatures, at, at + pieces[word].length, features[word]);
        for (int piece : pieces[word]) {
          ids[at++] = piece;
        }
      }
    }
    return new Window(first, fresh, end, ids, pieceFeatures, starts, sentence);
  }
}
