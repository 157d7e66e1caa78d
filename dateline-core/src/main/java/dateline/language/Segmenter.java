package dateline.language;

import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text's paragraphs into words and sentences. Immutable and thread-safe. */
final class Segmenter {

  private final Tokenizer tokenizer = Tokenizer.load();
  private final SentenceSplitter splitter = SentenceSplitter.load();

  /**
   * @param report a sentence begins here, whatever stands before: after a dateline; 0 when none
   */
  Segments segment(String text, List<CharRange> paragraphs, int report) {
    List<CharRange> words = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    for (int paragraph = 0; paragraph < paragraphs.size(); paragraph++) {
      List<CharRange> own = tokenizer.tokenize(text, paragraphs.get(paragraph));
      int base = words.size();
      int first = 0;
      for (int end : ends(text, own, report)) {
        CharRange range = own.get(first).cover(own.get(end - 1));
        sentences.add(new Sentence(sentences.size(), paragraph, range, base + first, base + end));
        first = end;
      }
      words.addAll(own);
    }
    return new Segments(words, sentences);
  }

  private List<Integer> ends(String text, List<CharRange> words, int report) {
    int line = 0;
    while (line < words.size() && words.get(line).start() < report) {
      line++;
    }
    if (line == 0 || line == words.size()) {
      return splitter.ends(text, words);
    }
    List<Integer> ends = new ArrayList<>(List.of(line));
    for (int end : splitter.ends(text, words.subList(line, words.size()))) {
      ends.add(line + end);
    }
    return ends;
  }
}
