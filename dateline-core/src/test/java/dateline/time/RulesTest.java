package dateline.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.data.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has examples and does what they say. */
class RulesTest {

  private static final TimeTagger TAGGER = TimeTagger.create();

  static Stream<RuleExample> examples() {
    return Resource.table("time/rules.examples.tsv").stream().map(RuleExample::of);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void doesWhatItsExampleSays(RuleExample example) {
    assertThat(example.check(TAGGER)).isNull();
  }

  @Test
  void everyRuleHasAnExample() {
    List<String> shown = examples().map(RuleExample::rule).toList();
    assertThat(Resource.table("time/rules.tsv")).extracting(row -> row[0]).isSubsetOf(shown);
  }

  @Test
  void noTwoRulesShareAName() {
    assertThat(Resource.table("time/rules.tsv")).extracting(row -> row[0]).doesNotHaveDuplicates();
  }

  @Test
  void anExampleThatFailsSaysWhatWasFound() {
    String[] row = {"weekday", "2020-11-17", "They met on [Monday].", "DATE", "2020-11-09", "-"};
    assertThat(RuleExample.of(row).check(TAGGER))
        .isEqualTo(
            "wanted [Monday] by weekday as DATE 2020-11-09 -,"
                + " found [Monday] by weekday as DATE 2020-11-16 -");
  }

  @Test
  void aRuleThatIsNoGoodIsNamed() {
    List<String[]> rules = List.<String[]>of(new String[] {"odd", "DATE", "( a", "calendar"});
    assertThatThrownBy(() -> TimeTagger.of(rules))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule odd: a bracket is left open");
  }
}
