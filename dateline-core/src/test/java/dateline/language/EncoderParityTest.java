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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Java makes the same windows as training does, and the model says the same of them. */
class EncoderParityTest {

  private static NewsModel model;
  private static JsonNode parity;

  private final Map<String, Integer> labels = new TreeMap<>();
  private final Map<String, Integer> differing = new TreeMap<>();

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

  /** But for ties that releases of the runtime round differently: one label in a hundred. */
  @Test
  void readsTheSameLabels() {
    for (JsonNode example : parity.path("cases")) {
      Encoder.Output output = model.encoder().read(window(example));
      JsonNode expected = example.path("expected");
      int words = example.path("words").size();
      count("pos", longs(output.pos()), expected);
      count("head", longs(output.head()), expected);
      count("rel", longs(output.rel()), expected);
      count("ner", best(output.ner(), words), expected);
      if (expected.has("attr")) {
        count("attr", best(output.attr(), words), expected);
        count("link", best(output.link(), words), expected);
      }
    }
    assertThat(labels).hasSizeGreaterThanOrEqualTo(4);
    labels.forEach(
        (task, count) ->
            assertThat(differing.getOrDefault(task, 0))
                .as(task)
                .isLessThanOrEqualTo(1 + count / 100));
  }

  private void count(String task, long[] found, JsonNode expected) {
    long[] wanted = longs(expected.path(task));
    assertThat(found).as(task).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      labels.merge(task, 1, Integer::sum);
      if (found[i] != wanted[i]) {
        differing.merge(task, 1, Integer::sum);
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
