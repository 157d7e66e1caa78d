package dateline.language;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.data.Resource;
import dateline.text.CharRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceSplitterTest {

  private static final Tokenizer TOKENIZER = Tokenizer.load();
  private static final SentenceSplitter SPLITTER = SentenceSplitter.load();

  static Stream<String> examples() {
    return Resource.table("language/sentences.examples.tsv").stream().map(row -> row[0]);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void splitsAsTheExamplesSay(String example) {
    List<String> expected = Stream.of(example.split("‖")).map(String::strip).toList();
    assertThat(split(example.replace("‖", ""))).isEqualTo(expected);
  }

  @Property
  void everyTokenIsInOneSentence(@ForAll String text) {
    List<CharRange> tokens = TOKENIZER.tokenize(text, new CharRange(0, text.length()));
    List<Integer> ends = SPLITTER.ends(text, tokens);
    assertThat(ends).isSorted().doesNotHaveDuplicates();
    assertThat(ends.isEmpty() ? 0 : ends.get(ends.size() - 1)).isEqualTo(tokens.size());
  }

  @Test
  void splitsAVeryLongParagraph() {
    String text = "The talks went on, he said. ".repeat(4_000);
    assertThat(split(text)).hasSize(4_000);
  }

  private static List<String> split(String text) {
    List<CharRange> tokens = TOKENIZER.tokenize(text, new CharRange(0, text.length()));
    List<String> sentences = new ArrayList<>();
    int first = 0;
    for (int end : SPLITTER.ends(text, tokens)) {
      sentences.add(text.substring(tokens.get(first).start(), tokens.get(end - 1).end()));
      first = end;
    }
    return sentences;
  }
}
