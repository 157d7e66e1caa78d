package dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.model.PloverType;
import dateline.story.Digest.Deed;
import dateline.story.StoryState.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Clusters depend on the articles alone: not on the order in which they came, nor on detours. */
class StoryGraphTest {

  @Property(tries = 300)
  void anyOrderOfArrivalGivesTheSameClusters(
      @ForAll("digests") List<Digest> digests, @ForAll Random chance) {
    List<Integer> order = order(digests.size());
    Collections.shuffle(order, chance);
    for (Layer layer : Layer.values()) {
      assertThat(clusters(digests, order, layer))
          .isEqualTo(clusters(digests, order(digests.size()), layer));
    }
  }

  @Property(tries = 300)
  void whatComesInIncrementsIsWhatAllPairsAtOnceGive(@ForAll("digests") List<Digest> digests) {
    List<Integer> order = order(digests.size());
    assertThat(clusters(digests, order, Layer.COPIES)).isEqualTo(ofAllPairs(digests, false));
    assertThat(clusters(digests, order, Layer.STORIES)).isEqualTo(ofAllPairs(digests, true));
  }

  @Property(tries = 300)
  void whatPiecesGiveIsWhatTheWholeGives(@ForAll("digests") List<Digest> digests) {
    List<Integer> order = order(digests.size());
    assertThat(ofPieces(digests, Layer.COPIES)).isEqualTo(clusters(digests, order, Layer.COPIES));
    assertThat(ofPieces(digests, Layer.STORIES)).isEqualTo(clusters(digests, order, Layer.STORIES));
  }

  private static Set<Set<Long>> ofPieces(List<Digest> digests, Layer layer) {
    Map<StoryPieces.Piece, List<StoryPieces.Article>> pieces = new HashMap<>();
    for (int i = 0; i < digests.size(); i++) {
      StoryPieces.Article article = new StoryPieces.Article("" + i, digests.get(i));
      StoryPieces.of(digests.get(i))
          .forEach(piece -> pieces.computeIfAbsent(piece, p -> new ArrayList<>()).add(article));
    }
    Components components = new Components(digests.size());
    pieces.forEach(
        (piece, articles) ->
            StoryPieces.links(piece.kind(), articles).stream()
                .filter(link -> layer == Layer.STORIES || link.layer() == Layer.COPIES)
                .forEach(
                    link ->
                        components.join(
                            Integer.parseInt(link.one()), Integer.parseInt(link.other()))));
    Set<Set<Long>> clusters = new HashSet<>();
    components
        .all()
        .forEach(
            members ->
                clusters.add(new TreeSet<>(members.stream().map(Integer::longValue).toList())));
    return clusters;
  }

  @Property(tries = 300)
  void revisionsAndRemovalsLeaveNoTrace(
      @ForAll("digests") List<Digest> digests,
      @ForAll("digests") List<Digest> earlier,
      @ForAll Random chance) {
    MemoryState state = new MemoryState();
    StoryGraph graph = new StoryGraph(state);
    for (int i = 0; i < earlier.size(); i++) {
      graph.put(i, earlier.get(i));
    }
    List<Integer> order = order(digests.size());
    Collections.shuffle(order, chance);
    order.forEach(i -> graph.put(i, digests.get(i)));
    for (int i = digests.size(); i < earlier.size(); i++) {
      graph.remove(i);
    }
    for (Layer layer : Layer.values()) {
      assertThat(clusters(state, digests, layer))
          .isEqualTo(clusters(digests, order(digests.size()), layer));
    }
  }

  @Test
  void aStoryIsKnownByTheFirstOfItsArticlesThatCame() {
    MemoryState state = new MemoryState();
    StoryGraph graph = new StoryGraph(state);
    graph.put(1, telling(1));
    graph.put(2, telling(2));
    assertThat(state.cluster(Layer.STORIES, 2)).isEqualTo(2);
    graph.put(3, telling(1, 2));
    assertThat(state.members(Layer.STORIES, 1)).containsExactly(1L, 2L, 3L);
    graph.remove(3);
    assertThat(state.cluster(Layer.STORIES, 2)).isEqualTo(2);
  }

