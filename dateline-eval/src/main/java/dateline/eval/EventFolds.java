package dateline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The five folds of the event sets, as {@code training/data.py} deals them: sentences that several
 * sets share, and near copies, are in one fold, so that none leaks into another.
 */
final class EventFolds {

  /** The fold of which the shipped model's event heads saw nothing. */
  static final int UNSEEN = 0;

  static final int FOLDS = 5;

  /** In the order in which training reads them: the first set that has a sentence names it. */
  private static final List<String> SETS = List.of("quad", "plv", "plover", "actors");

  private static final Pattern NO_WORD = Pattern.compile("\\W", Pattern.UNICODE_CHARACTER_CLASS);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Map<String, Integer>> folds = new HashMap<>();

  /**
   * @param gold folder of the event sets
   */
  EventFolds(Path gold) throws IOException {
    Map<String, String> keys = new HashMap<>();
    Map<String, Integer> byText = new HashMap<>();
    for (String set : SETS) {
      Map<String, Integer> ofSet = new LinkedHashMap<>();
      for (String line : Files.readAllLines(gold.resolve(set + ".jsonl"), StandardCharsets.UTF_8)) {
        JsonNode item = JSON.readTree(line);
        String text = item.get("text").asText();
        String id = item.get("id").asText();
        String own = item.path("quad_id").isTextual() ? item.get("quad_id").asText() : id;
        String bare = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String key = keys.computeIfAbsent(bare, k -> own);
        ofSet.put(id, byText.computeIfAbsent(text, t -> fold("event-" + key)));
      }
      folds.put(set, ofSet);
    }
  }

  private static int fold(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, digest).mod(BigInteger.valueOf(FOLDS)).intValue();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** Of a set that no training reads, {@link #UNSEEN}. */
  int fold(String set, String id) {
    return folds.getOrDefault(set, Map.of()).getOrDefault(id, UNSEEN);
  }

  /** Ids of a set's records in the fold that the model has not seen; of other sets, all. */
  Set<String> unseen(String set, List<String> ids) {
    Set<String> unseen = new HashSet<>();
    for (String id : ids) {
      if (fold(set, id) == UNSEEN) {
        unseen.add(id);
      }
    }
    return unseen;
  }

  /** Texts that stand in records of several folds: none, if the folds leak nothing. */
  List<String> shared(Path gold) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    List<String> leaks = new ArrayList<>();
    for (String set : SETS) {
      for (String line : Files.readAllLines(gold.resolve(set + ".jsonl"), StandardCharsets.UTF_8)) {
        JsonNode item = JSON.readTree(line);
        String text = item.get("text").asText().toLowerCase(Locale.ROOT);
        int fold = fold(set, item.get("id").asText());
        Integer other = seen.putIfAbsent(NO_WORD.matcher(text).replaceAll(""), fold);
        if (other != null && other != fold) {
          leaks.add(item.get("id").asText());
        }
      }
    }
    return leaks;
  }
}
