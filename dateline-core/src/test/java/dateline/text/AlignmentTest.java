package dateline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlignmentTest {

  @Test
  void equalRunsAreShifted() {
    Alignment.Builder builder = new Alignment.Builder("pier opens", "<p>pier</p><p>opens</p>");
    builder.add(new CharRange(0, 4), new CharRange(3, 7));
    builder.add(new CharRange(5, 10), new CharRange(14, 19));
    Alignment alignment = builder.build();

    assertThat(alignment.toSource(new Span(1, 3))).containsExactly(new Span(4, 6));
    assertThat(alignment.toSource(new Span(3, 7)))
        .containsExactly(new Span(6, 7), new Span(14, 16));
    assertThat(alignment.toSource(new Span(4, 5))).isEmpty();
  }

  @Test
  void aRunThatIsSpeltOtherwiseIsGivenWhole() {
    Alignment.Builder builder = new Alignment.Builder("R&D", "R&amp;D");
    builder.add(new CharRange(0, 1), new CharRange(0, 1));
    builder.add(new CharRange(1, 2), new CharRange(1, 6));
    builder.add(new CharRange(2, 3), new CharRange(6, 7));
    Alignment alignment = builder.build();

    assertThat(alignment.toSource(new Span(1, 2))).containsExactly(new Span(1, 6));
    assertThat(alignment.toSource(new Span(0, 3))).containsExactly(new Span(0, 7));
  }

  @Test
  void offsetsAreCodePoints() {
    String smile = "\uD83D\uDE00";
    Alignment.Builder builder = new Alignment.Builder(smile + "a", "<b>" + smile + "</b>a");
    builder.add(new CharRange(0, 2), new CharRange(3, 5));
    builder.add(new CharRange(2, 3), new CharRange(9, 10));
    Alignment alignment = builder.build();

    assertThat(alignment.toSource(new Span(0, 1))).containsExactly(new Span(3, 4));
    assertThat(alignment.toSource(new Span(1, 2))).containsExactly(new Span(8, 9));
  }

  @Test
  void aTextThatIsItsOwnSource() {
    assertThat(Alignment.identity(9).toSource(new Span(2, 5))).containsExactly(new Span(2, 5));
  }
}
