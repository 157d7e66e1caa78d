package dateline.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.text.CharRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Java makes the same windows as training does, and the model says the same of them. */
class EncoderParityTest {

  private static NewsModel model;
  private static JsonNode parity;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in = EncoderParityTest.class.getResourceAsStream("parity.json")) {
      parity = new ObjectMapper().readTree(Objects.requireNonNull(in, "parity.json"));
    }
    model = NewsModel.shared();
    assumeThat(model).as("an installed model").isNotNull();
    assertThat(model.card().sha256()).isEqualTo(parity.path("model").asText());
  }

  @Test
  void packsTheSameWindows() {
    for (JsonNode example : parity.path("cases")) {
      Window window = window(example);
      JsonNode inputs = example.path("inputs");
      assertThat(window.ids()).isEqualTo(longs(inputs.path("input_ids")));
      assertThat(window.features()).isEqualTo(longs(inputs.path("features")));
      assertThat(window.starts()).isEqualTo(longs(inputs.path("word_starts")));
      assertThat(window.sentence()).isEqualTo(longs(inputs.path("sentence")));
    }
  }

  @Test
  void readsTheSameLabels() {
    for (JsonNode example : parity.path("cases")) {
      Encoder.Output output = model.encoder().read(window(example));
      JsonNode expected = example.path("expected");
      int words = example.path("words").size();
      assertThat(longs(output.pos())).isEqualTo(longs(expected.path("pos")));
      assertThat(longs(output.head())).isEqualTo(longs(expected.path("head")));
      assertThat(longs(output.rel())).isEqualTo(longs(expected.path("rel")));
      assertThat(best(output.ner(), words)).isEqualTo(longs(expected.path("ner")));
      if (expected.has("attr")) {
        assertThat(best(output.attr(), words)).isEqualTo(longs(expected.path("attr")));
        assertThat(best(output.link(), words)).isEqualTo(longs(expected.path("link")));
      }
    }
  }

  private static Window window(JsonNode example) {
    List<CharRange> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (JsonNode word : example.path("words")) {
      int start = text.length();
      text.append(word.asText());
      words.add(new CharRange(start, text.length()));
      text.append(' ');
    }
    List<Sentence> sentences = new ArrayList<>();
    for (JsonNode bounds : example.path("sentences")) {
      int first = bounds.get(0).asInt();
      int end = bounds.get(1).asInt();
      CharRange range = words.get(first).cover(words.get(end - 1));
      sentences.add(new Sentence(sentences.size(), paragraph(example, first), range, first, end));
    }
    List<Window> windows = model.windows(text.toString(), new Segments(words, sentences));
    assertThat(windows).hasSize(1);
    return windows.get(0);
  }

  private static int paragraph(JsonNode example, int word) {
    JsonNode paragraphs = example.path("paragraphs");
    return IntStream.range(0, paragraphs.size())
        .filter(i -> word < paragraphs.get(i).get(1).asInt())
        .findFirst()
        .orElseThrow();
  }

  private static long[] longs(JsonNode array) {
    return IntStream.range(0, array.size()).mapToLong(i -> array.get(i).asLong()).toArray();
  }

  private static long[] longs(LongBuffer buffer) {
    return IntStream.range(0, buffer.limit()).mapToLong(buffer::get).toArray();
  }

  private static long[] best(FloatBuffer scores, int rows) {
    int width = scores.limit() / rows;
    return IntStream.range(0, rows)
        .mapToLong(
            row ->
                IntStream.range(0, width)
                    .reduce(
                        0,
                        (a, b) ->
                            scores.get(row * width + b) > scores.get(row * width + a) ? b : a))
        .toArray();
  }
}
