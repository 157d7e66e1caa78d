package dateline.language;

import dateline.text.CharRange;
import java.util.List;

/**
 * The words and sentences of a text, before a model reads them.
 *
 * @param words in text order
 * @param sentences in text order; each lies in one paragraph
 */
record Segments(List<CharRange> words, List<Sentence> sentences) {

  Segments {
    words = List.copyOf(words);
    sentences = List.copyOf(sentences);
  }
}
