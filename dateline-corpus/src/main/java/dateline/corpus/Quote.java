package dateline.corpus;

import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * One thing that a person said about a happening, to be told in many ways.
 *
 * @param key the same in every report
 * @param clauses the sentences of it, slots not yet filled
 */
record Quote(String key, Person speaker, List<World.Clause> clauses) {

  /** How a report tells it. */
  enum Telling {
    WHOLE,
    CUT,
    ALTERED,
    INDIRECT,
    TRANSLATED
  }

  /** Words that a misquote puts in before the word that matters. */
  private static final List<String> PUT_IN = List.of("perhaps", "surely", "soon");

  /** Words that a misquote may drop: the sentence stays whole, its meaning does not. */
  private static final Set<String> DROPPED =
      Set.of("no", "not", "never", "real", "clear", "great", "enough", "both");

  private static final int WAYS = 2 + PUT_IN.size();

  /**
   * Tells the quote.
   *
   * @param source names the speaker in mid-sentence
   * @param fill fills slots
   * @param misquotes that were made already: no two outlets make the same one by themselves; when
   *     none is left, the quote is told as it was said
   */
  Passage tell(
      Telling telling,
      String source,
      UnaryOperator<String> fill,
      Set<String> misquotes,
      SplittableRandom random) {
    int from = 0;
    int to = clauses.size();
    if (telling == Telling.CUT || telling == Telling.ALTERED && random.nextInt(3) == 0) {
      boolean head = random.nextBoolean();
      from = head ? 0 : 1;
      to = head ? Math.max(1, to - 1) : to;
    }
    int victim = -1;
    int way = -1;
    for (int tries = 0; telling == Telling.ALTERED && tries < 2 * WAYS && victim < 0; tries++) {
      int clause = from + random.nextInt(to - from);
      way = random.nextInt(WAYS);
      if (isPossible(clauses.get(clause), way) && misquotes.add(key + "/" + clause + "/" + way)) {
        victim = clause;
      }
    }
    List<String> said = new ArrayList<>();
    for (int i = from; i < to; i++) {
      World.Clause clause = clauses.get(i);
      said.add(fill.apply(worded(clause, telling, i == victim ? way : -1)));
    }
    return telling == Telling.INDIRECT
        ? indirect(said, source, random)
        : direct(said, source, victim >= 0, random);
  }

  private static String worded(World.Clause clause, Telling telling, int way) {
    return switch (telling) {
      case INDIRECT -> clause.indirect();
      case TRANSLATED -> clause.translated();
      default -> chosen(clause.direct(), way);
    };
  }

  private static boolean isPossible(World.Clause clause, int way) {
    return way != 1 || DROPPED.contains(word(clause.direct()));
  }

  /** The word that matters. */
  private static String word(String clause) {
    int bar = clause.indexOf('|');
    return clause.substring(clause.lastIndexOf('{', bar) + 1, bar);
  }

  /**
   * @param way -1 as said, 0 with the other word, 1 without the word, else with a word put in
   */
  private static String chosen(String clause, int way) {
    int bar = clause.indexOf('|');
    int open = clause.lastIndexOf('{', bar);
    int close = clause.indexOf('}', bar);
    String said = word(clause);
    String word =
        switch (way) {
          case -1 -> said;
          case 0 -> clause.substring(bar + 1, close);
          case 1 -> "";
          default -> PUT_IN.get(way - 2) + " " + said;
        };
    String told = clause.substring(0, open) + word + clause.substring(close + 1);
    return capital(told.replace("  ", " ").strip());
  }

  private Passage indirect(List<String> said, String source, SplittableRandom random) {
    String content = String.join(", and that ", said.subList(0, Math.min(2, said.size())));
    boolean according = random.nextInt(4) == 0;
    String head = according ? "According to " + source + ", " : capital(source) + " said that ";
    if (according) {
      content = said.get(0);
    }
    String text = head + content + ".";
    return new Passage(
        text, List.of(mark(text, List.of(new Span(head.length(), text.length() - 1)), false)));
  }

  private Passage direct(
      List<String> said, String source, boolean altered, SplittableRandom random) {
    String all = String.join(" ", said);
    String comma = all.substring(0, all.length() - 1) + ",";
    switch (random.nextInt(said.size() > 1 ? 3 : 2)) {
      case 0:
        String quoted = "“" + comma + "”";
        String text = quoted + " " + source + " said.";
        return new Passage(
            text, List.of(mark(text, List.of(new Span(0, quoted.length())), altered)));
      case 1:
        String head = capital(source) + " said: ";
        String whole = head + "“" + all + "”";
        return new Passage(
            whole, List.of(mark(whole, List.of(new Span(head.length(), whole.length())), altered)));
      default:
        String first = said.get(0);
        String begin = "“" + first.substring(0, first.length() - 1) + ",”";
        String middle = begin + " said " + source + ". ";
        String both = middle + "“" + String.join(" ", said.subList(1, said.size())) + "”";
        return new Passage(
            both,
            List.of(
                mark(
                    both,
                    List.of(new Span(0, begin.length()), new Span(middle.length(), both.length())),
                    altered)));
    }
  }

  private Mark mark(String text, List<Span> content, boolean altered) {
    return new Mark(
        Mark.What.STATEMENT, key, new Span(0, text.length()), content, altered, speaker.id());
  }

  static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
