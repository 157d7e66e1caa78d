package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InkedTextTest {

  private static String wrap(String words, int width, boolean coloured) {
    StringBuilder out = new StringBuilder();
    new InkedText().add(words).wrap(out, "", "", width, coloured);
    return out.toString();
  }

  @Test
  void breaksLinesAtBlanks() {
    assertThat(wrap("The treaty was signed on Monday.", 18, false))
        .isEqualTo("The treaty was\nsigned on Monday.\n");
  }

  @Test
  void aLineMayBeFullToTheLastColumn() {
    assertThat(wrap("1234567890123456 x", 16, false)).isEqualTo("1234567890123456\nx\n");
  }

  @Test
  void breaksWordsThatAreLongerThanALine() {
    assertThat(wrap("a".repeat(40), 20, false))
        .isEqualTo("a".repeat(20) + "\n" + "a".repeat(20) + "\n");
  }

  @Test
  void looksEndWithTheLineAndBeginAgainOnTheNext() {
    StringBuilder out = new StringBuilder();
    new InkedText().add("The treaty was signed today", Ink.BOLD).wrap(out, "", "> ", 16, true);

    assertThat(out.toString())
        .isEqualTo("\u001b[0;1mThe treaty was\u001b[0m\n> \u001b[0;1msigned today\u001b[0m\n");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(wrap("文".repeat(10), 16, false))
        .isEqualTo("文".repeat(8) + "\n" + "文".repeat(2) + "\n");
  }

  @Property
  void loosesNothingButBlanks(
      @ForAll String words, @ForAll @IntRange(min = 16, max = 60) int width) {
    String kept = words.replaceAll("[\\s\\p{Cc}\\p{Z}\u202a-\u202e\u2066-\u2069]", "");

    assertThat(wrap(words, width, false).replaceAll("[\\s\\p{Z}]", "")).isEqualTo(kept);
  }
}
