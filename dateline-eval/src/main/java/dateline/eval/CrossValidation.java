package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.Dateline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scores of the events on the fold whose sentences the model's event heads have not seen, beside
 * those that it has, with intervals by bootstrap; into {@code docs/events.md} when asked.
 */
final class CrossValidation {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGIN = "<!-- ./evaluate crossval --write: begin -->\n";
  private static final String END = "<!-- end -->\n";

  private CrossValidation() {}

  /** 0: every score of the unseen fold reaches its must; 1: one does not. */
  static int run(Path root, Path shared, boolean write) throws IOException, InterruptedException {
    if (!Files.isDirectory(shared.resolve("gold/events"))) {
      System.out.println("crossval: skipped, there is no development data at " + shared);
      return 0;
    }
    QualityGate gate = new QualityGate(root, shared);
    EventFolds folds = new EventFolds(shared.resolve("gold/events"));
    List<String> leaks = folds.shared(shared.resolve("gold/events"));
    Map<String, List<Measure>> sets = new LinkedHashMap<>();
    for (Measure row : Measure.table(root.resolve("dateline-eval/quality.tsv"))) {
      if (row.group().equals("Events")) {
        sets.computeIfAbsent(row.gold(), gold -> new ArrayList<>()).add(row);
      }
    }
    StringBuilder table =
        new StringBuilder(
            """
            | | records unseen | unseen | 95 % of draws | seen | all | must |
            |---|---|---|---|---|---|---|
            """);
    int below = 0;
    for (List<Measure> rows : sets.values()) {
      JsonNode scores = scores(gate, folds, root, shared, rows);
      for (Measure row : rows) {
        JsonNode score = scores.get(row.metric());
        below += row.must() != null && score.get("unseen").asDouble() < row.must() ? 1 : 0;
        table.append(line(row, scores.get("records").asInt(), score));
      }
    }
    System.out.print(table);
    System.out.printf(
        Locale.ROOT, "crossval: %d below must on the unseen fold; %d leaks%n", below, leaks.size());
    if (write) {
      write(root.resolve("docs/events.md"), head(leaks.size()) + table);
    }
    return below == 0 && leaks.isEmpty() ? 0 : 1;
  }

  private static JsonNode scores(
      QualityGate gate, EventFolds folds, Path root, Path shared, List<Measure> rows)
      throws IOException, InterruptedException {
    Path gold = shared.resolve("gold").resolve(rows.get(0).gold());
    String set = gold.getFileName().toString().replace(".jsonl", "");
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(gold, StandardCharsets.UTF_8)) {
      ids.add(JSON.readTree(line).get("id").asText());
    }
    Path unseen = root.resolve("dateline-eval/target/quality/" + set + ".unseen.txt");
    Files.write(unseen, folds.unseen(set, ids).stream().sorted().toList());
    String[] scorer = rows.get(0).scorer().split(" ");
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                root.resolve("dateline-eval/bootstrap.py").toString(),
                shared.resolve("score").resolve(scorer[0]).toString(),
                scorer[1],
                gold.toString(),
                gate.view(rows.get(0)).toString(),
                unseen.toString()));
    rows.forEach(row -> command.add(row.metric()));
    Path out = root.resolve("dateline-eval/target/quality/" + set + ".unseen.json");
    if (gate.capture(out, command.toArray(String[]::new)) != 0) {
      throw new IOException("the scorer failed: " + String.join(" ", command));
    }
    return JSON.readTree(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static String line(Measure row, int records, JsonNode score) {
    String seen =
        score.get("seen").isNull()
            ? "–"
            : String.format(Locale.ROOT, "%.1f", score.get("seen").asDouble());
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f–%.1f | %s | %.1f | %.0f |%n",
        row.label(),
        records,
        score.get("unseen").asDouble(),
        score.get("low").asDouble(),
        score.get("high").asDouble(),
        seen,
        score.get("all").asDouble(),
        row.must());
  }

  private static String head(int leaks) {
    return """
        Dateline %s, %s, %s; per cent. The shipped model's event heads were trained on folds 1 to 4 and saw nothing of
        fold 0, "unseen" here; the phrases of actor-codes were in no training. Sentences that sets share or nearly copy are in one fold
        (%d in several). Rules and tables were written looking at all folds of the shared parts: the kept-back parts decide.

        """
        .formatted(
            Dateline.VERSION,
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors() + " × " + System.getProperty("os.arch"),
            leaks);
  }

  private static void write(Path page, String section) throws IOException {
    String text = Files.readString(page, StandardCharsets.UTF_8);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no place for the scores");
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + section + text.substring(end),
        StandardCharsets.UTF_8);
  }
}
