package dateline.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The models that {@code training/crossval.py} makes, one a fold: each reads the sentences that its
 * event heads never saw.
 */
final class FoldModels {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Path jar;
  private final EventFolds folds;

  /**
   * @param folder of the models: {@code 0/dateline/data/model/news-en.onnx} and so on
   * @param jar the product
   */
  FoldModels(Path folder, Path jar, EventFolds folds) {
    this.folder = folder;
    this.jar = jar;
    this.folds = folds;
  }

  /**
   * The product's records of a set's inputs, each read with its fold's model, fold after fold.
   *
   * @throws IOException when a fold's model is missing or the product fails
   */
  void read(QualityGate gate, String set, Path inputs, Path records)
      throws IOException, InterruptedException {
    Map<Integer, List<String>> ofFold = new TreeMap<>();
    for (String line : Files.readAllLines(inputs, StandardCharsets.UTF_8)) {
      int fold = folds.fold(set, JSON.readTree(line).get("id").asText());
      ofFold.computeIfAbsent(fold, f -> new ArrayList<>()).add(line);
    }
    Files.deleteIfExists(records);
    for (Map.Entry<Integer, List<String>> part : ofFold.entrySet()) {
      Path model = folder.resolve(part.getKey().toString());
      if (!Files.exists(model.resolve("dateline/data/model/news-en.onnx"))) {
        throw new IOException("no model of fold " + part.getKey() + " at " + model);
      }
      Path input = records.resolveSibling(set + "." + part.getKey() + ".in.jsonl");
      Path output = records.resolveSibling(set + "." + part.getKey() + ".out.jsonl");
      Files.write(input, part.getValue());
      List<String> command = new ArrayList<>(List.of(Product.java(), "-Xmx2g", "-cp"));
      command.add(model + ":" + jar); // the fold's model lies before the shipped one
      command.addAll(List.of("dateline.cli.Main", "read", input.toString()));
      command.addAll(List.of("--to", output.toString(), "--format", "jsonl"));
      command.addAll(List.of("--home", gate.emptyHome().toString()));
      gate.product(records.resolveSibling(set + "." + part.getKey() + ".log"), command);
      Files.write(
          records,
          Files.readAllBytes(output),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
