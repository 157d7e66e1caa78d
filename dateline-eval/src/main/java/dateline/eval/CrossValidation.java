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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores of the events on sentences that the model's event heads have not seen, with intervals by
 * bootstrap; into {@code docs/events.md} when asked. Two ways: the shipped model on the fifth that
 * it never saw, and five models, each on its fifth ({@link FoldModels}).
 */
final class CrossValidation {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = "<!-- end -->\n";

  private static final String HEAD_OF_ONE =
      """
      | | records unseen | unseen | 95 % of draws | seen | all | must |
      |---|---|---|---|---|---|---|
      """;

  private static final String HEAD_OF_FIVE =
      """
      | | records, all unseen | cross-validated | 95 % of draws | must |
      |---|---|---|---|---|
      """;

  private final Path root;
  private final Path shared;
  private final QualityGate gate;
  private final EventFolds folds;
  private final Path work;

  private CrossValidation(Path root, Path shared) throws IOException {
    this.root = root;
    this.shared = shared;
    this.gate = new QualityGate(root, shared);
    this.folds = new EventFolds(shared.resolve("gold/events"));
    this.work = root.resolve("dateline-eval/target/quality");
  }

  /**
   * @param models folder of five folds' models; null: the shipped model on its unseen fold
   * @return 0: every score on the unseen reaches its must; 1: one does not
   */
  static int run(Path root, Path shared, @Nullable Path models, boolean write)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(shared.resolve("gold/events"))) {
      System.out.println("crossval: skipped, there is no development data at " + shared);
      return 0;
    }
    return new CrossValidation(root, shared).run(models, write);
  }

  private int run(@Nullable Path models, boolean write) throws IOException, InterruptedException {
    List<String> leaks = folds.shared(shared.resolve("gold/events"));
    Map<String, List<Measure>> sets = new LinkedHashMap<>();
    for (Measure row : Measure.table(root.resolve("dateline-eval/quality.tsv"))) {
      // The phrases of actor-codes are in no training: with five models they would say nothing new.
      if (row.group().equals("Events") && (models == null || row.run().equals("read"))) {
        sets.computeIfAbsent(row.gold(), gold -> new ArrayList<>()).add(row);
      }
    }
    StringBuilder table = new StringBuilder(models == null ? HEAD_OF_ONE : HEAD_OF_FIVE);
    int below = 0;
    for (List<Measure> rows : sets.values()) {
      JsonNode scores = models == null ? ofOne(rows) : ofFive(rows, models);
      for (Measure row : rows) {
        JsonNode score = scores.get(row.metric());
        below += row.must() != null && score.get("unseen").asDouble() < row.must() ? 1 : 0;
        table.append(line(row, scores.get("records").asInt(), score, models == null));
      }
    }
    System.out.print(table);
    System.out.printf(
        Locale.ROOT, "crossval: %d below must on the unseen; %d leaks%n", below, leaks.size());
    if (write) {
      String command = "./evaluate crossval " + (models == null ? "" : "--models ") + "--write";
      write(root.resolve("docs/events.md"), command, head(models, leaks.size()) + table);
    }
    return below == 0 && leaks.isEmpty() ? 0 : 1;
  }

  /** The shipped model: unseen is its fold. */
  private JsonNode ofOne(List<Measure> rows) throws IOException, InterruptedException {
    String set = set(rows);
    List<String> ids = ids(rows);
    return scores(rows, gate.view(rows.get(0)), folds.unseen(set, ids));
  }

  /** Five models: everything is unseen. */
  private JsonNode ofFive(List<Measure> rows, Path models)
      throws IOException, InterruptedException {
    Path jar = root.resolve("dateline-cli/target/dateline.jar");
    Path records = work.resolve(set(rows) + ".folds.jsonl");
    Path inputs = gate.inputs(rows.get(0));
    new FoldModels(models, jar, folds).read(gate, set(rows), inputs, records);
    Path view = work.resolve(set(rows) + ".folds.view.jsonl");
    ScorerView.write(records, view);
    return scores(rows, view, Set.copyOf(ids(rows)));
  }

  private Path gold(List<Measure> rows) {
    return shared.resolve("gold").resolve(rows.get(0).gold());
  }

  private String set(List<Measure> rows) {
    return gold(rows).getFileName().toString().replace(".jsonl", "");
  }

  private List<String> ids(List<Measure> rows) throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(gold(rows), StandardCharsets.UTF_8)) {
      ids.add(JSON.readTree(line).get("id").asText());
    }
    return ids;
  }

  private JsonNode scores(List<Measure> rows, Path view, Set<String> unseen)
      throws IOException, InterruptedException {
    Path ids = work.resolve(set(rows) + ".unseen.txt");
    Files.write(ids, unseen.stream().sorted().toList());
    String[] scorer = rows.get(0).scorer().split(" ");
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                root.resolve("dateline-eval/bootstrap.py").toString(),
                shared.resolve("score").resolve(scorer[0]).toString(),
                scorer[1],
                gold(rows).toString(),
                view.toString(),
                ids.toString()));
    rows.forEach(row -> command.add(row.metric()));
    Path out = work.resolve(set(rows) + ".unseen.json");
    if (gate.capture(out, command.toArray(String[]::new)) != 0) {
      throw new IOException("the scorer failed: " + String.join(" ", command));
    }
    return JSON.readTree(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static String line(Measure row, int records, JsonNode score, boolean ofOne) {
    String known =
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f | %.1f–%.1f |",
            row.label(),
            records,
            score.get("unseen").asDouble(),
            score.get("low").asDouble(),
            score.get("high").asDouble());
    if (ofOne) {
      known += " " + number(score.get("seen")) + " | " + number(score.get("all")) + " |";
    }
    return known + String.format(Locale.ROOT, " %.0f |%n", row.must());
  }

  private static String number(JsonNode score) {
    return score.isNull() ? "–" : String.format(Locale.ROOT, "%.1f", score.asDouble());
  }

  private static String head(@Nullable Path models, int leaks) {
    String who =
        models == null
            ? """
              The shipped model's event heads were trained on folds 1 to 4 and saw nothing of
              fold 0, "unseen" here; the phrases of actor-codes were in no training."""
            : """
              Five models, each with event heads
              that never saw a fifth of the sentences, each read that fifth: all is unseen.""";
    return """
        Dateline %s, %s, %s; per cent. %s Sentences that sets share or nearly copy are in one fold
        (%d in several). Rules and tables were written looking at all folds of the shared parts: the kept-back parts decide.

        """
        .formatted(
            Dateline.VERSION, LocalDate.now(ZoneOffset.UTC), QualityGate.processor(), who, leaks);
  }

  private static void write(Path page, String command, String section) throws IOException {
    String text = Files.readString(page, StandardCharsets.UTF_8);
    String opening = "<!-- " + command + ": begin -->\n";
    int begin = text.indexOf(opening);
    int end = text.indexOf(END, begin);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no place for the scores");
    }
    Files.writeString(
        page,
        text.substring(0, begin + opening.length()) + section + text.substring(end),
        StandardCharsets.UTF_8);
  }
}
