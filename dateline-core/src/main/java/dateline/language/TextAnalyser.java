package dateline.language;

import dateline.text.CharRange;
import java.util.List;

/** Reads a text into an {@link Analysis}. Implementations are thread-safe. */
public interface TextAnalyser {

  /**
   * @param text the article's text
   * @param paragraphs its paragraphs, in order, in UTF-16 units
   */
  default Analysis analyse(String text, List<CharRange> paragraphs) {
    return analyse(text, paragraphs, 0);
  }

  /**
   * @param text the article's text
   * @param paragraphs its paragraphs, in order, in UTF-16 units
   * @param report where the first sentence after a dateline begins, in UTF-16 units; 0 without one
   */
  Analysis analyse(String text, List<CharRange> paragraphs, int report);
}
