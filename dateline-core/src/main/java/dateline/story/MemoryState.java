package dateline.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A state in memory: for jobs that have all articles at hand. */
public final class MemoryState implements StoryState {

  /** What is kept of an article. */
  private static final class Entry {
    final Digest digest;
    final long[] clusters = new long[Layer.values().length];

    Entry(Digest digest) {
      this.digest = digest;
    }
  }

  private final Map<Long, Entry> entries = new HashMap<>();
  private final Map<Key, List<Long>> byKey = new HashMap<>();
  private final List<Map<Long, TreeSet<Long>>> members = List.of(new HashMap<>(), new HashMap<>());

  @Override
  public @Nullable Digest digest(long article) {
    Entry entry = entries.get(article);
    return entry == null ? null : entry.digest;
  }

  @Override
  public void put(long article, Digest digest, List<Key> keys) {
    Entry entry = new Entry(digest);
    entries.put(article, entry);
    keys.forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(article));
    for (Layer layer : Layer.values()) {
      entry.clusters[layer.ordinal()] = article;
      set(layer, article).add(article);
    }
  }

  @Override
  public void remove(long article, List<Key> keys) {
    Entry entry = entries.remove(article);
    if (entry != null) {
      for (Layer layer : Layer.values()) {
        set(layer, entry.clusters[layer.ordinal()]).remove(article);
      }
      for (Key key : keys) {
        byKey.computeIfPresent(
            key, (k, with) -> with.remove(article) && with.isEmpty() ? null : with);
      }
    }
  }

  @Override
  public List<Long> with(int least, List<Key> keys) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Key key : keys) {
      byKey.getOrDefault(key, List.of()).forEach(with -> counts.merge(with, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= least)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<Long> oneWithEach(long article, List<Key> keys) {
    return keys.stream()
        .flatMap(
            key ->
                byKey.getOrDefault(key, List.of()).stream()
                    .filter(other -> other != article)
                    .limit(1))
        .toList();
  }

  @Override
  public long cluster(Layer layer, long article) {
    Entry entry = Objects.requireNonNull(entries.get(article), () -> "no article " + article);
    return entry.clusters[layer.ordinal()];
  }

  @Override
  public List<Long> members(Layer layer, long cluster) {
    return List.copyOf(set(layer, cluster));
  }

  @Override
  public void assign(Layer layer, List<Long> articles, long cluster) {
    for (Long article : articles) {
      Entry entry = Objects.requireNonNull(entries.get(article), () -> "no article " + article);
      set(layer, entry.clusters[layer.ordinal()]).remove(article);
      entry.clusters[layer.ordinal()] = cluster;
      set(layer, cluster).add(article);
    }
  }

  private TreeSet<Long> set(Layer layer, long cluster) {
    return members.get(layer.ordinal()).computeIfAbsent(cluster, c -> new TreeSet<>());
  }

  @Override
  public void merged(long from, long into, long because) {
    // Whoever has all articles at hand has no earlier stories to account for.
  }

  @Override
  public void split(long from, long into, long because) {
    // As for merged.
  }
}
