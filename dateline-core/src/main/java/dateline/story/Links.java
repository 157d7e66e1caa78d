package dateline.story;

import dateline.story.Digest.Deed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which two articles belong together, told from their digests alone: the relations whose connected
 * components are near copies and stories. Symmetric; nothing else than the two articles matters.
 */
final class Links {

  /** Days between the reprints of a text. */
  static final int COPY_DAYS = 14;

  /** Days between two articles that quote the same words on the same occasion. */
  static final int QUOTE_DAYS = 3;

  /**
   * The share of the shorter text's own words, in runs of four, that the longer one has too. Chosen
   * on the generated corpus, seed 1.
   */
  static final double COPY = 0.6;

  /**
   * With fewer runs of words, two texts may be of one mould: those that tell of different deeds are
   * no copies, unless they share {@link #SAME}. Chosen on a generated archive of first paragraphs.
   */
  private static final int BRIEF = 60;

  /** So much is the same text, whatever a "yesterday" in it makes of what happened. */
  private static final double SAME = 0.9;

  /**
   * Anchors in common without which two articles are not compared: one alone may be a turn of
   * phrase.
   */
  static final int SHARED_ANCHORS = 2;

  /** Quoted sentences in common that are enough, whatever else two articles tell. */
  private static final int MANY_QUOTES = 2;

  private Links() {}

  static boolean areCopies(Digest one, Digest other) {
    if (!within(one, other, COPY_DAYS) || shared(one.anchors(), other.anchors()) < SHARED_ANCHORS) {
      return false;
    }
    double share = one.words().containment(other.words());
    boolean brief = Math.min(one.words().size(), other.words().size()) < BRIEF;
    return share >= COPY && !(brief && share < SAME && tellDifferentDeeds(one, other));
  }

  /** Articles without a date are compared with each other only. */
  private static boolean within(Digest one, Digest other, int days) {
    return one.day() == null || other.day() == null
        ? one.day() == null && other.day() == null
        : Math.abs(one.day() - other.day()) <= days;
  }

  /** Whether two articles quote the same words on the same occasion. */
  static boolean quoteTheSame(Digest one, Digest other) {
    if (!within(one, other, QUOTE_DAYS)) {
      return false;
    }
    int shared = shared(one.quotes(), other.quotes());
    return shared >= MANY_QUOTES || shared == 1 && !tellDifferentDeeds(one, other);
  }

  /** Whether both tell what happened and have nothing of it in common. */
  private static boolean tellDifferentDeeds(Digest one, Digest other) {
    return !one.deeds().isEmpty() && !other.deeds().isEmpty() && sharedDeeds(one, other).isEmpty();
  }

  static List<Deed> sharedDeeds(Digest one, Digest other) {
    Set<Long> keys = new HashSet<>();
    other.deeds().forEach(deed -> keys.add(deed.key()));
    return one.deeds().stream().filter(deed -> keys.contains(deed.key())).toList();
  }

  private static int shared(long[] ascending, long[] others) {
    int shared = 0;
    for (long value : ascending) {
      shared += Arrays.binarySearch(others, value) >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** Why two articles are in one story, in plain words; empty when nothing links these two. */
  static List<String> reasons(Digest one, Digest other) {
    Set<String> reasons = new LinkedHashSet<>();
    if (areCopies(one, other)) {
      long percent = Math.round(100 * one.words().containment(other.words()));
      reasons.add("the same text: " + percent + " % of the shorter one's own words");
    }
    for (Deed deed : sharedDeeds(one, other)) {
      reasons.add("both tell of " + Labels.deed(deed));
    }
    int quotes = shared(one.quotes(), other.quotes());
    if (quotes > 0 && quoteTheSame(one, other)) {
      reasons.add(
          "both quote the same words: " + quotes + (quotes == 1 ? " sentence" : " sentences"));
    }
    return new ArrayList<>(reasons);
  }
}
