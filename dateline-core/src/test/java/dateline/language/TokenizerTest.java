package dateline.language;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.data.Resource;
import dateline.text.CharRange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenizerTest {

  private static final Tokenizer TOKENIZER = Tokenizer.load();

  static Stream<String[]> examples() {
    return Resource.table("language/tokens.examples.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void cutsAsTheExamplesSay(String text, String tokens) {
    String found =
        TOKENIZER.tokenize(text, new CharRange(0, text.length())).stream()
            .map(token -> token.of(text))
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(tokens);
  }

  @Property
  void tokensAreInOrderAndCoverEverythingButBlanks(@ForAll String text) {
    List<CharRange> tokens = TOKENIZER.tokenize(text, new CharRange(0, text.length()));
    int at = 0;
    for (CharRange token : tokens) {
      assertThat(token.length()).isPositive();
      assertThat(text.substring(at, token.start()).codePoints()).allMatch(Tokenizer::isBlank);
      at = token.end();
    }
    assertThat(text.substring(at).codePoints()).allMatch(Tokenizer::isBlank);
  }

  @Test
  void keepsToItsStretch() {
    String text = "one two, three";
    List<CharRange> tokens = TOKENIZER.tokenize(text, new CharRange(4, 8));
    assertThat(tokens).containsExactly(new CharRange(4, 7), new CharRange(7, 8));
  }
}
