package dateline.language;

import dateline.text.CharRange;
import dateline.text.CodePoints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  public Analysis analyse(String text, List<CharRange> paragraphs) {
    Segments segments = segmenter.segment(text, paragraphs);
    NewsModel model = reads ? NewsModel.shared() : null;
    if (model == null || segments.words().isEmpty()) {
      return analysis(text, paragraphs, segments, untagged(text, segments), List.of(), null);
    }
    Reading reading = model.read(text, segments);
    List<Entity> entities = reading.entities();
    return analysis(
        text, paragraphs, segments, reading.tokens(entities), entities, reading.roles());
  }

  private static Analysis analysis(
      String text,
      List<CharRange> paragraphs,
      Segments segments,
      List<Token> tokens,
      List<Entity> entities,
      @Nullable RoleScores roles) {
    return new Analysis(
        CodePoints.of(text),
        paragraphs,
        segments.sentences(),
        tokens,
        entities,
        roles == null ? RoleScores.NONE : roles);
  }

  private static List<Token> untagged(String text, Segments segments) {
    List<Token> tokens = new ArrayList<>(segments.words().size());
    for (CharRange word : segments.words()) {
      tokens.add(new Token(tokens.size(), word, word.of(text), "", -1, "", EntityType.NONE));
    }
    return tokens;
  }
}
