package dateline.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.data.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the encoder's file without loading it: {@code model/news-en.json}.
 *
 * @param sha256 of the ONNX file, lower-case hexadecimal
 * @param pos Penn Treebank tags by label number; the other lists likewise. One is empty when the
 *     model was not trained for it; that output then means nothing
 */
public record ModelCard(
    String name,
    String version,
    String sha256,
    int maxPieces,
    int contextSentences,
    int contextPieces,
    int wordPieces,
    List<String> pos,
    List<String> rel,
    List<String> ner,
    List<String> attr,
    List<String> event,
    List<String> role) {

  static final String MODEL = "model/news-en.onnx";
  static final String VOCABULARY = "model/vocab.txt";
  private static final String CARD = "model/news-en.json";

  public ModelCard {
    pos = List.copyOf(pos);
    rel = List.copyOf(rel);
    ner = List.copyOf(ner);
    attr = List.copyOf(attr);
    event = List.copyOf(event);
    role = List.copyOf(role);
  }

  /** The installed encoder; empty when the installation has none. */
  public static Optional<ModelCard> installed() {
    if (!Resource.exists(CARD) || !Resource.exists(MODEL) || !Resource.exists(VOCABULARY)) {
      return Optional.empty();
    }
    try (InputStream in = Resource.open(CARD)) {
      return Optional.of(of(new ObjectMapper().readTree(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the data file " + CARD, e);
    }
  }

  private static ModelCard of(JsonNode json) {
    JsonNode labels = json.path("labels");
    return new ModelCard(
        json.path("name").asText(),
        json.path("version").asText(),
        json.path("sha256").asText(),
        json.path("maxPieces").asInt(),
        json.path("contextSentences").asInt(),
        json.path("contextPieces").asInt(),
        json.path("wordPieces").asInt(),
        names(labels.path("pos")),
        names(labels.path("rel")),
        names(labels.path("ner")),
        names(labels.path("attr")),
        names(labels.path("event")),
        names(labels.path("role")));
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : array) {
      names.add(name.asText());
    }
    return names;
  }
}
