package dateline.story;

import dateline.story.Digest.Deed;
import dateline.story.StoryState.Key;
import dateline.story.StoryState.Layer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps near copies and stories as articles come, change and go. The clusters are the connected
 * components of {@link Links} over the articles that are there: the same for every order of arrival
 * and every division into runs. A cluster is known by the first of its articles that came.
 *
 * <p>Adding an article looks only at articles that share a key with it: sentences of its own words,
 * what happened, quoted sentences. Not thread-safe.
 */
public final class StoryGraph {

  /** Days in a bucket of keys: no less than articles that are compared may lie apart. */
  private static final int BUCKET = 16;

  /** The same for quotes, of which only those near in time count. */
  private static final int QUOTE_BUCKET = 4;

  static final long UNDATED = Long.MIN_VALUE;

  /** Keeps keys of different kinds apart. */
  private static final long ANCHOR = 0x5c1a;

  private static final long QUOTE = 0x9d07;

  private final StoryState state;

  public StoryGraph(StoryState state) {
    this.state = state;
  }

  /** Adds an article, or puts it in the place of its earlier revision. */
  public void put(long article, Digest digest) {
    Digest earlier = state.digest(article);
    if (earlier == null) {
      add(article, digest, Set.of(article));
    } else if (!earlier.equals(digest)) {
      if (keepsItsLinks(article, earlier, digest)) {
        update(article, earlier, digest);
      } else {
        replace(article, digest);
      }
    }
  }

  /** Takes an article out; what only it held together falls apart. */
  public void remove(long article) {
    if (state.digest(article) != null) {
      replace(article, null);
    }
  }

  /** Builds the article's story anew: it may fall apart, and join others. */
  private void replace(long article, @Nullable Digest digest) {
    long story = state.cluster(Layer.STORIES, article);
    Map<Long, Digest> members = new TreeMap<>();
    for (long member : state.members(Layer.STORIES, story)) {
      Digest known = state.digest(member);
      if (known != null) {
        members.put(member, known);
      }
    }
    state.remove(article, keys(Objects.requireNonNull(members.remove(article))));
    divide(members);
    Set<Long> own = new TreeSet<>(members.keySet());
    if (digest != null) {
      own.add(article);
      add(article, digest, own);
    }
    Set<Long> stories = new TreeSet<>();
    own.forEach(member -> stories.add(state.cluster(Layer.STORIES, member)));
    stories.remove(story);
    for (long each : stories) {
      if (own.contains(each)) {
        state.split(story, each, article);
      } else {
        state.merged(story, each, article);
      }
    }
  }

  /**
   * Puts articles that are linked with no others into the clusters that they make by themselves.
   */
  private void divide(Map<Long, Digest> articles) {
    MemoryState alone = new MemoryState();
    StoryGraph graph = new StoryGraph(alone);
    articles.forEach(graph::put);
    for (Layer layer : Layer.values()) {
      Map<Long, List<Long>> moved = new TreeMap<>();
      for (long article : articles.keySet()) {
        long cluster = alone.cluster(layer, article);
        if (cluster != state.cluster(layer, article)) {
          moved.computeIfAbsent(cluster, key -> new ArrayList<>()).add(article);
        }
      }
      moved.forEach((cluster, members) -> state.assign(layer, members, cluster));
    }
  }

  /** Whether all that an article is linked with stays linked with it: then nothing falls apart. */
  private boolean keepsItsLinks(long article, Digest earlier, Digest later) {
    return deeds(later).containsAll(deeds(earlier))
        && likeWords(earlier).stream()
            .noneMatch(
                other ->
                    other != article
                        && holds(other, known -> Links.areCopies(earlier, known))
                        && !holds(other, known -> Links.areCopies(later, known)))
        && sameQuote(earlier).stream()
            .noneMatch(
                other ->
                    other != article
                        && holds(other, known -> Links.quoteTheSame(earlier, known))
                        && !holds(other, known -> Links.quoteTheSame(later, known)));
  }

