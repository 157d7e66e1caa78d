package dateline.language;

import dateline.text.CharRange;
import java.util.List;

/** Reads a text into an {@link Analysis}. Implementations are thread-safe. */
public interface TextAnalyser {

  /**
   * @param text the article's text
   * @param paragraphs its paragraphs, in order, in UTF-16 units
   */
  Analysis analyse(String text, List<CharRange> paragraphs);
}
