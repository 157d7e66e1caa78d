package dateline.page;

import dateline.text.Alignment;
import dateline.text.CharRange;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Keeps where in the page's markup each character of a block stands. Used when it is asked for. */
final class SourceTracker {

  /** Longer character references do not exist. */
  private static final int LONGEST_REFERENCE = 40;

  private final String html;
  private final Map<Block, int[]> origins = new IdentityHashMap<>();
  private int[] run = new int[256];

  SourceTracker(String html) {
    this.html = html;
  }

  /**
   * Notes that the run's character {@code at} was read from {@code [start, end)}; -1: from none.
   */
  void note(int at, int start, int end) {
    if (2 * at + 1 >= run.length) {
      run = Arrays.copyOf(run, run.length * 2);
    }
    run[2 * at] = start;
    run[2 * at + 1] = end;
  }

  /** The run so far, to a length, is this block's text. */
  void close(Block block) {
    origins.put(block, Arrays.copyOf(run, 2 * block.text().length()));
  }

  /**
   * For each character of the node's text where its spelling begins in the page; one more entry at
   * the end. Null when the parser does not know.
   */
  int @Nullable [] positions(TextNode node) {
    Range range = node.sourceRange();
    if (!range.isTracked() || range.endPos() > html.length()) {
      return null;
    }
    String text = node.getWholeText();
    int[] at = new int[text.length() + 1];
    int end = range.endPos();
    int j = range.startPos();
    int i = 0;
    while (i < text.length()) {
      while (j < end && html.charAt(j) == '\r' && text.charAt(i) != '\r') {
        j++;
      }
      int reference = j < end && html.charAt(j) == '&' ? reference(text, i, j, end) : 0;
      int read = 1;
      int next = Math.min(end, j + 1);
      if (reference > 0) {
        next = j + reference;
        read = Parser.unescapeEntities(html.substring(j, next), false).length();
      }
      for (int k = 0; k < read && i < text.length(); k++) {
        at[i++] = j;
      }
      j = next;
    }
    at[text.length()] = end;
    return at;
  }

  /** Length of the character reference at {@code j} that gives the text at {@code i}, or 0. */
  private int reference(String text, int i, int j, int end) {
    int to = j + 1;
    while (to < end && to < j + LONGEST_REFERENCE && isReferencePart(html.charAt(to))) {
      to++;
    }
    to = to < end && html.charAt(to) == ';' ? to + 1 : to;
    for (; to > j + 2; to--) { // "&ampx" is "&amp" and "x"
      String decoded = Parser.unescapeEntities(html.substring(j, to), false);
      if (decoded.length() <= 2 && text.startsWith(decoded, i)) {
        return to - j;
      }
    }
    return 0;
  }

  private static boolean isReferencePart(char c) {
    return c == '#' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The alignment of a text that is these blocks, one line break between two. */
  Alignment alignment(List<Block> blocks, String text) {
    Alignment.Builder builder = new Alignment.Builder(text, html);
    int start = 0;
    for (Block block : blocks) {
      int[] origin = origins.getOrDefault(block, new int[0]);
      for (int i = 0; 2 * i < origin.length; i++) {
        if (origin[2 * i] >= 0) {
          builder.add(
              new CharRange(start + i, start + i + 1),
              new CharRange(origin[2 * i], origin[2 * i + 1]));
        }
      }
      start += block.text().length() + 1;
    }
    return builder.build();
  }
}
