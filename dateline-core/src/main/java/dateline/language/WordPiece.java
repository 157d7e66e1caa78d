package dateline.language;

import dateline.data.Resource;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BERT's uncased WordPiece for one word (Devlin et al. 2019): lower-cased, accents stripped,
 * letters and digits apart from other characters, then the longest known piece first. The same as
 * {@code Pieces} in {@code training/data.py}. Immutable and thread-safe.
 */
final class WordPiece {

  /** No known piece is longer; keeps a word of any length linear. */
  private final int longest;

  private final Map<String, Integer> ids;
  private final int limit;
  private final int unknown;

  /**
   * @param lines the vocabulary, a piece a line; its number is its id
   * @param limit pieces of one word that are kept
   */
  WordPiece(List<String> lines, int limit) {
    this.ids = new HashMap<>(lines.size() * 2);
    int length = 0;
    for (String line : lines) {
      ids.put(line, ids.size());
      length = Math.max(length, line.length());
    }
    this.longest = length;
    this.limit = limit;
    this.unknown = id("[UNK]");
  }

  static WordPiece load(String path, int limit) {
    String text = new String(Resource.bytes(path), StandardCharsets.UTF_8);
    return new WordPiece(text.lines().toList(), limit);
  }

  int first() {
    return id("[CLS]");
  }

  int last() {
    return id("[SEP]");
  }

  private int id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalStateException("the model's vocabulary lacks " + piece);
    }
    return id;
  }

  /** Ids of a word's pieces, one at least. */
  int[] of(String word) {
    String plain = plain(word);
    Pieces pieces = new Pieces();
    int at = 0;
    while (at < plain.length()) {
      int codePoint = plain.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      if (isWord(codePoint)) {
        while (end < plain.length() && isWord(plain.codePointAt(end))) {
          end += Character.charCount(plain.codePointAt(end));
        }
        match(plain.substring(at, end), pieces);
      } else if (!Tokenizer.isBlank(codePoint)) {
        match(plain.substring(at, end), pieces);
      }
      at = end;
    }
    if (pieces.size == 0) {
      pieces.add(unknown);
    }
    return pieces.kept();
  }

  /** Python's {@code \w} without the underscore. */
  private static boolean isWord(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(lower, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> !isStripped(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80 || word.charAt(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isStripped(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.CONTROL
        || type == Character.FORMAT;
  }

  /** Adds the pieces of a run, or [UNK] when some part of it is in no piece. */
  private void match(String run, Pieces pieces) {
    int before = pieces.size;
    int start = 0;
    while (start < run.length()) {
      int end = Math.min(run.length(), start + longest);
      Integer id = null;
      while (end > start) {
        String part = run.substring(start, end);
        id = ids.get(start == 0 ? part : "##" + part);
        if (id != null) {
          break;
        }
        end--;
      }
      if (id == null) {
        pieces.size = before;
        pieces.add(unknown);
        return;
      }
      pieces.add(id);
      start = end;
    }
  }

  /** The first {@code limit} pieces; counts on beyond. */
  private final class Pieces {

    private final int[] ids = new int[limit];
    private int size;

    void add(int id) {
      if (size < limit) {
        ids[size] = id;
      }
      size++;
    }

    int[] kept() {
      return java.util.Arrays.copyOf(ids, Math.min(size, limit));
    }
  }
}
