package dateline.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a text in which most of the words that were asked for stand, with marks. */
final class Excerpt {

  /** As long as FTS5's. */
  private static final int WORDS = 32;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private Excerpt() {}

  /** A word of the text. */
  private record Word(int start, int end, boolean asked) {}

  static String of(String text, List<FullText.Group> groups) {
    List<Word> words = words(text, groups);
    int best = best(words);
    return marked(text, words, best, Math.min(words.size(), best + WORDS));
  }

  /** The whole text. */
  static String whole(String text, List<FullText.Group> groups) {
    List<Word> words = words(text, groups);
    return marked(text, words, 0, words.size());
  }

  private static String marked(String text, List<Word> words, int best, int last) {
    StringBuilder excerpt = new StringBuilder(best == 0 ? "" : "…");
    int from = words.isEmpty() || best == 0 ? 0 : words.get(best).start();
    for (Word word : words.subList(best, last)) {
      excerpt.append(text, from, word.start());
      if (word.asked()) {
        excerpt.append(FullText.MATCH_START);
      }
      excerpt.append(text, word.start(), word.end());
      if (word.asked()) {
        excerpt.append(FullText.MATCH_END);
      }
      from = word.end();
    }
    return excerpt.append(last == words.size() ? text.substring(from) : "…").toString();
  }

  private static List<Word> words(String text, List<FullText.Group> groups) {
    Set<String> asked = new HashSet<>();
    List<String> begun = new ArrayList<>();
    for (FullText.Group group : groups) {
      for (FullText.Term term : group.wanted()) {
        List<String> each = TextWords.of(term.words());
        asked.addAll(each);
        if (term.begun() && !each.isEmpty()) {
          begun.add(each.get(each.size() - 1));
        }
      }
    }
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String folded = Folding.of(word.group());
      boolean isAsked = asked.contains(folded) || begun.stream().anyMatch(folded::startsWith);
      words.add(new Word(word.start(), word.end(), isAsked));
    }
    return words;
  }

  /** Index of the word at which the best part begins; the first of equals. */
  private static int best(List<Word> words) {
    int best = 0;
    int most = 0;
    int count = 0;
    for (int end = 0; end < words.size(); end++) {
      count += words.get(end).asked() ? 1 : 0;
      if (end >= WORDS) {
        count -= words.get(end - WORDS).asked() ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = Math.max(0, end - WORDS + 1);
      }
    }
    return best;
  }
}
