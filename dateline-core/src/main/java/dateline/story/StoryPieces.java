package dateline.story;

import dateline.story.StoryState.Layer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of {@link StoryGraph} where no machine holds all articles. Every article is dealt
 * out to {@link #of pieces}; whoever has all articles of a piece finds the {@link #links} among
 * them. The connected components of all pieces' links are the clusters: of {@link Layer#COPIES}
 * those of its own links, of {@link Layer#STORIES} those of all.
 */
public final class StoryPieces {

  private StoryPieces() {}

  /** What articles of a piece share. */
  public enum Kind {
    /** A sentence of their own words. */
    WORDS,
    /** What happened. */
    DEED,
    /** A quoted sentence. */
    QUOTE
  }

  /**
   * Where articles meet.
   *
   * @param bucket a stretch of time
   * @param hash of what they share
   */
  public record Piece(Kind kind, long bucket, long hash) {}

  /**
   * An article.
   *
   * @param id by which links call it
   */
  public record Article(String id, Digest digest) {}

  /** Two articles that belong together, by their ids. */
  public record Link(Layer layer, String one, String other) implements Serializable {}

  /** The pieces that an article is in. */
  public static Set<Piece> of(Digest digest) {
    Set<Piece> pieces = new LinkedHashSet<>();
    add(pieces, Kind.WORDS, digest.day(), digest.anchors());
    add(pieces, Kind.QUOTE, digest.day(), digest.quotes());
    for (Digest.Deed deed : digest.deeds()) {
      pieces.add(new Piece(Kind.DEED, StoryGraph.bucket(deed.day()), deed.key()));
    }
    return pieces;
  }

  /** In its own stretch of time and in the next: those of two neighbours meet in the later one. */
  private static void add(Set<Piece> pieces, Kind kind, @Nullable Long day, long[] hashes) {
    long bucket = StoryGraph.bucket(day);
    for (long hash : hashes) {
      pieces.add(new Piece(kind, bucket, hash));
      if (bucket != StoryGraph.UNDATED) {
        pieces.add(new Piece(kind, bucket + 1, hash));
      }
    }
  }

  /**
   * Links that hold a piece's clusters together, no more of them than that takes.
   *
   * @param articles all of the piece, in any order
   */
  public static List<Link> links(Kind kind, List<Article> articles) {
    return switch (kind) {
      case WORDS -> links(Layer.COPIES, articles, Links::areCopies);
      case DEED -> links(Layer.STORIES, articles, (one, other) -> true);
      case QUOTE -> links(Layer.STORIES, articles, Links::quoteTheSame);
    };
  }

  private static List<Link> links(
      Layer layer, List<Article> articles, BiPredicate<Digest, Digest> belongTogether) {
    Components components = new Components(articles.size());
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (components.find(i) != components.find(j)
            && belongTogether.test(articles.get(i).digest(), articles.get(j).digest())) {
          components.join(i, j);
          links.add(new Link(layer, articles.get(i).id(), articles.get(j).id()));
        }
      }
    }
    return links;
  }
}
