package dateline.diff;

import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Resolved;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two readings of an article.
 *
 * @param article the record's id
 * @param what {@code added}, {@code removed}, {@code changed} or {@code same}
 * @param changes the article's own, then sort by sort, in the order of the later record; those that
 *     are gone after the others. Of an article that was added or removed, all its items
 */
public record ArticleDiff(String article, String what, List<Change> changes) {

  private static final String SAME = "same";

  public ArticleDiff {
    changes = List.copyOf(changes);
  }

  /**
   * @param before null: the article was added
   * @param after null: it was removed; one of the two is not null
   */
  public static ArticleDiff of(@Nullable ArticleRecord before, @Nullable ArticleRecord after) {
    if (before == null || after == null) {
      ArticleRecord only = before == null ? after : before;
      if (only == null) {
        throw new IllegalArgumentException("neither before nor after");
      }
      String what = before == null ? "added" : "removed";
      List<Change> all = new ArrayList<>();
      Item.of(only).values().forEach(items -> items.forEach(item -> all.add(change(what, item))));
      return new ArticleDiff(only.id(), what, all);
    }
    List<Change> changes = new ArrayList<>(own(before.article(), after.article()));
    boolean sameText = before.article().text().equals(after.article().text());
    Map<String, List<Item>> was = Item.of(before);
    Map<String, List<Item>> is = Item.of(after);
    for (String sort : Item.allSorts()) {
      changes.addAll(
          compare(was.getOrDefault(sort, List.of()), is.getOrDefault(sort, List.of()), sameText));
    }
    return new ArticleDiff(after.id(), changes.isEmpty() ? SAME : "changed", changes);
  }

  public boolean isSame() {
    return what.equals(SAME);
  }

  private static Change change(String what, Item item) {
    return new Change(what, item.sort(), item.type(), item.words(), Map.of());
  }

  private static List<Change> own(Article before, Article after) {
    Map<String, Change.Values> fields = new TreeMap<>();
    put(fields, "title", before.title(), after.title());
    put(fields, "outlet", before.outlet(), after.outlet());
    put(fields, "language", before.language(), after.language());
    put(fields, "published", value(before.published()), value(after.published()));
    put(fields, "byline", String.join("; ", before.byline()), String.join("; ", after.byline()));
    if (!before.text().equals(after.text())) {
      fields.put(
          "text",
          new Change.Values(
              before.text().length() + " characters", after.text().length() + " characters"));
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(
            new Change(
                "changed",
                "article",
                "article",
                after.title() == null ? "" : after.title(),
                fields));
  }

  private static void put(
      Map<String, Change.Values> fields,
      String name,
      @Nullable String before,
      @Nullable String after) {
    if (before == null ? after != null : !before.equals(after)) {
      fields.put(name, new Change.Values(before, after));
    }
  }

  private static @Nullable String value(@Nullable Resolved resolved) {
    return resolved == null ? null : resolved.value();
  }

  /** By what items are paired, the surest first: the same words, then the same beginning or end. */
  private static List<Function<Item, Object>> keys(boolean sameText) {
    return sameText
        ? List.of(item -> List.of(item.spans(), item.type()), Item::spans, Item::start, Item::end)
        : List.of(item -> List.of(item.words(), item.type()), Item::words);
  }

  private static List<Change> compare(List<Item> before, List<Item> after, boolean sameText) {
    @Nullable Item[] pairs = new @Nullable Item[after.size()];
    Set<Item> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(before);
    for (Function<Item, Object> key : keys(sameText)) {
      pair(before, left, after, pairs, key);
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      Item is = after.get(i);
      Item was = pairs[i];
      if (was == null) {
        changes.add(change("added", is));
      } else {
        Map<String, Change.Values> fields = was.against(is);
        if (!fields.isEmpty()) {
          changes.add(new Change("changed", is.sort(), is.type(), is.words(), fields));
        }
      }
    }
    before.stream().filter(left::contains).forEach(was -> changes.add(change("removed", was)));
    return changes;
  }

  private static void pair(
      List<Item> before,
      Set<Item> left,
      List<Item> after,
      @Nullable Item[] pairs,
      Function<Item, Object> key) {
    Map<Object, Deque<Item>> waiting = new HashMap<>();
    before.stream()
        .filter(left::contains)
        .forEach(was -> waiting.computeIfAbsent(key.apply(was), k -> new ArrayDeque<>()).add(was));
    for (int i = 0; i < pairs.length; i++) {
      Deque<Item> alike = pairs[i] == null ? waiting.get(key.apply(after.get(i))) : null;
      Item was = alike == null ? null : alike.poll();
      if (was != null) {
        pairs[i] = was;
        left.remove(was);
      }
    }
  }
}
