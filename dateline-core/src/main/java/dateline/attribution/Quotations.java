package dateline.attribution;

import dateline.language.Analysis;
import dateline.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quotations of a text, by their marks: curly, straight, doubled single and, outside double
 * ones, single marks. An open quotation ends with its paragraph, and goes on in the next when that
 * begins with a mark; a mark that opens while another is open closes that one first. Linear.
 */
final class Quotations {

  private static final Set<String> OPENING = Set.of("“", "„", "«", "``");
  private static final Set<String> CLOSING = Set.of("”", "‟", "»");
  private static final Set<String> EITHER = Set.of("\"", "''");

  private final Analysis analysis;
  private final List<Quotation> found = new ArrayList<>();

  /** For each token the index in {@link #found} of the quotation that it is in, or -1. */
  private final int[] at;

  private Quotations(Analysis analysis) {
    this.analysis = analysis;
    this.at = new int[analysis.tokens().size()];
  }

  static Quotations of(Analysis analysis) {
    Quotations quotations = new Quotations(analysis);
    quotations.scan();
    return quotations;
  }

  /** In text order, without overlap. */
  List<Quotation> all() {
    return found;
  }

  /** The quotation that a token is in, its marks included; null when in none. */
  @Nullable Quotation around(int token) {
    return at[token] < 0 ? null : found.get(at[token]);
  }

  boolean isInside(int token) {
    return at[token] >= 0;
  }

  static boolean isMark(String token) {
    return OPENING.contains(token)
        || CLOSING.contains(token)
        || EITHER.contains(token)
        || token.equals("‘")
        || token.equals("’")
        || token.equals("'");
  }

  private void scan() {
    java.util.Arrays.fill(at, -1);
    int first = 0;
    boolean resumes = false;
    while (first < at.length) {
      int end = paragraphEnd(first);
      boolean wasOpen = scanParagraph(first, end, resumes);
      resumes = wasOpen;
      first = end;
    }
  }

  private int paragraphEnd(int first) {
    int sentence = analysis.sentenceOf(analysis.tokens().get(first)).index();
    int paragraph = analysis.sentences().get(sentence).paragraph();
    while (sentence + 1 < analysis.sentences().size()
        && analysis.sentences().get(sentence + 1).paragraph() == paragraph) {
      sentence++;
    }
    return analysis.sentences().get(sentence).endToken();
  }

  /** Returns whether a quotation is open at the paragraph's end. */
  private boolean scanParagraph(int first, int end, boolean resumes) {
    int open = -1;
    boolean isSingle = false;
    for (int i = first; i < end; i++) {
      String token = analysis.tokens().get(i).text();
      if (open < 0) {
        if (opens(i, first, end)) {
          open = i;
          isSingle = false;
        } else if (opensSingle(i, end)) {
          open = i;
          isSingle = true;
        }
      } else if (isSingle) {
        if (closesSingle(i, end)) {
          add(open, i + 1, false, false);
          open = -1;
        } else if (opens(i, first, end)) {
          open = i; // the single mark was an apostrophe
          isSingle = false;
        }
      } else if (CLOSING.contains(token) || EITHER.contains(token) && !opensAgain(i, end)) {
        add(open, i + 1, false, resumes && open == first);
        open = -1;
      } else if (i > open + 1 && (OPENING.contains(token) || EITHER.contains(token))) {
        add(open, lastSentenceEnd(open, i), true, resumes && open == first);
        open = i;
      }
    }
    if (open < 0 || isSingle) {
      return false;
    }
    add(open, end, true, resumes && open == first);
    return true;
  }

  private void add(int first, int end, boolean open, boolean resumes) {
    java.util.Arrays.fill(at, first, end, found.size());
    found.add(new Quotation(new Words(first, end), open, resumes));
  }

  private boolean opens(int i, int first, int end) {
    String token = analysis.tokens().get(i).text();
    if (OPENING.contains(token)) {
      return true;
    }
    if (CLOSING.contains(token)) { // the wrong way round
      return (i == first || !isTightBefore(i)) && isTightAfter(i, end);
    }
    return EITHER.contains(token) && (i == first || !isTightBefore(i) || isTightAfter(i, end));
  }

  /** Whether an undirected mark stands as one that opens though another is open. */
  private boolean opensAgain(int i, int end) {
    return !isTightBefore(i) && isTightAfter(i, end);
  }

  private boolean opensSingle(int i, int end) {
    String token = analysis.tokens().get(i).text();
    return (token.equals("‘") || token.equals("'")) && !isTightBefore(i) && isTightAfter(i, end);
  }

  private boolean closesSingle(int i, int end) {
    String token = analysis.tokens().get(i).text();
    return (token.equals("’") || token.equals("'")) && isTightBefore(i) && !isTightAfter(i, end);
  }

  private boolean isTightBefore(int i) {
    return i > 0 && analysis.tokens().get(i - 1).end() == analysis.tokens().get(i).start();
  }

  private boolean isTightAfter(int i, int end) {
    if (i + 1 >= end) {
      return false;
    }
    Token next = analysis.tokens().get(i + 1);
    return next.start() == analysis.tokens().get(i).end()
        && (Character.isLetterOrDigit(next.text().codePointAt(0))
            || ".…[($@#-".indexOf(next.text().charAt(0)) >= 0);
  }

  /**
   * Where a quotation that misses its closing mark ends: the last sentence border before a token.
   */
  private int lastSentenceEnd(int open, int before) {
    int start = analysis.sentenceOf(analysis.tokens().get(before)).firstToken();
    return start > open + 1 ? start : before;
  }
}
