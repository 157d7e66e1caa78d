package dateline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CodePointsTest {

  @Test
  void countsAnEmojiAsOne() {
    CodePoints text = CodePoints.of("😊 Hello");
    assertThat(text.length()).isEqualTo(7);
    assertThat(text.span(3, 8)).isEqualTo(new Span(2, 7));
    assertThat(text.slice(new Span(2, 7))).isEqualTo("Hello");
  }

  @Test
  void takesAnOffsetInsideAPairAsItsStart() {
    assertThat(CodePoints.of("a😊b").toCodePoint(2)).isEqualTo(1);
    assertThat(CodePoints.of("a😊b").toCodePoint(1)).isEqualTo(1);
  }

  @Test
  void refusesOffsetsOutsideTheText() {
    CodePoints text = CodePoints.of("abc");
    assertThatThrownBy(() -> text.toCodePoint(4)).hasMessageContaining("[0,3]");
    assertThatThrownBy(() -> text.toUtf16(-1)).hasMessageContaining("-1");
  }

  /** The obvious, slow way, as the truth to compare with. */
  @Property
  void agreesWithTheJdk(@ForAll("hardTexts") String text) {
    CodePoints points = CodePoints.of(text);
    assertThat(points.length()).isEqualTo(text.codePointCount(0, text.length()));
    for (int cp = 0; cp <= points.length(); cp++) {
      int utf16 = text.offsetByCodePoints(0, cp);
      assertThat(points.toUtf16(cp)).isEqualTo(utf16);
      assertThat(points.toCodePoint(utf16)).isEqualTo(cp);
    }
  }

  @Property
  void slicesWhatCodePointsHold(@ForAll("hardTexts") String text, @ForAll int a, @ForAll int b) {
    CodePoints points = CodePoints.of(text);
    int x = Math.floorMod(a, points.length() + 1);
    int y = Math.floorMod(b, points.length() + 1);
    Span span = new Span(Math.min(x, y), Math.max(x, y));
    int[] all = text.codePoints().toArray();
    assertThat(points.slice(span)).isEqualTo(new String(all, span.start(), span.length()));
  }

  /** Emoji with joiners, combining marks, right-to-left, line ends, lone surrogates. */
  @Provide
  Arbitrary<String> hardTexts() {
    return Arbitraries.of(
            "a",
            " ",
            "\r\n",
            "é",
            "e\u0301",
            "😊",
            "👩‍👩‍👧",
            "🇱🇧",
            "שלום",
            "مرحبا",
            "\u202e",
            "\ud83d",
            "\ude0a",
            "中",
            "\u0000")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
