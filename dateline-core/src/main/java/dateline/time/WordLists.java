package dateline.time;

import dateline.data.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The lists of {@code time/lists.tsv}: words that tell what stands beside them. */
final class WordLists {

  private static final Map<String, Set<String>> LISTS = load();

  private WordLists() {}

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String[] row : Resource.table("time/lists.tsv")) {
      lists.put(row[0], Set.of(row[2].split(" ")));
    }
    return lists;
  }

  /**
   * @throws IllegalArgumentException when no list has the name
   */
  static Set<String> of(String name) {
    Set<String> list = LISTS.get(name);
    if (list == null) {
      throw new IllegalArgumentException("no list is called " + name);
    }
    return list;
  }
}
