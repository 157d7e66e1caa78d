package dateline.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what differs between two readings of many articles. Not thread-safe. */
public final class DiffSummary {

  private final Map<String, Long> articles = new TreeMap<>();
  private final Map<String, Map<String, Long>> items = new LinkedHashMap<>();
  private final Map<String, Map<String, Map<String, Long>>> types = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> fields = new LinkedHashMap<>();

  public void add(ArticleDiff diff) {
    articles.merge(diff.what(), 1L, Long::sum);
    for (Change change : diff.changes()) {
      count(items, change.in(), change.what());
      count(
          types.computeIfAbsent(change.in(), in -> new TreeMap<>()), change.type(), change.what());
      change.fields().keySet().forEach(field -> count(fields, change.in(), field));
    }
  }

  private static void count(Map<String, Map<String, Long>> counts, String key, String what) {
    counts.computeIfAbsent(key, each -> new TreeMap<>()).merge(what, 1L, Long::sum);
  }

  /** Number of articles that were added, removed, changed, and are the same. */
  public Map<String, Long> articles() {
    return articles;
  }

  /** By sort ({@code events} …): how many were added, removed and changed. */
  public Map<String, Map<String, Long>> items() {
    return items;
  }

  /** By sort and type (AGREE …): likewise. */
  public Map<String, Map<String, Map<String, Long>>> types() {
    return types;
  }

  /** By sort: how often each field is another. */
  public Map<String, Map<String, Long>> fields() {
    return fields;
  }
}
