package dateline.time;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.data.Resource;
import dateline.language.Analysis;
import dateline.language.NewsEnglish;
import dateline.language.Paragraphs;
import dateline.model.TimeExpression;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule does what its examples say. */
class RulesTest {

  private static final NewsEnglish ENGLISH = NewsEnglish.segmentOnly();
  private static final TimeTagger TAGGER = TimeTagger.create();

  static Stream<String[]> examples() {
    return Resource.table("time/rules.examples.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void doesWhatItsExampleSays(
      String rule, String published, String marked, String type, String value, String mod) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    String text = marked.replace("[", "").replace("]", "");
    List<TimeExpression> times = tag(text, published.equals("-") ? null : published);
    assertThat(times)
        .filteredOn(time -> time.span().get(0).start() == start)
        .as("times of: %s", times)
        .singleElement()
        .satisfies(
            time -> {
              assertThat(text.substring(start, time.span().get(0).end()))
                  .isEqualTo(text.substring(start, end));
              assertThat(time.method()).isEqualTo(rule);
              assertThat(time.type().code()).isEqualTo(type);
              assertThat(time.value()).isEqualTo(value.equals("-") ? null : value);
              assertThat(time.mod()).isEqualTo(mod.equals("-") ? null : mod);
            });
  }

  private static List<TimeExpression> tag(
      String text, @org.jspecify.annotations.Nullable String day) {
    Analysis analysis = ENGLISH.analyse(text, Paragraphs.of(text));
    return TAGGER.tag(analysis, day == null ? null : LocalDate.parse(day));
  }
}
