package dateline.language;

import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text's paragraphs into words and sentences. Immutable and thread-safe. */
final class Segmenter {

  private final Tokenizer tokenizer = Tokenizer.load();
  private final SentenceSplitter splitter = SentenceSplitter.load();

  Segments segment(String text, List<CharRange> paragraphs) {
    List<CharRange> words = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    for (int paragraph = 0; paragraph < paragraphs.size(); paragraph++) {
      List<CharRange> own = tokenizer.tokenize(text, paragraphs.get(paragraph));
      int base = words.size();
      int first = 0;
      for (int end : splitter.ends(text, own)) {
        CharRange range = own.get(first).cover(own.get(end - 1));
        sentences.add(new Sentence(sentences.size(), paragraph, range, base + first, base + end));
        first = end;
      }
      words.addAll(own);
    }
    return new Segments(words, sentences);
  }
}
