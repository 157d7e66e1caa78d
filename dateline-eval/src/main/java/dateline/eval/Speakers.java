package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.json.RecordJson;
import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Statement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether direct statements are given to the people who made them: resolved speakers against names
 * marked by hand. A statement that was not found counts as wrong.
 */
final class Speakers {

  /** One marked statement; offsets are code points. */
  private record Marked(String article, int content, int source, String name) {}

  private static final Pattern GENERATION = Pattern.compile(",?\\s+(jr|sr|ii|iii|iv)\\.?$");

  private Speakers() {}

  /** The score as {@code {"n", "found", "accuracy", "wrong": [..]}}, accuracy from 0 to 1. */
  static JsonNode score(Path gold, Path predicted) throws IOException {
    List<Marked> marked = new ArrayList<>();
    for (String line : Files.readAllLines(gold, StandardCharsets.UTF_8)) {
      if (!line.startsWith("#")) {
        String[] cell = line.split("\t", -1);
        marked.add(
            new Marked(cell[0], Integer.parseInt(cell[1]), Integer.parseInt(cell[2]), cell[3]));
      }
    }
    Map<String, ArticleRecord> records = new HashMap<>();
    try (BufferedReader in = Files.newBufferedReader(predicted)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ArticleRecord record = RecordJson.read(line);
        records.put(record.id(), record);
      }
    }
    int found = 0;
    int right = 0;
    var result = new ObjectMapper().createObjectNode();
    var wrong = result.putArray("wrong");
    for (Marked mark : marked) {
      ArticleRecord record = records.get(mark.article());
      Statement statement = record == null ? null : statement(record, mark);
      String speaker = record == null || statement == null ? null : speaker(record, statement);
      found += statement == null ? 0 : 1;
      if (speaker != null && lastWord(speaker).equals(lastWord(mark.name()))) {
        right++;
      } else {
        wrong.add(mark.article() + " " + mark.content() + ": " + speaker + " for " + mark.name());
      }
    }
    result.put("n", marked.size());
    result.put("found", found);
    result.put("accuracy", marked.isEmpty() ? 0 : (double) right / marked.size());
    return result;
  }

  /**
   * The statement whose content holds the marked one's beginning; the shortest when they are
   * nested.
   */
  private static @Nullable Statement statement(ArticleRecord record, Marked mark) {
    Statement best = null;
    for (Statement statement : record.statements()) {
      boolean holds =
          statement.content().stream()
              .anyMatch(s -> s.start() <= mark.content() + 2 && mark.content() + 2 < s.end());
      if (holds && (best == null || length(statement) < length(best))) {
        best = statement;
      }
    }
    return best;
  }

  private static int length(Statement statement) {
    return statement.content().stream().mapToInt(span -> span.length()).sum();
  }

  private static @Nullable String speaker(ArticleRecord record, Statement statement) {
    return record.actors().stream()
        .filter(actor -> actor.id().equals(statement.speaker()))
        .map(Actor::name)
        .findFirst()
        .orElse(null);
  }

  /** The last word of a name, a generation ("Jr.") set aside. */
  private static String lastWord(String name) {
    String plain = name.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
    String[] words = GENERATION.matcher(plain).replaceFirst("").split("\\s+");
    return words[words.length - 1];
  }
}