  @Test
  void briefTextsOfOneMouldThatTellOfDifferentDeedsAreNoCopies() {
    List<String> brief = words(0, 40);
    List<String> alike = words(8, 48);
    assertThat(Links.areCopies(telling(brief, 1), telling(alike, 2))).isFalse();
    assertThat(Links.areCopies(telling(brief, 1), telling(alike, 1, 2))).isTrue();
    assertThat(Links.areCopies(telling(brief, 1), telling(alike))).isTrue();
    assertThat(Links.areCopies(telling(brief, 1), telling(brief, 2))).as("the same").isTrue();
    assertThat(Links.areCopies(telling(words(0, 200), 1), telling(words(40, 240), 2))).isTrue();
  }

  private static List<String> words(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "w" + i).toList();
  }

  private static Digest telling(List<String> words, Integer... deeds) {
    return digest(1L, words, Set.of(1, 2), Set.of(deeds), Set.of());
  }

  @Test
  void aDigestSurvivesItsBytes() {
    Digest digest =
        digest(19_000L, List.of("a", "b", "c", "d", "e"), Set.of(3), Set.of(1), Set.of(2));
    assertThat(Digest.of(digest.toBytes())).isEqualTo(digest);
  }

  private static Digest telling(Integer... deeds) {
    return digest(1L, List.of(), Set.of(), Set.of(deeds), Set.of());
  }

  private static List<Integer> order(int size) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    return order;
  }

  private static Set<Set<Long>> clusters(List<Digest> digests, List<Integer> order, Layer layer) {
    MemoryState state = new MemoryState();
    StoryGraph graph = new StoryGraph(state);
    order.forEach(i -> graph.put(i, digests.get(i)));
    return clusters(state, digests, layer);
  }

  private static Set<Set<Long>> clusters(MemoryState state, List<Digest> digests, Layer layer) {
    TreeMap<Long, Set<Long>> clusters = new TreeMap<>();
    for (long i = 0; i < digests.size(); i++) {
      clusters.computeIfAbsent(state.cluster(layer, i), c -> new TreeSet<>()).add(i);
    }
    clusters.forEach(
        (cluster, members) ->
            assertThat(new TreeSet<>(state.members(layer, cluster))).isEqualTo(members));
    return Set.copyOf(clusters.values());
  }

  /** The slow and obvious way. */
  private static Set<Set<Long>> ofAllPairs(List<Digest> digests, boolean stories) {
    Components components = new Components(digests.size());
    for (int i = 0; i < digests.size(); i++) {
      for (int j = 0; j < i; j++) {
        Digest one = digests.get(i);
        Digest other = digests.get(j);
        boolean copies = Links.areCopies(one, other);
        boolean story = !Links.sharedDeeds(one, other).isEmpty() || Links.quoteTheSame(one, other);
        if (copies || stories && story) {
          components.join(i, j);
        }
      }
    }
    Set<Set<Long>> clusters = new java.util.HashSet<>();
    components
        .all()
        .forEach(
            component -> {
              Set<Long> members = new TreeSet<>();
              component.forEach(i -> members.add((long) i));
              clusters.add(members);
            });
    return clusters;
  }

  /** Articles out of a small world, so that they have much in common by chance. */
  @Provide
  Arbitrary<List<Digest>> digests() {
    Arbitrary<List<String>> words =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(14, 40))
            .as(
                (text, from, to) -> {
                  List<String> list = new ArrayList<>();
                  for (int i = from; i < to; i++) {
                    list.add("t" + text + "w" + i);
                  }
                  return list;
                });
    Arbitrary<Set<Integer>> anchors = Arbitraries.integers().between(1, 4).set().ofMaxSize(4);
    Arbitrary<Set<Integer>> deeds = Arbitraries.integers().between(1, 9).set().ofMaxSize(2);
    Arbitrary<Set<Integer>> quotes = Arbitraries.integers().between(1, 12).set().ofMaxSize(3);
    Arbitrary<Long> days = Arbitraries.longs().between(0, 40).injectNull(0.1);
    return Combinators.combine(days, words, anchors, deeds, quotes)
        .as((day, text, anchor, deed, quote) -> digest(day, text, anchor, deed, quote))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static Digest digest(
      @org.jspecify.annotations.Nullable Long day,
      List<String> words,
      Set<Integer> anchors,
      Set<Integer> deeds,
      Set<Integer> quotes) {
    return new Digest(
        day,
        Sketch.of(words),
        longs(anchors),
        deeds.stream()
            .sorted()
            .map(deed -> new Deed(PloverType.AID, deed * 5, "place " + deed, "Place"))
            .toList(),
        longs(quotes));
  }

  private static long[] longs(Set<Integer> values) {
    return values.stream().mapToLong(Integer::longValue).sorted().toArray();
  }
}
