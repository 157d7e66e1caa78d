package dateline.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StoryGraph} keeps: digests, the keys that they are found by, and which cluster each
 * article is in. Articles are numbered by whoever keeps them, in order of arrival. One thread at a
 * time.
 */
public interface StoryState {

  /** Two ways in which articles belong together; near copies are always in one story. */
  enum Layer {
    COPIES,
    STORIES
  }

  /**
   * A key that articles may share, and the stretch of time that it lies in: only articles with both
   * the same are found together, and those of one time lie together in the store.
   */
  record Key(long bucket, long hash) {}

  @Nullable Digest digest(long article);

  /** Keeps an article that is in no cluster yet. */
  void put(long article, Digest digest, List<Key> keys);

  /** Forgets an article: digest, keys and place in clusters. */
  void remove(long article, List<Key> keys);

  /**
   * The articles that have so many of the keys at least, each once, in no order.
   *
   * @param keys all different
   */
  List<Long> with(int least, List<Key> keys);

  /** For each key, one other article that has it, if there is any; in no order. */
  List<Long> oneWithEach(long article, List<Key> keys);

  /** The cluster that an article is in: the lowest number of its articles. */
  long cluster(Layer layer, long article);

  /** The articles of a cluster, ascending. */
  List<Long> members(Layer layer, long cluster);

  /** Puts articles into a cluster. */
  void assign(Layer layer, List<Long> articles, long cluster);

  /**
   * Told when an article joins two stories that were apart until then.
   *
   * @param from the story that is no more
   * @param into the story that it is part of from now on
   * @param because the article that joined them
   */
  void merged(long from, long into, long because);

  /** Told when a story falls apart because one of its articles was changed or removed. */
  void split(long from, long into, long because);
}
