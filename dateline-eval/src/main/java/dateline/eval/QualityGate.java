package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.Dateline;
import dateline.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quality gate: runs the product over the development data, scores it with the shared scorers,
 * writes {@code docs/quality.md}, and fails when a score is under its floor or a corpus is not the
 * one that the floors were set on.
 *
 * <p>Use: {@code ./evaluate gate [--shared DIR] [--only GROUP] [--write]}. Exit status: 0 all
 * floors hold, or the data is absent (said clearly); 1 a floor is broken; 3 something could not be
 * run.
 */
final class QualityGate {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads with the shared GeoNames dump imported. */
  private static final String IMPORT = "read+geonames";

  /** Scorer of rows whose gold is a generated corpus: its seed and number of happenings. */
  private static final String STORIES = "stories";

  private final Path root;
  private final Path shared;
  private final Path work;
  private final Map<String, JsonNode> scores = new LinkedHashMap<>();
  private final Set<String> answered = new HashSet<>();

  QualityGate(Path root, Path shared) throws IOException {
    this.root = root;
    this.shared = shared;
    this.work = Files.createDirectories(root.resolve("dateline-eval/target/quality"));
  }

  static int run(Path root, Path shared, String only, boolean write)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(shared.resolve("gold"))) {
      System.out.println("quality gate: skipped, there is no development data at " + shared);
      return 0;
    }
    QualityGate gate = new QualityGate(root, shared);
    List<Measure> table = Measure.table(root.resolve("dateline-eval/quality.tsv"));
    List<Measure> rows =
        table.stream().filter(row -> only.isEmpty() || row.group().equals(only)).toList();
    List<String> broken = gate.changedCorpora(rows, write);
    StringBuilder report = new StringBuilder();
    String group = "";
    for (Measure row : rows) {
      if (!row.group().equals(group)) {
        group = row.group();
        report
            .append("\n## ")
            .append(group)
            .append(
                "\n\n| on development data | score | floor | must | aim | peers and people |\n|---|---|---|---|---|---|\n");
      }
      double score = gate.score(row);
      String line =
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s |",
              row.label(),
              bold(score, row.must()),
              number(row.floor()),
              number(row.must()),
              number(row.aim()),
              row.anchor());
      System.out.println(line);
      report.append(line).append('\n');
      if (row.floor() != null && score < row.floor()) {
        broken.add(
            String.format(
                Locale.ROOT, "%s: %.1f is under the floor %.1f", row.label(), score, row.floor()));
      }
    }
    if (write) {
      Files.writeString(root.resolve("docs/quality.md"), head() + report, StandardCharsets.UTF_8);
    }
    broken.forEach(line -> System.out.println("BROKEN " + line));
    System.out.printf(
        Locale.ROOT,
        "quality gate: %d passed, %d failed%n",
        rows.size() - Math.min(rows.size(), broken.size()),
        broken.size());
    return broken.isEmpty() ? 0 : 1;
  }

  private static String head() {
    return """
        # Quality

        Written by `./evaluate gate --write`: Dateline %s, %s, %s, Java %s. All scores are per cent, on **development
        data**: what is tuned on. Where a model or lexicon was trained or tuned on a set, its score here flatters; the
        kept-back parts decide. The model's event heads saw four fifths of the sentences of the event
        sets; what it makes of the last fifth: [events](events.md). A score in bold reaches its *must*. Floors are pinned in `dateline-eval/quality.tsv`, the
        corpora's digests in `dateline-eval/corpora.tsv`.
        """
        .formatted(
            Dateline.VERSION,
            LocalDate.now(ZoneOffset.UTC),
            processor(),
            System.getProperty("java.version"));
  }

  static String processor() {
    return Runtime.getRuntime().availableProcessors() + " × " + System.getProperty("os.arch");
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String bold(double score, @Nullable Double must) {
    String text = number(score);
    return must != null && score >= must ? "**" + text + "**" : text;
  }

  private double score(Measure row) throws IOException, InterruptedException {
    String key = row.scorer() + " " + name(row);
    JsonNode result = scores.get(key);
    if (result == null) {
      result = measure(row);
      scores.put(key, result);
    }
    JsonNode value = result.at("/" + row.metric().replace('.', '/'));
    if (!value.isNumber()) {
      throw new IOException(row.label() + ": the scorer gave no " + row.metric());
    }
    // pages.py and events.py score 0 to 1 (and accuracies everywhere do), times.py and places.py 0
    // to 100.
    return value.asDouble() <= 1.0 ? value.asDouble() * 100 : value.asDouble();
  }

  private JsonNode measure(Measure row) throws IOException, InterruptedException {
    if (row.scorer().equals(STORIES)) {
      return JSON.valueToTree(StoryQuality.scores(row.gold()));
    }
    Path gold = gold(row);
    if (row.scorer().equals("speakers")) {
      return Speakers.score(root.resolve("dateline-eval/speakers.tsv"), predicted(row));
    }
    Path view = view(row);
    List<String> command = new ArrayList<>(List.of("python3"));
    List<String> scorer = List.of(row.scorer().split(" "));
    command.add(shared.resolve("score").resolve(scorer.get(0)).toString());
    command.addAll(scorer.subList(1, scorer.size()));
    command.addAll(List.of(gold.toString(), view.toString(), "--json"));
    Path scored = work.resolve(name(row) + "." + scorer.get(0) + ".json");
    if (capture(scored, command.toArray(String[]::new)) != 0) {
      throw new IOException("the scorer failed: " + String.join(" ", command) + ": see " + scored);
    }
    return JSON.readTree(Files.readString(scored, StandardCharsets.UTF_8));
  }

  /** The product's answer as the scorers read it. */
  Path view(Measure row) throws IOException, InterruptedException {
    Path view = work.resolve(name(row) + ".view.jsonl");
    ScorerView.write(predicted(row), view);
    return view;
  }

  /** What the product is given of a gold file: no answers. */
  Path inputs(Measure row) throws IOException, InterruptedException {
    Path input = work.resolve(name(row) + ".in.jsonl");
    if (row.run().equals("actor")) {
      Files.writeString(input, actorInputs(gold(row)), StandardCharsets.UTF_8);
    } else {
      capture(input, "python3", shared.resolve("score/inputs.py").toString(), gold(row).toString());
    }
    return input;
  }

  /** The product's answer to a gold file's inputs, made once a run. */
  private Path predicted(Measure row) throws IOException, InterruptedException {
    Path predicted = work.resolve(name(row) + ".out.jsonl");
    if (!answered.add(name(row))) {
      return predicted;
    }
    Path input = inputs(row);
    boolean read = !row.run().equals("actor");
    List<String> command =
        new ArrayList<>(
            List.of(
                root.resolve("dateline").toString(),
                read ? "read" : row.run(),
                input.toString(),
                "--to",
                predicted.toString()));
    if (read) {
      command.addAll(List.of("--format", "jsonl", "--home", home(row).toString()));
    }
    product(work.resolve(name(row) + ".log"), command);
    return predicted;
  }

  /**
   * Runs the product on inputs.
   *
   * @throws IOException when it failed; inputs that could not be read are the scorer's misses
   */
  void product(Path log, List<String> command) throws IOException, InterruptedException {
    int exit = capture(log, command.toArray(String[]::new));
    if (exit > 1) { // 1: some inputs could not be read
      throw new IOException("dateline ended with " + exit + ": see " + log);
    }
  }

  /** A home without gazetteers and outlets of the user's. */
  Path emptyHome() {
    return work.resolve("home-empty");
  }

  /** A home of the gate's own, with the shared GeoNames dump where the row asks for it. */
  private Path home(Measure row) throws IOException, InterruptedException {
    if (!row.run().equals(IMPORT)) {
      return emptyHome();
    }
    Path home = work.resolve("home-geonames");
    if (answered.add(IMPORT)) {
      String dateline = root.resolve("dateline").toString();
      String dump = shared.resolve("gazetteer/geonames").toString();
      Path log = work.resolve("import.log");
      int exit = capture(log, dateline, "gazetteer", "import", dump, "--home", home.toString());
      if (exit != 0) {
        throw new IOException("dateline gazetteer import ended with " + exit + ": see " + log);
      }
    }
    return home;
  }

  private Path gold(Measure row) {
    return shared.resolve("gold").resolve(row.gold());
  }

  private static String name(Measure row) {
    String name = row.gold().replace('/', '-').replace(".jsonl", "");
    return row.run().equals(IMPORT) ? name + "-imported" : name;
  }

  /**
   * A gold file of phrases without its answers; an undated phrase is of late 2022, when the set was
   * written.
   */
  private static String actorInputs(Path gold) throws IOException {
    StringBuilder inputs = new StringBuilder();
    for (String line : Files.readAllLines(gold, StandardCharsets.UTF_8)) {
      JsonNode item = JSON.readTree(line);
      ObjectNode input = JSON.createObjectNode();
      input.set("id", item.get("id"));
      input.set("text", item.get("text"));
      input.put("date", item.path("date").asText("2022-12-01").replace("null", "2022-12-01"));
      if (item.path("context").isTextual()) {
        input.set("context", item.get("context"));
      }
      inputs.append(input).append('\n');
    }
    return inputs.toString();
  }

  int capture(Path output, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectOutput(output.toFile())
            .redirectError(work.resolve("stderr.log").toFile())
            .start();
    process.getOutputStream().close();
    int exit = process.waitFor();
    if (exit != 0) {
      System.out.println(Files.readString(work.resolve("stderr.log"), StandardCharsets.UTF_8));
    }
    return exit;
  }

  /**
   * Compares the corpora with the digests that the floors were set on; with {@code write}, pins
   * them.
   */
  private List<String> changedCorpora(List<Measure> rows, boolean write) throws IOException {
    Path file = root.resolve("dateline-eval/corpora.tsv");
    Map<String, String> pinned = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.startsWith("#")) {
          pinned.put(line.split("\t")[0], line.split("\t")[1]);
        }
      }
    }
    List<String> broken = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Measure row : rows) {
      if (row.scorer().equals(STORIES) || !seen.add(row.gold())) {
        continue; // generated from its seed, or compared already
      }
      String digest = sha256(gold(row));
      String known = pinned.putIfAbsent(row.gold(), digest);
      if (known != null && !known.equals(digest)) {
        broken.add(row.gold() + " is not the corpus that the floors were set on");
      }
    }
    if (write) {
      StringBuilder text =
          new StringBuilder(
              "# SHA-256 of the corpora that the floors in quality.tsv were set on\n");
      pinned.forEach((gold, digest) -> text.append(gold).append('\t').append(digest).append('\n'));
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    return broken;
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.hex(digest);
  }
}
