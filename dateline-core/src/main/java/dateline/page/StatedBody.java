package dateline.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body as a page's JSON-LD states it ({@code articleBody}). It never gives a word of its own:
 * anything could stand there, and nobody sees it. Where it agrees with what is visible, it tells
 * which of the visible paragraphs are not the article's. Linear in both texts.
 */
final class StatedBody {

  /** Words in a row that are compared. */
  private static final int RUN = 5;

  /** Share of the stated text that must be visible in the body. */
  private static final double VISIBLE = 0.85;

  /** Share of the body that must be stated; a summary has less. */
  private static final double STATED = 0.75;

  /** Fewer of a paragraph's runs than this share are stated: it is none of the article. */
  private static final double OWN = 0.3;

  /** Longer texts, in characters, are not compared: the longest articles have some 100,000. */
  private static final int LONGEST = 400_000;

  /** What of a longer word is compared. */
  private static final int LONGEST_WORD = 40;

  private StatedBody() {}

  /**
   * The blocks of the body without those below its beginning that the stated body lacks.
   *
   * @param stated what the page says its article is, or null
   */
  static List<Block> agreed(List<Block> body, @Nullable String stated) {
    int length = body.stream().mapToInt(block -> block.text().length()).sum();
    if (stated == null || stated.length() > LONGEST || length > LONGEST) {
      return body;
    }
    Set<String> runs = new HashSet<>(runs(stated));
    List<List<String>> own = body.stream().map(block -> runs(block.text())).toList();
    List<String> whole = runs(String.join(" ", body.stream().map(Block::text).toList()));
    long shared = whole.stream().filter(runs::contains).count();
    long visible = whole.stream().filter(runs::contains).distinct().count();
    boolean agrees =
        !runs.isEmpty() && visible >= VISIBLE * runs.size() && shared >= STATED * whole.size();
    return agrees ? stated(body, own, runs) : body;
  }

  /** A standfirst is often not stated, nor are headings and short lines between paragraphs. */
  private static List<Block> stated(List<Block> body, List<List<String>> own, Set<String> runs) {
    int first = body.size();
    int last = -1;
    boolean[] foreign = new boolean[body.size()];
    for (int i = 0; i < body.size(); i++) {
      long found = own.get(i).stream().filter(runs::contains).count();
      foreign[i] = !own.get(i).isEmpty() && found < OWN * own.get(i).size();
      if (!own.get(i).isEmpty() && !foreign[i]) {
        first = Math.min(first, i);
        last = i;
      }
    }
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      if (i < first || !foreign[i] || body.get(i).isHeading()) {
        kept.add(body.get(i));
      }
    }
    return kept;
  }

  /** Every {@value #RUN} words in a row, in lower case; none of a shorter text. */
  private static List<String> runs(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(
            text.substring(start, Math.min(i, start + LONGEST_WORD)).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return runs;
  }
}
