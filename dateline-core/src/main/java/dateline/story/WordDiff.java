package dateline.story;

import java.util.ArrayList;
import java.util.List;

/**
 * How one wording differs from another, word by word: a longest common subsequence over folded
 * words. Texts whose middles differ in more than a million pairs of words are told as wholly
 * different there, so that the time stays bounded.
 */
public final class WordDiff {

  private static final int MOST_PAIRS = 1_000_000;

  /** What became of some words. */
  public enum Op {
    KEPT,
    LEFT_OUT,
    PUT_IN
  }

  /**
   * Words in a row with the same fate.
   *
   * @param words as printed
   */
  public record Piece(Op op, String words) {}

  private WordDiff() {}

  /** From one wording to another: the pieces, in order. */
  public static List<Piece> of(String from, String to) {
    String[] a = tokens(from);
    String[] b = tokens(to);
    List<int[]> matches = matches(folded(a), folded(b));
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (int[] match : matches) {
      add(pieces, Op.LEFT_OUT, a, i, match[0]);
      add(pieces, Op.PUT_IN, b, j, match[1]);
      add(pieces, Op.KEPT, b, match[1], match[1] + 1);
      i = match[0] + 1;
      j = match[1] + 1;
    }
    add(pieces, Op.LEFT_OUT, a, i, a.length);
    add(pieces, Op.PUT_IN, b, j, b.length);
    return pieces;
  }

  private static String[] tokens(String text) {
    return text.isBlank() ? new String[0] : text.strip().split("\\s+");
  }

  private static List<String> folded(String[] tokens) {
    List<String> folded = new ArrayList<>();
    for (String token : tokens) {
      List<String> words = Words.of(token);
      folded.add(words.isEmpty() ? token : String.join("-", words));
    }
    return folded;
  }

  private static void add(List<Piece> pieces, Op op, String[] tokens, int from, int to) {
    if (from >= to) {
      return;
    }
    String words = String.join(" ", List.of(tokens).subList(from, to));
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).op() == op) {
      pieces.set(last, new Piece(op, pieces.get(last).words() + " " + words));
    } else {
      pieces.add(new Piece(op, words));
    }
  }

  /** Pairs of indices of words that are the same, ascending in both. */
  static List<int[]> matches(List<String> a, List<String> b) {
    int head = 0;
    while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < a.size() - head
        && tail < b.size() - head
        && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
      tail++;
    }
    List<int[]> matches = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      matches.add(new int[] {i, i});
    }
    between(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), head, matches);
    for (int i = tail; i > 0; i--) {
      matches.add(new int[] {a.size() - i, b.size() - i});
    }
    return matches;
  }

  private static void between(List<String> a, List<String> b, int offset, List<int[]> matches) {
    int rows = a.size();
    int columns = b.size();
    if ((long) rows * columns > MOST_PAIRS) {
      return;
    }
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (a.get(i).equals(b.get(j))) {
        matches.add(new int[] {offset + i++, offset + j++});
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
