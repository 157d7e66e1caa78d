package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Records as the shared scorers read them. These were written before the record was: they want one
 * {@code [s,e]} for a toponym or a time where the record has a list of ranges, and a plain day for
 * {@code article.published}; both hold one value, so nothing is lost. And they take a record's
 * {@code source} for the spans of an event's source.
 */
final class ScorerView {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ScorerView() {}

  /** Writes a file of records again, line by line. */
  static void write(Path records, Path view) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(records);
        BufferedWriter out = Files.newBufferedWriter(view)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode record = JSON.readTree(line);
        if (record instanceof ObjectNode object && object.has("article")) {
          flatten(object);
        }
        out.write(JSON.writeValueAsString(record));
        out.write('\n');
      }
    }
  }

  private static void flatten(ObjectNode record) {
    record.remove("source");
    for (String layer : List.of("times", "places")) {
      for (JsonNode item : record.withArray(layer)) {
        ArrayNode ranges = (ArrayNode) item.get("span");
        ((ObjectNode) item)
            .putArray("span")
            .add(ranges.get(0).get(0).asInt())
            .add(ranges.get(ranges.size() - 1).get(1).asInt());
      }
    }
    ObjectNode article = (ObjectNode) record.get("article");
    JsonNode day = article.path("published").path("value");
    article.set("published", day.isTextual() ? day : null);
  }
}
