package dateline.attribution;

import dateline.language.Analysis;
import dateline.language.Sentence;
import dateline.language.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the readers of attribution look at: the analysis, its quotations and its syntax. */
final class Sketch {

  private static final String EDGES = ",.;:—–-…)(";

  final Analysis analysis;
  final Quotations quotations;
  final Syntax syntax;

  /** For each token, how many words stand before it, and how many of them in quotations. */
  private final int[] wordsBefore;

  private final int[] quotedBefore;

  Sketch(Analysis analysis) {
    this.analysis = analysis;
    this.quotations = Quotations.of(analysis);
    this.syntax = new Syntax(analysis);
    this.wordsBefore = new int[analysis.tokens().size() + 1];
    this.quotedBefore = new int[wordsBefore.length];
    for (int i = 0; i < analysis.tokens().size(); i++) {
      int word = token(i).text().codePoints().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
      wordsBefore[i + 1] = wordsBefore[i] + word;
      quotedBefore[i + 1] = quotedBefore[i] + (quotations.isInside(i) ? word : 0);
    }
  }

  Token token(int index) {
    return analysis.tokens().get(index);
  }

  String lower(int index) {
    return token(index).lower();
  }

  int size() {
    return analysis.tokens().size();
  }

  Sentence sentence(int token) {
    return analysis.sentenceOf(token(token));
  }

  boolean isWord(int index) {
    return wordsBefore[index + 1] > wordsBefore[index];
  }

  /** Whether a word of a run is in a quotation. */
  boolean hasQuoted(Words run) {
    return quotedBefore[run.end()] > quotedBefore[run.first()];
  }

  /** Whether a word of a run is in none. */
  boolean hasUnquoted(Words run) {
    int words = wordsBefore[run.end()] - wordsBefore[run.first()];
    return words > quotedBefore[run.end()] - quotedBefore[run.first()];
  }

  /** Without punctuation at its edges; empty when nothing else is left. Quotations stay whole. */
  List<Words> trimmed(Words words) {
    int first = words.first();
    int end = words.end();
    while (first < end && isEdge(first)) {
      first++;
    }
    while (end > first && isEdge(end - 1)) {
      end--;
    }
    return first < end ? List.of(new Words(first, end)) : List.of();
  }

  private boolean isEdge(int index) {
    String text = token(index).text();
    if (Quotations.isMark(text)) {
      return !quotations.isInside(index);
    }
    return !quotations.isInside(index) && text.length() <= 3 && EDGES.indexOf(text.charAt(0)) >= 0;
  }

  /** What is left of a run when another is cut out. */
  static List<Words> minus(Words words, Words hole) {
    if (!words.overlaps(hole)) {
      return List.of(words);
    }
    List<Words> rest = new ArrayList<>();
    if (words.first() < hole.first()) {
      rest.add(new Words(words.first(), hole.first()));
    }
    if (hole.end() < words.end()) {
      rest.add(new Words(hole.end(), words.end()));
    }
    return rest;
  }

  /** Sorted, overlapping and touching runs joined. */
  static List<Words> union(List<Words> runs) {
    List<Words> sorted = new ArrayList<>(runs);
    Collections.sort(sorted);
    List<Words> joined = new ArrayList<>();
    for (Words run : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && run.first() <= joined.get(last).end()) {
        Words before = joined.get(last);
        joined.set(last, new Words(before.first(), Math.max(before.end(), run.end())));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }
}
