package dateline.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Differences as JSON: one article a line. */
public final class DiffJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DiffJson() {}

  /** {@code {"article", "what", "changes"}}, without the end of the line. */
  public static String line(ArticleDiff diff) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("article", diff.article());
    line.put("what", diff.what());
    line.put("changes", diff.changes());
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written as JSON", e);
    }
  }
}
