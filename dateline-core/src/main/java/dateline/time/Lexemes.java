package dateline.time;

import dateline.language.Analysis;
import dateline.language.Sentence;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lexemes of one paragraph, in text order. */
final class Lexemes {

  private static final Lexeme NONE = new Lexeme(" ", 0, 0, false, false, false);

  private final List<Lexeme> all;

  private Lexemes(List<Lexeme> all) {
    this.all = all;
  }

  static Lexemes of(Analysis analysis, CharRange paragraph) {
    String text = analysis.text();
    List<Lexeme> all = new ArrayList<>();
    int at = paragraph.start();
    int sentence = -1;
    while (at < paragraph.end()) {
      int codePoint = text.codePointAt(at);
      int end = end(text, at, paragraph.end());
      if (!Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint)) {
        int inSentence = sentenceIndex(analysis, at);
        boolean word = Character.isLetter(codePoint);
        all.add(
            new Lexeme(
                text.substring(at, end).toLowerCase(Locale.ROOT),
                at,
                end,
                !all.isEmpty() && all.get(all.size() - 1).end() == at,
                Character.isUpperCase(codePoint),
                word && inSentence != sentence));
        sentence = word ? inSentence : sentence;
      }
      at = end;
    }
    return new Lexemes(all);
  }

  private static int sentenceIndex(Analysis analysis, int at) {
    if (analysis.sentences().isEmpty()) {
      return 0;
    }
    Sentence sentence = analysis.sentenceAt(at);
    return sentence.index();
  }

  private static int end(String text, int at, int limit) {
    int first = text.codePointAt(at);
    int end = at + Character.charCount(first);
    while (end < limit && sameRun(first, text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return Math.min(end, limit);
  }

  private static boolean sameRun(int first, int next) {
    return Character.isLetter(first) && (Character.isLetter(next) || isMark(next))
        || isDigit(first) && isDigit(next);
  }

  private static boolean isMark(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private static boolean isDigit(int codePoint) {
    return codePoint >= '0' && codePoint <= '9';
  }

  int size() {
    return all.size();
  }

  /** The lexeme at an index; a blank one outside. */
  Lexeme at(int index) {
    return index >= 0 && index < all.size() ? all.get(index) : NONE;
  }

  String form(int index) {
    return at(index).form();
  }

  boolean glued(int index) {
    return at(index).glued();
  }

  CharRange range(int first, int end) {
    return new CharRange(at(first).start(), at(end - 1).end());
  }
}
