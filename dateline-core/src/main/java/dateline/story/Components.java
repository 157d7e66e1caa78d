package dateline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Connected components of numbered things (union-find with path halving). */
final class Components {

  private final int[] parent;

  Components(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** Of things of which any two may belong together; looks at every pair. */
  static <T> Components of(List<T> things, BiPredicate<T, T> belongTogether) {
    Components components = new Components(things.size());
    for (int i = 0; i < things.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (belongTogether.test(things.get(i), things.get(j))) {
          components.join(i, j);
        }
      }
    }
    return components;
  }

  /** The lowest number of the component. */
  int find(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int one, int other) {
    int a = find(one);
    int b = find(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** By lowest number, each ascending. */
  List<List<Integer>> all() {
    Map<Integer, List<Integer>> components = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      components.computeIfAbsent(find(i), root -> new ArrayList<>()).add(i);
    }
    return List.copyOf(components.values());
  }
}
