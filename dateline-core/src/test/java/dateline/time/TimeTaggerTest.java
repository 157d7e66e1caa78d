package dateline.time;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.language.Analysis;
import dateline.language.EntityType;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.language.RoleScores;
import dateline.language.Sentence;
import dateline.language.Token;
import dateline.model.TimeExpression;
import dateline.text.CharRange;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text, and what needs the encoder's tags. */
class TimeTaggerTest {

  private static final NewsEnglish TAGGED = NewsEnglish.load();
  private static final NewsEnglish SEGMENTED = NewsEnglish.segmentOnly();
  private static final TimeTagger TAGGER = TimeTagger.create();
  private static final LocalDate DAY = LocalDate.of(2020, 11, 17);

  /** Pieces that times are made of, and what breaks careless readers. */
  private static final List<String> PIECES =
      List.of(
          "Monday",
          "May",
          "march",
          "1999",
          "1990s",
          "’89",
          "'",
          "the",
          "last",
          "next",
          "of",
          "a",
          "half",
          "three",
          "21st",
          "30",
          "Feb",
          ".",
          ",",
          "-",
          "–",
          "/",
          ":",
          "2020-02-30",
          "13/13/13",
          "9:61",
          "25:00",
          "p.m.",
          "noon",
          "weeks",
          "ago",
          "later",
          "quarter",
          "BC",
          "AD",
          "e\u0301",
          "\uD83D\uDE00",
          "\u0645\u0627\u0631\u0633",
          "\u200F",
          "\r\n",
          "\n",
          " ",
          " ",
          " ",
          " ",
          "$",
          "0",
          "00000000000000",
          "Q3",
          "H1",
          "W53",
          "century",
          "millennium",
          "early",
          "end",
          "9999",
          "Easter",
          "two thousand",
          "hundred",
          "\u00A0",
          "½",
          "\uD83D",
          "spring",
          "morning");

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spansLieInTheTextInOrderAndAreTheSameAgain(int seed) {
    Random random = new Random(seed);
    StringBuilder built = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      built.append(PIECES.get(random.nextInt(PIECES.size())));
      built.append(random.nextInt(3) == 0 ? "" : " ");
    }
    String text = built.toString();
    LocalDate day = random.nextInt(4) == 0 ? null : DAY.plusDays(random.nextInt(4000) - 2000);
    List<TimeExpression> times = tag(SEGMENTED, text, day);
    int end = 0;
    for (TimeExpression time : times) {
      Span span = time.span().get(0);
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.end()).isGreaterThan(span.start());
      end = span.end();
      assertThat(time.confidence()).isBetween(0.0, 1.0);
      assertThat(time.value()).isNotEqualTo("");
    }
    assertThat(end).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    assertThat(tag(SEGMENTED, text, day)).isEqualTo(times);
  }

  /** Tens of thousands of lexemes in one paragraph: quadratic work would not end. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1,000,", "last ", "three hundred ", "1999-", "May ", "' ", "end of the "})
  @Timeout(180)
  void hostileTextIsReadToItsEnd(String piece) {
    String text = piece.repeat(20_000);
    List<CharRange> all = List.of(new CharRange(0, text.length()));
    Sentence sentence = new Sentence(0, 0, all.get(0), 0, 1);
    Token token = new Token(0, all.get(0), text, "", -1, "", EntityType.NONE);
    Analysis analysis =
        new Analysis(
            CodePoints.of(text),
            all,
            List.of(sentence),
            List.of(token),
            List.of(),
            RoleScores.NONE);
    int end = text.length();
    assertThat(TAGGER.tag(analysis, DAY))
        .allMatch(time -> time.span().get(0).end() <= end, "lies in the text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mr. Smith leaves Wednesday for Paris.|Wednesday|2020-11-18",
        "Parliament voted Wednesday on the budget.|Wednesday|2020-11-11",
        "A deal reached Wednesday will be read out.|Wednesday|2020-11-11",
        "The deal will be signed Wednesday.|Wednesday|2020-11-18",
        "They had planned to meet Sunday.|Sunday|2020-11-15",
        "They plan to meet Sunday.|Sunday|2020-11-22",
        "The law takes effect in July.|July|2021-07",
        "Sunday's match was off.|Sunday|2020-11-15",
        "Sunday's election will be close.|Sunday|2020-11-22",
        "Rules to be published in early February will say so.|early February|2021-02",
      })
  void tensesTellTheDirection(String text, String words, String value) {
    assertThat(tag(TAGGED, text, DAY))
        .filteredOn(time -> words(text, time).equals(words))
        .extracting(TimeExpression::value)
        .containsExactly(value);
  }

  @Test
  void aMonthInAPersonsNameIsNoTime() {
    assertThat(tag(TAGGED, "Mr. Jones met April Jones at the house of Theresa May.", DAY))
        .isEmpty();
  }

  @Test
  void whatIsResolvedSaysFromWhat() {
    String text =
        "He fled on 27 September 1991. Two days later, on a Sunday, he rang us yesterday.";
    assertThat(tag(SEGMENTED, text, DAY))
        .extracting(TimeExpression::anchor)
        .containsExactly(null, "t1", "published", "published");
  }

  private static List<TimeExpression> tag(
      NewsEnglish english, String text, @Nullable LocalDate day) {
    return TAGGER.tag(english.analyse(text, Paragraphs.of(text)), day);
  }

  private static String words(String text, TimeExpression time) {
    return text.substring(time.span().get(0).start(), time.span().get(0).end());
  }
}