  /** Puts an article in its own place and adds what it is linked with now. */
  private void update(long article, Digest earlier, Digest later) {
    Map<Layer, Long> clusters = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      clusters.put(layer, state.cluster(layer, article));
    }
    state.remove(article, keys(earlier));
    state.put(article, later, keys(later));
    clusters.forEach((layer, cluster) -> state.assign(layer, List.of(article), cluster));
    link(article, later, Set.of());
  }

  /**
   * @param own articles whose clusters are nobody's stories yet
   */
  private void add(long article, Digest digest, Set<Long> own) {
    state.put(article, digest, keys(digest));
    link(article, digest, own);
  }

  private void link(long article, Digest digest, Set<Long> own) {
    for (long other : likeWords(digest)) {
      if (!together(Layer.COPIES, article, other)
          && holds(other, known -> Links.areCopies(digest, known))) {
        join(Layer.COPIES, article, other, own);
        join(Layer.STORIES, article, other, own);
      }
    }
    for (long other : state.oneWithEach(article, deeds(digest))) {
      join(Layer.STORIES, article, other, own);
    }
    for (long other : sameQuote(digest)) {
      if (!together(Layer.STORIES, article, other)
          && holds(other, known -> Links.quoteTheSame(digest, known))) {
        join(Layer.STORIES, article, other, own);
      }
    }
  }

  private List<Long> likeWords(Digest digest) {
    return state.with(Links.SHARED_ANCHORS, near(bucket(digest.day()), digest.anchors(), ANCHOR));
  }

  private List<Long> sameQuote(Digest digest) {
    return state.with(1, near(bucket(digest.day(), QUOTE_BUCKET), digest.quotes(), QUOTE));
  }

  private boolean holds(long article, Predicate<Digest> relation) {
    Digest known = state.digest(article);
    return known != null && relation.test(known);
  }

  private boolean together(Layer layer, long one, long other) {
    return one == other || state.cluster(layer, one) == state.cluster(layer, other);
  }

  private void join(Layer layer, long article, long other, Set<Long> own) {
    long mine = state.cluster(layer, article);
    long others = state.cluster(layer, other);
    if (mine == others) {
      return;
    }
    long into = Math.min(mine, others);
    long from = Math.max(mine, others);
    state.assign(layer, state.members(layer, from), into);
    if (layer == Layer.STORIES && !own.contains(from)) {
      state.merged(from, into, article);
    }
  }

  /** All keys that an article can be found by. */
  private static List<Key> keys(Digest digest) {
    List<Key> keys = new ArrayList<>(deeds(digest));
    add(keys, bucket(digest.day()), digest.anchors(), ANCHOR);
    add(keys, bucket(digest.day(), QUOTE_BUCKET), digest.quotes(), QUOTE);
    return keys;
  }

  /** Keys that articles near in time may have: in a bucket and those beside it. */
  private static List<Key> near(long bucket, long[] hashes, long kind) {
    List<Key> keys = new ArrayList<>();
    add(keys, bucket, hashes, kind);
    if (bucket != UNDATED) {
      add(keys, bucket - 1, hashes, kind);
      add(keys, bucket + 1, hashes, kind);
    }
    return keys;
  }

  private static void add(List<Key> keys, long bucket, long[] hashes, long kind) {
    for (long hash : hashes) {
      keys.add(new Key(bucket, hash ^ kind));
    }
  }

  /** What happened lies in the bucket of its own day, whenever it is told. */
  private static List<Key> deeds(Digest digest) {
    Set<Key> keys = new HashSet<>();
    for (Deed deed : digest.deeds()) {
      keys.add(new Key(bucket(deed.day()), deed.key()));
    }
    return new ArrayList<>(keys);
  }

  static long bucket(@Nullable Long day) {
    return bucket(day, BUCKET);
  }

  private static long bucket(@Nullable Long day, int days) {
    return day == null ? UNDATED : Math.floorDiv(day, (long) days);
  }
}
