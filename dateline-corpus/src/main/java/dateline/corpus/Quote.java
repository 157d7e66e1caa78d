package dateline.corpus;

import dateline.text.Span;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Tells the quote; {@code fill} fills slots, {@code source} names the speaker in mid-sentence.
   */
  Passage tell(
      Telling telling, String source, UnaryOperator<String> fill, SplittableRandom random) {
    int from = 0;
    int to = clauses.size();
    if (telling == Telling.CUT || telling == Telling.ALTERED && random.nextInt(3) == 0) {
      boolean head = random.nextBoolean();
      from = head ? 0 : 1;
      to = head ? Math.max(1, to - 1) : to;
    }
    boolean altered = telling == Telling.ALTERED;
    int victim = from + random.nextInt(to - from);
    List<String> said = new ArrayList<>();
    for (int i = from; i < to; i++) {
      World.Clause clause = clauses.get(i);
      said.add(
          fill.apply(
              switch (telling) {
                case INDIRECT -> clause.indirect();
                case TRANSLATED -> clause.translated();
                default -> chosen(clause.direct(), altered && i == victim);
              }));
    }
    return telling == Telling.INDIRECT
        ? indirect(said, source, random)
        : direct(said, source, altered, random);
  }

  private static String chosen(String clause, boolean altered) {
    int open = -1;
    int bar = clause.indexOf('|');
    if (bar >= 0) {
      open = clause.lastIndexOf('{', bar);
    }
    if (open < 0) {
      return clause;
    }
    int close = clause.indexOf('}', bar);
    String word = altered ? clause.substring(bar + 1, close) : clause.substring(open + 1, bar);
    return clause.substring(0, open) + word + clause.substring(close + 1);
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
