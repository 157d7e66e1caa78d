package dateline.io.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is remembered of feeds from one run to the next, in a file of JSON. Not thread-safe. */
public final class WatchState {

  private static final ObjectMapper JSON =
      new ObjectMapper().setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

  private final Path file;
  private final Map<String, Subscription> feeds;

  private WatchState(Path file, Map<String, Subscription> feeds) {
    this.file = file;
    this.feeds = feeds;
  }

  /** One feed. */
  static final class Subscription {

    @Nullable String etag;
    @Nullable String lastModified;
    int failures;
    @Nullable String lastSuccess;
    @Nullable String lastError;
    long dueSeconds;

    /**
     * Addresses that the feed lists and that were fetched, each with when it said to be changed.
     */
    Map<String, String> known = new HashMap<>();

    /** Addresses that the feed lists and that could not be fetched, each with how often. */
    Map<String, Integer> tried = new HashMap<>();

    Instant due() {
      return Instant.ofEpochSecond(dueSeconds);
    }

    void succeeded(Instant now, Duration every) {
      failures = 0;
      lastError = null;
      lastSuccess = now.toString();
      dueSeconds = now.plus(every).getEpochSecond();
    }

    void failed(String message, Instant due) {
      failures++;
      lastError = message;
      dueSeconds = due.getEpochSecond();
    }
  }

  /**
   * @param file need not be there
   * @throws IOException when it is there and can't be read
   */
  public static WatchState open(Path file) throws IOException {
    Map<String, Subscription> feeds =
        Files.exists(file)
            ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, Subscription>>() {})
            : new TreeMap<>();
    return new WatchState(file, feeds);
  }

  Subscription of(String feed) {
    return feeds.computeIfAbsent(feed, url -> new Subscription());
  }

  boolean isDue(String feed, Instant now) {
    return !of(feed).due().isAfter(now);
  }

  /** Writes the file anew, whole or not at all. */
  void save() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(feeds));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
