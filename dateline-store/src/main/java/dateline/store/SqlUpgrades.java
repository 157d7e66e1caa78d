package dateline.store;

import dateline.store.RecordStore.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Upgrades in a store's tables. */
final class SqlUpgrades implements Upgrades {

  /** In the place of the number of what read a record, when that is not known. */
  private static final long UNKNOWN = 0;

  private final SqlStore store;
  private final Dialect dialect;

  SqlUpgrades(SqlStore store, Dialect dialect) {
    this.store = store;
    this.dialect = dialect;
  }

  @Override
  public List<Due> due(Map<String, String> parts) {
    return store.reading(
        handle -> {
          Map<Long, Set<String>> changed = changed(handle, parts);
          return handle
              .createQuery("SELECT coalesce(maker, 0), count(*) FROM revision GROUP BY maker")
              .map(
                  (row, context) ->
                      new Due(changed.getOrDefault(row.getLong(1), Set.of()), row.getLong(2)))
              .filter(due -> !due.changed().isEmpty())
              .list()
              .stream()
              .sorted(
                  Comparator.comparing(Due::records)
                      .reversed()
                      .thenComparing(due -> due.changed().toString()))
              .toList();
        });
  }

  /** By what read records: the parts that are others now. */
  private static Map<Long, Set<String>> changed(Handle handle, Map<String, String> parts) {
    Map<Long, Set<String>> changed = new HashMap<>();
    changed.put(UNKNOWN, new TreeSet<>(parts.keySet()));
    handle
        .createQuery("SELECT maker, parts FROM maker")
        .map((row, context) -> Map.entry(row.getLong(1), Journal.parts(row.getString(2))))
        .forEach(maker -> changed.put(maker.getKey(), changed(maker.getValue(), parts)));
    return changed;
  }

  private static Set<String> changed(Map<String, String> was, Map<String, String> is) {
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    names.removeIf(name -> is.containsKey(name) && is.get(name).equals(was.get(name)));
    return names;
  }

  @Override
  public List<Old> next(Map<String, String> parts, String page, long after, int limit) {
    return store.reading(
        handle -> {
          List<Long> makers = new ArrayList<>();
          Map<Long, Set<String>> changed = changed(handle, parts);
          changed.forEach(
              (maker, names) -> {
                if (names.stream().anyMatch(name -> !name.equals(page))) {
                  makers.add(maker);
                }
              });
          return handle
              .createQuery(
                  "SELECT revision, since, coalesce(maker, 0), record FROM revision WHERE revision > :after AND "
                      + dialect.isListed("coalesce(maker, 0)", "makers")
                      + " ORDER BY revision LIMIT :limit")
              .bind("after", after)
              .bind("makers", makers.stream().map(String::valueOf).collect(Collectors.joining(",")))
              .bind("limit", limit)
              .map(
                  (row, context) ->
                      new Old(
                          row.getLong(1),
                          row.getLong(2),
                          changed.getOrDefault(row.getLong(3), Set.of()),
                          Packing.unpack(row.getBytes(4))))
              .list();
        });
  }

  @Override
  public List<Change> save(long run, Map<String, String> parts, String page, List<Again> records) {
    return store.writing(
        handle -> {
          Map<Long, Long> makers = new HashMap<>();
          List<Change> changes = new ArrayList<>();
          try (Saving saving =
              new Saving(
                  handle, dialect, store.journal(handle, run, Runs.Kind.UPGRADE, List.of()))) {
            for (Again again : records) {
              changes.add(
                  saving.saveAgain(
                      again,
                      was ->
                          makers.computeIfAbsent(
                              was,
                              old -> Journal.maker(handle, merged(handle, old, parts, page)))));
            }
          }
          return changes;
        });
  }

  /** All parts as they are now, but for the page, which was read earlier. */
  private static Map<String, String> merged(
      Handle handle, long was, Map<String, String> parts, String page) {
    Map<String, String> merged = new TreeMap<>(parts);
    merged.remove(page);
    handle
        .createQuery("SELECT parts FROM maker WHERE maker = :maker")
        .bind("maker", was)
        .mapTo(String.class)
        .findOne()
        .map(json -> Journal.parts(json).get(page))
        .ifPresent(value -> merged.put(page, value));
    return merged;
  }
}
