package dateline.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static List<LineReader.Line> lines(String text, int limit) throws IOException {
    List<LineReader.Line> lines = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes), limit)) {
      for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String text(LineReader.Line line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void tellsNumbersAndOffsetsInBytes() throws IOException {
    List<LineReader.Line> lines = lines("é\r\n\nlast", 100);

    assertThat(lines).extracting(LineReaderTest::text).containsExactly("é", "", "last");
    assertThat(lines).extracting(LineReader.Line::number).containsExactly(1L, 2L, 3L);
    assertThat(lines).extracting(LineReader.Line::offset).containsExactly(0L, 4L, 5L);
  }

  @Test
  void passesOverALineThatIsTooLongAcrossBuffers() throws IOException {
    List<LineReader.Line> lines = lines("x".repeat(200_000) + "\nnext\n", 1_000);

    assertThat(lines).extracting(LineReader.Line::tooLong).containsExactly(true, false);
    assertThat(lines.get(1).offset()).isEqualTo(200_001);
    assertThat(text(lines.get(1))).isEqualTo("next");
  }

  @Test
  void anEmptyInputHasNoLines() throws IOException {
    assertThat(lines("", 10)).isEmpty();
  }

  @Property
  void linesJoinedAgainAreTheInput(
      @ForAll @StringLength(max = 200) @Chars({'a', 'b', '\n', ' '}) String text)
      throws IOException {
    StringBuilder joined = new StringBuilder();
    for (LineReader.Line line : lines(text, 1_000)) {
      assertThat(line.offset()).isEqualTo(joined.length());
      joined.append(text(line)).append('\n');
    }
    assertThat(joined.toString())
        .isEqualTo(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
  }
}
