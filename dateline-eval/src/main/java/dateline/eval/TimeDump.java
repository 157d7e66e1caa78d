package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.TimeExpression;
import dateline.time.TimeTagger;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes the times of texts alone, for the scorer, and says how fast they were found.
 *
 * <p>Reads JSON lines {@code {"id","text","published"}} and writes {@code {"id","times"}}.
 */
public final class TimeDump {

  private TimeDump() {}

  /**
   * @param args input file, output file
   */
  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    NewsEnglish english = NewsEnglish.load();
    TimeTagger tagger = TimeTagger.create();
    long sentences = 0;
    long nanos = 0;
    try (Writer out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8)) {
      for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
        JsonNode input = json.readTree(line);
        String text = input.get("text").asText();
        Analysis analysis = english.analyse(text, Paragraphs.of(text));
        LocalDate published =
            input.hasNonNull("published") ? LocalDate.parse(input.get("published").asText()) : null;
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<TimeExpression> times = tagger.tag(analysis, published);
        nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        sentences += analysis.sentences().size();
        ObjectNode record = json.createObjectNode();
        record.set("id", input.get("id"));
        var list = record.putArray("times");
        for (TimeExpression time : times) {
          ObjectNode row = list.addObject();
          row.putArray("span").add(time.span().get(0).start()).add(time.span().get(0).end());
          row.put("type", time.type().code());
          row.put("value", time.value());
          row.put("mod", time.mod());
          row.put("anchor", time.anchor());
          row.put("method", time.method());
        }
        out.write(json.writeValueAsString(record));
        out.write('\n');
      }
    }
    System.err.println(
        sentences + " sentences, " + Math.round(sentences * 1e9 / nanos) + " a CPU-second");
  }
}
