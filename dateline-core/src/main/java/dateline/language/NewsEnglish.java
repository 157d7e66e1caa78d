package dateline.language;

import dateline.text.CharRange;
import dateline.text.CodePoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads English news: words and sentences by rule, and tags, syntax, names and attribution by the
 * encoder when its file is installed. Without it, tokens stay untagged ({@link
 * Analysis#isTagged()}). The encoder is loaded when the first text is read. Thread-safe.
 */
public final class NewsEnglish implements TextAnalyser {

  private final Segmenter segmenter = new Segmenter();
  private final boolean reads;

  private NewsEnglish(boolean reads) {
    this.reads = reads;
  }

  public static NewsEnglish load() {
    return new NewsEnglish(true);
  }

  /** Words and sentences only, whether or not a model is installed. */
  public static NewsEnglish segmentOnly() {
    return new NewsEnglish(false);
  }

  /**
   * @throws IllegalStateException when the installed model can't be loaded or run
   */
  @Override
  public Analysis analyse(String text, List<CharRange> paragraphs, int report) {
    Segments segments = segmenter.segment(text, paragraphs, report);
    NewsModel model = reads ? NewsModel.shared() : null;
    if (model == null || segments.words().isEmpty()) {
      return new Analysis(
          CodePoints.of(text),
          paragraphs,
          segments.sentences(),
          untagged(text, segments),
          List.of(),
          RoleScores.NONE,
          EventScores.NONE,
          report);
    }
    Reading reading = model.read(text, segments);
    List<Entity> entities = reading.entities();
    return new Analysis(
        CodePoints.of(text),
        paragraphs,
        segments.sentences(),
        reading.tokens(entities),
        entities,
        reading.roles(),
        reading.events(),
        report);
  }

  private static List<Token> untagged(String text, Segments segments) {
    List<Token> tokens = new ArrayList<>(segments.words().size());
    for (CharRange word : segments.words()) {
      tokens.add(new Token(tokens.size(), word, word.of(text), "", -1, "", EntityType.NONE));
    }
    return tokens;
  }
}
