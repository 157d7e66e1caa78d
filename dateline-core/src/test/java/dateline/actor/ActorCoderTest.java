package dateline.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActorCoderTest {

  private final ActorCoder coder = ActorCoder.create();

  static List<CodeExample> examples() {
    return CodeExample.shipped();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void codesTheLexiconsExamples(CodeExample example) {
    assertThat(example.check(coder)).isNull();
  }

  @Test
  void theLexiconClaimsNothingTwiceAndHasOnlyPloversCodes() {
    assertThat(LexiconCheck.problems()).isEmpty();
  }

  @Test
  void anExampleSaysWhatIsWrong() {
    CodeExample wrong = CodeExample.of(new String[] {"the Kremlin", "-", "-", "USA", "GOV"});

    assertThat(wrong.check(coder)).isEqualTo("the Kremlin: wanted USA GOV, found RUS GOV");
  }

  @Test
  void anEmptyPhraseIsUnknown() {
    assertThat(coder.code(" ").isUnknown()).isTrue();
    assertThat(coder.code("").isUnknown()).isTrue();
  }

  @Test
  void aPhraseOfMarksIsUnknown() {
    assertThat(coder.code("— “’” -- 's").isUnknown()).isTrue();
  }

  @Test
  void aRoleInTheTextWinsOverTheDatedOne() {
    ActorCode code = coder.code("Senator Barack Obama", LocalDate.of(2012, 5, 1), null);

    assertThat(code.sectors()).containsExactly("LEG");
  }

  @Test
  void anAcronymThatIsAWordNeedsItsCapitals() {
    assertThat(coder.code("us").isUnknown()).isTrue();
    assertThat(coder.code("US").country()).isEqualTo("USA");
    assertThat(coder.code("who").isUnknown()).isTrue();
    assertThat(coder.code("WHO").sectors()).containsExactly("MED");
  }

  @Test
  void aPhraseOfAMegabyteIsRead() {
    String phrase = "the army of the north of ".repeat(40_000);

    assertThat(coder.code(phrase).sectors()).containsExactly("MIL");
  }
}
