package dateline.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The installed models, by the cards that lie beside them. */
public final class Models {

  private static final String CARD = "model/news-en.json";

  private Models() {}

  /**
   * Name to {@code sha256:…}; reads the small card only, not the model. Empty when none is
   * installed.
   */
  public static Map<String, String> hashes() {
    if (!Resource.exists(CARD)) {
      return Map.of();
    }
    try (InputStream in = Resource.open(CARD)) {
      JsonNode card = new ObjectMapper().readTree(in);
      return Map.of(card.get("name").asText(), "sha256:" + card.get("sha256").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("the model card " + CARD + " can't be read", e);
    }
  }
}
